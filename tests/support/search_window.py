"""The real search panel over real lanes and a real encrypted store."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk import wire
from desk.clock import PortalClock
from desk.models import meta
from desk.models.catalogue import apply_catalogue
from desk.models.search.finding import Hit
from desk.models.snapshots import StoreChange
from desk.models.store import Store
from desk.models.threads import apply_changes, apply_snapshot
from desk.services.lanes import Lanes
from desk.services.search import Search
from desk.services.search_keeper import SearchKeeper
from desk.ui.search.panel import SearchPanel
from desk.ui.theme import Theme
from tests.support.desk_data import ME, NOW, Desk
from tests.support.waiting import comes_true

KEY = bytes(range(32))
PATIENCE_S = 20.0


class SearchWindow:
    """Build it, type into it, look at what it shows."""

    def __init__(self, qtbot: QtBot, theme: Theme, folder: Path, desk: Desk) -> None:
        self.desk = desk
        self.seconds = 1000.0
        self.clock = PortalClock(elapsed=lambda: self.seconds)
        self.clock.observe(NOW, self.seconds, self.seconds)
        self.path = folder / "agent" / "store.sqlite3"
        self.lanes = Lanes()
        self.unexpected: list[Exception] = []
        self.lanes.unexpected.connect(self.unexpected.append)
        self.keeper = SearchKeeper(self.lanes)
        self.search = Search(self.lanes, self.clock, lambda: ME)
        self.search.damaged.connect(self.keeper.renew)
        self.keeper.progressed.connect(self.search.look_again)
        self.panel = SearchPanel(self.search, self.clock, theme)
        self.box, self.view = self.panel.box, self.panel.view
        self.opened: list[Hit] = []
        self.panel.hit_opened.connect(self.opened.append)
        qtbot.addWidget(self.panel, before_close_func=lambda _: self.close())
        self.lanes.open_store(lambda: Store.open(self.path, KEY))
        self.load()
        self.panel.resize(560, 700)
        self.panel.show()

    def close(self) -> None:
        self.lanes.close()
        assert self.unexpected == []

    def load(self) -> None:
        """The first load, then the index by its keeper."""

        def job(connection: object) -> tuple[None, StoreChange]:
            meta.set_me(connection, ME)  # type: ignore[arg-type]
            apply_catalogue(connection, self.desk.catalogue)  # type: ignore[arg-type]
            for page in self.desk.snapshot_pages(100_000):
                apply_snapshot(connection, page, 0)  # type: ignore[arg-type]
            meta.set_cursor(connection, 0)  # type: ignore[arg-type]
            return None, StoreChange(origin="sync", everything=True, catalogue=True)

        self.lanes.write(job)
        self.until(lambda: self.keeper.whole, "the index is made")

    def sync(self, page: wire.ChangesPage) -> None:
        """The portal tells of changes."""
        written: list[bool] = []
        self.lanes.write(
            lambda connection: (None, apply_changes(connection, page)),
            lambda _: written.append(True),
        )
        self.until(lambda: bool(written), "the page is written")

    def until(self, condition: Callable[[], object], what: str) -> None:
        assert comes_true(condition, PATIENCE_S), what

    def type(self, text: str) -> None:
        """Key by key, after whatever is there."""
        QTest.keyClicks(self.box, text)

    def press(self, key: Qt.Key, where: object = None) -> None:
        QTest.keyClick(where or self.box, key)  # type: ignore[call-overload]

    def settle(self, text: str) -> None:
        """Wait until the answer to this is shown."""
        self.until(
            lambda: self.panel.answer is not None and self.panel.answer.asking.text == text,
            f"an answer to {text}",
        )

    @property
    def found(self) -> list[int]:
        return [each.thread_id for each in self.panel.model.hits]
