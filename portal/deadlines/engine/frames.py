"""Opening frames: « mon-fri 08:30-12:15,13:30-16:30; sat 09:00-24:00 »."""

import re
from collections.abc import Sequence
from itertools import pairwise

from portal.deadlines.engine.instants import DAY_SECONDS

Frame = tuple[int, int]
"""From and to, in seconds after local midnight; 86,400 is the midnight that ends the day."""

DayFrames = tuple[Frame, ...]
WeeklyFrames = tuple[DayFrames, ...]
"""Of Monday to Sunday."""

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WHOLE_DAY: DayFrames = ((0, DAY_SECONDS),)
WORKING_DAYS: WeeklyFrames = (WHOLE_DAY,) * 5 + ((), ())
"""« jours ouvrés »: Monday to Friday, whole (law C4)."""

_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)")


class FramesError(ValueError):
    """Opening hours that cannot be read; the message shows the part that is wrong."""


def read_weekly(text: str) -> WeeklyFrames:
    """Read the opening hours of a week.

    Parts are apart by ``;``. Each names days, single (``sat``), in a range (``mon-fri``, which may
    go over Sunday: ``sat-mon``), or several of them with commas, then frames with commas.

    Raises:
        FramesError: it cannot be read, a frame is empty, or two frames of a day overlap.
    """
    frames: list[list[Frame]] = [[] for _ in DAYS]
    parts = [part.strip() for part in text.lower().split(";")]
    if not any(parts):
        raise FramesError("no opening hours are given")
    for part in filter(None, parts):
        named, _, hours = part.partition(" ")
        if not hours.strip():
            raise FramesError(f"“{part}” names no hours: write “mon-fri 08:30-12:15”")
        read = read_frames(hours)
        for day in _days(named):
            frames[day].extend(read)
    return tuple(_in_order(each, DAYS[day]) for day, each in enumerate(frames))


def read_frames(text: str) -> DayFrames:
    """Read the frames of one day: ``08:30-12:15,13:30-16:30``.

    Raises:
        FramesError: it cannot be read, a frame is empty, or two overlap.
    """
    read: list[Frame] = []
    for part in text.split(","):
        opening, dash, closing = (piece.strip() for piece in part.partition("-"))
        if not dash:
            raise FramesError(f"“{part.strip()}” is no frame: write “08:30-12:15”")
        frame = _clock(opening), _clock(closing)
        if frame[0] >= frame[1]:
            raise FramesError(f"the frame “{part.strip()}” does not end after it begins")
        read.append(frame)
    return _in_order(read, text.strip())


def write_weekly(week: Sequence[DayFrames]) -> str:
    """The text that `read_weekly` reads, days with the same hours together."""
    parts: list[str] = []
    first = 0
    while first < len(DAYS):
        last = first
        while last + 1 < len(DAYS) and week[last + 1] == week[first]:
            last += 1
        if week[first]:
            days = DAYS[first] if first == last else f"{DAYS[first]}-{DAYS[last]}"
            parts.append(f"{days} {write_frames(week[first])}")
        first = last + 1
    return "; ".join(parts)


def write_frames(frames: DayFrames) -> str:
    """The text that `read_frames` reads."""
    return ",".join(f"{_written(start)}-{_written(end)}" for start, end in frames)


def _written(second: int) -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}"


def _days(text: str) -> list[int]:
    found: list[int] = []
    for part in text.split(","):
        first, dash, last = part.partition("-")
        try:
            begin, end = DAYS.index(first), DAYS.index(last if dash else first)
        except ValueError:
            raise FramesError(f"“{part}” names no day: use {', '.join(DAYS)}") from None
        found.extend((begin + step) % 7 for step in range((end - begin) % 7 + 1))
    return found


def _clock(text: str) -> int:
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise FramesError(f"“{text}” is no time of day: write 00:00 to 24:00")
    second = int(match[1]) * 3600 + int(match[2]) * 60
    if second > DAY_SECONDS:
        raise FramesError(f"“{text}” is after 24:00")
    return second


def _in_order(frames: Sequence[Frame], where: str) -> DayFrames:
    ordered = sorted(frames)
    for (_, end), (start, _) in pairwise(ordered):
        if start < end:
            raise FramesError(f"frames overlap: {where}")
    return tuple(ordered)
