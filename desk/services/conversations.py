"""One conversation for the window: from the store at once, and read at the portal on record."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject
from sqlalchemy import Connection

from desk import wire
from desk.api_client.errors import PortalError
from desk.api_client.portal import Portal
from desk.clock import PortalClock
from desk.models import conversation, threads
from desk.models.snapshots import StoreChange, ThreadView
from desk.services.lanes import Lanes
from desk.services.session import Session

log = logging.getLogger(__name__)


class Conversations(QObject):
    """Reads conversations out of the store.

    Opening one asks the portal for it in the background: the portal records who reads what (law
    C3), and what it answers is the newest state. Offline, the store's is shown, and the reading is
    not recorded there.
    """

    def __init__(
        self,
        lanes: Lanes,
        portal: Portal,
        clock: PortalClock,
        session: Session,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._portal = portal
        self._clock = clock
        self._session = session
        self._open: set[int] = set()

    def load(self, thread_id: int, done: Callable[[ThreadView | None], None]) -> None:
        """`done` gets the conversation, None when the store does not hold it.

        Calling it again for the same conversation (the store said that it changed) reads the store
        only: it is not another reading by the agent.
        """
        me = self._session.me
        my_id = me.agent_id if me is not None else 0
        self._lanes.query(
            lambda conn: conversation.thread_view(conn, thread_id, self._clock.now_ms(), my_id),
            done,
        )
        if thread_id not in self._open:
            self._open.add(thread_id)
            self._lanes.http(
                lambda: self._portal.thread(thread_id),
                self._on_thread,
                lambda error: self._on_failed(thread_id, error),
            )

    def is_here(self, thread_id: int, done: Callable[[bool], None]) -> None:
        """Whether the store holds this conversation; it is not read."""
        self._lanes.query(lambda conn: threads.version_of(conn, thread_id) is not None, done)

    def close(self, thread_id: int) -> None:
        """This conversation is not on screen any more: opening it again is another reading."""
        self._open.discard(thread_id)

    def close_all(self) -> None:
        """No conversation is on screen."""
        self._open.clear()

    def unmask(
        self,
        thread_id: int,
        done: Callable[[wire.Identifier], None],
        failed: Callable[[str], None],
    ) -> None:
        """Ask for the adherent's whole identifier, which the portal records. Kept nowhere.

        `failed` gets the family's code (``unreachable``, ``too-many-requests`` …).
        """

        def told(error: Exception) -> None:
            if isinstance(error, PortalError):
                failed(error.code)
            else:
                self._lanes.report(error)
                failed("internal")

        self._lanes.http(lambda: self._portal.unmask(thread_id), done, told)

    def _on_thread(self, thread: wire.Thread) -> None:
        def job(conn: Connection) -> tuple[None, StoreChange | None]:
            if threads.version_of(conn, thread.id) is None:
                # Gone meanwhile (another agent's store, or purged): not ours to bring back.
                return None, None
            change = threads.apply_thread(conn, thread, origin="conversation")
            return None, change if change.threads else None

        self._lanes.write(job)

    def _on_failed(self, thread_id: int, error: Exception) -> None:
        if not isinstance(error, PortalError):
            self._lanes.report(error)
            return
        # The store's picture stands; the synchronisation tells how old it is.
        log.info("a conversation could not be asked for: %s", error.code)
        self._open.discard(thread_id)
