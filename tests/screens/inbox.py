"""The list and the exchange beside it."""

from tests.screens.camera import Camera
from tests.screens.moves import go_to, thread_of
from tests.support.desk_running import RunningDesk, settle


def reading(desk: RunningDesk, camera: Camera) -> None:
    """By group, by deadline, nothing that matches."""
    inbox = desk.window.workspace.inbox
    camera.take("nothing-open")
    go_to(desk, thread_of(desk, "FERRANDIER"))
    camera.take("inbox-grouped")
    inbox.filters.orders.button(1).click()
    desk.until(lambda: by_due(desk), "flat")
    settle(desk.window)
    camera.take("inbox-flat")
    inbox.filters.orders.button(0).click()
    desk.until(lambda: not by_due(desk), "grouped")
    inbox.filters.box.setText("ornithorynque")
    desk.until(lambda: inbox.model.rowCount() == 0, "nothing matches")
    camera.take("inbox-nothing-matches")
    inbox.filters.box.clear()
    desk.until(lambda: inbox.model.rowCount() > 0, "all of them again")


def by_due(desk: RunningDesk) -> bool:
    outline = desk.services.inbox.outline
    return outline is not None and outline.choice.by_due


def remembering(desk: RunningDesk, camera: Camera) -> None:
    """The adherent's other exchanges beside the conversation."""
    work = desk.window.workspace
    go_to(desk, thread_of(desk, "FERRANDIER"))
    work.show_adherent()
    panel = work.adherent.panel
    desk.until(lambda: bool(panel.text.toPlainText()), "texts")
    camera.take("adherent")
    work.search.focus_list()
