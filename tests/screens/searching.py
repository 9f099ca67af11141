"""The search over everything, and what is kept of it."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog

from desk.models.search.kept import SavedSearch, SavedView
from desk.models.snapshots import InboxFilter
from tests.screens.camera import Camera
from tests.support.desk_running import RunningDesk


def searching(desk: RunningDesk, camera: Camera) -> None:
    """From the first look to what is saved."""
    place, search = desk.window.workspace.search, desk.services.search
    desk.until(lambda: desk.services.search_keeper.whole, "the index is made")
    place.open()
    panel = place.panel
    camera.take("search-start")
    search_for(desk, "attestation")
    camera.take("search-found")
    panel.focus_results()
    panel.view.setCurrentIndex(panel.model.index(0))
    panel.view.activated.emit(panel.model.index(0))
    desk.until(lambda: desk.shown == panel.model.hits[0].thread_id, "opened at its text")
    camera.take("search-opened")
    search_for(desk, "carte avant:bientot objet:vol ")
    desk.until(panel.problems.isVisible, "told")
    camera.take("search-problems")
    search_for(desk, "ornithorynque")
    camera.take("search-nothing")
    panel.focus_box()
    panel.box.clear()
    QTest.keyClicks(panel.box, "stat")
    camera.take("search-suggestions")
    panel.box.clear()
    search.save(SavedSearch("Attestations en retard", "attestation échéance:dépassée"))
    search.save_view(SavedView("À moi, par échéance", InboxFilter.TODO, "", by_due=True))
    desk.until(lambda: bool(search.searches.views), "kept")
    place.open()
    panel.box.clear()
    desk.until(panel.start.isVisible, "what is saved")
    camera.take("search-saved")
    panel.start.save_view_button.click()
    name = panel.findChildren(QInputDialog)[-1]
    camera.take("search-name", name)
    name.reject()
    place.focus_list()


def search_for(desk: RunningDesk, text: str) -> None:
    panel = desk.window.workspace.search.panel
    panel.search_for(text)
    desk.until(lambda: bool(panel.answer and panel.answer.asking.text == text), text)
