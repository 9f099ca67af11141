"""Messages in windows of their own: one editor for each text, and each answer where it belongs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desk.address import address_of
from desk.ui.actions import Menu
from desk.ui.adherent.panel import AdherentPanel
from desk.ui.common.times import Times
from desk.ui.composer.confirm import ConfirmDialog
from desk.ui.message_windows.window import MessageWindow
from tests.support.desk_running import MemoryKeyring, RunningDesk
from tests.support.stall_watch import StallWatch
from tests.ui.conftest import StartDesk
from tests.ui.test_window_accessibility import nameless
from tests.ui.test_window_reply import thread_of

TO_ONE = "Bonjour Madame, votre première demande est traitée. Cordialement, Claire Exemple"
TO_OTHER = "Bonjour Madame, votre autre demande est traitée. Cordialement, Claire Exemple"


def write(desk: RunningDesk, thread_id: int, text: str) -> None:
    """Open an exchange in the main window and begin its reply."""
    desk.open(thread_id)
    desk.window.workspace.centre.composer.clear()
    desk.window.workspace.centre.composer.editor.insert(text)


def in_a_window(desk: RunningDesk, thread_id: int, stalls: StallWatch) -> MessageWindow:
    """« Ouvrir dans une fenêtre »."""
    with stalls.excused("a window is being built"):
        desk.window.actions_by_id["open_window"].trigger()
    window = desk.window.message_windows.windows[thread_id]
    desk.until(lambda: window.bench.thread_view is not None, "shown there")
    return window


def agree(desk: RunningDesk, dialog: QDialog | None) -> None:
    """Publish; the question ends once the guard has judged the text."""
    assert isinstance(dialog, ConfirmDialog)
    answers: list[int] = []
    dialog.finished.connect(answers.append)
    dialog.publish_button.click()
    desk.until(lambda: answers == [QDialog.DialogCode.Accepted], "agreed")


def replies(desk: RunningDesk, thread_id: int) -> list[str]:
    """The texts that the portal has published in an exchange, as desk has learnt."""
    found: list[list[str]] = []
    desk.services.lanes.query(
        lambda conn: [
            str(row[0])
            for row in conn.exec_driver_sql(
                "SELECT text FROM message WHERE thread_id = ? AND direction = 'out'", (thread_id,)
            )
        ],
        found.append,
    )
    desk.until(lambda: bool(found), "read")
    return found[0]


def test_two_messages_are_answered_side_by_side_each_where_it_was_written(
    qtbot: QtBot, desk: RunningDesk, stalls: StallWatch
) -> None:
    one, other = thread_of(desk, "CHASSAGNOL"), thread_of(desk, "LE DANTEC")
    work = desk.window.workspace
    write(desk, one, TO_ONE)  # not on the disk yet: the text goes with its message
    window = in_a_window(desk, one, stalls)
    composer = window.bench.centre.composer
    assert composer.text == TO_ONE
    assert "CHASSAGNOL" in window.windowTitle()
    assert nameless(window) == []
    assert work.thread_view is None, "a text has one editor"
    assert work.centre.nothing.window_button.isVisible()
    work.go_to(one)
    assert list(desk.window.message_windows.windows) == [one], "the second activation"
    work.inbox.thread_activated.emit(one)
    assert (work.thread_view, work.elsewhere) == (None, one)

    write(desk, other, TO_OTHER)
    window.actions_by_id["publish"].trigger()
    agree(desk, window.bench.dialogs.current)
    desk.until(lambda: replies(desk, one) == [TO_ONE], "published there")
    assert replies(desk, other) == []
    assert work.centre.composer.text == TO_OTHER
    work.publishing.publish()
    agree(desk, work.dialogs.current)
    desk.until(lambda: replies(desk, other) == [TO_OTHER], "published here")
    assert replies(desk, one) == [TO_ONE]
    window.close()
    assert not desk.window.message_windows.windows
    assert not window.isVisible()


def test_a_question_never_publishes_what_came_on_screen_behind_it(desk: RunningDesk) -> None:
    asked, behind = thread_of(desk, "COURBON"), thread_of(desk, "PLOUZENNEC")
    work = desk.window.workspace
    write(desk, behind, TO_OTHER)
    write(desk, asked, TO_ONE)
    work.publishing.publish()
    question = work.dialogs.current
    desk.open(behind)  # from another window: « Autres échanges », the outbox, a notification
    desk.until(lambda: work.centre.composer.text == TO_OTHER, "its draft")
    assert work.centre.composer.possible.publish
    agree(desk, question)
    desk.open(asked)
    assert work.centre.composer.text == TO_ONE, "still a draft"
    assert replies(desk, behind) == replies(desk, asked) == []
    assert desk.services.publisher is not None
    waiting: list[int] = []
    desk.services.lanes.query(
        lambda conn: int(conn.exec_driver_sql("SELECT count(*) FROM outbox").scalar_one()),
        waiting.append,
    )
    desk.until(lambda: bool(waiting), "counted")
    assert waiting == [0]
    for thread_id in (asked, behind):
        desk.open(thread_id)
        work.centre.composer.clear()


def test_windows_and_their_texts_are_there_again_at_the_next_start(
    start_desk: StartDesk, stalls: StallWatch
) -> None:
    ring = MemoryKeyring()
    with start_desk("again", keyring=ring) as desk:
        desk.sign_in()
        thread_id, other = thread_of(desk, "VANDAMME"), thread_of(desk, "AUBRUN")
        desk.open(thread_id)
        window = in_a_window(desk, thread_id, stalls)
        window.bench.centre.composer.clear()
        window.bench.centre.composer.editor.insert(TO_ONE)
        desk.open(other)
        closed = in_a_window(desk, other, stalls)
        closed.close()
        desk.until(lambda: desk.shown == other, "back in the main window")
    with start_desk("again", keyring=ring) as desk:
        windows = desk.window.message_windows.windows
        with stalls.excused("a window is being built"):
            desk.until(lambda: thread_id in windows, "opened again")
        assert list(windows) == [thread_id], "the one that was closed is not"
        window = windows[thread_id]
        desk.until(lambda: window.bench.thread_view is not None, "shown")
        assert window.isVisible()
        assert window.bench.centre.composer.text == TO_ONE
        assert isinstance(window.bench.times, Times)
        window.close()
        desk.open(thread_id)
        assert desk.window.workspace.centre.composer.text == TO_ONE
        desk.window.workspace.centre.composer.clear()


def id_at(history: AdherentPanel, row: int) -> int:
    return int(history.list.item(row).data(Qt.ItemDataRole.UserRole))


def test_a_window_has_what_the_main_one_has_for_one_message(
    qtbot: QtBot, desk: RunningDesk, stalls: StallWatch
) -> None:
    thread_id = thread_of(desk, "FERRANDIER")
    work = desk.window.workspace
    desk.open(thread_id)
    window = in_a_window(desk, thread_id, stalls)
    about_one = {each.id for each in desk.window.table if each.menu in (Menu.MESSAGE, Menu.REPLY)}
    assert about_one - set(window.actions_by_id) == {
        "next_message",
        "publish_and_next",
        "open_window",
        "refresh",
    }
    assert "Publish" in window.actions_by_id["publish"].text()
    desk.until(window.isActiveWindow, "in front")
    assert window.bench.centre.composer.editor.hasFocus(), "ready for its reply"

    width = window.width()
    window.actions_by_id["adherent"].trigger()
    history = window.beside.adherent.panel
    desk.until(lambda: history.list.count() > 1, "her exchanges, beside the conversation")
    assert window.beside.adherent.is_open
    assert window.bench.centre.isVisible()
    assert window.beside.splitter.sizes()[1] > 0
    assert not work.adherent.is_open
    assert nameless(window) == []
    history.list.setCurrentRow(next(row for row in (0, 1) if id_at(history, row) != thread_id))
    other = history.chosen
    with stalls.excused("a window is being built"):
        qtbot.keyClick(history.list, Qt.Key.Key_Return)
    windows = desk.window.message_windows.windows
    assert list(windows) == [thread_id, other], "this one keeps to its exchange"
    windows[other].close()

    window.actions_by_id["deposits"].trigger()
    desk.until(lambda: window.beside.deposits.is_listed, "what she has deposited")
    assert not work.deposits.is_listed
    assert window.beside.deposits.viewer is not work.deposits.viewer
    window.beside.deposits.panel.close_button.click()
    assert not window.beside.pages.isVisible()
    assert not window.beside.deposits.is_listed
    assert window.width() == width

    window.actions_by_id["copy_address"].trigger()
    assert QGuiApplication.clipboard().text() == address_of(thread_id)
    window.close()


def test_an_agent_in_training_publishes_from_a_window_by_asking(
    start_desk: StartDesk, stalls: StallWatch
) -> None:
    with start_desk("noe", login="noe.exemple") as noe:
        noe.sign_in()
        noe.open(noe.listed(1)[0])
        window = in_a_window(noe, noe.listed(1)[0], stalls)
        words = {each.id: each.text for each in noe.window.table}
        assert window.actions_by_id["publish"].text() == words["ask_review"]
        window.close()
