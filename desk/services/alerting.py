"""When a supervisor is to be told that a figure is too high, and how insistently. No Qt."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from desk import wire

MINUTE_MS = 60_000
DAY_MINUTES = 24 * 60


class Step(StrEnum):
    """The order of escalation."""

    WINDOW = "window"
    """A banner in the window, at once, at any hour."""
    DESKTOP = "desktop"
    """A notification of the desktop too, when it lasts."""
    INSIST = "insist"
    """The window asks for attention and the notification comes again, when it lasts longer."""


class AlertRules(msgspec.Struct, frozen=True):
    """A supervisor's settings; they stay in the store of this PC."""

    late: int = 1
    """From how many on it is told; 0: never. So are the three that follow."""
    at_risk_2h: int = 5
    unassigned: int = 0
    failed_notifications: int = 1
    desktop_after_min: int = 5
    insist_after_min: int = 30
    quiet_from_min: int = 18 * 60
    """Minutes of the day in the caisse's zone; from there to `quiet_until_min`, over midnight when
    that is smaller, only the window tells."""
    quiet_until_min: int = 8 * 60

    def least_of(self, figure: str) -> int:
        """From how many on this figure is told; 0: never."""
        return int(getattr(self, figure))

    def is_quiet(self, minute: int) -> bool:
        """Whether this minute of the day is in the quiet hours; equal bounds: there are none."""
        start, end = self.quiet_from_min, self.quiet_until_min
        if start <= end:
            return start <= minute < end
        return minute >= start or minute < end


WATCHED = ("late", "at_risk_2h", "unassigned", "failed_notifications")


class Alert(msgspec.Struct, frozen=True):
    """One figure is at or above its threshold."""

    figure: str
    value: int
    step: Step


class _Standing(msgspec.Struct):
    since_ms: int
    told: Step | None = None
    silenced: bool = False


class Alerting:
    """Follows the figures. Each step is told once while a figure stays too high; falling below its
    threshold begins anew. What the supervisor has taken note of escalates no more.

    Example: threshold 5, desktop after 5 minutes. 09:00 five late: WINDOW. 09:05 still: DESKTOP.
    09:06 noted. 09:40 still: nothing. 09:41 four. 09:50 five: WINDOW.
    """

    def __init__(self, rules: AlertRules) -> None:
        self.rules = rules
        self._standing: dict[str, _Standing] = {}

    def look(self, figures: wire.Figures, now_ms: int, minute: int) -> list[Alert]:
        """What is to be told at `now_ms` (the portal's clock); `minute` of the day."""
        found = []
        for figure in WATCHED:
            least, value = self.rules.least_of(figure), int(getattr(figures, figure))
            if not least or value < least:
                self._standing.pop(figure, None)
                continue
            standing = self._standing.setdefault(figure, _Standing(now_ms))
            step = self._due(standing, now_ms, quiet=self.rules.is_quiet(minute))
            if step is not None:
                standing.told = step
                found.append(Alert(figure, value, step))
        return found

    @property
    def standing(self) -> frozenset[str]:
        """The figures that are too high, noted or not."""
        return frozenset(self._standing)

    def note(self, figures: Iterable[str] = WATCHED) -> None:
        """The supervisor knows: nothing more is told of these until they have been lower."""
        for figure in figures:
            if figure in self._standing:
                self._standing[figure].silenced = True

    def _due(self, standing: _Standing, now_ms: int, *, quiet: bool) -> Step | None:
        """The next step of the order, if its time has come. None is skipped."""
        if standing.silenced:
            return None
        lasted_ms = now_ms - standing.since_ms
        match standing.told:
            case None:
                return Step.WINDOW
            case Step.WINDOW if not quiet:
                due = lasted_ms >= self.rules.desktop_after_min * MINUTE_MS
                return Step.DESKTOP if due else None
            case Step.DESKTOP if not quiet:
                due = lasted_ms >= self.rules.insist_after_min * MINUTE_MS
                return Step.INSIST if due else None
        return None
