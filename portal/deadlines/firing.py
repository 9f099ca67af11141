"""Writes the warnings and breaches as their instants come, whichever worker is awake.

What is due is found by one index that holds running clocks only, in the order of their next
instants: nothing is read of what is not due. The instants are those that were computed, not when
somebody looked; a unique constraint keeps each event single whatever is restarted.
"""

from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from portal.deadlines.events import ahead, event, passed, write
from portal.deadlines.models import Clock

BATCH = 1000


def fire_due(now: datetime | None = None) -> int:
    """Write every event whose instant has passed, in lots; return how many clocks had one."""
    at = now or timezone.now()
    fired = 0
    while lot := _fire_lot(at):
        fired += lot
    return fired


def next_instant() -> datetime | None:
    """The instant of the next event to come, None when no clock is running."""
    return (
        Clock.objects.filter(next_threshold_at__isnull=False)
        .order_by("next_threshold_at")
        .values_list("next_threshold_at", flat=True)
        .first()
    )


def _fire_lot(now: datetime) -> int:
    with transaction.atomic():
        # A clock that somebody holds is being stopped or paused: they write its events.
        due = Clock.objects.select_for_update(
            of=("self",),
            no_key=True,
            skip_locked=connection.features.has_select_for_update_skip_locked,
        )
        clocks = list(
            due.filter(next_threshold_at__lt=now)
            .select_related("thread")
            .order_by("next_threshold_at")[:BATCH]
        )
        write(
            event(clock, clock.thread.caisse_id, kind, at)
            for clock in clocks
            for kind, at in passed(clock, now)
            if clock.next_threshold_at is not None and at >= clock.next_threshold_at
        )
        for clock in clocks:
            clock.next_threshold_at = ahead(clock, now)
        Clock.objects.bulk_update(clocks, ["next_threshold_at"], batch_size=500)
    return len(clocks)
