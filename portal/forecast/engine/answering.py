"""The forecast itself: the question made ready for the runs, and the figures they give."""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

import numpy as np

from portal.deadlines.engine import NeverOpens, due_instant
from portal.deadlines.engine.calendar import DayKind
from portal.deadlines.engine.instants import SECOND, to_us
from portal.forecast.engine.hours import Floats, Horizon, horizon_of, instant_of, pool_seconds
from portal.forecast.engine.learning import SUNDAY
from portal.forecast.engine.question import Message, Promise, Question
from portal.forecast.engine.running import Outcome, TeamWork, run_team
from portal.forecast.engine.sharing import divide

QUANTILES = (10, 50, 90)
AT_RISK_MAX = 100


@dataclass(frozen=True)
class Spread:
    """A number that is not known: its mean, and what eight runs in ten lie between."""

    mean: float
    low: int
    middle: int
    high: int


@dataclass(frozen=True)
class Day:
    """One local day: what breaks, comes, is answered, and waits at its end (means but `broken`)."""

    day: date
    broken: Spread
    arrived: float
    answered: float
    waiting: float


@dataclass(frozen=True)
class AtRisk:
    """A message that waits, and in what part of the runs its deadline breaks."""

    message: Message
    risk: float
    answered_at: datetime | None
    """The median; None: after the days that were looked at."""


@dataclass(frozen=True)
class Answer:
    """What will break, when, and where."""

    late_now: int
    total: Spread
    days: list[Day]
    motifs: dict[str, float]
    """Mean of the broken deadlines of each motif."""
    teams: dict[str, float]
    at_risk: list[AtRisk]
    """The most likely to break first, then the first due; those not late yet only."""


def forecast(question: Question) -> Answer:
    """Simulate a question; the same question has the same answer."""
    horizon = horizon_of(question)
    rng = np.random.default_rng(question.seed)
    by_team: dict[str, list[Message]] = defaultdict(list)
    for message in sorted(question.messages, key=lambda each: (each.due_at, each.thread_id)):
        by_team[message.team].append(message)
    for team in question.demand.by_weekday:
        by_team.setdefault(team, [])
    teams = sorted(by_team)
    works = _works(question, horizon, {team: by_team[team] for team in teams})
    factors = _factors(question, horizon, rng)
    presence = _presence(question, horizon, rng)
    # A generator of its own for each team: a change to one leaves the others' chances alone.
    seeds = rng.integers(0, 2**63, size=len(teams))
    found = {
        team: run_team(works[team], horizon, factors, presence, np.random.default_rng(int(seed)))
        for team, seed in zip(teams, seeds, strict=True)
    }
    return _answer(question, horizon, by_team, found)


def _works(
    question: Question, horizon: Horizon, by_team: Mapping[str, Sequence[Message]]
) -> dict[str, TeamWork]:
    dues = [_dues(promise, horizon) for promise in question.promises]
    shares = np.array([promise.share for promise in question.promises])
    # In the pass that divides the time one due instant stands for all rules: the earliest.
    first_due = np.min(np.stack(dues), axis=0)
    waiting = {
        team: np.array([to_us(each.due_at) / SECOND for each in messages])
        for team, messages in by_team.items()
    }
    arriving = {team: _arriving(question, horizon, team) for team in by_team}
    pace = {team: question.staff.pace(team) for team in by_team}
    given = divide(
        horizon,
        question.pools,
        [pool_seconds(question, horizon, pool) for pool in question.pools],
        {
            team: deque(
                [due, pace[team].mean * len(list(same))] for due, same in groupby(waiting[team])
            )
            for team in by_team
        },
        {team: arriving[team] * pace[team].mean for team in by_team},
        first_due,
    )
    return {
        team: TeamWork(
            due=waiting[team],
            arriving=arriving[team],
            dues=dues,
            shares=shares / shares.sum(),
            seconds=given[team],
            pace=pace[team],
        )
        for team in by_team
    }


