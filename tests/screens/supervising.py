"""The board, the messages behind a figure, acts upon many, the agents, the alerts."""

from PySide6.QtCore import QItemSelectionModel

from desk.ui.acts.text_dialog import TextDialog
from desk.ui.supervision.alert_rules_dialog import AlertRulesDialog
from desk.ui.supervision.choice_dialog import ChoiceDialog
from desk.ui.supervision.share_dialog import ShareDialog
from desk.ui.supervision.team_window import TeamWindow
from tests.screens.camera import Camera
from tests.screens.moves import dialog_of
from tests.support.desk_running import RunningDesk


def supervising(chief: RunningDesk, camera: Camera) -> None:
    """As a supervisor: some messages of the demonstration are late."""
    chief.sign_in()
    work = chief.window.workspace
    chief.until(lambda: not work.supervision.alerts.banner.isHidden(), "some are late")
    camera.take("supervision-alert")
    work.supervision.switch()
    board = work.supervision.board
    chief.until(lambda: board.groups.model.rowCount() > 0, "figures")
    camera.take("supervision")
    board.alerts_button.click()
    rules = dialog_of(chief, AlertRulesDialog)
    camera.take("supervision-alert-rules", rules)
    rules.reject()
    board.cards.cards["open"].click()
    page = work.supervision.list
    chief.until(lambda: page.model.rowCount() > 2, "messages")
    flags = QItemSelectionModel.SelectionFlag
    for row in range(3):
        page.table.selectionModel().select(page.model.index(row, 0), flags.Select | flags.Rows)
    for act, kind in (
        ("assign", ChoiceDialog),
        ("transfer", ChoiceDialog),
        ("break", TextDialog),
        ("holding", TextDialog),
        ("share", ShareDialog),
    ):
        page.acts[act].click()
        dialog = dialog_of(chief, kind)
        camera.take(f"supervision-{act}", dialog)
        if act == "share":
            dialog.accept()
        else:
            dialog.reject()
    chief.until(lambda: page.results.list.count() > 0, "results")
    camera.take("supervision-list")
    work.supervision.show_team()
    team = dialog_of(chief, TeamWindow)
    chief.until(lambda: team.table.rowCount() > 0, "agents")
    camera.take("supervision-agents", team)
    team.reject()
