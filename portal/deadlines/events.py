"""Writes the breach ledger: exact instants, each event once."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from portal.deadlines.models import Clock, DeadlineEvent, DeadlineEventKind

Kind = DeadlineEventKind


def thresholds_of(clock: Clock) -> tuple[tuple[Kind, datetime], ...]:
    """The warnings and the breach, in order. The breach is strictly after its instant."""
    return (
        (Kind.WARNED_50, clock.warn_50_at),
        (Kind.WARNED_75, clock.warn_75_at),
        (Kind.WARNED_90, clock.warn_90_at),
        (Kind.BREACHED, clock.due_at),
    )


def passed(clock: Clock, now: datetime) -> list[tuple[Kind, datetime]]:
    """The thresholds behind a clock that ran until `now`. An answer at the due instant keeps."""
    return [
        (kind, at)
        for kind, at in thresholds_of(clock)
        if (at < now if kind is Kind.BREACHED else at <= now)
    ]


def ahead(clock: Clock, now: datetime) -> datetime | None:
    """The next threshold that `passed` does not hold yet."""
    return next(
        (
            at
            for kind, at in thresholds_of(clock)
            if (at >= now if kind is Kind.BREACHED else at > now)
        ),
        None,
    )


def event(
    clock: Clock,
    caisse_code: str,
    kind: Kind,
    at: datetime,
    **detail: str | int | None,
) -> DeadlineEvent:
    """Make one line of the ledger, not yet written."""
    return DeadlineEvent(
        thread_id=clock.pk,
        caisse_id=caisse_code,
        kind=kind,
        at=at,
        recorded_at=timezone.now(),
        revision=clock.revision,
        detail=detail,
    )


def write(events: Iterable[DeadlineEvent]) -> None:
    """Write lines; one that is there already is not written again."""
    DeadlineEvent.objects.bulk_create(list(events), ignore_conflicts=True, batch_size=500)