def _dues(promise: Promise, horizon: Horizon) -> Floats:
    middles = (horizon.edges[:-1] + horizon.edges[1:]) / 2
    found = np.full(horizon.slots, np.inf)
    for slot, middle in enumerate(middles):
        try:
            due = due_instant(promise.policy, instant_of(float(middle)), promise.budget)
        except NeverOpens:
            continue  # never due: it cannot break
        found[slot] = to_us(due) / SECOND
    return found


def _arriving(question: Question, horizon: Horizon, team: str) -> Floats:
    calendar = question.hours.calendar
    weekdays = [
        SUNDAY
        if calendar is not None and calendar.day(day).kind is DayKind.HOLIDAY
        else day.weekday()
        for day in horizon.days
    ]
    spans = np.diff(horizon.edges) / 3600
    hours = [instant_of(float(edge)).astimezone(question.zone).hour for edge in horizon.edges[:-1]]
    rates = [
        question.demand.rate(team, weekdays[day], hour)
        for day, hour in zip(horizon.day_of_slot, hours, strict=True)
    ]
    return np.asarray(np.array(rates) * spans)


def _factors(question: Question, horizon: Horizon, rng: np.random.Generator) -> Floats:
    """By run and day: how much more than usual comes that day, and in that whole week."""
    runs, days = question.runs, len(horizon.days)
    of_day = _around_one(question.demand.day_variance, (runs, days), rng)
    return of_day * _around_one(question.demand.week_variance, (runs, 1), rng)


def _around_one(variance: float, size: tuple[int, int], rng: np.random.Generator) -> Floats:
    return np.ones(size) if variance < 1e-3 else rng.gamma(1 / variance, variance, size)


def _presence(question: Question, horizon: Horizon, rng: np.random.Generator) -> Floats:
    """How many are there, to those who are expected."""
    agents = sum(pool.agents for pool in question.pools if pool.back_at is None)
    found = np.ones((question.runs, len(horizon.days)))
    found *= _around_one(question.staff.week_variance, (question.runs, 1), rng)
    if agents:
        for place, day in enumerate(horizon.days):
            part = question.staff.attendance[day.weekday()]
            found[:, place] *= rng.binomial(agents, part, question.runs) / (agents * part)
    return found


def _answer(
    question: Question,
    horizon: Horizon,
    by_team: Mapping[str, Sequence[Message]],
    found: Mapping[str, Outcome],
) -> Answer:
    empty = np.zeros((question.runs, len(horizon.days)), dtype=np.int64)
    broken = sum((each.broken for each in found.values()), start=empty)
    answered = sum((each.answered for each in found.values()), start=empty).mean(axis=0)
    arrived = sum((each.arrived for each in found.values()), start=empty).mean(axis=0)
    waiting = len(question.messages) + np.cumsum(arrived - answered)
    motifs: dict[str, float] = defaultdict(float)
    risks: list[AtRisk] = []
    for team, outcome in found.items():
        for message, risk, end in zip(by_team[team], outcome.risk, outcome.ends, strict=True):
            if risk > 0:
                motifs[message.motif] += float(risk)
                at = instant_of(float(end)) if np.isfinite(end) else None
                risks.append(AtRisk(message, float(risk), at))
        new = float(outcome.broken_new.sum())
        for motif, share in question.motif_shares.get(team, {}).items():
            motifs[motif] += new * share
    risks.sort(key=lambda each: (-each.risk, each.message.due_at, each.message.thread_id))
    return Answer(
        late_now=sum(1 for each in question.messages if each.due_at < question.at),
        total=_spread(broken.sum(axis=1)),
        days=[
            Day(
                day=day,
                broken=_spread(broken[:, place]),
                arrived=float(arrived[place]),
                answered=float(answered[place]),
                waiting=max(float(waiting[place]), 0.0),
            )
            for place, day in enumerate(horizon.days)
        ],
        motifs={motif: mean for motif, mean in sorted(motifs.items()) if mean > 0},
        teams={team: float(each.broken.sum(axis=1).mean()) for team, each in found.items()},
        at_risk=risks[:AT_RISK_MAX],
    )


def _spread(counts: np.ndarray) -> Spread:
    low, middle, high = np.percentile(counts, QUANTILES, method="nearest")
    return Spread(float(counts.mean()), int(low), int(middle), int(high))
