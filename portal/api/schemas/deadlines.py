"""Why an exchange is due when it is due."""

from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field


class Pause(Schema):
    """A clock that stands still, for a stated reason."""

    since: datetime
    reason: str
    left_ms: int = Field(
        description="What is left of the budget, in counted milliseconds; below zero when late"
    )


class DeadlineThreshold(Schema):
    """The instant at which a share of the budget is used; null while the clock is paused and the
    share is not used yet.
    """

    percent: int = Field(description="50, 75, 90, or 100: the due instant")
    at: datetime | None


class DeadlineLine(Schema):
    """One run of time that counted, or did not. Lines follow each other without a hole."""

    kind: Literal["open", "night", "break", "day_off", "holiday", "closure", "pause"]
    start: datetime
    end: datetime
    name: str = Field(description="Of the holiday or closure, or the reason of the pause")
    counted_ms: int
    left_ms: int = Field(description="What is left of the budget at the end of the line")


class Deadline(Schema):
    """The promise of one exchange, explained."""

    thread_id: int
    policy: Literal["calendaire", "ouvrees", "heures"]
    policy_version: int
    calendar_version: int
    timezone: str
    holidays: str = Field(description="Region of the public holidays: « FR », « FR-57 », « none »")
    site: str | None = Field(description="Code of the site, null where the whole caisse's rule is")
    budget_seconds: int
    sent_at: datetime
    due_at: datetime | None = Field(description="Null while the clock is paused")
    pause: Pause | None
    thresholds: list[DeadlineThreshold]
    lines: list[DeadlineLine]
