"""Places and lifts legal holds (« gel »)."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from portal.accounts.models import Adherent, User
from portal.audit import trail
from portal.messaging.models import Thread
from portal.retention.models import LegalHold


@transaction.atomic
def place_hold(
    *,
    by: User | None,
    reason: str,
    until: date | None = None,
    thread: Thread | None = None,
    adherent: Adherent | None = None,
) -> LegalHold:
    """Hold an exchange, or all those of an adherent, back from purge and erasure.

    Args:
        by: who decided it, None for an operator at the command line.
        until: the last day it stands, None for until it is lifted.

    Raises:
        ValueError: no reason, or not exactly one of `thread` and `adherent`.
    """
    whose = thread or adherent
    if not reason.strip() or whose is None or (thread is not None and adherent is not None):
        raise ValueError("a hold has a reason, and an exchange or an adherent")
    # A purge under way holds these rows: it ends first, and sees the hold from then on.
    concerned = Q(pk=thread.pk) if thread else Q(adherent=adherent)
    list(Thread.objects.select_for_update().filter(concerned).order_by("pk").values_list("pk"))
    hold = LegalHold.objects.create(
        caisse=whose.caisse,
        thread=thread,
        adherent=adherent,
        reason=reason.strip(),
        until=until,
        placed_by=by,
        placed_at=timezone.now(),
    )
    trail.record(
        "hold.placed",
        actor=by,
        caisse=whose.caisse,
        thread_id=thread.pk if thread else None,
        hold_id=hold.pk,
        until=until.isoformat() if until else None,
    )
    return hold


@transaction.atomic
def lift_hold(hold: LegalHold, *, by: User | None) -> None:
    """End a hold; ending it again changes nothing."""
    locked = LegalHold.objects.select_for_update().get(pk=hold.pk)
    if locked.lifted_at is not None:
        return
    locked.lifted_at = timezone.now()
    locked.save(update_fields=["lifted_at"])
    trail.record(
        "hold.lifted",
        actor=by,
        caisse=locked.caisse,
        thread_id=locked.thread_id,
        hold_id=locked.pk,
    )


def not_held(threads: "QuerySet[Thread]", now: datetime) -> "QuerySet[Thread]":
    """Leave out the exchanges that a hold still stands on."""
    standing = LegalHold.objects.filter(
        Q(until__isnull=True) | Q(until__gte=timezone.localdate(now)), lifted_at__isnull=True
    )
    return threads.exclude(Exists(standing.filter(thread=OuterRef("pk")))).exclude(
        Exists(standing.filter(adherent=OuterRef("adherent_id")))
    )
