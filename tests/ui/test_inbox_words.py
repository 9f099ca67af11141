"""What is read and read aloud."""

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.countdown import CountdownState, countdown
from desk.models.snapshots import InboxRow, ReplyState
from desk.services.thresholds import Crossing, Thresholds
from desk.ui.common.times import Times
from desk.ui.inbox.countdown_text import (
    countdown_icon,
    countdown_spoken,
    countdown_words,
    widest_countdowns,
)
from desk.ui.inbox.received import Received
from desk.ui.inbox.row_words import header_words, row_words
from desk.ui.inbox.segments import Header, Level
from desk.ui.theme import Theme
from tests.support.desk_data import NOW, Desk
from tests.support.inbox_reference import ms
from tests.support.inbox_window import InboxWindow

MINUTE, HOUR = 60_000, 3_600_000
NOW_MS = ms(NOW)

ROW = InboxRow(
    thread_id=1,
    reference="PIC-2026-000001",
    adherent_name="FERRANDIER Odile",
    motif="sante-cartes-carte-europeenne",
    motif_label="Carte européenne",
    first_words="Je pars en Espagne",
    sent_ms=NOW_MS - 44 * HOUR - 40 * MINUTE,
    due_ms=NOW_MS + 3 * HOUR + 20 * MINUTE,
    status="open",
    claim_name=None,
    claimed_by_me=False,
    claim_expires_ms=None,
    has_draft=False,
    reply_state=None,
)


@pytest.mark.parametrize(
    ("left", "words", "spoken"),
    [
        (3 * HOUR + 20 * MINUTE + 59_999, "3 h 20", "3 h 20 left"),
        (47 * HOUR + 59 * MINUTE, "47 h 59", "47 h 59 left"),
        (51 * HOUR, "2 d 03 h", "2 d 03 h left"),
        (HOUR, "1 h 00", "1 h 00 left"),
        (HOUR - 1, "59 min", "59 min left"),
        (12 * MINUTE, "12 min", "12 min left"),
        (MINUTE - 1, "< 1 min", "< 1 min left"),
        (0, "< 1 min", "< 1 min left"),
        (-1, "late < 1 min", "late < 1 min"),
        (-HOUR - 5 * MINUTE, "late 1 h 05", "late 1 h 05"),
    ],
)
def test_durations(left: int, words: str, spoken: str) -> None:
    shown = countdown(NOW_MS + left, NOW_MS - HOUR, None, NOW_MS)
    assert (countdown_words(shown), countdown_spoken(shown)) == (words, spoken)


def test_no_countdown_is_wider_than_its_column(theme: Theme) -> None:
    metrics = QFontMetrics(theme.font_tabular())
    widest = max(map(metrics.horizontalAdvance, widest_countdowns()))
    for left in (3 * HOUR, 47 * HOUR + 59 * MINUTE, 99 * HOUR, 9 * 24 * HOUR):
        for sign in (1, -1):
            words = countdown_words(countdown(NOW_MS + sign * left, NOW_MS - HOUR, None, NOW_MS))
            assert metrics.horizontalAdvance(words) <= widest, words


def test_every_state_has_an_icon_of_its_own(theme: Theme) -> None:
    icons = {countdown_icon(state) for state in CountdownState}
    assert len(icons) == len(CountdownState)
    assert all(not theme.icon(name).isNull() for name in icons)


def test_a_row_is_read_whole() -> None:
    assert row_words(ROW, NOW_MS) == (
        "FERRANDIER Odile, Carte européenne, 3 h 20 left, unassigned, Je pars en Espagne"
    )
    held = replace(
        ROW,
        claim_name="Claire Aubertin",
        claim_expires_ms=NOW_MS + 1,
        has_draft=True,
        reply_state=ReplyState.QUEUED,
    )
    assert "Claire is writing, draft, reply queued" in row_words(held, NOW_MS)
    assert "unassigned" in row_words(held, NOW_MS + 1)  # the lease has run out
    assert "You are writing" in row_words(replace(held, claimed_by_me=True), NOW_MS)
    assert "reply" not in row_words(replace(held, reply_state=ReplyState.PUBLISHED), NOW_MS)


def test_a_row_says_that_it_is_about_to_stand_elsewhere() -> None:
    for act, words in (
        ("reclassify", "motif changing"),
        ("transfer", "leaving"),
        ("close", "closing"),
    ):
        assert f"unassigned, {words}, Je pars" in row_words(replace(ROW, pending_act=act), NOW_MS)


