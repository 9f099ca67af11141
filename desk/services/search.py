"""Search over the whole store as the windows ask for it."""

import logging
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from sqlalchemy import Connection

from desk import wire
from desk.clock import PortalClock
from desk.models.search import finding, index, kept, language
from desk.models.search.completion import Suggestion, suggestions
from desk.models.search.finding import Found
from desk.models.search.kept import SavedSearch, SavedView, Searches
from desk.models.search.query import Circumstances, Labels, Order, Query
from desk.models.snapshots import StoreChange
from desk.services.interruptible import Interruptible
from desk.services.lanes import Lanes

AGAIN_MS = 800
"""After a change of the store, what is on screen is searched again."""

log = logging.getLogger(__name__)


class Asking(msgspec.Struct, frozen=True):
    """What was asked."""

    text: str
    order: Order


class Answer(msgspec.Struct, frozen=True):
    """What came of it."""

    asking: Asking
    query: Query
    found: Found


class Search(QObject):
    """Answers the newest question; an older one that is still being answered is interrupted.

    Guarantees: nothing is read on the window's thread; `found` comes for the last `ask` only,
    never for one before it, and never for another agent's store.
    """

    found = Signal(object)
    """An `Answer`: to the last `ask`, or once more after the store has changed."""

    failed = Signal()
    """The store could not be read; the reason went to the crash hook."""

    damaged = Signal()
    """The index cannot be read, and wants to be made anew."""

    cleared = Signal()
    """The store was put away: nothing of it may stay on screen."""

    kept_changed = Signal(object)
    """`Searches`: recent and saved ones, as they are now."""

    def __init__(
        self,
        lanes: Lanes,
        clock: PortalClock,
        me: Callable[[], wire.Me | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._clock = clock
        self._me = me
        self._labels: Labels | None = None
        self._asked: Asking | None = None
        self._waiting = False  # `_asked` has not been given to a reader yet
        self._busy = False
        self._era = 0  # grows with each store
        self._query = Interruptible()
        self._searches = Searches()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.look_again)
        self._opened = False
        lanes.store_opened.connect(self._on_store_opened)
        lanes.changed.connect(self._on_changed)

    # -- searching ---------------------------------------------------------------------------------

    def ask(self, text: str, order: Order) -> None:
        """Search for this instead of whatever was asked before."""
        self._asked = Asking(text, order)
        self._waiting = True
        self._query.interrupt()
        self._next()

    def stop(self) -> None:
        """Nobody looks any more."""
        self._asked, self._waiting = None, False
        self._again.stop()
        self._query.interrupt()

    def complete(self, text: str, caret: int) -> list[Suggestion]:
        """What could follow at the caret."""
        return suggestions(text, caret, self._labels or Labels())

    def _next(self) -> None:
        if self._busy or not self._waiting or self._asked is None:
            return
        self._busy, self._waiting = True, False
        asking, era, labels, me = self._asked, self._era, self._labels, self._me()
        clock = self._clock

        def job(conn: Connection) -> tuple[Answer, Labels]:
            with self._query.running(conn):
                known = finding.labels_of(conn) if labels is None else labels
                now = Circumstances(
                    clock.now_ms(),
                    me.caisse.timezone if me is not None else "Europe/Paris",
                    me.agent_id if me is not None else None,
                    known,
                )
                query = language.parse(asking.text, now)
                return Answer(asking, query, finding.find(conn, query, now, asking.order)), known

        def done(told: tuple[Answer, Labels]) -> None:
            answer, known = told
            self._busy = False
            if era == self._era:
                self._labels = known
                if asking == self._asked:
                    self.found.emit(answer)
            self._next()

        def failed(error: Exception) -> None:
            self._busy = False
            if era == self._era and asking is self._asked and not self._waiting:
                if index.is_damage(error):
                    self.damaged.emit()
                else:
                    self._lanes.report(error)
                self.failed.emit()
            self._next()

        self._lanes.query(job, done, failed)

    @Slot()
    def look_again(self) -> None:
        """More may be found now: the index has become whole."""
        self._waiting = self._asked is not None
        self._next()

    @Slot(object)
    def _on_store_opened(self, _store: object) -> None:
        # `changed` follows, and everything of the store before goes first.
        self._opened = True

    @Slot(object)
    def _on_changed(self, change: StoreChange) -> None:
        if change.origin == "store":
            self._era += 1
            self._labels = None
            self._searches = Searches()
            self.stop()
            self.cleared.emit()
            self.kept_changed.emit(self._searches)
        if change.catalogue or change.everything:
            self._labels = None
        if self._asked is not None and not self._again.isActive():
            self._again.start()
        if self._opened or change.catalogue:
            self._opened = False
            self.read_kept()

    # -- what is kept ------------------------------------------------------------------------------

    @Slot()
    def read_kept(self) -> None:
        """A store is open: read what it keeps, and its catalogue's labels."""
        era = self._era

        def done(told: tuple[Searches, Labels]) -> None:
            if era == self._era:
                self._labels = told[1]
                self._on_searches(told[0])

        self._lanes.query(lambda conn: (kept.read_searches(conn), finding.labels_of(conn)), done)

    @property
    def searches(self) -> Searches:
        """Recent and saved searches, and saved views."""
        return self._searches

    def remember(self, text: str) -> None:
        """The agent opened something that this found: it is a recent search."""
        self._keep(lambda searches: kept.remembered(searches, text))

    def forget_recent(self) -> None:
        """Empty the recent searches."""
        self._keep(kept.forgotten)

    def save(self, new: SavedSearch) -> None:
        """Keep a search under its name."""
        self._keep(lambda searches: kept.with_saved(searches, new))

    def remove_saved(self, name: str) -> None:
        """Keep it no longer."""
        self._keep(lambda searches: kept.without_saved(searches, name))

    def save_view(self, new: SavedView) -> None:
        """Keep a way of looking at the inbox."""
        self._keep(lambda searches: kept.with_view(searches, new))

    def remove_view(self, name: str) -> None:
        """Keep it no longer."""
        self._keep(lambda searches: kept.without_view(searches, name))

    def _keep(self, change: Callable[[Searches], Searches]) -> None:
        era = self._era

        def job(conn: Connection) -> tuple[Searches, None]:
            before = kept.read_searches(conn)
            after = change(before)
            if after != before:
                kept.write_searches(conn, after)
            return after, None

        def done(searches: Searches) -> None:
            if era == self._era:
                self._on_searches(searches)

        self._lanes.write(job, done, _not_kept)

    def _on_searches(self, searches: Searches) -> None:
        if searches != self._searches:
            self._searches = searches
            self.kept_changed.emit(searches)


def _not_kept(error: Exception) -> None:
    log.warning("a search could not be kept: %s", type(error).__name__)
