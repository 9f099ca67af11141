"""The ways of counting a caisse may choose from, and the rules of one site."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from portal.deadlines.engine.calendar import Calendar
from portal.deadlines.engine.frames import WHOLE_DAY, WORKING_DAYS, DayFrames, WeeklyFrames
from portal.deadlines.engine.holidays import NONE, check_region
from portal.deadlines.engine.opening import AlwaysOpen, CalendarOpening, Opening


class Kind(StrEnum):
    """What counts (product.md, « Rules of the deadline »)."""

    CALENDAIRE = "calendaire"
    """Every elapsed hour."""
    OUVREES = "ouvrees"
    """The hours of working days, whole days: Monday to Friday but holidays and closures."""
    HEURES = "heures"
    """The hours during which the site is open, several frames a day."""


class UnknownPolicy(ValueError):
    """A policy that this version cannot count."""


class UnknownTimeZone(ValueError):
    """A time zone that this machine does not know."""


@dataclass(frozen=True)
class Rules:
    """How one site counts: hashable data, as a policy and a calendar version store them.

    Attributes:
        week: frames of each weekday; used by `heures` alone.
        closures: local closures, each with its name.
        openings: exceptional openings; with `ouvrees` the whole day counts.
    """

    kind: Kind
    timezone: str = "Europe/Paris"
    region: str = NONE
    week: WeeklyFrames = ()
    closures: tuple[tuple[date, str], ...] = ()
    openings: tuple[tuple[date, DayFrames], ...] = ()


@dataclass(frozen=True)
class Policy:
    """Rules made ready to count with; thread-safe, as what it keeps is only ever added to."""

    kind: Kind
    zone: ZoneInfo
    opening: Opening = field(compare=False)
    calendar: Calendar | None
    """None where no calendar counts: `calendaire`."""


def _week(rules: Rules) -> WeeklyFrames:
    if rules.kind is Kind.OUVREES:
        return WORKING_DAYS
    if len(rules.week) != 7:
        raise UnknownPolicy("the policy “heures” needs the opening hours of a week")
    return rules.week


def _openings(rules: Rules) -> Mapping[date, DayFrames]:
    if rules.kind is Kind.OUVREES:
        return {day: WHOLE_DAY for day, _ in rules.openings}
    return dict(rules.openings)


@lru_cache(maxsize=1024)
def policy_of(rules: Rules) -> Policy:
    """Make rules ready to count with. Equal rules give the same policy, with all that it has laid
    out already.

    Raises:
        UnknownPolicy: no such kind, or `heures` without hours.
        UnknownTimeZone: no such zone.
        UnknownRegion: no such holidays.
    """
    try:
        kind = Kind(rules.kind)
    except ValueError:
        raise UnknownPolicy(f"“{rules.kind}” is no policy: use {', '.join(Kind)}") from None
    try:
        zone = ZoneInfo(rules.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UnknownTimeZone(f"“{rules.timezone}” is no time zone") from None
    check_region(rules.region)
    if kind is Kind.CALENDAIRE:
        return Policy(kind, zone, AlwaysOpen(), None)
    calendar = Calendar(
        week=_week(rules),
        region=rules.region,
        closures=MappingProxyType(dict(rules.closures)),
        openings=MappingProxyType(_openings(rules)),
    )
    return Policy(kind, zone, CalendarOpening(calendar, zone), calendar)
