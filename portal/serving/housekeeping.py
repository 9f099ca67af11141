"""What the portal forgets by itself."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from oauth2_provider.models import clear_expired
from post_office.models import STATUS, Email

from portal.appointments.forgetting import forget_appointments
from portal.documents.forgetting import forget_deposits
from portal.messaging.feed import trim
from portal.messaging.models import Feed
from portal.notifications.models import Sms
from portal.registration.codes import forget_expired
from portal.retention.purging import forget_by_age
from portal.web.drafts import forget_stale

CHANGES_KEPT = timedelta(days=30)
"""A desk that was away for longer starts again from a snapshot."""

MAILS_KEPT = timedelta(days=30)
"""The rendered e-mail goes; its notification, the proof that it was handed over, stays."""

DELETED_AT_ONCE = 500


def keep_house(now: datetime) -> None:
    """Purge exchanges and acts of the trail that are past their time, trim the feeds, and delete
    e-mails long since handed over, sessions and tokens that have ended, and messages begun that
    nobody came back to.
    """
    forget_by_age(now)
    for caisse_code in Feed.objects.values_list("caisse_id", flat=True):
        trim(caisse_code, before=now - CHANGES_KEPT)
    done = Email.objects.filter(
        status__in=[STATUS.sent, STATUS.failed], last_updated__lt=now - MAILS_KEPT
    )
    # By lots: SQLite has one writer, and adherents are sending meanwhile.
    while lot := list(done.values_list("pk", flat=True)[:DELETED_AT_ONCE]):
        Email.objects.filter(pk__in=lot).delete()
    Sms.objects.filter(created_at__lt=now - MAILS_KEPT).delete()
    forget_stale(now)
    forget_deposits(now)
    forget_appointments(now)
    forget_expired(now)
    Session.objects.filter(expire_date__lt=now).delete()
    clear_expired()  # desk's tokens and codes
