"""The supervisor's board: asked for while it is looked at, and told how old it is."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from sqlalchemy import Connection

from desk import wire
from desk.api_client.errors import PortalError
from desk.api_client.supervision import SupervisionApi
from desk.clock import PortalClock
from desk.models.inbox import Reader, Scope, read_surroundings
from desk.models.snapshots import (
    ConnectionState,
    InboxFilter,
    InboxRow,
    StoreChange,
    SyncView,
)
from desk.services.lanes import Lanes

T = TypeVar("T")

AFTER_CHANGE_MS = 2_000
"""The feed's changes come in bursts: one refresh for what comes within two seconds."""

BY_ITSELF_MS = 60_000
"""Messages become late by time alone."""

OLD_MS = 3 * BY_ITSELF_MS
"""Figures older than this are called old: two refreshes have failed."""


class Wanted(msgspec.Struct, frozen=True):
    """Which messages: those behind one figure, of one group or of one half-day of a thème."""

    figure: str
    title: str
    """In words, for the list."""
    by: str = ""
    key: str = ""
    due: tuple[datetime, datetime] | None = None


class FoundThread(msgspec.Struct, frozen=True):
    """A message behind a figure, with what this PC knows of it."""

    thread_id: int
    version: int
    due_at: datetime
    row: InboxRow | None
    """None when this PC's store does not hold it yet."""


class Batch(msgspec.Struct, frozen=True):
    """An act upon several messages, under a key of its own: asking again acts once."""

    verb: str
    request: msgspec.Struct
    key: str


