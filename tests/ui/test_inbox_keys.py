"""The inbox by keyboard and mouse."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.models.snapshots import ConnectionState, InboxFilter, SyncView
from desk.services.inbox import Inbox
from desk.ui.inbox.panel import InboxPanel
from desk.ui.theme import Theme
from tests.support.desk_data import Desk
from tests.support.inbox_window import InboxWindow

Key = Qt.Key
Open = Callable[..., InboxWindow]


@pytest.fixture
def open_inbox(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Open:
    def open_it(count: int = 60, seed: int = 4) -> InboxWindow:
        desk = Desk(seed)
        desk.new_threads(count)
        window = InboxWindow(qtbot, theme, tmp_path, desk)
        window.settle() if count else window.until(
            lambda: window.inbox.outline is not None, "an outline"
        )
        window.panel.focus_list()
        return window

    return open_it


def test_the_keyboard_reaches_every_row(open_inbox: Open) -> None:
    window = open_inbox()
    last = window.model.rowCount() - 1
    assert window.view.currentIndex().row() == 0
    for key, row in (
        (Key.Key_Down, 1),
        (Key.Key_End, last),
        (Key.Key_Up, last - 1),
        (Key.Key_Home, 0),
    ):
        window.press(key)
        assert window.view.currentIndex().row() == row, key
    window.press(Key.Key_PageDown)
    below = window.view.currentIndex().row()
    assert below > 5
    window.press(Key.Key_PageUp)
    assert window.view.currentIndex().row() < 3


def test_left_and_right_close_and_open_groups(open_inbox: Open) -> None:
    window = open_inbox()
    rows = window.rows()
    message = next(row for row, what in enumerate(rows) if isinstance(what, int))
    window.view.select_row(message)
    window.press(Key.Key_Left)
    motif = window.view.currentIndex().row()
    assert str(rows[motif]).startswith("motif:")
    window.press(Key.Key_Left)
    assert window.inbox.collapsed == {rows[motif]}
    window.press(Key.Key_Left)
    assert str(window.rows()[window.view.currentIndex().row()]).startswith("sujet:")
    window.view.select_row(motif)
    window.press(Key.Key_Right)
    assert window.inbox.collapsed == set()
    window.press(Key.Key_Right)
    assert window.view.current_thread() == rows[message]
    assert window.rows() == rows


@pytest.mark.parametrize(("close", "reopen"), [("-", "+"), (" ", " ")])
def test_characters_close_and_open_groups(open_inbox: Open, close: str, reopen: str) -> None:
    window = open_inbox()
    key = str(window.rows()[0])
    window.type(close)
    assert window.inbox.collapsed == {key}
    window.settle()
    window.type(reopen)
    assert window.inbox.collapsed == set()
    window.settle()


def test_a_star_opens_all(open_inbox: Open) -> None:
    window = open_inbox()
    everything = window.rows()
    window.panel.filters.fold_button.click()
    assert {str(each).split(":")[0] for each in window.rows()} == {"theme"}
    window.settle()
    window.type("*")
    assert window.rows() == everything


def test_enter_opens_a_message_and_toggles_a_group(open_inbox: Open) -> None:
    window = open_inbox()
    rows = window.rows()
    window.press(Key.Key_Return)
    assert window.inbox.collapsed == {rows[0]}
    window.press(Key.Key_Enter)
    assert window.inbox.collapsed == set()
    assert window.activated == []
    message = next(row for row, what in enumerate(rows) if isinstance(what, int))
    window.view.select_row(message)
    window.press(Key.Key_Return)
    assert window.activated == [rows[message]]


def test_arrows_open_only_where_they_rest(open_inbox: Open) -> None:
    window = open_inbox()
    window.panel.filters.set_by_due(True)
    window.panel.filters.changed.emit()
    window.settle(by_due=True)
    window.view.select_row(0)
    for _ in range(4):
        window.press(Key.Key_Down)
    resting = window.expected(by_due=True)[4]
    window.until(lambda: window.activated == [resting], "only the last one is opened")


def test_a_click_opens_a_message_and_toggles_a_group(open_inbox: Open) -> None:
    window = open_inbox()
    rows = window.rows()
    message = next(row for row, what in enumerate(rows) if isinstance(what, int))
    window.click(message)
    assert window.activated == [rows[message]]
    window.click(0)
    assert window.inbox.collapsed == {rows[0]}
    window.settle()


def test_a_slash_goes_to_the_filter_box_and_escape_comes_back(open_inbox: Open) -> None:
    window = open_inbox()
    box = window.panel.filters.box
    window.type("/")
    window.until(box.hasFocus, "the filter box has the keyboard")
    assert box.text() == ""
    QTest.keyClicks(box, "ferrandier")
    window.settle(text="ferrandier")
    QTest.keyClick(box, Key.Key_Down)
    window.until(window.view.hasFocus, "the list has the keyboard")
    window.press(Key.Key_Escape)
    assert box.text() == ""
    window.settle()
    window.type("/")
    QTest.keyClicks(box, "zzz")
    QTest.keyClick(box, Key.Key_Escape)
    assert box.text() == ""
    QTest.keyClick(box, Key.Key_Escape)
    window.until(window.view.hasFocus, "the list has the keyboard again")


def test_letters_do_not_search_through_every_row(open_inbox: Open) -> None:
    window = open_inbox()
    before = window.view.currentIndex().row()
    window.type("f")
    assert window.view.currentIndex().row() == before


def test_groups_stay_closed_for_the_next_session(
    open_inbox: Open, qtbot: QtBot, theme: Theme
) -> None:
    window = open_inbox()
    key = str(window.rows()[0])
    window.type("-")
    window.panel.filters.set_by_due(True)
    window.panel.filters.changed.emit()
    window.settle(by_due=True)
    window.inbox.save_state()
    saved: list[bool] = []
    window.lanes.write(lambda _: (None, None), lambda _: saved.append(True))
    window.until(lambda: bool(saved), "the write lane has passed by")
    again = Inbox(window.lanes, window.clock)
    panel = InboxPanel(again, window.clock, theme)
    qtbot.addWidget(panel)
    window.until(lambda: again.outline is not None, "the next session's list")
    assert again.collapsed == {key}
    assert panel.filters.by_due


def test_a_message_is_found_wherever_it_hides(open_inbox: Open) -> None:
    window = open_inbox(150)
    target = [each for each in window.rows() if isinstance(each, int)][-1]
    window.panel.filters.fold_button.click()
    window.panel.filters.box.setText("zzz")
    window.panel.filters.set_kind(InboxFilter.LATE)
    window.until(lambda: window.panel.empty.isVisible(), "nothing is found")
    window.panel.select_thread(target)
    window.until(lambda: window.view.current_thread() == target, "it is selected")
    assert window.panel.filters.kind is InboxFilter.TODO
    assert window.panel.filters.text == ""
    assert target in window.on_screen()
    assert window.activated == []


def test_a_message_that_is_not_open_selects_nothing(open_inbox: Open) -> None:
    window = open_inbox()
    before = window.view.currentIndex().row()
    window.panel.select_thread(999_999)
    read: list[bool] = []
    window.inbox.outline_changed.connect(lambda _: read.append(True))
    window.until(lambda: bool(read), "it was looked for")
    assert window.view.currentIndex().row() == before


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (InboxFilter.TODO, "Nothing to answer. Well done."),
        (InboxFilter.MINE, "No message is yours."),
        (InboxFilter.UNASSIGNED, "Every message has somebody."),
        (InboxFilter.LATE, "Nothing is late."),
    ],
)
def test_an_empty_list_says_what_to_do(open_inbox: Open, kind: InboxFilter, title: str) -> None:
    window = open_inbox(0)
    window.panel.filters.set_kind(kind)
    window.until(lambda: window.panel.empty.title == title, "the right words")
    assert window.panel.empty.isVisible()
    elsewhere = window.panel.empty.elsewhere_button
    if kind is InboxFilter.TODO:
        assert not elsewhere.isVisible()
    else:
        elsewhere.click()
        assert window.panel.filters.kind is not kind


def test_a_filter_that_finds_nothing_can_be_cleared_in_place(open_inbox: Open) -> None:
    window = open_inbox()
    window.panel.filters.box.setText("zzzz")
    window.until(lambda: window.panel.empty.isVisible(), "nothing is found")
    assert "zzzz" in window.panel.empty.title
    window.panel.empty.clear_button.click()
    window.settle()
    assert window.panel.view.isVisible()


def test_a_first_load_is_told(open_inbox: Open) -> None:
    window = open_inbox(0)
    window.panel.show_sync(SyncView(ConnectionState.ONLINE, None, loading=True, loaded=4000))
    assert window.panel.empty.title == "The first load is under way."
    window.panel.show_sync(SyncView(ConnectionState.ONLINE, 1, loading=False))
    assert window.panel.empty.title == "Nothing to answer. Well done."


def test_a_store_that_cannot_be_read_is_told_and_tried_again(
    open_inbox: Open, qtbot: QtBot, theme: Theme
) -> None:
    window = open_inbox()
    with window.store.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE motif RENAME TO elsewhere")
    again = Inbox(window.lanes, window.clock)
    panel = InboxPanel(again, window.clock, theme)
    qtbot.addWidget(panel)
    panel.show()
    window.until(panel.empty.again_button.isVisible, "the failure is told")
    assert panel.empty.title == "The messages on this PC could not be read."
    assert len(window.unexpected) == 1
    window.unexpected.clear()  # it reached the crash hook, as it should
    with window.store.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO motif")
    panel.empty.again_button.click()
    window.until(panel.view.isVisible, "the list is there")
