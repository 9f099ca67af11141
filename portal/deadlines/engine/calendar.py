"""Which frames a day has, and why it has none: the week, holidays, closures, openings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.deadlines.engine.frames import DayFrames, WeeklyFrames
from portal.deadlines.engine.holidays import holidays_of


class DayKind(StrEnum):
    """What a day is, for whoever asks why it counted or not."""

    ORDINARY = "ordinary"
    DAY_OFF = "day_off"
    """The week has no frames for it: a Saturday, a Sunday."""
    HOLIDAY = "holiday"
    CLOSURE = "closure"
    OPENING = "opening"
    """Open by exception, whatever it would be otherwise."""


@dataclass(frozen=True)
class Day:
    """One day of a calendar. `name` is that of the holiday or closure, or empty."""

    kind: DayKind
    frames: DayFrames
    name: str = ""


@dataclass(frozen=True)
class Calendar:
    """The days of one site. An exceptional opening comes before everything else.

    Attributes:
        week: the usual frames.
        region: whose public holidays (`portal.deadlines.engine.holidays`).
        closures: further days without frames, with their names.
        openings: days with frames of their own.
    """

    week: WeeklyFrames
    region: str
    closures: Mapping[date, str]
    openings: Mapping[date, DayFrames]

    def day(self, day: date) -> Day:
        """Return what `day` is."""
        opened = self.openings.get(day)
        if opened is not None:
            return Day(DayKind.OPENING, opened)
        closed = self.closures.get(day)
        if closed is not None:
            return Day(DayKind.CLOSURE, (), closed)
        holiday = holidays_of(self.region, day.year).get(day)
        if holiday is not None:
            return Day(DayKind.HOLIDAY, (), holiday)
        frames = self.week[day.weekday()]
        return Day(DayKind.ORDINARY if frames else DayKind.DAY_OFF, frames)

    def opens_after(self, day: date) -> bool:
        """Whether any day after `day` can have frames at all."""
        return any(self.week) or any(
            opening > day and frames for opening, frames in self.openings.items()
        )
