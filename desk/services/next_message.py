"""Finds the message that an agent should answer next, and takes charge of it for them."""

from PySide6.QtCore import QObject, Signal, Slot

from desk import wire
from desk.clock import PortalClock
from desk.models.next_message import next_message
from desk.models.snapshots import OutboxView
from desk.services.lanes import Lanes
from desk.services.publisher import Publisher


class NextMessage(QObject):
    """The most urgent message of one's competences, claimed.

    Guarantees: one that a colleague was quicker to take is passed over, and the next is offered;
    what was just answered is never offered, even before the portal has it.
    """

    found = Signal(object)
    """A thread's id: its claim is on its way."""
    none_left = Signal()
    """Nothing waits in the agent's competences."""

    def __init__(
        self, lanes: Lanes, publisher: Publisher, clock: PortalClock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._publisher = publisher
        self._clock = clock
        self._me: wire.Me | None = None
        self._without: set[int] = set()
        self._offered: int | None = None
        publisher.rejected.connect(self._on_rejected)

    def look(self, me: wire.Me, after: int | None) -> None:
        """Find the next one, which is not `after`; `found` or `none_left` tells."""
        self._me = me
        self._without = set() if after is None else {after}
        self._find()

    def forget(self) -> None:
        """The agent chose another message, or left: nothing more is offered by itself."""
        self._me = self._offered = None

    def stay(self, thread_id: int) -> None:
        """The agent looks at this one: a claim refused for another offers nothing more."""
        if thread_id != self._offered:
            self._offered = None

    def _find(self) -> None:
        me, now_ms, without = self._me, self._clock.now_ms(), frozenset(self._without)
        if me is None:
            return
        self._lanes.query(
            lambda conn: next_message(conn, me.competences, me.agent_id, now_ms, without),
            lambda thread_id: self._on_found(me, thread_id),
        )

    def _on_found(self, me: wire.Me, thread_id: int | None) -> None:
        if me is not self._me:
            return
        self._offered = thread_id
        if thread_id is None:
            self.none_left.emit()
            return
        self._without.add(thread_id)
        self._publisher.claim(thread_id)
        self.found.emit(thread_id)

    @Slot(object)
    def _on_rejected(self, entry: OutboxView) -> None:
        if entry.kind == "claim" and entry.thread_id == self._offered:
            self._offered = None
            self._find()
