"""Supervision as a supervisor uses it: the board, the messages behind a figure, acts upon many."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.ui.acts.text_dialog import TextDialog
from desk.ui.supervision.alert_rules_dialog import AlertRulesDialog
from desk.ui.supervision.board_page import BoardPage
from desk.ui.supervision.choice_dialog import ChoiceDialog
from desk.ui.supervision.drill_page import DrillPage
from desk.ui.supervision.share_dialog import ShareDialog
from desk.ui.supervision.team_window import TeamWindow
from tests.support.desk_running import RunningDesk
from tests.support.fault_proxy import FaultProxy, What
from tests.support.portal_process import RunningPortal
from tests.support.stall_watch import StallWatch
from tests.ui.conftest import StartDesk
from tests.ui.test_window_accessibility import nameless
from tests.ui.test_window_reply import click

CHIEF = "sylvie.exemple"


def board_of(desk: RunningDesk, stalls: StallWatch) -> BoardPage:
    """Turn to the board, and wait for its figures."""
    with stalls.excused("the board is being built, once"):
        desk.window.actions_by_id["supervision"].trigger()
    board = desk.window.workspace.supervision.board
    desk.until(lambda: board.groups.model.rowCount() > 0, "figures")
    return board


def listed(desk: RunningDesk, board: BoardPage, figure: str = "open") -> DrillPage:
    """Open a card's list, and wait for its messages."""
    board.cards.cards[figure].click()
    page = desk.window.workspace.supervision.list
    desk.until(lambda: page.model.rowCount() > 0, "messages")
    return page


def choose(page: DrillPage, thread_ids: set[int]) -> None:
    selection = page.table.selectionModel()
    selection.clearSelection()
    flags = QItemSelectionModel.SelectionFlag
    for row, each in enumerate(page.model.threads):
        if each.thread_id in thread_ids:
            selection.select(page.model.index(row, 0), flags.Select | flags.Rows)
    assert {each.thread_id for each in page.selected} == thread_ids


def results_of(page: DrillPage) -> list[str]:
    return [page.results.list.item(row).text() for row in range(page.results.list.count())]


def test_the_board_leads_to_the_messages_by_keyboard(
    qtbot: QtBot, start_desk: StartDesk, desk: RunningDesk, stalls: StallWatch
) -> None:
    assert not desk.window.actions_by_id["supervision"].isEnabled(), "Claire is no supervisor"
    with start_desk("chief", login=CHIEF) as chief:
        chief.sign_in()
        place = chief.window.workspace.supervision
        board = board_of(chief, stalls)
        known = chief.services.supervision.board
        assert known is not None
        assert QApplication.focusWidget() is board.cards.cards["open"]
        assert nameless(chief.window) == []
        assert f"{known.total.open}" in board.cards.cards["open"].accessibleName()
        assert "Figures of" in board.age.text()
        theme = next(group for group in known.groups if group.by == "theme")
        board.groups.choice.setCurrentIndex(board.groups.choice.findData("theme"))
        assert board.groups.model.index(0, 0).data() == theme.label

        # The heat map: the numbers are written, arrows go from cell to cell, Enter opens one.
        heat = board.heat
        row, column = next(
            (row, column)
            for row, counts in enumerate(heat.model.heat.counts)
            for column, count in enumerate(counts)
            if count
        )
        index = heat.model.index(row, column + 1)
        count = heat.model.heat.counts[row][column]
        assert index.data() == str(count)
        assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).endswith(f": {count}")
        heat.table.setFocus()
        heat.table.setCurrentIndex(index)
        qtbot.keyClick(heat.table, Qt.Key.Key_Return)
        page = place.list
        chief.until(lambda: page.model.rowCount() == count, "the cell's messages")
        qtbot.keyClick(page.table, Qt.Key.Key_Escape)
        assert place.pages.currentWidget() is board

        page = listed(chief, board)
        chief.until(lambda: page.model.rowCount() == min(200, known.total.open), "all of them")
        page.table.setCurrentIndex(page.model.index(1, 0))
        wanted = page.model.threads[1].thread_id
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
        assert not place.is_open
        chief.until(lambda: chief.shown == wanted, "read in the inbox's place")
        chief.window.actions_by_id["supervision"].trigger()
        assert place.is_open
        chief.window.actions_by_id["focus_list"].trigger()
        assert not place.is_open


def test_an_act_upon_many_tells_each_result_and_retries_the_refused(
    start_desk: StartDesk, desk: RunningDesk, stalls: StallWatch
) -> None:
    with start_desk("chief", login=CHIEF) as chief:
        chief.sign_in()
        page = listed(chief, board_of(chief, stalls))
        free = [e.thread_id for e in page.model.threads if e.row and e.row.claim_name is None]
        held, other = free[0], free[1]
        desk.services.publisher.claim(held)
        chief.until(lambda: claimed(desk, held), "Claire holds one")
        chief.until(lambda: claimed(chief, held), "the supervisor's store knows")
        chief.until(lambda: fresh(page, held, chief), "the list too")
        choose(page, {held, other})
        page.acts["break"].click()
        dialog = chief.window.workspace.dialogs.current
        assert isinstance(dialog, TextDialog)
        dialog.edit.insertPlainText("Absence imprévue")
        dialog.accept()
        chief.until(lambda: len(results_of(page)) == 2, "results")
        first, second = results_of(page)
        assert "refused" in first
        assert second.endswith("done")
        assert not page.results.retry_button.isHidden()

        desk.services.publisher.claim(other)
        chief.until(lambda: claimed(chief, other), "now there is a hold to end")
        chief.until(lambda: fresh(page, other, chief), "the list knows")
        page.results.retry_button.click()
        chief.until(
            lambda: len(results_of(page)) == 1 and results_of(page)[0].endswith("done"), "done"
        )
        assert page.results.retry_button.isHidden()


