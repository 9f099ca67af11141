"""What a forecast is made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from portal.deadlines.engine import Policy
from portal.deadlines.engine.frames import DayFrames
from portal.forecast.engine.learning import Demand, Staff


@dataclass(frozen=True, slots=True)
class Message:
    """An open message whose clock runs. Paused ones are not asked about."""

    thread_id: int
    due_at: datetime
    motif: str
    team: str


@dataclass(frozen=True, slots=True)
class Pool:
    """Agents who answer for the same teams: how many, never who (law C3)."""

    teams: frozenset[str]
    """Empty: for all."""
    agents: int
    back_at: datetime | None = None
    """When they are back, of those who are absent."""


@dataclass(frozen=True)
class Promise:
    """How new messages fall due, and the share of them that this rule is for."""

    policy: Policy
    budget: timedelta
    share: float


@dataclass(frozen=True)
class ExtraOpening:
    """People come on a day, in frames that the calendar does not have.

    Attributes:
        agents: how many come; None: as many as usually.
    """

    day: date
    frames: DayFrames
    agents: int | None = None


@dataclass(frozen=True)
class Question:
    """One caisse at one instant.

    Attributes:
        at: the present instant.
        days: how many local days, today's rest included.
        hours: when people work, as a policy whose open time is theirs.
        promises: shares add up to one.
        motif_shares: by team, the part of each motif in what arrives.
    """

    at: datetime
    days: int
    zone: ZoneInfo
    messages: Sequence[Message]
    demand: Demand
    staff: Staff
    pools: Sequence[Pool]
    hours: Policy
    promises: Sequence[Promise]
    motif_shares: Mapping[str, Mapping[str, float]]
    extra: Sequence[ExtraOpening] = field(default=())
    runs: int = 100
    seed: int = 1
