"""Sends what waits in the outbox: each entry once, in order, whatever happens in between."""

import logging
from collections.abc import Callable
from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from sqlalchemy import Connection

from desk import wire
from desk.api_client.errors import Aborted, PortalError
from desk.api_client.portal import Portal
from desk.clock import PortalClock
from desk.models import outbox
from desk.models.outbox import Entry, ImpossibleTransition
from desk.models.snapshots import OutboxView, ReplyState, StoreChange
from desk.services import asking, outcomes
from desk.services.lanes import Lanes
from desk.services.outcomes import Next, Step

T = TypeVar("T")

AT_ONCE = 3
"""Entries of different threads under way together: one less than the request lane has threads."""

RECORD_AGAIN_MS = 2_000
"""The answer is there and the disk refuses to record it: try again this much later."""

log = logging.getLogger(__name__)


class Sending(QObject):
    """The outbox on its way to the portal, from `start` to `stop`.

    Guarantees:
      - an entry is `sending` on the disk before its first byte leaves, so that a crash leaves it
        *unconfirmed* and the same key asks the portal what became of it;
      - entries of one thread go in order; one that fails holds back no other thread's;
      - what was under way for an agent who left is never told to the next one.
    """

    entry_changed = Signal(object)
    """An `OutboxView`: this entry's state is now that."""

    published = Signal(object)
    """An `OutboxView`: the portal has it."""

    rejected = Signal(object)
    """An `OutboxView`: refused, `problem` says why."""

    conflict = Signal(object)
    """An `OutboxView`: a reply, or an act, was overtaken."""

    def __init__(
        self, lanes: Lanes, portal: Portal, clock: PortalClock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._portal = portal
        self._clock = clock
        self._me: wire.Me | None = None
        self._era = 0  # grows with each start and stop: answers of another agent's time are dropped
        self._running = False
        self._recovered = False
        self._parked = False
        self._sign_ins = 0
        self._under_way: dict[int, str] = {}  # thread → entry
        self._own_steps: dict[tuple[int, int], int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.pump)

    # -- life -------------------------------------------------------------------------------------

    def start(self, me: wire.Me) -> None:
        """`me` is signed in and their store is behind the lanes: finish what was begun.

        While running for the same agent: what was parked goes again.
        """
        self._me = me
        self._parked = False
        self._sign_ins += 1
        if self._running:
            self.pump()
            return
        self._running = True
        self._recovered = False
        self._era += 1
        # Before anything is sent: what is sent later would be taken for cut off as well.
        self._lanes.write(
            lambda conn: (outbox.recover(conn), outbox_change()),
            self._if_current(self._on_recovered),
            self._if_current(self._on_not_recovered),
            urgent=True,
        )

    def stop(self) -> None:
        """Nobody is signed in: nothing more leaves. What is under way is found again at `start`."""
        self._running = False
        self._era += 1
        self._me = None
        self._under_way.clear()
        self._own_steps.clear()
        self._timer.stop()

    def seen_through(self, thread_id: int, seen: int) -> int:
        """The version that this agent's own acts have made of the one they saw: a claim of theirs
        meanwhile is nothing they have not seen.
        """
        while (thread_id, seen) in self._own_steps:
            seen = self._own_steps[(thread_id, seen)]
        return seen

    def forget_own_steps(self) -> None:
        """Versions have gone back: what one's own acts made of them there says nothing here."""
        self._own_steps.clear()

    def hurry(self) -> None:
        """What waits for its next try goes now, unless the portal asked for patience."""

        def job(conn: Connection) -> tuple[None, None]:
            outbox.hurry(conn)
            return None, None

        if self._running:
            self._lanes.write(job, lambda _: self.pump(), urgent=True)

    # -- one entry --------------------------------------------------------------------------------

    @Slot()
    def pump(self) -> None:
        """Send what is due, and come back when the next entry is. Does nothing while stopped."""
        if self._running and self._recovered and not self._parked:
            now_ms = self._clock.now_ms()
            self._lanes.query(
                lambda conn: (outbox.next_due(conn, now_ms), outbox.next_try_ms(conn)),
                self._if_current(self._on_due),
            )

    def _on_due(self, found: tuple[list[Entry], int | None]) -> None:
        entries, next_try_ms = found
        for entry in entries:
            if len(self._under_way) >= AT_ONCE:
                break
            if entry.thread_id not in self._under_way:
                self._send(entry)
        if next_try_ms is not None:
            wait_ms = max(next_try_ms - self._clock.now_ms(), 50)
            if not self._timer.isActive() or self._timer.remainingTime() > wait_ms:
                self._timer.start(wait_ms)

    def _send(self, entry: Entry) -> None:
        self._under_way[entry.thread_id] = entry.event_id
        before = entry.state

        def mark(conn: Connection) -> tuple[tuple[Entry, OutboxView], StoreChange]:
            marked = outbox.mark_sending(conn, entry.event_id)
            # The outcomes want to know what was known before this attempt.
            kept = replace(marked, state=before)
            return (kept, outbox.view_of(conn, entry.event_id)), outbox_change(entry.thread_id)

        def failed(error: Exception) -> None:
            self._under_way.pop(entry.thread_id, None)
            if isinstance(error, ImpossibleTransition):
                self.pump()  # withdrawn meanwhile
            else:
                self._lanes.report(error)
                self._timer.start(RECORD_AGAIN_MS)

        self._lanes.write(
            mark, self._if_current(self._on_marked), self._if_current(failed), urgent=True
        )

    def _on_marked(self, marked: tuple[Entry, OutboxView]) -> None:
        entry, view = marked
        signed_in = self._sign_ins
        self.entry_changed.emit(view)
        self._lanes.http(
            lambda: asking.ask(self._portal, entry),
            self._if_current(lambda answer: self._on_answer(entry, answer)),
            self._if_current(lambda error: self._on_error(entry, error, signed_in)),
        )

    def _on_answer(self, entry: Entry, answer: asking.Answer) -> None:
        def record(conn: Connection) -> tuple[Next, Step | None]:
            if isinstance(answer, wire.PublishedReply):
                return Next.SETTLED, outcomes.reply_published(conn, entry, answer)
            return Next.SETTLED, outcomes.done(conn, entry, answer, self._clock.now_ms())

        self._record(entry, record, self._sign_ins)

    def _on_error(self, entry: Entry, error: Exception, signed_in: int) -> None:
        """`signed_in`: the sign-in under which it was asked."""
        if isinstance(error, Aborted):
            return  # the application ends; the next start finds the entry `sending`
        if not isinstance(error, PortalError):
            # A mistake of ours: nobody knows how far the request went.
            self._lanes.report(error)
            error = PortalError("internal", maybe_received=True)
        family = error
        log.info("%s %s: %s", entry.kind, entry.event_id, family.code)
        my_id = None if self._me is None else self._me.agent_id

        def record(conn: Connection) -> tuple[Next, Step | None]:
            return outcomes.failed(conn, entry, family, self._clock.now_ms(), my_id), None

        self._record(entry, record, signed_in)

    def _record(
        self,
        entry: Entry,
        record: Callable[[Connection], tuple[Next, Step | None]],
        signed_in: int,
    ) -> None:
        def job(
            conn: Connection,
        ) -> tuple[tuple[Next, Step | None, OutboxView], StoreChange]:
            following, step = record(conn)
            view = outbox.view_of(conn, entry.event_id)
            return (following, step, view), outbox_change(entry.thread_id)

        def failed(error: Exception) -> None:
            # The portal has answered; until this is on the disk the entry stays `sending`.
            self._lanes.report(error)
            QTimer.singleShot(
                RECORD_AGAIN_MS,
                self,
                self._if_current_call(lambda: self._record(entry, record, signed_in)),
            )

        def done(recorded: tuple[Next, Step | None, OutboxView]) -> None:
            self._on_recorded(*recorded, signed_in)

        self._lanes.write(job, self._if_current(done), self._if_current(failed), urgent=True)

    def _on_recorded(
        self, following: Next, step: Step | None, view: OutboxView, signed_in: int
    ) -> None:
        self._under_way.pop(view.thread_id, None)
        if step is not None:
            self._own_steps[(step.thread_id, step.seen)] = step.now
        # A refusal of before the agent signed in anew says nothing of the session there is now.
        if following is Next.PARKED and signed_in == self._sign_ins:
            self._parked = True
        self.entry_changed.emit(view)
        match view.state:
            case ReplyState.PUBLISHED:
                self.published.emit(view)
            case ReplyState.REJECTED:
                self.rejected.emit(view)
            case ReplyState.CONFLICT:
                self.conflict.emit(view)
        self.pump()

    # -- within -----------------------------------------------------------------------------------

    def _on_not_recovered(self, error: Exception) -> None:
        self._lanes.report(error)
        self._running = False
        if self._me is not None:
            me = self._me
            QTimer.singleShot(RECORD_AGAIN_MS, self, self._if_current_call(lambda: self.start(me)))

    def _on_recovered(self, found: int) -> None:
        self._recovered = True
        if found:
            log.info("%s entries were cut off by the last end: unconfirmed", found)
        self.pump()

    def _if_current(self, call: Callable[[T], None]) -> Callable[[T], None]:
        """`call`, unless the agent has changed by then: its entry is in another store."""
        era = self._era

        def guarded(value: T) -> None:
            if era == self._era:
                call(value)

        return guarded

    def _if_current_call(self, call: Callable[[], None]) -> Callable[[], None]:
        era = self._era

        def guarded() -> None:
            if era == self._era:
                call()

        return guarded


def outbox_change(*thread_ids: int) -> StoreChange:
    """What a write to the outbox tells the windows."""
    return StoreChange(origin="outbox", threads=frozenset(thread_ids), outbox=True)
