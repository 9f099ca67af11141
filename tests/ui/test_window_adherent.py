"""The adherent's other exchanges beside the one being answered, against a real portal."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from tests.support.desk_running import RunningDesk
from tests.support.fault_proxy import FaultProxy, What
from tests.support.portal_process import RunningPortal
from tests.ui.conftest import StartDesk

OFTEN = (
    "SELECT t.id, t.adherent_id FROM thread t WHERE t.status = 'open' AND"
    " (SELECT count(*) FROM thread o WHERE o.adherent_id = t.adherent_id) > 1 ORDER BY t.id LIMIT 1"
)


def of_who_wrote_often(desk: RunningDesk) -> tuple[int, list[tuple[int, str]]]:
    """An open exchange, and (id, reference) of all of its adherent's."""
    found: list[tuple[int, list[tuple[int, str]]]] = []

    def job(conn: Connection) -> tuple[int, list[tuple[int, str]]] | None:
        row = conn.exec_driver_sql(OFTEN).one_or_none()
        if row is None:
            return None
        theirs = conn.exec_driver_sql(
            "SELECT id, reference FROM thread WHERE adherent_id = ?", (row[1],)
        )
        return int(row[0]), [(int(each[0]), str(each[1])) for each in theirs]

    def look() -> bool:
        desk.services.lanes.query(job, lambda it: found.append(it) if it else None)
        return bool(found)

    desk.until(look, "an adherent who wrote more than once")
    return found[0]


def test_other_exchanges_are_searched_and_read_beside_and_opened_in_place(
    qtbot: QtBot, desk: RunningDesk
) -> None:
    work = desk.window.workspace
    thread_id, theirs = of_who_wrote_often(desk)
    desk.open(thread_id)
    desk.window.actions_by_id["adherent"].trigger()
    panel = work.adherent.panel
    desk.until(lambda: panel.list.count() == len(theirs), "all of them")
    desk.until(lambda: bool(panel.text.toPlainText()), "texts")
    assert work.adherent.is_open
    assert panel.trouble.isHidden()
    assert panel.chosen not in (None, thread_id), "the first other one"
    beside = work.thread_view
    assert beside is not None
    assert beside.thread_id == thread_id, "the conversation stays where it is"

    other, reference = next(each for each in theirs if each[0] != thread_id)
    qtbot.keyClicks(panel.box, reference, delay=5)
    desk.until(lambda: panel.list.count() == 1 and panel.chosen == other, "found")
    qtbot.keyClick(panel.box, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    desk.until(
        lambda: work.thread_view is not None and work.thread_view.thread_id == other, "in place"
    )
    assert work.adherent.is_open
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not work.adherent.is_open


def test_without_the_portal_it_is_shown_as_known_here(
    start_desk: StartDesk, portal: RunningPortal
) -> None:
    with FaultProxy(portal.url) as proxy, start_desk(portal_url=proxy.url) as desk:
        desk.sign_in()
        thread_id, theirs = of_who_wrote_often(desk)
        desk.open(thread_id)
        proxy.fail(What.DROP_BEFORE, r"GET /api/v1/adherents/\d+/exchanges")
        desk.window.actions_by_id["adherent"].trigger()
        panel = desk.window.workspace.adherent.panel
        desk.until(lambda: not panel.trouble.isHidden(), "told")
        desk.until(lambda: panel.list.count() == len(theirs), "the store's")
