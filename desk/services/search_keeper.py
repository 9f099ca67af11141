"""Makes the full-text index in the background, and keeps it in good order."""

import logging
import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from sqlalchemy import Connection

from desk.models import meta
from desk.models.errors import StoreError
from desk.models.search import index
from desk.models.search.state import IndexState
from desk.models.snapshots import StoreChange
from desk.services.lanes import Lanes

GAP_MS = 15
"""Between two pieces: whatever else waits for the writer goes first."""

LOADING_GAP_MS = 1_500
"""While the first load goes on, its pages have the writer to themselves."""

RETRY_MS = 30_000
"""After a refusal of the disk."""

PIECE_S = 0.05
"""What a piece may take; the next one is smaller, or larger."""

LEAST, MOST = 20, 400
"""Threads in a piece."""

COMPACT_AFTER_MS = 20_000
"""Words of what was removed leave the index's pages once things have become quiet."""

log = logging.getLogger(__name__)


class SearchKeeper(QObject):
    """Lives as long as the lanes.

    Guarantees: no piece takes longer than some `PIECE_S` on the writer's lane, where an agent's own
    write goes before the next one; the window's thread only hands pieces over; a piece cut short
    by the end of desk is done again.
    """

    progressed = Signal(object)
    """Whether every text is in the index now."""

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._piece = index.PIECE
        self._busy = False
        self._whole: bool | None = None
        self._first_step = True
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._build)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._compact)
        lanes.changed.connect(self._on_changed)

    @property
    def whole(self) -> bool:
        """Every text is in the index, as far as is known."""
        return bool(self._whole)

    @Slot()
    def renew(self) -> None:
        """A search found the index damaged: throw it away and make it anew."""
        log.warning("the full-text index is damaged: it is made anew")
        self._tell(whole=False)
        self._lanes.write(lambda conn: (index.renew(conn), None), self._on_piece, self._on_failed)

    @Slot(object)
    def _on_changed(self, change: StoreChange) -> None:
        if change.origin == "store":
            self._whole = None
            self._quiet.stop()
            self._next.start(GAP_MS)
        elif change.catalogue:
            self._next.start(GAP_MS)
        elif change.everything:
            self._tell(whole=False)
            if not self._next.isActive():
                self._next.start(LOADING_GAP_MS)
        if change.removed:
            self._begin_compacting()

    def _begin_compacting(self) -> None:
        self._first_step = True
        self._quiet.start(COMPACT_AFTER_MS)

    @Slot()
    def _build(self) -> None:
        if self._busy:
            self._next.start(GAP_MS)
            return
        self._busy = True
        # Labels may have changed, or another version have left its index.
        checks = self._whole is not False
        threads = self._piece

        def job(conn: Connection) -> tuple[tuple[IndexState | None, float], None]:
            began = time.monotonic()
            if meta.cursor(conn) is None:
                return (None, 0.0), None
            state = index.prepare(conn) if checks else None
            if state is None or not state.whole:
                state = index.build_piece(conn, threads)
            return (state, time.monotonic() - began), None

        self._lanes.write(job, self._on_built, self._on_failed)

    def _on_built(self, answer: tuple[IndexState | None, float]) -> None:
        state, took_s = answer
        if took_s > PIECE_S:
            self._piece = max(LEAST, self._piece // 2)
        elif took_s < PIECE_S / 3:
            self._piece = min(MOST, self._piece * 3 // 2)
        if state is None:
            # The first load has not ended.
            self._busy = False
            self._tell(whole=False)
            self._next.start(LOADING_GAP_MS)
            return
        self._on_piece(state)

    def _on_piece(self, state: IndexState) -> None:
        self._busy = False
        self._tell(whole=state.whole)
        if not state.whole:
            self._next.start(GAP_MS)
        elif state.purged and not self._quiet.isActive():
            self._begin_compacting()

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, StoreError):
            # Told by whoever else writes; the index can wait.
            if error.code != "closed":
                self._next.start(RETRY_MS)
        else:
            self._lanes.report(error)

    @Slot()
    def _compact(self) -> None:
        first, self._first_step = self._first_step, False

        def done(more: bool) -> None:
            if more:
                self._quiet.start(GAP_MS)

        self._lanes.write(
            lambda conn: (index.compact_piece(conn, first=first), None), done, self._on_failed
        )

    def _tell(self, *, whole: bool) -> None:
        if whole is not self._whole:
            self._whole = whole
            self.progressed.emit(whole)
