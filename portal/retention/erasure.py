"""Erases what may be erased of one adherent (RGPD 17), and says what is kept and by what right."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import ProtectedError, QuerySet
from post_office.models import STATUS, Email

from portal.accounts.models import Adherent, User
from portal.audit import trail
from portal.messaging.models import Thread, ThreadStatus
from portal.retention.holds import not_held
from portal.retention.purging import past_retention, purge_lot
from portal.web.models import Draft

REASONS = {
    "open": "an answer is still owed (RGPD 17-3-b: a task of public interest)",
    "retention": "held for their time of retention (RGPD 17-3-b; prescriptions of two and three"
    " years), unless erasure before it is decided",
    "hold": "held for a dispute (RGPD 17-3-e)",
    "audit": "the trail of who did and read what holds numbers only and goes after its own time"
    " (RGPD 17-3-b; CNIL 2021-122)",
    "account": "the account stays while exchanges of this person are kept",
    "named": "the account stays while exchanges of other persons name it as their writer",
}
"""By which right something is kept, in the operator's words; the administration has the French."""


@dataclass
class Erased:
    """Counts of rows erased by table, and of what is kept by its reason."""

    erased: Counter[str] = field(default_factory=Counter)
    kept: Counter[str] = field(default_factory=Counter)


def erase(adherent: Adherent, *, by: User | None, exchanges_too: bool, now: datetime) -> Erased:
    """Erase a person's messages begun, e-mails done with, optional contacts, and exchanges past
    their time; with the last exchange, the account and all that hangs on it.

    Small transactions: cut short, asking again goes on from there.

    Args:
        exchanges_too: also exchanges within their time of retention, for they should not be held
            (RGPD 17-1-d). Never one that is open or on hold.
    """
    outcome = Erased()
    outcome.erased += _around(adherent)
    outcome.erased += _exchanges(adherent, by, exchanges_too=exchanges_too, now=now)
    outcome.kept += _kept(adherent, now)
    number, caisse = adherent.pk, adherent.caisse
    exchanges_kept = _threads(adherent).count()
    if exchanges_kept:
        outcome.kept["account"] = 1
    elif (person := _person(adherent)) is None:
        outcome.kept["named"] = 1
    else:
        outcome.erased += person
    outcome.kept["audit"] = 1
    trail.record(
        "adherent.erased",
        actor=by,
        caisse=caisse,
        adherent_id=number,
        exchanges_too=exchanges_too,
        rows=outcome.erased.total(),
        exchanges_kept=exchanges_kept,
    )
    return outcome


@transaction.atomic
def _around(adherent: Adherent) -> Counter[str]:
    erased: Counter[str] = Counter()
    erased.update(Draft.objects.filter(adherent=adherent).delete()[1])
    done = Email.objects.filter(
        notification__thread__adherent=adherent, status__in=[STATUS.sent, STATUS.failed]
    )
    erased.update(done.delete()[1])
    if adherent.mobile_phone:
        adherent.mobile_phone = ""
        adherent.mobile_verified_at = None
        adherent.notify_by_sms = False
        adherent.save(update_fields=["mobile_phone", "mobile_verified_at", "notify_by_sms"])
        erased["mobile_phone"] += 1
    return erased


def _exchanges(
    adherent: Adherent, by: User | None, *, exchanges_too: bool, now: datetime
) -> Counter[str]:
    erased: Counter[str] = Counter()
    # An exchange may have been transferred: each caisse's feed is told of its own.
    for caisse in {thread.caisse for thread in _threads(adherent).select_related("caisse")}:
        if exchanges_too:
            going = Thread.objects.filter(caisse=caisse).exclude(status=ThreadStatus.OPEN)
        else:
            going = past_retention(caisse, now)
        going = going.filter(adherent=adherent)
        while lot := purge_lot(going, caisse, now, action="exchanges.erased", by=by):
            erased += lot
    return erased


def _threads(adherent: Adherent) -> "QuerySet[Thread]":
    return Thread.objects.filter(adherent=adherent)


def _kept(adherent: Adherent, now: datetime) -> Counter[str]:
    threads = _threads(adherent)
    opened = threads.filter(status=ThreadStatus.OPEN)
    ended = threads.exclude(status=ThreadStatus.OPEN)
    free = not_held(ended, now).count()
    counts = {"open": opened.count(), "hold": ended.count() - free, "retention": free}
    return Counter({reason: count for reason, count in counts.items() if count})


def _person(adherent: Adherent) -> Counter[str] | None:
    """Delete the account with all that hangs on it; None when other persons' exchanges name it."""
    try:
        return Counter(adherent.user.delete()[1])
    except ProtectedError:
        return None
