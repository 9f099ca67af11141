"""Keeps a copy of each draft with the portal, so that its author can go on from another PC."""

import logging
import platform
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from sqlalchemy import Connection

from desk import wire
from desk.api_client.errors import Aborted, PortalError, Refused, Stale
from desk.api_client.portal import Portal
from desk.clock import PortalClock
from desk.models import draft_copies, draft_journal
from desk.models import drafts as draft_rows
from desk.models.draft_copies import Differing, Pending
from desk.models.snapshots import ConnectionState, DraftView, StoreChange, SyncView
from desk.services.drafts import Drafts
from desk.services.lanes import Lanes

T = TypeVar("T")

COPY_AFTER_MS = 5_000
"""From the first save that is not copied: what is typed in between travels once."""

AGAIN_AFTER_MS = 60_000
"""After a failure, unless the synchronisation finds the portal again before."""

JOURNAL_KEPT_MS = 30 * 86_400_000
"""How long the journal of a text that was published or thrown away stays on this PC."""

log = logging.getLogger(__name__)


class DraftCopies(QObject):
    """Copies follow the drafts, one request at a time, never in the way of anything.

    Guarantees: no text of this PC is replaced by another PC's before `take_theirs`, none of
    another PC's before `keep_mine`; what is replaced stays in the draft's journal.
    """

    elsewhere = Signal(object, object, object)
    """(thread id, `DraftView` of this PC, `wire.Draft` of the other): both exist and differ; the
    agent chooses by `keep_mine` or `take_theirs`."""

    arrived = Signal(object)
    """Thread id: nothing was being written here, and the draft of another PC is now here."""

    taken = Signal(object)
    """A `DraftView`: what the composer shall show after `take_theirs`."""

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
        self._device = platform.node()[:100] or "PC"
        self._era = 0
        self._running = self._online = self._busy = False
        self._undecided: dict[int, wire.Draft] = {}
        self._refused: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._push)
        drafts.saved.connect(self._on_saved)

    @property
    def undecided(self) -> dict[int, wire.Draft]:
        """Threads whose other PC's text waits for the agent's choice."""
        return dict(self._undecided)

    def start(self) -> None:
        """An agent is signed in and their store is behind the lanes."""
        if self._running:
            return
        self._running = True
        self._era += 1
        before = self._clock.now_ms() - JOURNAL_KEPT_MS
        self._lanes.write(lambda conn: (draft_journal.forget_before(conn, before), None))

    def stop(self) -> None:
        """Nobody is signed in."""
        self._running = self._online = self._busy = False
        self._era += 1
        self._timer.stop()
        self._undecided.clear()
        self._refused.clear()

    @Slot(object)
    def follow(self, view: SyncView) -> None:
        """Connected to `Sync.state_changed`: copies are compared when the portal is found again."""
        online = view.state is ConnectionState.ONLINE and not view.loading
        came, self._online = online and not self._online, online
        if came and self._running:
            self._lanes.http(
                self._portal.drafts,
                self._if_current(self._on_copies),
                self._if_current(self._on_failed),
            )

    def keep_mine(self, thread_id: int) -> None:
        """This PC's text replaces the other's copy."""
        remote = self._undecided.pop(thread_id, None)
        if remote is None:
            return

        def job(conn: Connection) -> tuple[None, None]:
            # So that the other PC's words are not lost with their copy.
            draft_journal.set_aside(conn, thread_id, remote.text, self._clock.now_ms())
            draft_copies.agree(conn, thread_id, remote.revision, remote.text)
            return None, None

        self._lanes.write(job, lambda _: self._push(), urgent=True)

    def take_theirs(self, thread_id: int) -> None:
        """The other PC's text replaces this one's; `taken` follows."""
        remote = self._undecided.pop(thread_id, None)
        if remote is None:
            return
        self._drafts.flush()

        def job(conn: Connection) -> tuple[DraftView, StoreChange]:
            view = draft_copies.take(conn, remote, self._clock.now_ms())
            return view, _changed([thread_id])

        self._lanes.write(job, self.taken.emit, urgent=True)

    # -- within -----------------------------------------------------------------------------------

    @Slot(object, object)
    def _on_saved(self, _thread_id: int, _saved_ms: int) -> None:
        if self._running and not self._timer.isActive():
            self._timer.start(COPY_AFTER_MS)

    def _on_copies(self, remotes: list[wire.Draft]) -> None:
        def job(
            conn: Connection,
        ) -> tuple[tuple[list[int], list[Differing]], StoreChange | None]:
            found = draft_copies.reconcile(conn, remotes, self._clock.now_ms())
            return found, _changed(found[0]) if found[0] else None

        self._lanes.write(job, self._if_current(self._on_reconciled))

    def _on_reconciled(self, found: tuple[list[int], list[Differing]]) -> None:
        came, differing = found
        for each in differing:
            self._ask(each.local, each.remote)
        for thread_id in came:
            self.arrived.emit(thread_id)
        self._push()

    def _ask(self, local: DraftView, remote: wire.Draft) -> None:
        self._undecided[remote.thread_id] = remote
        self.elsewhere.emit(remote.thread_id, local, remote)

    @Slot()
    def _push(self) -> None:
        if self._running and self._online and not self._busy:
            self._busy = True
            self._lanes.query(draft_copies.pending, self._if_current(self._on_pending))

    def _on_pending(self, waiting: list[Pending]) -> None:
        silent = self._undecided.keys() | self._refused
        first = next((each for each in waiting if each.thread_id not in silent), None)
        if first is None:
            self._busy = False
            return
        self._lanes.http(
            lambda: self._tell(first),
            self._if_current(lambda copy: self._on_told(first, copy)),
            self._if_current(lambda error: self._on_refused(first, error)),
        )

    def _tell(self, waiting: Pending) -> wire.Draft | None:
        if waiting.text is not None:
            return self._portal.save_draft(
                waiting.thread_id, waiting.text, self._device, waiting.revision
            )
        if waiting.revision is not None:
            self._portal.discard_draft(waiting.thread_id, waiting.revision)
        return None

    def _on_told(self, told: Pending, copy: wire.Draft | None) -> None:
        def job(conn: Connection) -> tuple[None, None]:
            if copy is None or told.text is None:
                draft_copies.forget(conn, told.thread_id)
            else:
                draft_copies.agree(conn, told.thread_id, copy.revision, told.text)
            return None, None

        self._lanes.write(job, self._if_current(lambda _: self._go_on()))

    def _go_on(self) -> None:
        self._busy = False
        self._push()

    def _on_refused(self, told: Pending, error: Exception) -> None:
        if isinstance(error, Stale):
            self._lanes.query(
                lambda conn: draft_rows.draft_of(conn, told.thread_id),
                self._if_current(
                    lambda local: self._on_overtaken(told, local, error.problem.current_draft)
                ),
            )
            return
        if isinstance(error, Refused):
            # The exchange is no longer this caisse's, or the text no draft: it stays on this PC.
            self._refused.add(told.thread_id)
            self._go_on()
            return
        self._busy = False
        self._on_failed(error)

    def _on_overtaken(
        self, told: Pending, local: DraftView | None, remote: wire.Draft | None
    ) -> None:
        self._busy = False
        if remote is not None and local is not None and local.text != remote.text:
            self._ask(local, remote)
            self._push()
            return

        def job(conn: Connection) -> tuple[None, None]:
            if remote is None or told.text is None:
                # Thrown away elsewhere, or here: ours is a new copy, theirs stays theirs.
                draft_copies.forget(conn, told.thread_id)
            else:
                draft_copies.agree(conn, told.thread_id, remote.revision, remote.text)
            return None, None

        self._lanes.write(job, self._if_current(lambda _: self._push()))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Aborted):
            return
        if not isinstance(error, PortalError):
            self._lanes.report(error)
        log.info("drafts are not copied now: %s", getattr(error, "code", "internal"))
        self._timer.start(AGAIN_AFTER_MS)

    def _if_current(self, call: Callable[[T], None]) -> Callable[[T], None]:
        """`call`, unless the agent has changed by then."""
        era = self._era

        def guarded(value: T) -> None:
            if era == self._era:
                call(value)

        return guarded


def _changed(thread_ids: list[int]) -> StoreChange:
    return StoreChange(origin="draft", threads=frozenset(thread_ids))
