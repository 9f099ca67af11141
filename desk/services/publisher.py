"""Takes the agent's actions to the portal: each once, in order, whatever happens in between."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Literal, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from sqlalchemy import Connection

from desk import wire
from desk.api_client.errors import Aborted, PortalError
from desk.api_client.portal import Portal
from desk.clock import PortalClock
from desk.models import drafts as draft_rows
from desk.models import outbox, threads
from desk.models.actions import Action, ActionBody
from desk.models.errors import StoreError
from desk.models.outbox import Entry, ImpossibleTransition, ReplyUnderWay
from desk.models.snapshots import (
    ConnectionState,
    OutboxView,
    ReplyState,
    StoreChange,
    SyncView,
)
from desk.services import asking, intentions, outcomes
from desk.services.drafts import Drafts
from desk.services.intentions import ConflictChoice
from desk.services.lanes import Lanes
from desk.services.outcomes import Next, Step

T = TypeVar("T")

__all__ = ["ConflictChoice", "Publisher"]

AT_ONCE = 3
"""Entries of different threads under way together: one less than the request lane has threads."""

RECORD_AGAIN_MS = 2_000
"""The answer is there and the disk refuses to record it: try again this much later."""

log = logging.getLogger(__name__)


class Publisher(QObject):
    """The outbox at work, while a store is open.

    Guarantees:
      - what the agent asked for is on the disk, under an id made here, before anything is sent;
      - an entry is `sending` on the disk before its first byte leaves, so that a crash leaves it
        *unconfirmed* and the same key asks the portal what became of it;
      - entries of one thread go in order; one that fails holds back no other thread's;
      - a text is never deleted by an answer: the draft goes only in the transaction that records
        the publication, and only if it is what was published.

    The caller must not show a reply as published before `published`.
    """

    entry_changed = Signal(object)
    """An `OutboxView`: this entry's state is now that."""

    published = Signal(object)
    """An `OutboxView`: the portal has it: a reply with its id and instant, any other act."""

    rejected = Signal(object)
    """An `OutboxView`: refused, `problem` says why. For a claim that a colleague holds,
    `problem_detail` is the colleague's name."""

    conflict = Signal(object)
    """An `OutboxView`: a reply, or an act, was overtaken; the store has the thread as it now is. A
    reply's text is in the draft (or, when something else was being written, in this entry)."""

    not_queued = Signal(object, str)
    """(thread id, ``reply_under_way`` or the disk's code): the action was not even written down."""

    def __init__(
        self,
        lanes: Lanes,
        portal: Portal,
        clock: PortalClock,
        drafts: Drafts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._portal = portal
        self._clock = clock
        self._drafts = drafts
        self._me: wire.Me | None = None
        self._era = 0  # grows with each start and stop: answers of another agent's time are dropped
        self._running = False
        self._recovered = False
        self._parked = False
        self._sign_ins = 0
        self._online = False
        self._under_way: dict[int, str] = {}  # thread → entry
        self._own_steps: dict[tuple[int, int], int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._pump)

    # -- life -------------------------------------------------------------------------------------

    def start(self, me: wire.Me) -> None:
        """`me` is signed in and their store is behind the lanes: finish what was begun.

        While running for the same agent: what was parked goes again.
        """
        self._me = me
        self._parked = False
        self._sign_ins += 1
        if self._running:
            self._pump()
            return
        self._running = True
        self._recovered = False
        self._era += 1
        # Before anything is sent: what is sent later would be taken for cut off as well.
        self._lanes.write(
            lambda conn: (outbox.recover(conn), _changed()),
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

    @Slot(object)
    def follow(self, view: SyncView) -> None:
        """Connected to `Sync.state_changed`: when the portal is back nothing need wait longer."""
        online = view.state is ConnectionState.ONLINE
        came_back = online and not self._online
        self._online = online
        if came_back:
            self.hurry()

    @Slot()
    def portal_restored(self) -> None:
        """Versions have gone back: what one's own acts made of them there says nothing here."""
        self._own_steps.clear()

    @Slot()
    def hurry(self) -> None:
        """What waits for its next try goes now, unless the portal asked for patience."""

        def job(conn: Connection) -> tuple[None, None]:
            outbox.hurry(conn)
            return None, None

        if self._running:
            self._lanes.write(job, lambda _: self._pump(), urgent=True)

    # -- what the agent does ----------------------------------------------------------------------

    def publish(
        self,
        thread_id: int,
        text: str,
        kind: Literal["answer", "holding"] = "answer",
        confirmed: tuple[str, ...] = (),
    ) -> None:
        """Write the reply down for sending; `entry_changed` follows with *queued*. `confirmed`:
        kinds of warnings that the author let stand.
        """
        body = ActionBody(text=text, kind=kind, confirmed=confirmed)
        self._publish(Action.REPLY, thread_id, body)

    def schedule(
        self,
        thread_id: int,
        text: str,
        kind: Literal["answer", "holding"],
        at_ms: int,
        confirmed: tuple[str, ...] = (),
    ) -> None:
        """Have the portal publish the reply at `at_ms` (its clock), or hold it when the adherent
        writes again before. `confirmed`: as for `publish`.
        """
        body = ActionBody(text=text, kind=kind, publish_ms=at_ms, confirmed=confirmed)
        self._publish(Action.SCHEDULE, thread_id, body)

    def claim(self, thread_id: int) -> None:
        """« Prendre en charge », or renew one's lease."""
        self._do(Action.CLAIM, thread_id, ActionBody())

    def release(self, thread_id: int) -> None:
        """« Rendre »."""
        self._do(Action.RELEASE, thread_id, ActionBody())

    def note(self, thread_id: int, text: str) -> None:
        """An internal note, which the adherent never sees."""
        self._do(Action.NOTE, thread_id, ActionBody(text=text))

    def reclassify(self, thread_id: int, motif: str) -> None:
        """Correct the motif (its code); the adherent's own stays known."""
        self._do(Action.RECLASSIFY, thread_id, ActionBody(motif=motif))

    def transfer(
        self, thread_id: int, competence: str | None, caisse: str | None, reason: str
    ) -> None:
        """Hand it to another team and/or caisse (their codes), saying why."""
        body = ActionBody(competence=competence or "", caisse=caisse or "", reason=reason)
        self._do(Action.TRANSFER, thread_id, body)

    def close_thread(self, thread_id: int, reason: str) -> None:
        """« Clore sans réponse », saying why."""
        self._do(Action.CLOSE, thread_id, ActionBody(reason=reason))

    def break_claim(self, thread_id: int, reason: str) -> None:
        """A supervisor ends a colleague's lease, saying why."""
        self._do(Action.BREAK_CLAIM, thread_id, ActionBody(reason=reason))

    def pause(self, thread_id: int, reason: str) -> None:
        """Hold the clock while a document is awaited, saying which."""
        self._do(Action.PAUSE, thread_id, ActionBody(reason=reason))

    def resume(self, thread_id: int) -> None:
        """Let the clock run again."""
        self._do(Action.RESUME, thread_id, ActionBody())

    def withdraw(self, thread_id: int, message_id: int) -> None:
        """Take a reply back within the portal's delay; its text goes back to the composer."""
        self._write_down(
            thread_id, lambda conn, now: intentions.withdraw(conn, thread_id, message_id, now)
        )

    def unschedule(self, thread_id: int, scheduled_id: int) -> None:
        """Take a scheduled reply back; its text goes back to the composer."""
        self._write_down(
            thread_id, lambda conn, now: intentions.unschedule(conn, thread_id, scheduled_id, now)
        )

    def retry(self, event_id: str) -> None:
        """Try a waiting entry now, or a refused one again."""

        def job(conn: Connection, _: int) -> str:
            outbox.requeue(conn, event_id)
            return event_id

        self._write_down(None, job)

    def cancel(self, event_id: str) -> None:
        """Withdraw what has surely not arrived; a reply's text goes back to the composer."""
        self._write_down(None, lambda conn, now: intentions.cancel(conn, event_id, now))

    def edit(self, event_id: str) -> None:
        """Take a waiting or refused reply back into the composer. What the composer held instead
        stays in the draft's journal. `entry_changed` follows with *cancelled*: read the draft then.
        """
        self._drafts.flush()
        self._write_down(None, lambda conn, now: intentions.edit(conn, event_id, now))

    def resolve_conflict(
        self, event_id: str, choice: ConflictChoice, confirmed: tuple[str, ...] = ()
    ) -> None:
        """The author has seen what changed and chose; see `ConflictChoice`. `confirmed`: what they
        let stand when the text was judged upon the exchange as it now is.
        """
        self._write_down(
            None,
            lambda conn, now: intentions.resolve_conflict(conn, event_id, choice, now, confirmed),
        )

    # -- sending ----------------------------------------------------------------------------------

    def _publish(self, action: Action, thread_id: int, body: ActionBody) -> None:
        settled_version = self._drafts.settle(thread_id, body.text)

        def job(conn: Connection, now_ms: int) -> str:
            seen = self._seen_version(conn, thread_id, settled_version)
            settled = settled_version is not None
            return intentions.publish(conn, action, thread_id, body, seen, now_ms, settled=settled)

        self._write_down(thread_id, job)

    def _do(self, action: Action, thread_id: int, body: ActionBody) -> None:
        self._write_down(
            thread_id, lambda conn, now: intentions.act(conn, action, thread_id, body, now)
        )

    def _seen_version(self, conn: Connection, thread_id: int, settled: int | None) -> int:
        """The thread as the author saw it: when writing the draft; without one, as stored."""
        present = draft_rows.draft_of(conn, thread_id)
        if settled is not None:
            seen = settled
        elif present is not None:
            seen = present.seen_version
        else:
            seen = threads.version_of(conn, thread_id) or 0
        # What the author's own claim did meanwhile is nothing they have not seen.
        while (thread_id, seen) in self._own_steps:
            seen = self._own_steps[(thread_id, seen)]
        return seen

    def _write_down(self, thread_id: int | None, job: Callable[[Connection, int], str]) -> None:
        """Write an action of the agent down, show it, send it. `job` gets the portal's clock and
        returns the entry's id.
        """

        def with_view(conn: Connection) -> tuple[OutboxView, StoreChange]:
            view = outbox.view_of(conn, job(conn, self._clock.now_ms()))
            return view, _changed(view.thread_id)

        def done(view: OutboxView) -> None:
            self.entry_changed.emit(view)
            self._pump()

        def failed(error: Exception) -> None:
            if isinstance(error, ReplyUnderWay):
                self.not_queued.emit(thread_id, "reply_under_way")
            elif isinstance(error, ImpossibleTransition):
                # It moved on while the agent was clicking; the windows are told its state.
                log.info("an action came too late for its outbox entry")
            elif isinstance(error, StoreError):
                self.not_queued.emit(thread_id, error.code)
                self._lanes.report(error)
            else:
                self._lanes.report(error)

        self._lanes.write(with_view, done, failed, urgent=True)

    def _pump(self) -> None:
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
            return (kept, outbox.view_of(conn, entry.event_id)), _changed(entry.thread_id)

        def failed(error: Exception) -> None:
            self._under_way.pop(entry.thread_id, None)
            if isinstance(error, ImpossibleTransition):
                self._pump()  # withdrawn meanwhile
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
            return (following, step, view), _changed(entry.thread_id)

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
        self._pump()

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
        self._pump()

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


def _changed(*thread_ids: int) -> StoreChange:
    return StoreChange(origin="outbox", threads=frozenset(thread_ids), outbox=True)
