"""The open time of a zone and calendar, laid out by year so that counting is a search.

A year is laid out once, at first need: its open periods in UTC with the open time before each.
Counting then bisects: what one call costs depends neither on how many days lie in between, nor on
how many years of holidays are known.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta, tzinfo
from typing import Protocol

from portal.deadlines.engine.calendar import Calendar
from portal.deadlines.engine.instants import SECOND, from_us, local_us

Period = tuple[int, int]
"""An open period, half-open: from (included) and to (not), in µs since the epoch."""

_YEAR_US = 31_556_952 * SECOND
_LAST_YEAR = MAXYEAR - 1


class NeverOpens(ValueError):
    """No time is ever counted after an instant: a budget begun there is never used up."""


class Opening(Protocol):
    """Time that counts, without regard to pauses. All instants in µs since the epoch."""

    def between(self, start: int, end: int) -> int:
        """Return the open time in [start, end), in µs."""

    def advance(self, start: int, budget: int) -> int:
        """Return the earliest instant by which `budget` µs (above zero) of open time are used.

        Raises:
            NeverOpens: there is none.
        """

    def next_open(self, instant: int) -> int:
        """Return the first instant at or after `instant` that is open; a closing time is not.

        Raises:
            NeverOpens: there is none.
        """

    def periods(self, start: int, end: int) -> Iterator[Period]:
        """Yield the open periods within [start, end), cut to it, in order."""


class AlwaysOpen:
    """Every elapsed moment counts."""

    def between(self, start: int, end: int) -> int:
        return max(0, end - start)

    def advance(self, start: int, budget: int) -> int:
        return start + budget

    def next_open(self, instant: int) -> int:
        return instant

    def periods(self, start: int, end: int) -> Iterator[Period]:
        if start < end:
            yield start, end


@dataclass(frozen=True)
class _Year:
    """The open periods of one local year."""

    start: int
    end: int
    """Where the next year starts."""
    opens: list[int]
    closes: list[int]
    before: list[int]
    """Open time of the year before each period."""
    through: list[int]
    """Open time of the year up to the end of each period."""

    @property
    def total(self) -> int:
        return self.through[-1] if self.through else 0

    def until(self, instant: int) -> int:
        """Open time of the year before `instant`."""
        place = bisect_right(self.opens, instant) - 1
        if place < 0:
            return 0
        return self.before[place] + min(instant, self.closes[place]) - self.opens[place]

    def at(self, used: int) -> int:
        """The earliest instant by which `used` (above zero, at most the total) is used."""
        # The leftmost: a budget that ends exactly at closing is due at closing ("stay").
        place = bisect_left(self.through, used)
        return self.opens[place] + used - self.before[place]


class CalendarOpening:
    """The open time of a calendar in a zone. Years are laid out as they are needed, and kept."""

    def __init__(self, calendar: Calendar, zone: tzinfo) -> None:
        self._calendar = calendar
        self._zone = zone
        self._years: dict[int, _Year] = {}

    def between(self, start: int, end: int) -> int:
        if end <= start:
            return 0
        number, year = self._year_of(start)
        counted = -year.until(start)
        while end >= year.end:
            counted += year.total
            number += 1
            year = self._year(number)
        return counted + year.until(end)

    def advance(self, start: int, budget: int) -> int:
        number, year = self._year_of(start)
        wanted = year.until(start) + budget
        while wanted > year.total:
            wanted -= year.total
            number, year = self._year_after(number)
        return year.at(wanted)

    def next_open(self, instant: int) -> int:
        number, year = self._year_of(instant)
        while True:
            place = bisect_right(year.closes, instant)
            if place < len(year.opens):
                return max(instant, year.opens[place])
            number, year = self._year_after(number)

    def periods(self, start: int, end: int) -> Iterator[Period]:
        if start >= end:
            return
        number, year = self._year_of(start)
        place = bisect_right(year.closes, start)
        while True:
            for opens, closes in zip(year.opens[place:], year.closes[place:], strict=True):
                if opens >= end:
                    return
                yield max(opens, start), min(closes, end)
            if year.end >= end:
                return
            number += 1
            year, place = self._year(number), 0

    def _year_of(self, instant: int) -> tuple[int, _Year]:
        number = min(max(1970 + instant // _YEAR_US, 1), _LAST_YEAR)
        year = self._year(number)
        while instant < year.start:
            number -= 1
            year = self._year(number)
        while instant >= year.end:
            number += 1
            year = self._year(number)
        return number, year

    def _year_after(self, number: int) -> tuple[int, _Year]:
        if not self._calendar.opens_after(date(number, 12, 31)):
            raise NeverOpens(f"nothing opens after {number}")
        return number + 1, self._year(number + 1)

    def _year(self, number: int) -> _Year:
        laid_out = self._years.get(number)
        if laid_out is None:
            if not 1 <= number <= _LAST_YEAR:
                raise NeverOpens(f"the year {number} cannot be counted")
            laid_out = self._years[number] = self._lay_out(number)
        return laid_out

    def _lay_out(self, number: int) -> _Year:
        first, next_first = date(number, 1, 1), date(number + 1, 1, 1)
        start = local_us(first, 0, self._zone)
        end = local_us(next_first, 0, self._zone)
        opens: list[int] = []
        closes: list[int] = []
        before: list[int] = []
        through: list[int] = []
        used = 0
        reached = start
        for ordinal in range(first.toordinal(), next_first.toordinal()):
            day = date.fromordinal(ordinal)
            for frame_start, frame_end in self._calendar.day(day).frames:
                # Where clocks jump, a frame may shrink to nothing or run into the next one.
                period_start = max(reached, local_us(day, frame_start, self._zone))
                period_end = min(end, local_us(day, frame_end, self._zone))
                if period_start >= period_end:
                    continue
                reached = period_end
                opens.append(period_start)
                closes.append(period_end)
                before.append(used)
                used += period_end - period_start
                through.append(used)
        return _Year(start, end, opens, closes, before, through)


def local_midnights(start: int, end: int, zone: tzinfo) -> Iterator[int]:
    """Yield the local midnights strictly within (start, end)."""
    day = from_us(start).astimezone(zone).date()
    while True:
        day += timedelta(days=1)
        midnight = local_us(day, 0, zone)
        if midnight >= end:
            return
        if midnight > start:
            yield midnight