def test_a_group_is_read_whole() -> None:
    header = Header("theme:sante", Level.THEME, "Santé", 12, 3, ROW.due_ms, collapsed=True)
    words = header_words(header, NOW_MS)
    assert words.startswith("Thème Santé, 12 message")
    assert words.endswith("nearest deadline: 3 h 20 left, closed")
    assert "3 late" in words
    assert "late" not in header_words(replace(header, late=0, collapsed=False), NOW_MS)


def test_times_of_receipt_are_short_and_follow_midnight() -> None:
    received = Received(Times())
    assert received.words(NOW_MS - HOUR, NOW_MS) == "09:00"
    assert received.words(NOW_MS - 24 * HOUR, NOW_MS) == "9 Mar 10:00"
    tomorrow = NOW_MS + 24 * HOUR
    assert received.words(NOW_MS - HOUR, tomorrow) == "10 Mar 09:00"


def test_thresholds_are_told_once_each_at_their_instant() -> None:
    row = replace(ROW, sent_ms=0, due_ms=1000)
    thresholds = Thresholds()
    thresholds.watch([row], 0)
    told: list[tuple[int, CountdownState]] = []
    now = 0
    while (instant := thresholds.next_change_ms(now)) is not None:
        assert thresholds.crossed(instant - 1) == []
        now = instant
        # A sync in between must not swallow what is due.
        thresholds.watch([row], now)
        told += [(now, crossing.state) for crossing in thresholds.crossed(now)]
        assert thresholds.crossed(now) == []
    assert told == [
        (500, CountdownState.HALFWAY),
        (750, CountdownState.SOON),
        (900, CountdownState.URGENT),
        (1001, CountdownState.LATE),
    ]


def test_a_message_of_mine_is_announced_when_its_time_runs(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    desk = Desk(8, claimed=0)
    desk.new_threads(5)
    mine, other = 2, 3
    sent = NOW - timedelta(hours=23)
    for thread_id, agent in ((mine, 101), (other, 102)):
        desk.changed(
            thread_id,
            sent_at=sent,
            due_at=sent + timedelta(hours=48),
            claim=desk.claim(agent, NOW + timedelta(hours=3)),
        )
    window = InboxWindow(qtbot, theme, tmp_path, desk)
    window.settle()
    crossings: list[Crossing] = []
    window.inbox.crossed.connect(crossings.append)
    window.pass_time(3600 - 0.01)
    window.inbox.look_at_clock()
    assert crossings == []
    window.pass_time(0.02)
    window.inbox.look_at_clock()
    window.inbox.look_at_clock()
    assert [(each.row.thread_id, each.state) for each in crossings] == [
        (mine, CountdownState.HALFWAY)
    ]


def test_every_widget_has_an_accessible_name(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    desk = Desk(8)
    desk.new_threads(20)
    window = InboxWindow(qtbot, theme, tmp_path, desk)
    window.settle()
    nameless = [
        widget
        for widget in window.panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName()
    ]
    assert nameless == []
    table = QAccessible.queryAccessibleInterface(window.view)
    assert table.text(QAccessible.Text.Name) == "Messages"
    rows = window.rows()
    row = next(at for at, what in enumerate(rows) if isinstance(what, int))
    spoken = window.model.data(window.model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
    thread = desk.threads[int(str(rows[row]))]
    assert str(spoken).startswith(thread.adherent.family_name.upper())
    header = window.model.headerData(
        0, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    )
    assert header == "Messages"


def test_the_list_paints_in_both_schemes_and_narrow(
    qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    """Painting raises nothing, fills every row on screen, and the tick repaints times only."""
    desk = Desk(8)
    desk.new_threads(60)
    window = InboxWindow(qtbot, theme, tmp_path, desk)
    window.settle()
    pictures = set()
    for width in (460, 900):
        window.panel.resize(width, 700)
        image = window.view.grab().toImage()
        pictures.add((image.width(), image.pixelColor(image.width() // 2, 300).name()))
        colors = {
            image.pixelColor(x, y).name()
            for x in range(0, image.width(), 7)
            for y in range(0, image.height(), 7)
        }
        assert len(colors) > 20
    assert len(pictures) == 2
    column = window.view.time_column()
    assert 80 < column.width() < 220
    assert column.right() == window.view.viewport().rect().right()
