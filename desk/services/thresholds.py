"""When the messages that I hold use another share of their time: told as events, not painted.

House rule 22. The agent is told once per message and share, at the instant itself.
"""

from collections.abc import Iterable

import msgspec

from desk.countdown import CountdownState, countdown
from desk.models.snapshots import InboxRow


class Crossing(msgspec.Struct, frozen=True):
    """A message that I hold has just entered this state."""

    row: InboxRow
    state: CountdownState


class Thresholds:
    """Follows a few messages. Instants are the portal's, epoch, ms."""

    def __init__(self) -> None:
        self._rows: dict[int, InboxRow] = {}
        self._states: dict[int, CountdownState] = {}

    def watch(self, rows: Iterable[InboxRow], now_ms: int) -> None:
        """Follow these from now on. One already followed keeps the state last told, so that a
        threshold passed meanwhile is not lost; a new one starts as it stands."""
        self._rows = {row.thread_id: row for row in rows}
        self._states = {
            thread_id: self._states.get(thread_id, _state(row, now_ms))
            for thread_id, row in self._rows.items()
        }

    def next_change_ms(self, now_ms: int) -> int | None:
        """The first instant at which one of them changes its state."""
        changes = (
            countdown(row.due_ms, row.sent_ms, None, now_ms).next_change_ms
            for row in self._rows.values()
        )
        return min((each for each in changes if each is not None), default=None)

    def crossed(self, now_ms: int) -> list[Crossing]:
        """Those whose state has changed since it was last told, once each."""
        crossings = []
        for thread_id, row in self._rows.items():
            state = _state(row, now_ms)
            if state is not self._states[thread_id]:
                self._states[thread_id] = state
                crossings.append(Crossing(row, state))
        return crossings


def _state(row: InboxRow, now_ms: int) -> CountdownState:
    return countdown(row.due_ms, row.sent_ms, None, now_ms).state
