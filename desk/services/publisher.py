"""Takes the agent's actions to the portal: each once, in order, whatever happens in between."""

import logging
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot
from sqlalchemy import Connection

from desk import wire
from desk.api_client.portal import Portal
from desk.clock import PortalClock
from desk.models import drafts as draft_rows
from desk.models import outbox, threads
from desk.models.actions import Action, ActionBody, Passage
from desk.models.errors import StoreError
from desk.models.outbox import AlreadyPublished, ImpossibleTransition, ReplyUnderWay
from desk.models.snapshots import (
    ConnectionState,
    OutboxView,
    StoreChange,
    SyncView,
)
from desk.services import intentions
from desk.services.drafts import Drafts
from desk.services.intentions import ConflictChoice
from desk.services.lanes import Lanes
from desk.services.sending import Sending, outbox_change

__all__ = ["ConflictChoice", "Publisher"]

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
    """(thread id, ``reply_under_way``, ``already_published`` or the disk's code): the action was
    not even written down."""

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
        self._clock = clock
        self._drafts = drafts
        self._online = False
        self._sending = Sending(lanes, portal, clock, self)
        for mine, its in (
            (self.entry_changed, self._sending.entry_changed),
            (self.published, self._sending.published),
            (self.rejected, self._sending.rejected),
            (self.conflict, self._sending.conflict),
        ):
            its.connect(mine)

    # -- life -------------------------------------------------------------------------------------

    def start(self, me: wire.Me) -> None:
        """`me` is signed in and their store is behind the lanes: finish what was begun.

        While running for the same agent: what was parked goes again.
        """
        self._sending.start(me)

    def stop(self) -> None:
        """Nobody is signed in: nothing more leaves. What is under way is found again at `start`."""
        self._sending.stop()

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
        """Connected to `Sync.portal_restored`: versions have gone back there."""
        self._sending.forget_own_steps()

    @Slot()
    def hurry(self) -> None:
        """What waits for its next try goes now, unless the portal asked for patience."""
        self._sending.hurry()

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

    def ask_review(
        self,
        thread_id: int,
        text: str,
        kind: Literal["answer", "holding"],
        reviewer_id: int | None,
        confirmed: tuple[str, ...] = (),
    ) -> None:
        """Have a colleague (None: any supervisor) read the reply before it leaves. `confirmed`: as
        for `publish`.
        """
        body = ActionBody(text=text, kind=kind, reviewer_id=reviewer_id, confirmed=confirmed)
        self._publish(Action.ASK_REVIEW, thread_id, body)

    def withdraw_review(self, thread_id: int, review_id: int) -> None:
        """Take one's own request back, or lay aside what came back; its text goes back to the
        composer.
        """
        self._write_down(
            thread_id, lambda conn, now: intentions.withdraw_review(conn, thread_id, review_id, now)
        )

    def send_back(
        self, thread_id: int, review_id: int, words: str, passages: tuple[Passage, ...]
    ) -> None:
        """Give a colleague's reply back, with words about the whole and remarks on passages."""
        body = ActionBody(review_id=review_id, reason=words, passages=passages)
        self._do(Action.SEND_BACK, thread_id, body)

    def approve(
        self,
        thread_id: int,
        review_id: int,
        seen_version: int,
        amended: str | None,
        confirmed: tuple[str, ...] = (),
    ) -> None:
        """Have a colleague's reply published, as it was asked or (`amended`) otherwise.
        `seen_version`: the exchange as the reviewer has it on screen.
        """
        body = ActionBody(review_id=review_id, text=amended or "", confirmed=confirmed)

        def job(conn: Connection, now_ms: int) -> str:
            seen = self._sending.seen_through(thread_id, seen_version)
            return outbox.enqueue(conn, Action.APPROVE, thread_id, seen, now_ms, body=body)

        self._write_down(thread_id, job)

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

    # -- writing down -----------------------------------------------------------------------------

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
        return self._sending.seen_through(thread_id, seen)

    def _write_down(self, thread_id: int | None, job: Callable[[Connection, int], str]) -> None:
        """Write an action of the agent down, show it, send it. `job` gets the portal's clock and
        returns the entry's id.
        """

        def with_view(conn: Connection) -> tuple[OutboxView, StoreChange]:
            view = outbox.view_of(conn, job(conn, self._clock.now_ms()))
            return view, outbox_change(view.thread_id)

        def done(view: OutboxView) -> None:
            self.entry_changed.emit(view)
            self._sending.pump()

        def failed(error: Exception) -> None:
            if isinstance(error, ReplyUnderWay):
                self.not_queued.emit(thread_id, "reply_under_way")
            elif isinstance(error, AlreadyPublished):
                self.not_queued.emit(thread_id, "already_published")
            elif isinstance(error, ImpossibleTransition):
                # It moved on while the agent was clicking; the windows are told its state.
                log.info("an action came too late for its outbox entry")
            elif isinstance(error, StoreError):
                self.not_queued.emit(thread_id, error.code)
                self._lanes.report(error)
            else:
                self._lanes.report(error)

        self._lanes.write(with_view, done, failed, urgent=True)
