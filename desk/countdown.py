"""How much of the promise is left: pure arithmetic on a message's instants and the portal's clock.

Nothing here reads a clock. Callers pass `PortalClock.now_ms()`, never the workstation's time: a
workstation that is two hours wrong still shows the right time left.
"""

from enum import StrEnum

import msgspec


class CountdownState(StrEnum):
    """How pressing a message is. A state is entered at the exact instant its share is used."""

    COMFORTABLE = "comfortable"
    """Less than half of the time is used."""
    HALFWAY = "halfway"
    """Half of the time is used, or more."""
    SOON = "soon"
    """Three quarters are used."""
    URGENT = "urgent"
    """Nine tenths are used; the due instant itself still belongs here: equal is kept."""
    LATE = "late"
    """Strictly after the due instant."""
    ANSWERED = "answered"
    """The clock has stopped."""
    PAUSED = "paused"
    """The clock stands still, for a stated reason, until somebody lets it run again."""

    @property
    def is_running(self) -> bool:
        """Time still passes for it."""
        return self not in (CountdownState.ANSWERED, CountdownState.PAUSED)


PAUSED_FROM_MS = 253_370_764_800_000
"""The first of January 9999, UTC: nothing is due from there on. See `paused_due_ms`."""

# The share of the budget, in hundredths, whose use ends each state (product.md, « Warnings »).
_ENDS = (
    (CountdownState.COMFORTABLE, 50),
    (CountdownState.HALFWAY, 75),
    (CountdownState.SOON, 90),
)


class Countdown(msgspec.Struct, frozen=True):
    """A message's promise at one instant."""

    state: CountdownState
    left_ms: int
    """Milliseconds until due; negative when late. Once answered: what was left at that instant."""
    next_change_ms: int | None
    """The instant (epoch, ms) at which `state` changes by time alone; None if it never does."""


def paused_due_ms(left_ms: int) -> int:
    """Stands for the due instant of a message whose clock stands still with `left_ms` (not below
    zero) to go: after every instant there is, so that lists put it last and count it as not late,
    and the one with the least left first among its like. `countdown` knows it.

    A message that was late before it was paused stays late, with its own instant.
    """
    return PAUSED_FROM_MS + left_ms


def countdown(due_ms: int, sent_ms: int, answered_ms: int | None, now_ms: int) -> Countdown:
    """The promise of a message sent at `sent_ms` and due at `due_ms`, at `now_ms` (all epoch, ms).

    `due_ms` may be that of a pause (`paused_due_ms`).

    The shares are of the time between sending and due, as it stands on the calendar. A message
    due at or before its sending has no share to use: it is urgent until due, then late.
    """
    if answered_ms is not None:
        return Countdown(CountdownState.ANSWERED, due_ms - answered_ms, None)
    if due_ms >= PAUSED_FROM_MS:
        return Countdown(CountdownState.PAUSED, due_ms - PAUSED_FROM_MS, None)
    left_ms = due_ms - now_ms
    if left_ms < 0:
        return Countdown(CountdownState.LATE, left_ms, None)
    budget_ms = max(0, due_ms - sent_ms)
    for state, percent in _ENDS:
        # The first whole millisecond at which the share is reached (rounded up, in integers).
        warning_ms = due_ms - budget_ms + -(-budget_ms * percent // 100)
        if now_ms < warning_ms:
            return Countdown(state, left_ms, warning_ms)
    return Countdown(CountdownState.URGENT, left_ms, due_ms + 1)
