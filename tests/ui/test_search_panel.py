"""The search as an agent uses it: by keys, in French, over an encrypted store."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from desk.models.search import kept
from desk.models.search.query import Order
from desk.ui.search.start_page import EntryKind
from desk.ui.theme import Theme
from tests.support.desk_data import NOW, Desk
from tests.support.inbox_reference import ms
from tests.support.search_reference import Asked, Library
from tests.support.search_window import SearchWindow
from tests.support.stall_watch import StallWatch
from tests.ui.test_window_accessibility import nameless

NOW_MS = ms(NOW)
SPECIAL = "Bonjour,\n\nL’œuvre d’Élodie m’a été refusée ; je demande un ornithorynque.\nMerci."


@pytest.fixture
def made() -> Desk:
    desk = Desk(seed=21)
    desk.new_threads(150)
    thread = desk.threads[40]
    message = msgspec.structs.replace(thread.messages[0], text=SPECIAL)
    desk.threads[40] = msgspec.structs.replace(thread, messages=[message])
    return desk


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, tmp_path: Path, made: Desk, stalls: StallWatch
) -> SearchWindow:
    with stalls.excused("a window is built"):
        return SearchWindow(qtbot, theme, tmp_path, made)


def test_as_typed_newest_first_and_by_fit_on_enter(window: SearchWindow) -> None:
    library = Library(window.desk)
    window.panel.begin()
    window.type("doss")
    window.settle("doss")
    expected = library.found(Asked(prefix="doss"), NOW_MS)
    assert window.panel.answer is not None
    assert window.panel.answer.asking.order is Order.NEWEST
    assert len(expected) > 50
    seconds = sorted(expected.values(), reverse=True)[:50]
    assert [expected[each] for each in window.found] == seconds
    assert "50" in window.panel.status.text()
    window.press(Qt.Key.Key_Return)
    window.until(
        lambda: window.panel.answer and window.panel.answer.asking.order is Order.RELEVANT, "by fit"
    )
    window.until(window.view.hasFocus, "the keyboard is in the list")
    assert window.opened == []
    window.press(Qt.Key.Key_Down, window.view)
    window.until(lambda: len(window.opened) == 1, "the settled row is opened")
    assert window.opened[0].thread_id == window.found[1]
    window.press(Qt.Key.Key_Up, window.view)
    window.press(Qt.Key.Key_Up, window.view)
    assert window.box.hasFocus()


def test_what_was_found_is_shown_and_told(window: SearchWindow) -> None:
    window.type("oeuvre ornitho")
    window.settle("oeuvre ornitho")
    assert window.found == [40]
    shown = window.panel.model.shown(0)
    assert [shown.text.text[a:b] for a, b in shown.text.spans] == ["œuvre", "ornithorynque"]
    spoken = window.panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in (shown.hit.adherent_name, "ornithorynque", shown.hit.motif_label):
        assert part in spoken
    window.view.grab()


def test_bad_values_are_told_and_the_rest_is_searched(window: SearchWindow) -> None:
    window.type("ornithorynque avant:bientot statut:ouvert ")
    window.settle(window.box.text())
    assert window.found == [40]
    window.until(window.panel.problems.isVisible, "the reason is told")
    assert "bientot" in window.panel.problems.text()
    assert "lundi" in window.panel.problems.text()


def test_fields_and_values_are_completed(window: SearchWindow) -> None:
    window.panel.begin()
    window.type("de")
    assert window.box.offered == []
    window.box.clear()
    window.type("stat")
    assert [each.split()[0] for each in window.box.offered] == ["statut:"]
    window.press(Qt.Key.Key_Down)
    window.press(Qt.Key.Key_Return)
    assert window.box.text() == "statut:"
    assert window.box.offered == ["statut:ouvert", "statut:répondu", "statut:clos"]
    window.press(Qt.Key.Key_Down)
    window.press(Qt.Key.Key_Down)
    window.press(Qt.Key.Key_Return)
    assert window.box.text() == "statut:répondu "
    window.type("motif:carte")
    labels = window.box.offered
    assert labels
    assert all("carte" in each.lower() for each in labels)
    window.press(Qt.Key.Key_Escape)
    assert window.box.offered == []


def test_place_is_kept_when_the_store_changes(window: SearchWindow) -> None:
    window.type("dossier")
    window.settle("dossier")
    window.panel.focus_results()
    window.view.setCurrentIndex(window.panel.model.index(7))
    chosen = window.found[7]
    before = window.panel.answer
    thread = window.desk.new_threads(1, sent_at=NOW)[0]
    message = msgspec.structs.replace(thread.messages[0], text="un dossier tout neuf")
    window.sync(window.desk.page_of([msgspec.structs.replace(thread, messages=[message])]))
    window.until(lambda: window.panel.answer is not before, "searched again")
    assert window.found[0] == thread.id
    assert window.found[window.view.currentIndex().row()] == chosen


def test_recent_and_saved_searches(window: SearchWindow, tmp_path: Path) -> None:
    assert [each.kind for each in window.panel.start.entries] == [EntryKind.EXAMPLE] * 5
    window.type("ornithorynque")
    window.settle("ornithorynque")
    window.panel.focus_results()
    window.press(Qt.Key.Key_Return, window.view)
    assert [each.thread_id for each in window.opened] == [40]
    window.until(lambda: window.search.searches.recent == ("ornithorynque",), "remembered")
    window.panel.save_button.click()
    dialog = window.panel.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue("Bestiaire")
    dialog.accept()
    window.until(lambda: window.search.searches.saved, "saved")
    window.box.clear()
    window.until(lambda: window.panel.start.isVisible(), "the first page")
    first, second = window.panel.start.entries[:2]
    assert (first.kind, first.text) == (EntryKind.SEARCH, "ornithorynque")
    assert second.kind is EntryKind.RECENT
    window.press(Qt.Key.Key_Down)
    assert window.panel.focusWidget() is window.panel.start.list
    window.press(Qt.Key.Key_Return, window.panel.start.list)
    window.until(lambda: window.found == [40], "found again")
    assert window.box.text() == "ornithorynque"
    # In the encrypted store, and nowhere else.
    assert window.lanes.close()
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert files
    assert not any(b"ornithorynque" in each.read_bytes() for each in files)


def test_a_nir_is_never_kept() -> None:
    nothing = kept.Searches()
    assert kept.remembered(nothing, "dossier 2 85 05 78 006 084 36") == nothing
    assert kept.with_saved(nothing, kept.SavedSearch("x", "285057800608436")) == nothing


def test_another_agents_store_leaves_nothing_on_screen(window: SearchWindow) -> None:
    window.type("ornithorynque")
    window.settle("ornithorynque")
    window.lanes.close_store()
    window.until(lambda: not window.found and not window.box.text(), "cleared")


def test_damaged_index_is_made_anew_while_searching(window: SearchWindow) -> None:
    def harm(connection: object) -> tuple[None, None]:
        connection.exec_driver_sql("DROP TABLE search_doc")  # type: ignore[attr-defined]
        return None, None

    window.lanes.write(harm)
    window.type("ornithorynque")
    window.until(lambda: window.panel.nothing.isVisible() or window.found, "told")
    window.until(lambda: window.keeper.whole, "made anew")
    window.until(lambda: window.found == [40], "found again, without another key")


def test_stale_questions_are_dropped(window: SearchWindow) -> None:
    answers: list[str] = []
    window.search.found.connect(lambda answer: answers.append(answer.asking.text))
    for text in ("je", "je v", "je vo", "je vous", "dossier"):
        window.search.ask(text, Order.NEWEST)
    window.until(lambda: "dossier" in answers, "the last one")
    assert answers == ["dossier"]


def test_every_part_has_a_name(window: SearchWindow) -> None:
    assert nameless(window.panel) == []
    window.type("ornithorynque avant:bientot ")
    window.settle(window.box.text())
    window.type("stat")
    assert window.box.offered
    assert nameless(window.panel) == []


def test_escape_leads_back(window: SearchWindow, qtbot: QtBot) -> None:
    window.type("dossier")
    window.settle("dossier")
    window.panel.focus_results()
    window.press(Qt.Key.Key_Escape, window.view)
    assert window.box.hasFocus()
    assert window.box.selectedText() == "dossier"
    with qtbot.waitSignal(window.panel.left):
        window.press(Qt.Key.Key_Escape)


def test_order_by_time_left(window: SearchWindow) -> None:
    window.type("dossier")
    window.settle("dossier")
    buttons = window.panel.orders.group.buttons()
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    window.until(
        lambda: window.panel.answer and window.panel.answer.asking.order is Order.URGENT, "urgent"
    )
    dues = [each.due_ms for each in window.panel.model.hits]
    assert dues == sorted(dues)
    # What is typed next goes on in that order.
    window.type("s")
    assert window.panel.order is Order.URGENT
