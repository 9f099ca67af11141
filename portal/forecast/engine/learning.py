"""What the last weeks teach: how many messages arrive when, and how fast they are answered.

Measured by team and by weekday, never by person (law C3): an agent's key tells one day's answers
apart and is forgotten.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import fmean, pstdev
from zoneinfo import ZoneInfo

from portal.deadlines.engine import Policy
from portal.deadlines.engine.counting import used_between
from portal.deadlines.engine.instants import from_us, to_us

HALF_LIFE_WEEKS = 2.0
"""A week two weeks older counts half: the season is followed, one odd week is not believed."""

SUNDAY = 6
"""Whose arrivals a public holiday has."""

LEVEL_DAYS = 3
LEVEL_BOUNDS = (0.5, 2.0)
"""How far the last days may move the whole level."""

FEWEST_IN_A_WEEK, FEWEST_WEEKS = 20, 4

DEFAULT_HANDLING = timedelta(minutes=12)
LONGEST_HANDLING = timedelta(hours=1)
"""Open time without an answer beyond this was spent elsewhere, not on one message."""

FEWEST_ANSWERS = 20
FEWEST_DAYS = 3


@dataclass(frozen=True, slots=True)
class Arrived:
    """How many messages of a team were sent in one local hour."""

    day: date
    hour: int
    team: str
    count: int


@dataclass(frozen=True)
class Demand:
    """What usually arrives: messages an hour, by team, weekday and hour of the day."""

    by_weekday: Mapping[str, Sequence[float]]
    """Of each team, seven counts a day."""
    hours: Sequence[Sequence[float]]
    """Of each weekday, the part of the day's messages that comes in each of 24 hours."""
    level: float
    """What the last days were, to what was usual."""
    day_variance: float
    """How much whole days vary beyond chance, as a variance of a factor around one."""
    week_variance: float
    """The same of whole weeks: what is above the usual today is so tomorrow, too."""
    messages: int
    days: int
    """What it was learned from."""

    def rate(self, team: str, weekday: int, hour: int) -> float:
        """Messages in that hour."""
        days = self.by_weekday.get(team)
        return 0.0 if days is None else days[weekday] * self.hours[weekday][hour] * self.level


def learn_demand(
    arrived: Iterable[Arrived],
    since: date,
    today: date,
    is_holiday: Callable[[date], bool],
) -> Demand:
    """Learn from whole local days ``[since, today)``; public holidays are left out."""
    days = [since + timedelta(days=n) for n in range((today - since).days)]
    ordinary = [day for day in days if not is_holiday(day)]
    weights = {day: 0.5 ** ((today - day).days / 7 / HALF_LIFE_WEEKS) for day in ordinary}
    of_team: dict[str, list[float]] = defaultdict(lambda: [0.0] * 7)
    of_hour = [[0.0] * 24 for _ in range(7)]
    of_day: dict[date, int] = dict.fromkeys(days, 0)
    messages = 0
    for each in arrived:
        if each.day in of_day:
            of_day[each.day] += each.count
            messages += each.count
        if each.day in weights:
            of_team[each.team][each.day.weekday()] += weights[each.day] * each.count
            of_hour[each.day.weekday()][each.hour] += weights[each.day] * each.count
    totals = [0.0] * 7
    for day, weight in weights.items():
        totals[day.weekday()] += weight
    by_weekday = {
        team: [count / total if total else 0.0 for count, total in zip(counts, totals, strict=True)]
        for team, counts in of_team.items()
    }
    hours = [[count / sum(day) if sum(day) else 1 / 24 for count in day] for day in of_hour]
    usual = [sum(counts[weekday] for counts in by_weekday.values()) for weekday in range(7)]
    return Demand(
        by_weekday=by_weekday,
        hours=hours,
        level=_level(of_day, usual, ordinary),
        day_variance=_variance(of_day, usual, ordinary),
        week_variance=_week_variance(of_day, usual, ordinary, today),
        messages=messages,
        days=len(days),
    )


def _level(of_day: Mapping[date, int], usual: Sequence[float], ordinary: Sequence[date]) -> float:
    """Half-way from the usual to what the last working days were."""
    last = [day for day in ordinary if day.weekday() < 5][-LEVEL_DAYS:]
    expected = sum(usual[day.weekday()] for day in last)
    if len(ordinary) < 14 or expected < 10:
        return 1.0
    ratio: float = (sum(of_day[day] for day in last) / expected) ** 0.5
    return min(max(ratio, LEVEL_BOUNDS[0]), LEVEL_BOUNDS[1])


def _variance(
    of_day: Mapping[date, int], usual: Sequence[float], ordinary: Sequence[date]
) -> float:
    found = [
        ((of_day[day] - usual[day.weekday()]) ** 2 - usual[day.weekday()])
        / usual[day.weekday()] ** 2
        for day in ordinary
        if usual[day.weekday()] >= 5
    ]
    return min(max(fmean(found), 0.0), 1.0) if len(found) >= 7 else 0.04