def claimed(desk: RunningDesk, thread_id: int) -> bool:
    return version_of(desk, thread_id)[1]


def version_of(desk: RunningDesk, thread_id: int) -> tuple[int, bool]:
    found: list[tuple[int, bool]] = []
    desk.services.lanes.query(
        lambda conn: conn.exec_driver_sql(
            "SELECT version, claim_agent_id IS NOT NULL FROM thread WHERE id = ?", (thread_id,)
        ).one(),
        lambda row: found.append((int(row[0]), bool(row[1]))),
    )
    desk.until(lambda: bool(found), "the store")
    return found[0]


def fresh(page: DrillPage, thread_id: int, desk: RunningDesk) -> bool:
    """The list shows the newest version of a message; it is asked for again until it does."""
    newest = version_of(desk, thread_id)[0]
    if any(e.thread_id == thread_id and e.version == newest for e in page.model.threads):
        return version_of(desk, thread_id)[1]
    page.reload()
    return False


def test_messages_are_assigned_and_shared_out(
    qtbot: QtBot, start_desk: StartDesk, stalls: StallWatch
) -> None:
    with start_desk("chief", login=CHIEF) as chief:
        chief.sign_in()
        work = chief.window.workspace
        page = listed(chief, board_of(chief, stalls))
        assert nameless(chief.window) == []
        chosen = {each.thread_id for each in page.model.threads[:3]}
        choose(page, chosen)
        click(qtbot, page.acts["assign"])
        chief.until(lambda: isinstance(work.dialogs.current, ChoiceDialog), "whom")
        dialog = work.dialogs.current
        assert isinstance(dialog, ChoiceDialog)
        assert nameless(dialog) == []
        qtbot.keyClicks(dialog.choices.search, "claire", delay=12)
        qtbot.keyClick(dialog.choices.search, Qt.Key.Key_Return)
        chief.until(lambda: len(results_of(page)) == 3, "results")
        assert all(line.endswith("done") for line in results_of(page))

        choose(page, chosen)
        click(qtbot, page.acts["share"])
        chief.until(lambda: isinstance(work.dialogs.current, ShareDialog), "the plan")
        plan = work.dialogs.current
        assert isinstance(plan, ShareDialog)
        assert plan.table.rowCount() == len(plan.plan.shares)
        assert len(plan.plan.assignments) + len(plan.plan.left_over) == 3
        assert nameless(plan) == []
        plan.reject()

        work.supervision.show_team()
        team = work.dialogs.current
        assert isinstance(team, TeamWindow)
        chief.until(lambda: team.table.rowCount() > 0, "agents")
        names = [team.table.item(row, 0).text() for row in range(team.table.rowCount())]
        assert names == sorted(names)
        claire = next(row for row, name in enumerate(names) if name.startswith("Claire"))
        assert int(team.table.item(claire, 3).text()) >= 3
        assert nameless(team) == []
        team.reject()


def test_a_figure_that_is_too_high_is_told_and_can_be_noted(
    qtbot: QtBot, start_desk: StartDesk, stalls: StallWatch
) -> None:
    with start_desk("chief", login=CHIEF) as chief:
        chief.sign_in()
        place = chief.window.workspace.supervision
        banner = place.alerts.banner
        chief.until(lambda: not banner.isHidden(), "some of the demonstration's are late")
        known = chief.services.supervision.board
        assert known is not None
        assert f"Late: {known.total.late}" in banner.text
        board_of(chief, stalls).alerts_button.click()
        dialog = chief.window.workspace.dialogs.current
        assert isinstance(dialog, AlertRulesDialog)
        assert nameless(dialog) == []
        for box in dialog.thresholds.values():
            box.setValue(0)
        click(qtbot, dialog.accept_button)
        chief.services.supervision.refresh()
        chief.until(lambda: banner.isHidden(), "nothing is to be told any more")
        assert chief.services.alerts.rules.late == 0


def test_figures_that_cannot_be_renewed_say_that_they_are_old(
    start_desk: StartDesk, portal: RunningPortal, stalls: StallWatch
) -> None:
    with (
        FaultProxy(portal.url) as proxy,
        start_desk("chief", portal_url=proxy.url, login=CHIEF) as chief,
    ):
        chief.sign_in()
        board = board_of(chief, stalls)
        proxy.fail(What.DROP_BEFORE, r"GET /api/v1/supervision/board", times=None)
        board.refresh_button.click()
        chief.until(lambda: "Old figures" in board.age.text(), "told")
        assert board.groups.model.rowCount() > 0, "what was known stays"
        proxy.heal()
        board.refresh_button.click()
        chief.until(lambda: "Old figures" not in board.age.text(), "new again")
