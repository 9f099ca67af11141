"""The search within the window: its key, the exchange opened at the text, and the way back."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog

from desk.models.snapshots import InboxFilter
from desk.ui.conversation.bubble import MessageBubble
from tests.support.desk_running import RunningDesk


def test_from_a_key_to_the_found_text_and_back(desk: RunningDesk) -> None:
    window, work = desk.window, desk.window.workspace
    desk.until(lambda: desk.services.search_keeper.whole, "the index is made")
    work.inbox.focus_list()
    chosen = work.inbox.view.current_thread()
    action = window.actions_by_id["search"]
    assert action.isEnabled()
    action.trigger()
    panel = work.search.panel
    assert panel.isVisible()
    assert not work.inbox.isVisible()
    assert panel.focusWidget() is panel.box
    QTest.keyClicks(panel.box, "attestation")
    desk.until(lambda: bool(panel.model.hits), "found")
    hit = panel.model.hits[0]
    panel.focus_results()
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    desk.until(lambda: desk.shown == hit.thread_id, "the exchange is open")
    history = work.centre.history

    def marked() -> MessageBubble | None:
        bubbles = history.findChildren(MessageBubble)
        return next((each for each in bubbles if each.body.hasSelectedText()), None)

    desk.until(lambda: marked() is not None, "what was found is marked")
    bubble = marked()
    assert bubble is not None
    assert bubble.body.selectedText().casefold().startswith("attestation")
    top = bubble.mapTo(history.viewport(), QPoint(0, 0)).y()
    assert -bubble.height() < top < history.viewport().height()
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    QTest.keyClick(panel.box, Qt.Key.Key_Escape)
    assert work.inbox.isVisible()
    assert work.inbox.view.current_thread() == chosen
    # The search is where it was.
    action.trigger()
    assert panel.box.text() == "attestation"
    assert panel.model.hits[0].thread_id == hit.thread_id
    window.actions_by_id["focus_filter"].trigger()
    assert work.inbox.isVisible()
    assert work.inbox.filters.box.text() == ""


def test_a_view_of_the_list_is_kept_and_shown_again(desk: RunningDesk) -> None:
    work = desk.window.workspace
    filters = work.inbox.filters
    filters.box.setText("attestation")
    filters.set_by_due(True)
    filters.set_kind(InboxFilter.UNASSIGNED)
    work.search.open()
    panel = work.search.panel
    panel.start.save_view_button.click()
    dialog = panel.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue("Attestations libres")
    dialog.accept()
    desk.until(lambda: bool(desk.services.search.searches.views), "kept")
    filters.clear()
    filters.set_by_due(False)
    filters.set_kind(InboxFilter.TODO)
    panel.focus_results()
    QTest.keyClick(panel.start.list, Qt.Key.Key_Return)
    assert work.inbox.isVisible()
    choice = desk.services.inbox.choice
    assert (choice.kind, choice.text, choice.by_due) == (
        InboxFilter.UNASSIGNED,
        "attestation",
        True,
    )
    # The index serves the box.
    desk.until(lambda: desk.services.inbox.outline.choice == choice, "the list follows")  # type: ignore[union-attr]
    work.search.open()
    panel.focus_results()
    QTest.keyClick(panel.start.list, Qt.Key.Key_Delete)
    desk.until(lambda: not desk.services.search.searches.views, "removed")
    desk.services.session.sign_out()
    desk.until(lambda: work.search.pages.currentWidget() is work.inbox, "left with its agent")
