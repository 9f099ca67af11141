"""The exchanges of one adherent: what they find under « Mes messages et mes réponses », and what
agents of a caisse see of them.
"""

from datetime import datetime

from django.utils import timezone

from portal.accounts.models import Adherent
from portal.catalogue.models import Caisse
from portal.messaging.filed_under import with_choice
from portal.messaging.models import Thread
from portal.messaging.reading import complete

HISTORY_YEARS = 3
HISTORY_LENGTH = 50


class AdherentNotFound(Exception):
    """None such, or one who never wrote to this caisse."""


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
    return list(with_choice(complete(mine)).order_by("-sent_at", "-id")[:HISTORY_LENGTH])


def exchanges_with(caisse: Caisse, adherent_id: int) -> list[Thread]:
    """Return the same of one adherent, but those that `caisse` holds only.

    Raises:
        AdherentNotFound: the caisse holds none of theirs, of whatever age.
    """
    theirs = Thread.objects.filter(adherent=adherent_id, caisse=caisse)
    recent = theirs.filter(sent_at__gte=_oldest(timezone.now()))
    found = list(complete(recent).order_by("-sent_at", "-id")[:HISTORY_LENGTH])
    if not found and not theirs.exists():
        raise AdherentNotFound
    return found
