"""The forecast of broken deadlines: what will break, when and where, and what is supposed."""

from datetime import datetime

import msgspec

from desk.wire.proof import Definition


class ForecastSpread(msgspec.Struct, frozen=True):
    """A number that is not known: eight runs in ten lie from `low` to `high`."""

    mean_tenths: int
    """The mean, in tenths."""
    low: int
    middle: int
    high: int


class ForecastDay(msgspec.Struct, frozen=True):
    """One local day. `arrived` and `answered` are means, as is what waits at its end."""

    day: str
    """``2026-11-20``."""
    broken: ForecastSpread
    arrived: int
    answered: int
    waiting: int


class ForecastPart(msgspec.Struct, frozen=True):
    """The broken deadlines of a motif, or of a team."""

    key: str
    label: str
    broken_tenths: int
    """Mean, in tenths."""


class ForecastTeam(msgspec.Struct, frozen=True):
    """A team: who is there, and what will break. Agents of several teams count in each."""

    key: str
    label: str
    agents: int
    broken_tenths: int


class ThreadAtRisk(msgspec.Struct, frozen=True):
    """A message that waits, and in how many runs of a thousand its deadline breaks."""

    thread_id: int
    due_at: datetime
    motif: str
    team: str
    risk_permille: int
    answered_at: datetime | None
    """The median; None: after the last day looked at."""


class Forecast(msgspec.Struct, frozen=True):
    """``GET /supervision/forecast?days=``, and what if: ``POST /supervision/forecast``."""

    at: datetime
    timezone: str
    seed: int
    runs: int
    open: int
    paused: int
    late_now: int
    """Broken already: in no other figure."""
    total: ForecastSpread
    days: list[ForecastDay]
    unchanged: list[ForecastDay]
    """The same days without the changes that were asked for; empty when none were."""
    unchanged_total: ForecastSpread | None
    motifs: list[ForecastPart]
    """Those with any, the most first."""
    teams: list[ForecastTeam]
    """By label."""
    at_risk: list[ThreadAtRisk]
    """At most 100, the most likely to break first."""
    assumptions: list[Definition]
    """To be shown beside the figures."""


class ForecastMove(msgspec.Struct, frozen=True):
    """So many agents of a team answer for another one only."""

    agents: int
    from_team: str
    to_team: str


class ForecastOpening(msgspec.Struct, frozen=True):
    """People come on a day on which they otherwise would not."""

    day: str
    """``2026-11-21``."""
    frames: str
    """Local hours: ``09:00-12:00``, several with commas."""
    agents: int | None = None
    """How many; None: as many as usual."""


class ForecastRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /supervision/forecast``. Nothing is written by it."""

    days: int
    seed: int = 1
    moves: list[ForecastMove] = []
    openings: list[ForecastOpening] = []
