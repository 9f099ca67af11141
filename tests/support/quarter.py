"""A simulated half-year of one caisse: each message, each agent, minute by minute. Invented.

It is no copy of what the forecast supposes: agents take one message at a time and not always the
one due first, break off for other work, fall ill unannounced; the season swells and shrinks, and
one week brings twice as much to one team.
"""

import heapq
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from math import pi, sin
from zoneinfo import ZoneInfo

from portal.deadlines.engine import Kind, Policy, Rules, due_instant, policy_of, read_weekly
from portal.deadlines.engine.calendar import DayKind
from portal.deadlines.engine.instants import from_us, to_us
from portal.forecast.engine import (
    Answered,
    Arrived,
    Message,
    Pool,
    Promise,
    Question,
    busy_days,
    learn_demand,
    learn_staff,
)

PARIS = ZoneInfo("Europe/Paris")
BUDGET = timedelta(hours=48)
HOURS = policy_of(
    Rules(kind=Kind.HEURES, region="FR", week=read_weekly("mon-fri 08:30-12:15,13:30-16:30"))
)
WEEKDAYS = (1.35, 1.1, 1.0, 0.95, 0.9, 0.3, 0.25)
BY_HOUR = (0, 0, 0, 0, 0, 0, 1, 3, 7, 10, 11, 9, 6, 7, 9, 9, 8, 6, 4, 3, 3, 2, 1, 1)
TEAMS = {"sante": 95.0, "retraite": 60.0, "cotisations": 45.0}
"""Messages on an ordinary day."""

AGENTS = (
    *(("sante",),) * 3,
    *(("retraite",),) * 2,
    ("cotisations",),
    ("sante", "retraite"),
    ("retraite", "cotisations"),
)
HANDLING_MINUTES = 7.5
ELSEWHERE = 0.05
"""How often an agent turns to other work for half an hour or more after an answer."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One message, and what became of it."""

    number: int
    sent_at: datetime
    due_at: datetime
    team: str
    answered_at: datetime | None
    agent: int

    def breaks_on(self) -> date | None:
        """The local day on which its deadline broke."""
        if self.answered_at is not None and self.answered_at <= self.due_at:
            return None
        return self.due_at.astimezone(PARIS).date()


@dataclass(frozen=True)
class Quarter:
    """What was lived, and the absences that were announced: by agent, first and last day."""

    first: date
    weeks: int
    policy: Policy
    messages: Sequence[Sent]
    holidays: Sequence[tuple[int, date, date]]

    def broken_by_day(self) -> dict[date, int]:
        """Deadlines broken on each local day."""
        found: dict[date, int] = defaultdict(int)
        for message in self.messages:
            day = message.breaks_on()
            if day is not None:
                found[day] += 1
        return found

    def question(self, day: date, days: int, runs: int, seed: int = 1) -> Question:
        """What was known at eight in the morning of `day`."""
        now = datetime.combine(day, time(8), PARIS).astimezone(UTC)
        learned = day - timedelta(weeks=8)
        sent = [each for each in self.messages if each.sent_at < now]
        counts: dict[tuple[date, int, str], int] = defaultdict(int)
        for each in sent:
            local = each.sent_at.astimezone(PARIS)
            if local.date() >= learned:
                counts[local.date(), local.hour, each.team] += 1
        paced = [day - timedelta(days=n) for n in range(14, 0, -1)]
        answers = [
            Answered(each.answered_at, each.sent_at, each.agent, each.team)
            for each in sent
            if each.answered_at is not None
            and each.answered_at < now
            and each.answered_at.astimezone(PARIS).date() >= paced[0]
        ]
        ordinary = [each for each in paced if not is_holiday(each)]
        busy = busy_days(answers, HOURS, PARIS, ordinary)
        return Question(
            at=now,
            days=days,
            zone=PARIS,
            messages=[
                Message(each.number, each.due_at, each.team, each.team)
                for each in sent
                if each.answered_at is None or each.answered_at >= now
            ],
            demand=learn_demand(
                [Arrived(*key, count) for key, count in counts.items()], learned, day, is_holiday
            ),
            staff=learn_staff(answers, len(AGENTS), HOURS, PARIS, busy, ordinary),
            pools=[
                Pool(frozenset(teams), 1, self._back(agent, day))
                for agent, teams in enumerate(AGENTS)
            ],
            hours=HOURS,
            promises=[Promise(self.policy, BUDGET, 1.0)],
            motif_shares={},
            runs=runs,
            seed=seed,
        )

    def _back(self, agent: int, day: date) -> datetime | None:
        for whose, begin, end in self.holidays:
            if whose == agent and begin <= day <= end:
                return datetime.combine(end + timedelta(days=1), time(), PARIS)
        return None


