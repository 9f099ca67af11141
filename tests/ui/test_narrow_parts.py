"""What a screen at 200 % leaves: nothing is cut, nothing lies over something else."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desk import wire
from desk.clock import PortalClock
from desk.models.inbox import Tallies
from desk.models.snapshots import InboxFilter, ScheduledView
from desk.ui.common.times import Times
from desk.ui.composer.panel import ComposerPanel
from desk.ui.conversation.centre import Centre
from desk.ui.conversation.room_to_write import LEAST_ABOVE, LINES
from desk.ui.inbox.filters import Filters
from desk.ui.status_line import StatusLine
from desk.ui.supervision.figure_table import FigureTable
from desk.ui.supervision.groups import GroupModel, Groups
from desk.ui.theme import Theme
from tests.support.desk_running import settle
from tests.support.me import ME
from tests.support.stall_watch import StallWatch
from tests.support.views import a_thread_view

NOON_MS = 1_796_000_000_000


def test_filters_go_on_below(qtbot: QtBot, theme: Theme) -> None:
    filters = Filters(theme)
    qtbot.addWidget(filters)
    filters.show_tallies(Tallies(dict.fromkeys(InboxFilter, 38), None, ()))
    filters.resize(900, filters.heightForWidth(900))
    filters.show()
    settle(filters)
    kinds = [each for each in filters.kinds.buttons() if isinstance(each, QToolButton)]
    assert len({each.y() for each in kinds}) == 1
    filters.resize(270, filters.heightForWidth(270))
    settle(filters)
    assert len({each.y() for each in kinds}) > 1
    for each in kinds:
        assert each.isVisible()
        assert each.width() >= each.sizeHint().width(), each.text()
        assert each.geometry().right() < filters.width()
        assert each.geometry().bottom() < filters.box.y(), "above the filter box"


def test_groups_keep_their_names(qtbot: QtBot) -> None:
    figures = wire.Figures(38, 36, 1, 2, 4, 13, 4, 0, 2, 3)
    label = "Action sanitaire et sociale"
    group = wire.BoardGroup(by="team", key="action", label=label, parent=None, figures=figures)
    groups = Groups()
    qtbot.addWidget(groups)
    groups.show_board(
        wire.Board(datetime(2026, 11, 22, tzinfo=UTC), "Europe/Paris", figures, [group], [])
    )
    groups.resize(480, 300)
    groups.show()
    settle(groups)
    longest = max(groups.fontMetrics().horizontalAdvance(each) for each in label.split())
    assert groups.table.columnWidth(0) > longest + 20
    groups.resize(1400, 300)
    settle(groups)
    header = groups.table.horizontalHeader()
    assert header.length() == groups.table.viewport().width(), "names have what is left"


def test_a_new_board_asks_only_the_cells_on_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def board(open_now: int) -> wire.Board:
        figures = wire.Figures(open_now, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        of_each = [
            wire.BoardGroup("motif", str(n), f"Motif {n}", None, figures) for n in range(330)
        ]
        return wire.Board(datetime(2026, 11, 22, tzinfo=UTC), "Europe/Paris", figures, of_each, [])

    asked: set[int] = set()
    said = GroupModel.data

    def data(model: GroupModel, index: QModelIndex, role: int) -> object:
        asked.add(index.row())
        return said(model, index, role)

    monkeypatch.setattr(GroupModel, "data", data)
    groups = Groups()
    qtbot.addWidget(groups)
    groups.choice.setCurrentIndex(groups.choice.findData("motif"))
    groups.resize(900, 400)
    groups.show()
    groups.show_board(board(1))
    settle(groups)
    asked.clear()
    groups.show_board(board(12_345))
    settle(groups)
    groups.repaint()
    assert 5 < len(asked) < 30
    number = groups.table.fontMetrics().horizontalAdvance("12345")
    assert groups.table.columnWidth(1) > number


def test_a_row_of_figures_keeps_its_name(qtbot: QtBot) -> None:
    table = FigureTable("Figures")
    qtbot.addWidget(table)
    numbers = [f"A long heading {number}" for number in range(5)]
    table.show_rows(["Day", *numbers], [["Sunday 22 November", *"12345"]])
    table.resize(480, 200)
    table.show()
    settle(table)
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)
    table.resize(1400, 200)
    settle(table)
    assert table.horizontalHeader().length() == table.viewport().width(), "the rest is theirs"


def test_the_composer_has_room_for_what_it_says(qtbot: QtBot, theme: Theme) -> None:
    composer = ComposerPanel(theme)
    qtbot.addWidget(composer)
    composer.show_thread(a_thread_view(), Times(), NOON_MS)
    composer.setFixedWidth(430)
    composer.show()
    settle(composer)
    before = composer.minimumHeight()
    scheduled = ScheduledView(
        1, "Claire Exemple", True, "answer", "Bonjour", NOON_MS + 900_000_000, ""
    )
    composer.show_thread(a_thread_view(scheduled=scheduled, version=2), Times(), NOON_MS)
    line = composer.state_line
    assert line.heightForWidth(line.width()) > composer.fontMetrics().height() * 1.5, "two lines"
    assert composer.minimumHeight() > before, "at once"


def test_room_to_write_is_given_back(qtbot: QtBot, theme: Theme, stalls: StallWatch) -> None:
    with stalls.excused("the whole of an exchange at once, before there is a window"):
        centre = Centre(theme)
        qtbot.addWidget(centre)
        centre.show_thread(a_thread_view(), None, Times(), NOON_MS)
        centre.resize(800, 860)
        centre.show()
        settle(centre)
    own = centre.splitter.sizes()
    editor = centre.composer.editor
    centre.activateWindow()
    editor.setFocus()
    settle(centre)
    for _ in range(3):
        centre.resize(800, 500)
        settle(centre)
        assert editor.viewport().height() >= LINES * editor.fontMetrics().lineSpacing()
        assert centre.history.height() >= LEAST_ABOVE
        centre.resize(800, 860)
        settle(centre)
        assert centre.splitter.sizes() == own, "as before it was given"


def test_nobodys_outbox_is_told_to_the_next(qtbot: QtBot, theme: Theme) -> None:
    status = StatusLine(theme, PortalClock())
    qtbot.addWidget(status)
    status.show()
    assert not status.outbox.isVisible()
    status.show_agent(ME, Times())
    assert status.outbox.isVisible()
    status.show_agent(None, Times())
    assert not status.outbox.isVisible()
