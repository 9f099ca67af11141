"""Invented questions to the deadline engine, and a second, slow way to answer them.

The slow way shares nothing with the engine: it marks open minutes one by one, and its local times
come from dateutil's time zones.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from dateutil import tz
from hypothesis import strategies as st

from portal.deadlines.engine import Kind, Pause, Policy, Rules, policy_of
from portal.deadlines.engine.holidays import holidays_of

MINUTE = timedelta(minutes=1)
ZONES = (
    "Europe/Paris",
    "Europe/Paris",
    "UTC",
    "America/New_York",
    "America/Santiago",  # clocks jump at midnight
    "Australia/Lord_Howe",  # by half an hour
    "Asia/Kathmandu",
)
# Around changes of clocks and holidays, in Paris and elsewhere.
ANCHORS = (
    datetime(2026, 3, 27, tzinfo=UTC),
    datetime(2026, 10, 23, tzinfo=UTC),
    datetime(2026, 9, 5, tzinfo=UTC),
    datetime(2026, 4, 2, tzinfo=UTC),
    datetime(2026, 12, 23, tzinfo=UTC),
    datetime(2027, 5, 4, tzinfo=UTC),
    datetime(2026, 11, 20, tzinfo=UTC),
)
MAX_BUDGET = 40 * 60


@dataclass(frozen=True)
class Case:
    """One question; everything in whole minutes, so that minutes can be counted."""

    rules: Rules
    start: datetime
    budget: timedelta
    pauses: tuple[Pause, ...]

    @property
    def policy(self) -> Policy:
        return policy_of(self.rules)


def _frames(cuts: list[int]) -> tuple[tuple[int, int], ...]:
    points = sorted({cut * 900 for cut in cuts})
    return tuple(zip(points[::2], points[1::2], strict=False))


day_frames = st.lists(st.integers(0, 96), max_size=6).map(_frames)
some_frames = st.lists(st.integers(0, 96), min_size=2, max_size=6, unique=True).map(_frames)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A question about any policy, with holidays, closures, openings and pauses."""
    kind = draw(st.sampled_from(Kind))
    start = draw(st.sampled_from(ANCHORS)) + MINUTE * draw(st.integers(0, 4 * 1440))
    near = st.integers(-1, 8).map(lambda days: start.date() + timedelta(days=days))
    week: tuple[tuple[tuple[int, int], ...], ...] = ()
    if kind is Kind.HEURES:
        # One day at least is open for long, or a budget of hours would take months.
        week = tuple(draw(st.lists(day_frames, min_size=6, max_size=6)))
        week = (((8 * 3600, 20 * 3600),), *week)
    rules = Rules(
        kind,
        timezone=draw(st.sampled_from(ZONES)),
        region=draw(st.sampled_from(("FR", "FR-57", "none"))),
        week=week,
        closures=tuple((day, "") for day in draw(st.lists(near, max_size=2, unique=True))),
        openings=tuple(
            (day, draw(some_frames)) for day in draw(st.lists(near, max_size=1, unique=True))
        ),
    )
    pauses = []
    for _ in range(draw(st.integers(0, 3))):
        begin = start + MINUTE * draw(st.integers(-300, 6000))
        pauses.append(Pause(begin, begin + MINUTE * draw(st.integers(0, 3000))))
    budget = MINUTE * draw(st.integers(0, MAX_BUDGET))
    return Case(rules, start, budget, tuple(pauses))


def due_by_the_minute(case: Case) -> datetime:
    """Count minutes until the budget is used up."""
    days = 14
    while True:
        counts = _marked(case, days)
        wanted = case.budget // MINUTE
        if wanted == 0:
            place = counts.find(1)
            if place >= 0:
                return case.start + place * MINUTE
        elif counts.count(1) >= wanted:
            for place, counted in enumerate(counts):
                wanted -= counted
                if wanted == 0:
                    return case.start + (place + 1) * MINUTE
        days *= 2


def _marked(case: Case, days: int) -> bytearray:
    """One byte for each minute from the start: whether it counts."""
    minutes = days * 1440
    if case.rules.kind is Kind.CALENDAIRE:
        counts = bytearray(b"\1") * minutes
    else:
        counts = bytearray(minutes)
        zone = tz.gettz(case.rules.timezone)
        first = case.start.date() - timedelta(days=2)
        for offset in range(days + 4):
            day = first + timedelta(days=offset)
            for begin, end in _frames_of(case.rules, day):
                _mark(counts, case.start, _instant(day, begin, zone), _instant(day, end, zone), 1)
    for pause in case.pauses:
        _mark(counts, case.start, pause.start, pause.end, 0)
    return counts


def _mark(counts: bytearray, base: datetime, begin: datetime, end: datetime, value: int) -> None:
    first = min(max((begin - base) // MINUTE, 0), len(counts))
    last = min(max((end - base) // MINUTE, 0), len(counts))
    if first < last:
        counts[first:last] = bytes([value]) * (last - first)


def _frames_of(rules: Rules, day: date) -> tuple[tuple[int, int], ...]:
    openings = dict(rules.openings)
    whole = ((0, 86_400),)
    if day in openings:
        return whole if rules.kind is Kind.OUVREES else openings[day]
    if day in dict(rules.closures) or day in holidays_of(rules.region, day.year):
        return ()
    if rules.kind is Kind.OUVREES:
        return whole if day.weekday() < 5 else ()
    return rules.week[day.weekday()]


def _instant(day: date, second: int, zone: tz.tzfile) -> datetime:
    local = datetime(day.year, day.month, day.day, tzinfo=zone) + timedelta(seconds=second)
    return tz.resolve_imaginary(local).astimezone(UTC)
