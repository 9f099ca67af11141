"""Remembers how each exchange looked when its text was begun, across restarts."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from sqlalchemy import Connection

from desk.models import seen
from desk.models.snapshots import ThreadView
from desk.services.lanes import Lanes


class SeenThreads(QObject):
    """What a conflict is compared with: while nothing is written an exchange is seen anew each time
    it is shown; from the first letter on it stays as it was, on the disk too.
    """

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._known: dict[int, ThreadView] = {}
        self._kept: set[int] = set()

    def recall(self, view: ThreadView, done: Callable[[ThreadView], None]) -> None:
        """Give `done` how the exchange looked to the author of its text; `view` itself when nobody
        is writing, or when that was never kept.
        """
        known = self._known.get(view.thread_id)
        if known is not None:
            done(known)
            return

        def found(stored: ThreadView | None) -> None:
            if stored is not None:
                self._kept.add(view.thread_id)
            done(self._known.setdefault(view.thread_id, stored or view))

        self._lanes.query(lambda conn: seen.seen_by_author(conn, view.thread_id), found)

    def look(self, view: ThreadView) -> None:
        """It is on screen and nothing is being written: whatever it shows has been seen."""
        self._known[view.thread_id] = view
        self._kept.discard(view.thread_id)

    def begin(self, thread_id: int) -> None:
        """Its author writes: from now on what they saw stays, also for the next start."""
        view = self._known.get(thread_id)
        if view is not None and thread_id not in self._kept:
            self._kept.add(thread_id)

            def job(conn: Connection) -> tuple[None, None]:
                seen.keep(conn, view)
                return None, None

            self._lanes.write(job)

    def see_again(self, view: ThreadView) -> None:
        """The author has looked at a conflict and goes on writing upon the exchange as it is."""
        self.look(view)
        self.begin(view.thread_id)

    def forget(self) -> None:
        """Another agent works here, or nobody."""
        self._known.clear()
        self._kept.clear()