def is_holiday(day: date) -> bool:
    """Whether `day` is a public holiday."""
    assert HOURS.calendar is not None
    return HOURS.calendar.day(day).kind is DayKind.HOLIDAY


def live(seed: int, first: date, weeks: int, burst_week: int, kind: Kind = Kind.OUVREES) -> Quarter:
    """Simulate `weeks` from the Monday `first`; in one of them a team gets twice as much."""
    rng = random.Random(seed)
    policy = policy_of(Rules(kind=kind, region="FR" if kind is not Kind.CALENDAIRE else "none"))
    arrivals = _arrivals(rng, first, weeks, burst_week)
    holidays = _holidays(rng, first, weeks)
    away = {
        (agent, begin + timedelta(days=n))
        for agent, begin, end in holidays
        for n in range((end - begin).days + 1)
    } | _illnesses(rng, first, weeks)
    messages = _answer(rng, arrivals, away, first + timedelta(weeks=weeks), policy)
    return Quarter(first, weeks, policy, messages, holidays)


def _arrivals(
    rng: random.Random, first: date, weeks: int, burst_week: int
) -> list[tuple[datetime, str]]:
    found = []
    for n in range(weeks * 7):
        day = first + timedelta(days=n)
        season = 1 + 0.18 * sin(2 * pi * n / 91)
        weekday = 6 if is_holiday(day) else day.weekday()
        mood = rng.gauss(1, 0.12)
        for team, usual in TEAMS.items():
            burst = 1.9 if n // 7 == burst_week and team == "sante" else 1.0
            wanted = max(usual * season * WEEKDAYS[weekday] * mood * burst, 0)
            for _ in range(round(rng.gauss(wanted, wanted**0.5))):
                hour = rng.choices(range(24), BY_HOUR)[0]
                at = datetime.combine(day, time(hour), PARIS) + timedelta(
                    seconds=rng.random() * 3600
                )
                found.append((at.astimezone(UTC), team))
    return sorted(found)


def _holidays(rng: random.Random, first: date, weeks: int) -> list[tuple[int, date, date]]:
    found = []
    for agent in range(len(AGENTS)):
        for week in rng.sample(range(weeks), max(weeks // 9, 1)):
            begin = first + timedelta(weeks=week)
            found.append((agent, begin, begin + timedelta(days=6)))
    return found


def _illnesses(rng: random.Random, first: date, weeks: int) -> set[tuple[int, date]]:
    return {
        (agent, first + timedelta(days=n + more))
        for agent in range(len(AGENTS))
        for n in range(weeks * 7)
        if rng.random() < 0.012
        for more in range(rng.randint(1, 3))
    }


def _answer(
    rng: random.Random,
    arrivals: Sequence[tuple[datetime, str]],
    away: set[tuple[int, date]],
    end: date,
    policy: Policy,
) -> list[Sent]:
    waiting: dict[str, list[tuple[datetime, int]]] = {team: [] for team in TEAMS}
    dues = [due_instant(policy, at, BUDGET) for at, _ in arrivals]
    answered: dict[int, tuple[datetime, int]] = {}
    came = 0
    free = [(arrivals[0][0], agent) for agent in range(len(AGENTS))]
    heapq.heapify(free)
    stop = datetime.combine(end, time(), PARIS)
    while free:
        now, agent = heapq.heappop(free)
        now = from_us(HOURS.opening.next_open(to_us(now)))
        if now >= stop:
            continue
        day = now.astimezone(PARIS).date()
        if (agent, day) in away:
            heapq.heappush(free, (datetime.combine(day + timedelta(days=1), time(), PARIS), agent))
            continue
        if free and free[0][0] < now:
            heapq.heappush(free, (now, agent))  # somebody else comes first
            continue
        while came < len(arrivals) and arrivals[came][0] <= now:
            heapq.heappush(waiting[arrivals[came][1]], (dues[came], came))
            came += 1
        mine = [team for team in AGENTS[agent] if waiting[team]]
        if not mine:
            heapq.heappush(free, (now + timedelta(minutes=4), agent))
            continue
        queue = waiting[min(mine, key=lambda team: waiting[team][0])]
        if rng.random() < 0.2:  # one that was easy, or came to hand
            place = rng.randrange(min(len(queue), 30))
            _, number = queue.pop(place)
            heapq.heapify(queue)
        else:
            _, number = heapq.heappop(queue)
        minutes = rng.lognormvariate(0, 0.6) * HANDLING_MINUTES / 1.197
        done = from_us(HOURS.opening.advance(to_us(now), int(minutes * 60e6)))
        answered[number] = (done, agent)
        if rng.random() < ELSEWHERE:
            done += timedelta(minutes=rng.uniform(30, 120))
        heapq.heappush(free, (done, agent))
    return [
        Sent(number, at, dues[number], team, *answered.get(number, (None, -1)))
        for number, (at, team) in enumerate(arrivals)
    ]
