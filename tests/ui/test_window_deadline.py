"""« Pourquoi cette échéance ? », and a deadline that is paused and runs again."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from desk.countdown import countdown
from desk.models.inbox import Reader, Scope, read_surroundings
from desk.models.snapshots import InboxFilter, ThreadView
from tests.support.desk_running import RunningDesk
from tests.support.fault_proxy import FaultProxy, What
from tests.support.portal_process import RunningPortal
from tests.ui.conftest import StartDesk
from tests.ui.test_window_acts import ask
from tests.ui.test_window_reply import any_open_thread, thread_of


def view_of(desk: RunningDesk) -> ThreadView:
    view = desk.window.workspace.thread_view
    assert view is not None
    return view


def in_list(desk: RunningDesk, thread_id: int) -> tuple[str, bool]:
    """The state that the list shows of it, and whether it counts as late."""
    now_ms = desk.services.clock.now_ms()
    found: list[tuple[str, bool]] = []

    def job(conn: Connection) -> tuple[str, bool]:
        scope = Scope(InboxFilter.LATE, "", now_ms)
        reader = Reader(conn, scope, read_surroundings(conn))
        row = reader.rows([thread_id])[thread_id]
        late = thread_id in reader.run(None).ids
        return countdown(row.due_ms, row.sent_ms, None, now_ms).state.value, late

    desk.services.lanes.query(job, found.append)
    desk.until(lambda: bool(found), "the list's row")
    return found[0]


def test_a_deadline_is_explained_line_by_line(qtbot: QtBot, desk: RunningDesk) -> None:
    desk.open(any_open_thread(desk))
    due = desk.window.workspace.times.day_and_time(view_of(desk).due_ms)
    qtbot.keyClick(desk.window.workspace.centre.header.why_button, Qt.Key.Key_Space)
    window = desk.window.deadline.current
    assert window is not None
    desk.until(lambda: window.table.rowCount() > 0, "the portal's account")
    assert due in window.sentence.text()
    last = window.table.rowCount() - 1
    cells = [window.table.item(last, place) for place in range(5)]
    assert [cell.text() for cell in cells if cell is not None][1] == due
    assert window.table.hasFocus()
    window.reject()
    assert desk.window.deadline.current is None


def test_without_the_portal_the_account_says_so(
    start_desk: StartDesk, portal: RunningPortal
) -> None:
    with FaultProxy(portal.url) as proxy, start_desk(portal_url=proxy.url) as desk:
        desk.sign_in()
        desk.open(any_open_thread(desk))
        proxy.fail(What.DROP_BEFORE, r"GET /api/v1/threads/\d+/deadline")
        desk.window.actions_by_id["deadline"].trigger()
        window = desk.window.deadline.current
        assert window is not None
        desk.until(lambda: not window.problem.isHidden(), "told")
        window.again_button.click()
        desk.until(lambda: window.table.rowCount() > 0, "asked again")
        assert window.problem.isHidden()


def test_a_paused_deadline_stands_still_and_runs_again(desk: RunningDesk) -> None:
    thread_id = thread_of(desk, "QUINCAMPOIX")
    desk.open(thread_id)
    before = view_of(desk)
    dialog = ask(desk, "pause")
    dialog.edit.insertPlainText("Attestation de scolarité attendue")
    dialog.accept()
    desk.until(lambda: view_of(desk).pause is not None, "paused")
    pause = view_of(desk).pause
    assert pause is not None
    assert pause.reason == "Attestation de scolarité attendue"
    assert view_of(desk).due_ms == before.due_ms
    box = desk.window.workspace.centre.header.countdown
    assert "Attestation de scolarité attendue" in box.accessibleName()
    assert "paused" in box.accessibleName()

    assert in_list(desk, thread_id) == ("paused", False)
    assert not desk.window.actions_by_id["pause"].isEnabled()
    desk.window.actions_by_id["resume"].trigger()
    desk.until(lambda: view_of(desk).pause is None, "runs again")
    assert view_of(desk).due_ms >= before.due_ms
    assert [event.kind for event in view_of(desk).events][-2:] == ["paused", "resumed"]
    assert in_list(desk, thread_id)[0] != "paused"
