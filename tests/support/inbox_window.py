"""The real inbox panel over real lanes and a real store, with a clock that the test moves."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk import wire
from desk.clock import PortalClock
from desk.models import meta
from desk.models.catalogue import apply_catalogue
from desk.models.snapshots import InboxFilter
from desk.models.store import Store
from desk.models.threads import apply_changes, apply_snapshot
from desk.services.inbox import Inbox
from desk.services.lanes import Lanes
from desk.ui.inbox.panel import InboxPanel
from desk.ui.inbox.segments import Header
from desk.ui.theme import Theme
from tests.support.desk_data import ME, NOW, Desk
from tests.support.inbox_reference import (
    Situation,
    expected_by_due,
    expected_rows,
    ms,
)

PATIENCE_MS = 20_000


class InboxWindow:
    """Build it, let things happen, look at what the list shows."""

    def __init__(self, qtbot: QtBot, theme: Theme, folder: Path, desk: Desk) -> None:
        self.bot = qtbot
        self.desk = desk
        self.seconds = 1000.0
        self.clock = PortalClock(elapsed=lambda: self.seconds)
        self.clock.observe(NOW, self.seconds, self.seconds)
        self.store = Store.open(folder / "agent" / "store.sqlite3")
        with self.store.writing() as connection:
            meta.set_me(connection, ME)
            apply_catalogue(connection, desk.catalogue)
            for page in desk.snapshot_pages():
                apply_snapshot(connection, page, 0)
        self.lanes = Lanes(self.store)
        self.unexpected: list[Exception] = []
        self.lanes.unexpected.connect(self.unexpected.append)
        self.inbox = Inbox(self.lanes, self.clock)
        self.panel = InboxPanel(self.inbox, self.clock, theme)
        self.activated: list[int] = []
        self.panel.thread_activated.connect(self.activated.append)
        qtbot.addWidget(self.panel, before_close_func=lambda _: self.close())
        self.panel.resize(640, 700)
        self.panel.show()
        self.view, self.model = self.panel.view, self.panel.model

    def close(self) -> None:
        self.lanes.close()
        assert self.unexpected == []

    # -- what happens ------------------------------------------------------------------------------

    def sync(self, page: wire.ChangesPage) -> None:
        """The portal tells of changes; they are in the store when this returns."""
        written: list[bool] = []
        self.lanes.write(
            lambda connection: (None, apply_changes(connection, page)),
            lambda _: written.append(True),
        )
        self.until(lambda: bool(written), "the page is written")

    def pass_time(self, seconds: float) -> None:
        self.seconds += seconds

    def now_ms(self) -> int:
        return self.clock.now_ms()

    # -- what is there -----------------------------------------------------------------------------

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait for a condition, with a deadline."""

        def check() -> None:
            assert condition(), what

        self.bot.waitUntil(check, timeout=PATIENCE_MS)

    def rows(self) -> list[str | int | None]:
        """Every row: a group's key, a message's id, None while that is not known (asked for)."""
        segments = self.model.segments
        if segments is None:
            return []
        rows: list[str | int | None] = []
        for row in range(self.model.rowCount()):
            item = self.model.item(row)
            rows.append(item.key if isinstance(item, Header) else self.model.thread_at(row))
        return rows

    def expected(
        self, kind: InboxFilter = InboxFilter.TODO, text: str = "", by_due: bool = False
    ) -> Sequence[str | int]:
        """What a slow and obvious reading of the portal's threads gives."""
        situation = Situation(self.now_ms(), ME.agent_id)
        if by_due:
            return expected_by_due(self.desk, kind, text, situation)
        return expected_rows(self.desk, kind, text, situation, self.inbox.collapsed)

    def settle(
        self, kind: InboxFilter = InboxFilter.TODO, text: str = "", by_due: bool = False
    ) -> None:
        """Wait until the list shows exactly what it should, and counts it."""
        wanted = list(self.expected(kind, text, by_due))
        counts = {each: len(self.expected(each, "", True)) for each in InboxFilter}

        def is_there() -> bool:
            outline = self.inbox.outline
            return (
                outline is not None
                and outline.choice == self.inbox.choice
                and outline.choice.kind is kind
                and dict(outline.tallies.counts) == counts
                and self.rows() == wanted
            )

        self.until(is_there, "the expected rows and counts")

    def row_of(self, what: str | int) -> int:
        """The row of a group's key or of a message's id."""
        return self.rows().index(what)

    def due_ms(self, thread_id: int) -> int:
        """The message's due instant."""
        return ms(self.desk.threads[thread_id].due_at)

    def y_of(self, thread_id: int) -> int:
        """Where the message stands on screen, pixels from the list's top."""
        row = self.model.row_of_thread(thread_id)
        assert row is not None
        return self.view.rowViewportPosition(row)

    def on_screen(self) -> list[int]:
        """The messages in sight."""
        return list(self.view.shown().on_screen)

    # -- what the agent does -----------------------------------------------------------------------

    def press(self, key: Qt.Key, text: str = "") -> None:
        if text:
            QTest.keyClicks(self.view, text)
        else:
            QTest.keyClick(self.view, key)

    def type(self, characters: str) -> None:
        QTest.keyClicks(self.view, characters)

    def click(self, row: int) -> None:
        index = self.model.index(row, 0)
        self.view.scrollTo(index)
        middle = self.view.visualRect(index).center()
        QTest.mouseClick(
            self.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, middle.y())
        )
