"""Writes an explained deadline, and a pause, as the plain dicts that travel to desk."""

from datetime import timedelta
from typing import Any

from portal.deadlines.engine import LineKind
from portal.deadlines.explaining import Explained
from portal.deadlines.models import Clock
from portal.messaging.models import Thread

Shape = dict[str, Any]

MILLISECOND = timedelta(milliseconds=1)


def pause_shape(clock: Clock) -> Shape | None:
    """The pause that is running, None when the clock is not held."""
    if clock.paused_since is None:
        return None
    return {
        "since": clock.paused_since,
        "reason": clock.paused_reason,
        "left_ms": clock.paused_left_ms,
    }


def deadline_shape(thread: Thread, explained: Explained) -> Shape:
    """The promise of one exchange, explained."""
    rule = explained.clock.rule
    site = explained.clock.site
    return {
        "thread_id": thread.pk,
        "policy": rule.kind,
        "policy_version": rule.number,
        "calendar_version": rule.calendar.number,
        "timezone": rule.calendar.timezone,
        "holidays": rule.calendar.region,
        "site": None if site is None else site.code,
        "budget_seconds": thread.budget_seconds,
        "sent_at": thread.sent_at,
        "due_at": explained.due_at,
        "pause": pause_shape(explained.clock),
        "thresholds": [{"percent": percent, "at": at} for percent, at in explained.thresholds],
        "lines": [
            {
                "kind": line.kind.value,
                "start": line.start,
                "end": line.end,
                "name": explained.reasons.get(line.start, "")
                if line.kind is LineKind.PAUSE
                else line.name,
                "counted_ms": line.counted // MILLISECOND,
                "left_ms": line.left // MILLISECOND,
            }
            for line in explained.lines
        ],
    }
