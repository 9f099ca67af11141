"""Addresses that take e-mails again: known by the silence that follows a later one."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from portal.accounts.failing import works_again
from portal.accounts.models import Adherent
from portal.messaging.contact_changes import tell_agents
from portal.notifications.models import Notification

SILENCE = timedelta(hours=24)
"""Addresses that do not exist are reported within minutes. One whose server is away is reported as
delayed after some hours, and then counts as neither."""


def forgive_silent(now: datetime) -> int:
    """Clear addresses to which an e-mail went since they failed, `SILENCE` ago, and of which
    nothing was heard; return how many. To be called when every report that has come was read.
    """
    return sum(
        _forgive(adherent, now)
        for adherent in Adherent.objects.filter(email_failing_since__isnull=False)
    )


def _forgive(adherent: Adherent, now: datetime) -> int:
    since = adherent.email_failing_since
    if since is None:
        return 0
    told = Notification.objects.filter(
        Q(thread__adherent=adherent, recipient__isnull=True) | Q(recipient=adherent),
        channel=Notification.Channel.EMAIL,
        state=Notification.State.HANDED_OVER,
        cause="",
        handed_over_at__gt=since,
        handed_over_at__lte=now - SILENCE,
    )
    if not told.exists():
        return 0
    with transaction.atomic():
        # Should it have failed anew meanwhile, that word counts.
        cleared = works_again(Adherent.objects.filter(pk=adherent.pk, email_failing_since=since))
        if cleared:
            tell_agents(adherent)
    return cleared
