"""The exchanges an adherent finds under « Mes messages et mes réponses »."""

from datetime import datetime

from django.utils import timezone

from portal.accounts.models import Adherent
from portal.messaging.models import Thread
from portal.messaging.reading import complete

HISTORY_YEARS = 3
HISTORY_LENGTH = 50


def _oldest(now: datetime) -> datetime:
    try:
        return now.replace(year=now.year - HISTORY_YEARS)
    except ValueError:
        # 29 February, three years before, is 28 February.
        return now.replace(year=now.year - HISTORY_YEARS, day=28)


def exchanges_of(adherent: Adherent) -> list[Thread]:
    """Return the 50 most recent exchanges under 36 months, newest first, with their messages.

    Source: R-HOM-07, read as A19 line 12 reads it.
    """
    mine = Thread.objects.filter(adherent=adherent, sent_at__gte=_oldest(timezone.now()))
    return list(complete(mine).order_by("-sent_at", "-id")[:HISTORY_LENGTH])
