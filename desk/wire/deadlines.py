"""Why an exchange is due when it is due."""

from datetime import datetime
from typing import Literal

import msgspec


class Pause(msgspec.Struct, frozen=True):
    """A clock that stands still, for a stated reason: « en pause, reste 3 h 20 »."""

    since: datetime
    reason: str
    left_ms: int
    """What is left of the budget, in counted milliseconds; below zero when it was late already."""


class DeadlineThreshold(msgspec.Struct, frozen=True):
    """The instant at which a share of the budget is used, in hundredths; None while the clock is
    paused and the share is not used yet.
    """

    percent: int
    at: datetime | None


class DeadlineLine(msgspec.Struct, frozen=True):
    """One run of time that counted, or did not. Lines follow each other without a hole."""

    kind: Literal["open", "night", "break", "day_off", "holiday", "closure", "pause"]
    start: datetime
    end: datetime
    name: str
    """Of the holiday or closure, or the reason of the pause; else empty."""
    counted_ms: int
    left_ms: int
    """What is left of the budget at the end of the line."""


class Deadline(msgspec.Struct, frozen=True):
    """The promise of one exchange, explained: « Pourquoi cette échéance ? »."""

    thread_id: int
    policy: Literal["calendaire", "ouvrees", "heures"]
    policy_version: int
    calendar_version: int
    timezone: str
    holidays: str
    """Region of the public holidays: ``FR``, ``FR-57``, ``none``."""
    site: str | None
    """Code of the site; None where the rule is the whole caisse's."""
    budget_seconds: int
    sent_at: datetime
    due_at: datetime | None
    """None while the clock is paused."""
    pause: Pause | None
    thresholds: list[DeadlineThreshold]
    lines: list[DeadlineLine]
