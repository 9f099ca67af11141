"""Time during which the clock stands still, for a stated reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from portal.deadlines.engine.instants import to_us


@dataclass(frozen=True)
class Pause:
    """From `start` (included) to `end` (not), both aware; it may overlap others.

    Raises:
        ValueError: it ends before it starts, or an instant has no zone.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if to_us(self.end) < to_us(self.start):
            raise ValueError("a pause cannot end before it starts")


def joined(pauses: Iterable[Pause]) -> list[tuple[int, int]]:
    """The paused time in µs since the epoch: in order, apart from each other, none empty.

    How it was cut into pauses makes no difference.
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted((to_us(pause.start), to_us(pause.end)) for pause in pauses):
        if start == end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found
