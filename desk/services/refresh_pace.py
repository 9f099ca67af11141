"""How soon the list's outline is read again: soon enough to be true, never so that it drags."""

import time

REFRESH_GAP_S = 0.2
"""Between two outlines while changes stream in: each costs the reader some 30 ms at 100,000."""

REFRESH_SHARE = 4
"""The gap is at least so many times what the last outline took: on a slow or busy PC the list
follows a stream of changes less closely, and the window stays at hand."""

LONGEST_GAP_S = 2.0
"""However long the last one took: the first one waits until a store is open."""

RELOAD_GAP_S = 0.6
"""The same while everything changes (first load): nothing can be merged."""

CLOCK_GAP_S = 2.0
"""Between two outlines that only the clock asked for: at 100,000 messages one falls due every
two seconds."""


class RefreshPace:
    """Remembers when the last outline came, and what it took. Seconds of the monotonic clock."""

    def __init__(self) -> None:
        self._came_at = -RELOAD_GAP_S
        self._took_s = 0.0

    def came(self, asked_at: float) -> None:
        """An outline asked for at that moment is there."""
        self._came_at = time.monotonic()
        self._took_s = self._came_at - asked_at

    def wait_s(self, gap_s: float) -> float:
        """How long the next one waits, `gap_s` after the last; 0: the agent asked, it goes now."""
        if gap_s:
            gap_s = max(gap_s, min(REFRESH_SHARE * self._took_s, LONGEST_GAP_S))
        return max(0.0, self._came_at + gap_s - time.monotonic())