class Supervision(QObject):
    """For a supervisor only; the portal refuses anybody else."""

    board_changed = Signal(object)
    """A `wire.Board`: the newest figures."""

    failed = Signal(str)
    """The figures could not be asked for (`PortalError.code`); those on screen stand, older."""

    def __init__(
        self,
        lanes: Lanes,
        api: SupervisionApi,
        clock: PortalClock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._api = api
        self._clock = clock
        self._board: wire.Board | None = None
        self._watched = False
        self._attended = False
        self._asking = False
        self._again = False
        self._missed = False  # the last question had no answer
        self._era = 0  # grows with each agent: answers to the former's questions are dropped
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_CHANGE_MS)
        self._soon.timeout.connect(self.refresh)
        self._regularly = QTimer(self)
        self._regularly.setInterval(BY_ITSELF_MS)
        self._regularly.timeout.connect(self.refresh)
        lanes.changed.connect(self._on_changed)

    @property
    def board(self) -> wire.Board | None:
        """The newest figures; None before the first."""
        return self._board

    def watch(self) -> None:
        """The board is on screen: ask now, after changes, and each minute."""
        self._watched = True
        self._regularly.start()
        self.refresh()

    def attend(self) -> None:
        """Somebody is to be told when a figure is too high: ask each minute, looked at or not."""
        self._attended = True
        self._regularly.start()
        self.refresh()

    def rest(self) -> None:
        """Nobody looks: the feed's changes are followed no more."""
        self._watched = False
        self._soon.stop()
        if not self._attended:
            self._regularly.stop()

    def forget(self) -> None:
        """Another agent works here: nothing of the former's figures stays."""
        self._attended = False
        self.rest()
        self._era += 1
        self._asking = self._again = self._missed = False
        self._board = None

    @Slot(object)
    def follow(self, view: SyncView) -> None:
        """Connected to `Sync.state_changed`: when the portal is back the figures are asked anew."""
        if self._watched and self._missed and view.state is ConnectionState.ONLINE:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Ask now; one more time when something asks meanwhile."""
        if self._asking:
            self._again = True
            return
        self._asking = True
        era = self._era

        def done(board: wire.Board) -> None:
            if era == self._era:
                self._board = board
                self._asking = self._missed = False
                self.board_changed.emit(board)
                self._once_more()

        def failed(error: Exception) -> None:
            if era == self._era:
                self._asking = self._again = False
                self._missed = True
                self.failed.emit(self._code(error))

        self._lanes.http(self._api.board, done, failed)

    def find(
        self,
        wanted: Wanted,
        after: str,
        done: Callable[[list[FoundThread], str | None], None],
        failed: Callable[[str], None],
    ) -> None:
        """A page of the messages behind a figure, first due first; `after`: empty for the first."""

        def found(page: wire.ThreadsFound) -> None:
            def rows(conn: Connection) -> list[FoundThread]:
                scope = Scope(InboxFilter.TODO, "", self._clock.now_ms())
                reader = Reader(conn, scope, read_surroundings(conn))
                known = reader.rows([each.thread_id for each in page.threads])
                return [
                    FoundThread(
                        each.thread_id, each.version, each.due_at, known.get(each.thread_id)
                    )
                    for each in page.threads
                ]

            self._lanes.query(rows, lambda threads: done(threads, page.next_after))

        self._ask(
            lambda: self._api.threads(wanted.figure, wanted.by, wanted.key, wanted.due, after),
            found,
            failed,
        )

    def team(self, done: Callable[[wire.Team], None], failed: Callable[[str], None]) -> None:
        """The agents of the caisse, by name."""
        self._ask(self._api.team, done, failed)

    def set_absence(
        self,
        agent_id: int,
        until: datetime | None,
        done: Callable[[wire.Team], None],
        failed: Callable[[str], None],
    ) -> None:
        """Until when an agent is away; None: back again."""
        self._ask(lambda: self._api.set_absence(agent_id, until), done, failed)

    def plan(
        self,
        thread_ids: list[int],
        done: Callable[[wire.SharePlan], None],
        failed: Callable[[str], None],
    ) -> None:
        """How the messages would be shared out; nothing happens."""
        request = wire.ShareOutRequest(thread_ids=thread_ids)
        self._ask(lambda: self._api.share_out(request), done, failed)

    def forecast(
        self,
        request: wire.ForecastRequest,
        done: Callable[[wire.Forecast], None],
        failed: Callable[[str], None],
    ) -> None:
        """What will break, or what would; nothing happens."""
        self._ask(lambda: self._api.forecast(request), done, failed)

    def proof(
        self,
        period: tuple[datetime, datetime],
        by: str,
        done: Callable[[wire.Proof], None],
        failed: Callable[[str], None],
    ) -> None:
        """Whether the promise was kept, from an instant until before another."""
        self._ask(lambda: self._api.proof(*period, by), done, failed)

    def save_proof(
        self,
        period: tuple[datetime, datetime],
        path: Path,
        done: Callable[[str], None],
        failed: Callable[[str], None],
    ) -> None:
        """Write the messages behind the proof; the file's ending says which kind it is.

        Args:
            done: gets why the disk refused, empty when it did not.
        """

        def save() -> str:
            content = self._api.proof_file(*period, path.suffix.removeprefix("."))
            try:
                path.write_bytes(content)
            except OSError as error:
                return error.strerror or type(error).__name__
            return ""

        self._ask(save, done, failed)

    def batch(self, verb: str, request: msgspec.Struct) -> Batch:
        """An act under a new key."""
        return Batch(verb, request, str(uuid4()))

    def act(
        self,
        batch: Batch,
        done: Callable[[wire.BatchResult], None],
        failed: Callable[[str], None],
    ) -> None:
        """Do it, or ask again what became of it when the answer was lost."""

        def told(result: wire.BatchResult) -> None:
            self._soon.start()
            done(result)

        self._ask(lambda: self._api.act(batch.verb, batch.request, batch.key), told, failed)

    def _ask(
        self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[str], None]
    ) -> None:
        era = self._era

        def told(value: T) -> None:
            if era == self._era:
                done(value)

        def refused(error: Exception) -> None:
            code = self._code(error)
            if era == self._era:
                failed(code)

        self._lanes.http(job, told, refused)

    def _code(self, error: Exception) -> str:
        if isinstance(error, PortalError):
            return error.code
        self._lanes.report(error)
        return "internal"

    def _once_more(self) -> None:
        if self._again:
            self._again = False
            if self._watched:
                self._soon.start()

    @Slot(object)
    def _on_changed(self, change: StoreChange) -> None:
        told = change.everything or (change.origin == "sync" and bool(change.threads))
        # Not started again while it runs: changes without end must not put it off without end.
        if self._watched and told and not self._soon.isActive():
            self._soon.start()
