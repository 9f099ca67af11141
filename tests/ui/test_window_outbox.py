"""The outbox in words: why each entry waits, and what ends it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.models.snapshots import ConnectionState, OutboxView, ReplyState, SyncView
from desk.models.taken_back import BY_THE_PORTAL
from desk.ui.common.times import Times
from desk.ui.outbox.model import Column
from desk.ui.outbox.window import OutboxWindow
from desk.ui.theme import Theme
from tests.support.views import an_entry

NOW_MS = 1_493_800_000_000
OFFLINE = SyncView(ConnectionState.OFFLINE, NOW_MS - 60_000, False)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> OutboxWindow:
    made = OutboxWindow(theme)
    qtbot.addWidget(made)
    return made


def shown(window: OutboxWindow, *entries: OutboxView) -> None:
    window.show_entries(entries, Times("UTC"), NOW_MS)
    window.show_connection(OFFLINE, NOW_MS - 60_000, NOW_MS)


def test_each_entry_says_why_it_waits_and_what_ends_it(window: OutboxWindow) -> None:
    claim = an_entry(event_id="a", kind="claim", thread_id=1)
    reply = an_entry(event_id="b", thread_id=1)
    lost = an_entry(
        event_id="c",
        thread_id=2,
        state=ReplyState.UNCONFIRMED,
        next_try_ms=NOW_MS + 5_000,
        attempts=3,
    )
    refused = an_entry(event_id="d", thread_id=3, state=ReplyState.REJECTED, problem="not-found")
    taken = an_entry(event_id="e", state=ReplyState.CANCELLED, problem=BY_THE_PORTAL, portal_id=9)
    shown(window, claim, reply, lost, refused, taken)
    told = []
    for row in range(window.model.rowCount()):
        window.table.selectRow(row)
        told.append((window.why.text(), window.end.text()))
        cell = window.model.index(row, Column.STATE)
        assert cell.data(Qt.ItemDataRole.DisplayRole) == told[-1][0]
    why, ends = zip(*told, strict=True)
    assert why[0].startswith("Offline since ")
    assert why[1] == "Waits for what was asked before it: Take charge"
    assert why[2].startswith("Not confirmed")
    assert why[3] == "Refused by the portal: the exchange no longer exists at the portal"
    assert why[4].startswith("Taken back by the portal")
    assert all(words.removeprefix("What ends it: ") for words in ends)
    window.table.selectRow(2)
    assert "Attempts: 3" in window.tries.text()
    assert window.retry_button.isEnabled()
    assert not window.cancel_button.isEnabled(), "it may have arrived"


def test_the_cause_follows_the_connection(window: OutboxWindow) -> None:
    shown(window, an_entry())
    window.show_connection(
        SyncView(ConnectionState.SIGN_IN_NEEDED, NOW_MS, False), NOW_MS, NOW_MS + 1_000
    )
    assert window.why.text().startswith("Sign-in needed since")
    assert "signed in again" in window.end.text()
    window.show_connection(SyncView(ConnectionState.ONLINE, NOW_MS, False), NOW_MS, NOW_MS + 2_000)
    assert window.why.text() == "Leaving now"


def test_a_click_during_a_try_is_not_lost(window: OutboxWindow) -> None:
    shown(window, an_entry(state=ReplyState.SENDING))
    assert window.cancel_button.isEnabled()
    assert not window.edit_button.isEnabled()
