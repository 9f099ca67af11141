"""« Pourquoi cette échéance ? »: what counted and what did not, line by line."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from portal.deadlines.engine.calendar import DayKind
from portal.deadlines.engine.instants import MICROSECOND, SECOND, from_us, local_us, to_us
from portal.deadlines.engine.opening import local_midnights
from portal.deadlines.engine.pauses import Pause, joined
from portal.deadlines.engine.policy import Policy


class LineKind(StrEnum):
    """Why time counted or did not."""

    OPEN = "open"
    NIGHT = "night"
    """Before the first or after the last frame of a day."""
    BREAK = "break"
    """Between two frames of a day."""
    DAY_OFF = "day_off"
    HOLIDAY = "holiday"
    CLOSURE = "closure"
    PAUSE = "pause"

    @property
    def counts(self) -> bool:
        """Whether such a line uses the budget."""
        return self is LineKind.OPEN


@dataclass(frozen=True)
class Line:
    """One run of time of one kind. Lines follow each other without a hole.

    Attributes:
        start, end: from (included) and to (not), in UTC.
        name: of the holiday or closure, else empty.
        counted: how much of the budget this line uses.
        left: what of the budget is left at its end; below zero once it is overrun.
    """

    kind: LineKind
    start: datetime
    end: datetime
    name: str
    counted: timedelta
    left: timedelta


_OF_DAY = {
    DayKind.DAY_OFF: LineKind.DAY_OFF,
    DayKind.HOLIDAY: LineKind.HOLIDAY,
    DayKind.CLOSURE: LineKind.CLOSURE,
}

_Piece = tuple[int, int, LineKind, str]


def explain(
    policy: Policy,
    start: datetime,
    budget: timedelta,
    until: datetime,
    pauses: Sequence[Pause] = (),
) -> list[Line]:
    """Return the lines from `start` to `until`, as a rule the due instant.

    The counted parts of all lines add up to what is used between the two.

    Raises:
        ValueError: an instant has no zone.
    """
    lines: list[Line] = []
    left = budget // MICROSECOND
    for begin, end, kind, name in _merged(_pieces(policy, to_us(start), to_us(until), pauses)):
        counted = end - begin if kind.counts else 0
        left -= counted
        lines.append(
            Line(
                kind,
                from_us(begin),
                from_us(end),
                name,
                timedelta(microseconds=counted),
                timedelta(microseconds=left),
            )
        )
    return lines


def _pieces(policy: Policy, start: int, until: int, pauses: Sequence[Pause]) -> Iterator[_Piece]:
    position = start
    for pause_start, pause_end in joined(pauses):
        begin, end = max(pause_start, position), min(pause_end, until)
        if begin >= end:
            continue
        yield from _unpaused(policy, position, begin)
        yield begin, end, LineKind.PAUSE, ""
        position = end
    yield from _unpaused(policy, position, until)


def _unpaused(policy: Policy, start: int, until: int) -> Iterator[_Piece]:
    position = start
    for opens, closes in policy.opening.periods(start, until):
        yield from _closed(policy, position, opens)
        yield opens, closes, LineKind.OPEN, ""
        position = closes
    yield from _closed(policy, position, until)


def _closed(policy: Policy, start: int, until: int) -> Iterator[_Piece]:
    if start >= until:
        return
    position = start
    for midnight in [*local_midnights(start, until, policy.zone), until]:
        kind, name = _why_closed(policy, position)
        yield position, midnight, kind, name
        position = midnight


def _why_closed(policy: Policy, instant: int) -> tuple[LineKind, str]:
    calendar = policy.calendar
    if calendar is None:
        raise AssertionError("where every hour counts, nothing is closed")
    local = from_us(instant).astimezone(policy.zone)
    day = calendar.day(local.date())
    if day.kind in _OF_DAY:
        return _OF_DAY[day.kind], day.name
    opens = [local_us(local.date(), frame[0], policy.zone) for frame in day.frames]
    place = bisect_right(opens, instant)
    return (LineKind.BREAK if 0 < place < len(opens) else LineKind.NIGHT), ""


def _merged(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    waiting: _Piece | None = None
    for piece in pieces:
        if piece[0] >= piece[1]:
            continue
        if waiting is not None and waiting[2:] == piece[2:]:
            waiting = waiting[0], piece[1], *piece[2:]
            continue
        if waiting is not None:
            yield waiting
        waiting = piece
    if waiting is not None:
        yield waiting


def whole_seconds(duration: timedelta) -> float | int:
    """A duration in seconds, whole where it is whole: as the JSON tells it."""
    microseconds = duration // MICROSECOND
    whole, rest = divmod(microseconds, SECOND)
    return whole if rest == 0 else microseconds / SECOND
