"""The forecast of broken deadlines: what will break, when and where, and what is supposed."""

from datetime import datetime
from typing import Annotated

from ninja import Schema
from pydantic import Field, StrictInt

from portal.api.schemas.kinds import Code
from portal.api.schemas.proof import Definition

DAYS_MAX = 14
SEED_MAX = 2**31 - 1
CHANGES_MAX = 10
DAY_PATTERN = r"^20[0-9]{2}-[0-9]{2}-[0-9]{2}$"
FRAMES_PATTERN = r"^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}(,[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2})*$"
Agents = Annotated[StrictInt, Field(ge=1, le=500)]


class ForecastSpread(Schema):
    """A number that is not known: eight runs in ten lie from `low` to `high`."""

    mean_tenths: int = Field(description="The mean, in tenths")
    low: int
    middle: int
    high: int


class ForecastDay(Schema):
    """One local day. `arrived` and `answered` are means, as is what waits at its end."""

    day: str = Field(description="« 2026-11-20 »")
    broken: ForecastSpread
    arrived: int
    answered: int
    waiting: int


class ForecastPart(Schema):
    """The broken deadlines of a motif."""

    key: str
    label: str
    broken_tenths: int = Field(description="Mean, in tenths")


class ForecastTeam(Schema):
    """A team: who is there, and what will break. Agents of several teams count in each."""

    key: str
    label: str
    agents: int
    broken_tenths: int


class ThreadAtRisk(Schema):
    """A message that waits, and in how many runs of a thousand its deadline breaks."""

    thread_id: int
    due_at: datetime
    motif: str
    team: str
    risk_permille: int
    answered_at: datetime | None = Field(
        description="The median; null: after the last day looked at"
    )


class Forecast(Schema):
    """What will break in the coming days, and what this supposes."""

    at: datetime
    timezone: str
    seed: int
    runs: int
    open: int
    paused: int
    late_now: int = Field(description="Broken already: in no other figure")
    total: ForecastSpread
    days: list[ForecastDay]
    unchanged: list[ForecastDay] = Field(
        description="The same days without the changes that were asked for; empty when none were"
    )
    unchanged_total: ForecastSpread | None
    motifs: list[ForecastPart] = Field(description="Those with any, the most first")
    teams: list[ForecastTeam]
    at_risk: list[ThreadAtRisk] = Field(description="At most 100, the most likely to break first")
    assumptions: list[Definition] = Field(description="To be shown beside the figures")


class ForecastMove(Schema):
    """So many agents of a team answer for another one only."""

    agents: Agents
    from_team: Code
    to_team: Code


class ForecastOpening(Schema):
    """People come on a day on which they otherwise would not."""

    day: str = Field(pattern=DAY_PATTERN, description="« 2026-11-21 »")
    frames: str = Field(
        pattern=FRAMES_PATTERN,
        max_length=120,
        description="Local hours: « 09:00-12:00 », several with commas",
    )
    agents: Agents | None = Field(None, description="How many; null: as many as usual")


class ForecastRequest(Schema):
    """What if: nothing is written."""

    days: Annotated[StrictInt, Field(ge=1, le=DAYS_MAX)]
    seed: Annotated[StrictInt, Field(ge=0, le=SEED_MAX)] = 1
    moves: list[ForecastMove] = Field([], max_length=CHANGES_MAX)
    openings: list[ForecastOpening] = Field([], max_length=CHANGES_MAX)
