"""One act upon several messages, each through the outbox, each with its own result.

Never a reply: what an adherent reads is written for them alone.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from desk.models.conversation import thread_view
from desk.models.snapshots import OutboxView, ReplyState, ThreadView
from desk.services.lanes import Lanes
from desk.services.publisher import Publisher

MOST = 200
"""Messages at once: what one still can look through afterwards."""


class ItemState(StrEnum):
    """What became of one message of a batch."""

    WAITING = "waiting"
    """On this PC, on its way to the portal."""
    DONE = "done"
    REFUSED = "refused"
    LEFT_OUT = "left_out"
    """It was not even asked for: it makes no sense for this message."""
    TAKEN_BACK = "taken_back"
    """Withdrawn before the portal had it."""

    @property
    def settled(self) -> bool:
        """Nothing more will come of it."""
        return self is not ItemState.WAITING


class BatchItem(msgspec.Struct, frozen=True):
    """One message. `thread` is what the store knew of it when the batch began."""

    thread: ThreadView
    state: ItemState
    entry: OutboxView | None = None
    """Its action in the outbox, once it is there."""
    problem: str = ""
    """Why it was left out, in words, or the disk's code."""


Do = Callable[[ThreadView], None]
"""Hands one message's action to the publisher."""

_STATES = {
    ReplyState.PUBLISHED: ItemState.DONE,
    ReplyState.REJECTED: ItemState.REFUSED,
    ReplyState.CONFLICT: ItemState.REFUSED,
    ReplyState.CANCELLED: ItemState.TAKEN_BACK,
}


def threads_of(
    lanes: Lanes,
    ids: Sequence[int],
    now_ms: int,
    agent_id: int,
    done: Callable[[tuple[ThreadView, ...]], None],
) -> None:
    """What the store knows of these messages; those that have gone are left out."""
    wanted = tuple(ids)
    lanes.query(
        lambda conn: tuple(
            view
            for each in wanted
            if (view := thread_view(conn, each, now_ms, agent_id)) is not None
        ),
        done,
    )


class Batch(QObject):
    """Follows the outbox until each message has its result."""

    changed = Signal()
    """A message has come further."""

    def __init__(
        self,
        publisher: Publisher,
        kind: str,
        threads: Sequence[ThreadView],
        obstacle: Callable[[ThreadView], str],
        do: Do,
        parent: QObject | None = None,
    ) -> None:
        """`kind`: of the outbox's action. `obstacle`: why it makes no sense for a message, in
        words; empty when it does.
        """
        super().__init__(parent)
        self.kind = kind
        self._items = {}
        for each in threads:
            words = obstacle(each)
            state = ItemState.LEFT_OUT if words else ItemState.WAITING
            self._items[each.thread_id] = BatchItem(each, state, None, words)
        for signal in (
            publisher.entry_changed,
            publisher.published,
            publisher.rejected,
            publisher.conflict,
        ):
            signal.connect(self._on_entry)
        publisher.not_queued.connect(self._on_not_queued)
        for item in self.items:
            if item.state is ItemState.WAITING:
                do(item.thread)

    @property
    def items(self) -> tuple[BatchItem, ...]:
        """In the order of the list."""
        return tuple(self._items.values())

    def having(self, state: ItemState) -> tuple[BatchItem, ...]:
        return tuple(each for each in self._items.values() if each.state is state)

    def tells(self, entry: OutboxView) -> bool:
        """Whether what becomes of this entry is one of the results here."""
        item = self._items.get(entry.thread_id)
        return item is not None and item.entry is not None and item.entry.event_id == entry.event_id

    def awaits(self, thread_id: int | None) -> bool:
        """This message's action is being written down."""
        item = None if thread_id is None else self._items.get(thread_id)
        return item is not None and item.state is ItemState.WAITING and item.entry is None

    @Slot(object)
    def _on_entry(self, entry: OutboxView) -> None:
        item = self._items.get(entry.thread_id)
        if item is None or item.state is ItemState.LEFT_OUT or entry.kind != self.kind:
            return
        if item.entry is not None and item.entry.event_id != entry.event_id:
            return
        state = _STATES.get(entry.state, ItemState.WAITING)
        self._items[entry.thread_id] = replace(item, state=state, entry=entry)
        self.changed.emit()

    @Slot(object, str)
    def _on_not_queued(self, thread_id: int | None, code: str) -> None:
        if thread_id is not None and self.awaits(thread_id):
            item = self._items[thread_id]
            self._items[thread_id] = replace(item, state=ItemState.REFUSED, problem=code)
            self.changed.emit()
