"""« Pourquoi cette échéance ? » for one exchange, from the versions it was given."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from portal.deadlines import engine
from portal.deadlines.events import thresholds_of
from portal.deadlines.models import Clock, Pause
from portal.deadlines.rules import engine_pauses, engine_policy
from portal.messaging.models import Thread


@dataclass(frozen=True)
class Explained:
    """An exchange's promise.

    Attributes:
        due_at: None while the clock is paused.
        thresholds: the warnings and the due instant, by their share in hundredths; None where it
            is not known while the clock is paused.
        lines: what counted and what did not, up to the due instant, or to now in a pause.
        reasons: of the pauses, by the instant of their start.
    """

    clock: Clock
    due_at: datetime | None
    thresholds: list[tuple[int, datetime | None]]
    lines: list[engine.Line]
    reasons: dict[datetime, str]


def explain_thread(thread: Thread, now: datetime) -> Explained:
    """Return why an exchange is due when it is due."""
    clock = Clock.objects.select_related("rule__calendar", "site").get(pk=thread.pk)
    rows = list(Pause.objects.filter(thread=thread))
    pauses = engine_pauses(rows)
    held = clock.paused_since
    until = clock.due_at
    if held is not None:
        # Nothing counts from there on: the lines end with the pause as it is now.
        until = max(now, held)
        pauses.append(engine.Pause(held, until))
    lines = engine.explain(
        engine_policy(clock.rule),
        thread.sent_at,
        timedelta(seconds=thread.budget_seconds),
        until,
        pauses,
    )
    return Explained(
        clock=clock,
        due_at=clock.due_at if held is None else None,
        thresholds=[
            (percent, at if held is None or at <= held else None)
            for percent, (_, at) in zip(
                (*engine.THRESHOLDS, 100), thresholds_of(clock), strict=True
            )
        ],
        lines=lines,
        reasons={row.started_at: row.reason for row in rows},
    )
