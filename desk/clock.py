"""The portal's clock on this workstation: right even where the workstation's own is wrong."""

import threading
import time
from collections.abc import Callable
from datetime import datetime

from desk.instants import to_ms

DRIFT = 100e-6
"""How far a quartz may run away, seconds per second: older bounds are widened by it."""

STEP_MS = 2_000
"""A disagreement above this is a clock that was set, and is followed even backwards."""


def elapsed_s() -> float:
    """Seconds on a clock that only goes forward and goes on during suspend.

    Linux: CLOCK_BOOTTIME. macOS: CLOCK_MONOTONIC counts sleep there, Python's own monotonic does
    not. Windows: Python's monotonic counts sleep.
    """
    clock = getattr(time, "CLOCK_BOOTTIME", None) or getattr(time, "CLOCK_MONOTONIC", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class PortalClock:
    """Estimates the portal's time from its answers. Thread-safe.

    Each answer that carries `Portal-Time` says that the portal's clock showed `server` somewhere
    between sending and receiving, so it bounds the offset on both sides. Bounds are intersected:
    a quick answer narrows them, a slow one (the long poll) can never blur them, and with age they
    widen by the drift of a quartz. The estimate is the middle. Example: an answer that took 20 ms
    leaves an error of at most 10 ms; one of 25 s changes nothing after it.

    `now_ms` never goes back because of such corrections: it stands still until time has caught up.
    It goes back only when the portal's clock itself was set (more than `STEP_MS` off its bounds).
    """

    def __init__(
        self,
        elapsed: Callable[[], float] = elapsed_s,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._elapsed = elapsed
        self._wall = wall
        self._lock = threading.Lock()
        self._low = self._high = 0.0  # bounds of the offset, milliseconds
        self._bounded_at = 0.0
        self._set = False
        self._shown = 0

    @property
    def is_set(self) -> bool:
        """Whether the portal has answered; before that the workstation's clock is shown."""
        return self._set

    @property
    def workstation_error_ms(self) -> int | None:
        """How far the workstation's clock is ahead of the portal's (negative: behind)."""
        if not self._set:
            return None
        return round(self._wall() * 1000) - self.now_ms()

    @property
    def uncertainty_ms(self) -> float | None:
        """The estimate is at most this far off; None before the first answer."""
        with self._lock:
            if not self._set:
                return None
            low, high = self._widened(self._elapsed())
            return (high - low) / 2

    def elapsed(self) -> float:
        """The clock that drives this one, seconds; what `observe` wants for its bounds."""
        return self._elapsed()

    def observe(self, server: datetime, sent_s: float, received_s: float) -> None:
        """Learn from one answer.

        `server`: its `Portal-Time`. `sent_s`, `received_s`: `elapsed()` just before the request and
        just after the answer's head.
        """
        if received_s < sent_s:
            raise ValueError("an answer cannot come before its request")
        portal_ms = float(to_ms(server))
        # The header has whole milliseconds cut off below: half a millisecond either way is no step.
        low = portal_ms - received_s * 1000
        high = portal_ms + 1 - sent_s * 1000
        with self._lock:
            if not self._set:
                self._low, self._high, self._bounded_at = low, high, received_s
                self._set = True
                # The workstation's clock shown until now promises nothing.
                self._shown = 0
                return
            old_low, old_high = self._widened(received_s)
            if low > old_high or high < old_low:
                apart = max(low - old_high, old_low - high)
                self._low, self._high = low, high
                if apart > STEP_MS:
                    self._shown = 0
            else:
                self._low, self._high = max(low, old_low), min(high, old_high)
            self._bounded_at = max(received_s, self._bounded_at)

    def now_ms(self) -> int:
        """The portal's time, milliseconds since the Unix epoch, UTC."""
        with self._lock:
            if not self._set:
                return round(self._wall() * 1000)
            # The middle does not move when both bounds widen equally.
            estimate = round(self._elapsed() * 1000 + (self._low + self._high) / 2)
            self._shown = max(self._shown, estimate)
            return self._shown

    def _widened(self, at_s: float) -> tuple[float, float]:
        spread = max(0.0, at_s - self._bounded_at) * DRIFT * 1000
        return self._low - spread, self._high + spread
