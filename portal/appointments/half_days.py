"""Which half-days a place is open: the calendar that its promises are counted with (law C4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from portal.appointments.models import Half
from portal.catalogue.models import Caisse
from portal.deadlines.engine import read_frames, read_weekly
from portal.deadlines.engine.calendar import Calendar
from portal.deadlines.engine.frames import WORKING_DAYS, DayFrames
from portal.deadlines.engine.holidays import NONE, REGIONS
from portal.deadlines.models import Site
from portal.deadlines.rules import FRANCE, rule_in_force

WISHED_WITHIN = timedelta(weeks=4)
ANSWERED_WITHIN = timedelta(weeks=13)
"""How far ahead adherents may wish, and agents propose."""

_HOUR = 3600
_NOON, _ONE = 12 * _HOUR, 13 * _HOUR
_BOUNDS = {Half.MORNING: (0, _NOON), Half.AFTERNOON: (_ONE, 24 * _HOUR)}
_LEAST_OPEN = _HOUR
"""Open for less of a half-day than this is closed."""


@dataclass(frozen=True, order=True)
class Slot:
    """One half-day."""

    day: date
    half: Half

    @property
    def code(self) -> str:
        """As a form says it: ``2026-11-26-morning``."""
        return f"{self.day.isoformat()}-{self.half}"

    def holds(self, at: time) -> bool:
        """Whether an hour is of this half-day; from noon to one, it is of both."""
        if self.half == Half.MORNING:
            return at < time(13)
        return at >= time(12)


def calendar_of(caisse: Caisse, site: Site | None) -> Calendar:
    """The days of a place. A promise counted in calendar days ignores holidays and hours: the
    place is closed on them all the same.
    """
    said = rule_in_force(caisse, site).calendar
    return Calendar(
        week=read_weekly(said.hours) if said.hours else WORKING_DAYS,
        region=said.region if said.region != NONE else _region(caisse, site),
        closures={date.fromisoformat(each["day"]): each["name"] for each in said.closures},
        openings={
            date.fromisoformat(each["day"]): read_frames(each["frames"]) for each in said.openings
        },
    )


def _region(caisse: Caisse, site: Site | None) -> str:
    """Alsace-Moselle's where every département of the place is under local law (law C4)."""
    departements = (
        site.departements if site is not None else [each["code"] for each in caisse.departements]
    )
    if departements and all(code in caisse.local_law_departements for code in departements):
        local = f"{FRANCE}-{departements[0]}"
        if local in REGIONS:
            return local
    return FRANCE


def today_at(caisse: Caisse, now: datetime) -> date:
    """The day at a caisse."""
    return now.astimezone(ZoneInfo(caisse.timezone)).date()


def offered_to_adherents(caisse: Caisse, site: Site | None, now: datetime) -> list[Slot]:
    """The half-days that may be wished, in order: those of closed days are not among them, nor
    those of the first day the place is open again, on which agents answer.
    """
    today = today_at(caisse, now)
    found = list(_open_between(caisse, site, today + timedelta(days=1), today + WISHED_WITHIN))
    return [slot for slot in found if slot.day > found[0].day]


def offered_to_agents(caisse: Caisse, site: Site | None, now: datetime) -> list[Slot]:
    """The half-days that an agent may confirm or propose, from today on."""
    today = today_at(caisse, now)
    return list(_open_between(caisse, site, today, today + ANSWERED_WITHIN))


def _open_between(caisse: Caisse, site: Site | None, first: date, last: date) -> Iterator[Slot]:
    calendar = calendar_of(caisse, site)
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        frames = calendar.day(day).frames
        for half in Half:
            if _open_seconds(frames, half) >= _LEAST_OPEN:
                yield Slot(day, half)


def _open_seconds(frames: DayFrames, half: Half) -> int:
    begin, end = _BOUNDS[half]
    return sum(max(0, min(last, end) - max(first, begin)) for first, last in frames)