def _week_variance(
    of_day: Mapping[date, int], usual: Sequence[float], ordinary: Sequence[date], today: date
) -> float:
    weeks: dict[int, list[date]] = defaultdict(list)
    for day in ordinary:
        weeks[(today - day).days // 7].append(day)
    found = []
    for days in weeks.values():
        expected = sum(usual[day.weekday()] for day in days)
        if expected >= FEWEST_IN_A_WEEK:
            ratio = sum(of_day[day] for day in days) / expected
            found.append((ratio - 1) ** 2 - 1 / expected)
    return min(max(fmean(found), 0.0), 0.25) if len(found) >= FEWEST_WEEKS else 0.01


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer. `agent` only tells whose day it belongs to."""

    at: datetime
    sent_at: datetime
    agent: Hashable
    team: str


@dataclass(frozen=True)
class Pace:
    """How long one answer takes, in open seconds."""

    mean: float
    spread: float
    """The standard deviation, to the mean."""
    answers: int
    """What it was measured from; 0: too few, it is supposed."""


@dataclass(frozen=True)
class Staff:
    """How those who answer work: by team and weekday, never by person."""

    paces: Mapping[str, Pace]
    usual_pace: Pace
    """Of a team without enough answers of its own."""
    attendance: Sequence[float]
    """Of each weekday, the part of the agents who answer anything."""
    availability: float
    """The part of the open time of those who are there that goes into answers."""
    week_variance: float
    """How much that part varies from week to week, as a variance of a factor around one."""
    days: int
    """Agents' days that this was measured from; 0: supposed."""

    def pace(self, team: str) -> Pace:
        """That of a team."""
        return self.paces.get(team, self.usual_pace)


def learn_staff(
    answers: Iterable[Answered],
    agents: int,
    hours: Policy,
    zone: ZoneInfo,
    busy_days: Collection[date],
    days: Collection[date],
) -> Staff:
    """Measure how fast answers are given and how many agents are there.

    The time of an answer is the open time since the same agent's answer before, where its message
    waited already: otherwise the agent may have had nothing to do.

    Args:
        agents: how many might have been there.
        busy_days: the local days at whose end messages still waited, so that nobody had been idle.
        days: the local days that were looked at, holidays left out.
    """
    of_day: dict[tuple[Hashable, date], list[Answered]] = defaultdict(list)
    for each in answers:
        of_day[each.agent, each.at.astimezone(zone).date()].append(each)
    taken: dict[str, list[float]] = defaultdict(list)
    for day in of_day.values():
        day.sort(key=lambda each: each.at)
        for before, after in pairwise(day):
            if after.sent_at <= before.at:
                gap = used_between(hours, before.at, after.at)
                if timedelta(0) < gap <= LONGEST_HANDLING:
                    taken[after.team].append(gap.total_seconds())
    everything = [seconds for team in taken.values() for seconds in team]
    usual = _pace(everything) or Pace(DEFAULT_HANDLING.total_seconds(), 0.7, 0)
    paces = {team: pace for team, seconds in taken.items() if (pace := _pace(seconds))}
    worked = [(len(day), key[1], day) for key, day in of_day.items()]
    availability, week_variance = _availability(worked, paces, usual, hours, zone, busy_days)
    return Staff(
        paces=paces,
        usual_pace=usual,
        attendance=_attendance(of_day, agents, days),
        availability=availability,
        week_variance=week_variance,
        days=len(of_day),
    )


def _pace(seconds: Sequence[float]) -> Pace | None:
    if len(seconds) < FEWEST_ANSWERS:
        return None
    mean = fmean(seconds)
    return Pace(mean, min(pstdev(seconds) / mean, 2.0), len(seconds))


def _attendance(
    of_day: Iterable[tuple[Hashable, date]], agents: int, days: Collection[date]
) -> list[float]:
    there: dict[date, int] = defaultdict(int)
    for _, day in of_day:
        there[day] += 1
    parts: list[float] = []
    for weekday in range(7):
        counted = [there[day] / agents for day in days if day.weekday() == weekday and agents]
        parts.append(min(fmean(counted), 1.0) if len(counted) >= 2 else 0.0)
    usual = [part for part in parts if part > 0]
    # A weekday never worked before has the others' attendance, should people come all the same.
    mean = fmean(usual) if usual else 1.0
    return [part or mean for part in parts]


def _availability(
    worked: Sequence[tuple[int, date, Sequence[Answered]]],
    paces: Mapping[str, Pace],
    usual: Pace,
    hours: Policy,
    zone: ZoneInfo,
    busy_days: Collection[date],
) -> tuple[float, float]:
    of_week: dict[tuple[int, int], list[float]] = defaultdict(lambda: [0.0, 0.0])
    counted = 0
    for _, day, answers in worked:
        if day not in busy_days:
            continue
        morning = datetime(day.year, day.month, day.day, tzinfo=zone)
        open_time = used_between(hours, morning, morning + timedelta(days=1)).total_seconds()
        if not open_time:
            continue
        week = of_week[day.isocalendar()[:2]]
        week[0] += sum(paces.get(each.team, usual).mean for each in answers)
        week[1] += open_time
        counted += 1
    if counted < FEWEST_DAYS or not usual.answers:
        return 1.0, 0.01
    mean = sum(spent for spent, _ in of_week.values()) / sum(there for _, there in of_week.values())
    varied = fmean((spent / there / mean - 1) ** 2 for spent, there in of_week.values())
    return min(max(mean, 0.05), 1.0), min(varied, 0.25) if len(of_week) >= FEWEST_WEEKS else 0.01


def busy_days(
    answers: Sequence[Answered], hours: Policy, zone: ZoneInfo, days: Collection[date]
) -> set[date]:
    """The local days at whose last open instant more messages waited than agents had answered.

    On other days somebody may have had nothing to do, and how little was answered says nothing.
    """
    there: dict[date, set[Hashable]] = defaultdict(set)
    for each in answers:
        there[each.at.astimezone(zone).date()].add(each.agent)
    found: set[date] = set()
    for day in days:
        morning = datetime(day.year, day.month, day.day, tzinfo=zone)
        periods = list(hours.opening.periods(to_us(morning), to_us(morning + timedelta(days=1))))
        if periods:
            closing = from_us(periods[-1][1])
            waiting = sum(1 for each in answers if each.sent_at < closing < each.at)
            if waiting > len(there[day]):
                found.add(day)
    return found
