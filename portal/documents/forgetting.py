"""Forgets deposits: those never sent after some days, those sent after the time of exchanges."""

from datetime import datetime

from django.db import transaction

from portal.audit import trail
from portal.catalogue.models import Caisse
from portal.documents.models import Deposit
from portal.documents.preparing import forget_stale_deposits
from portal.retention.models import LegalHold
from portal.retention.terms import exchanges_kept_since


def forget_deposits(now: datetime) -> None:
    """Delete what is past its time; a deposit stays with the exchange it was sent for, and while a
    legal hold stands on its adherent.
    """
    forget_stale_deposits(now)
    for caisse in Caisse.objects.order_by("pk"):
        _purge(caisse, now)


@transaction.atomic
def _purge(caisse: Caisse, now: datetime) -> None:
    held = LegalHold.objects.filter(lifted_at__isnull=True, adherent__isnull=False)
    old = Deposit.objects.filter(
        caisse=caisse, sent_at__lt=exchanges_kept_since(caisse.pk, now), thread__isnull=True
    ).exclude(adherent__in=held.values("adherent"))
    numbers = list(old.values_list("pk", flat=True))
    if numbers:
        Deposit.objects.filter(pk__in=numbers).delete()
        trail.record("documents.purged", actor=None, caisse=caisse, deposits=len(numbers))
