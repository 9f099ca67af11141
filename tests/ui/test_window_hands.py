"""What hands do: the list of all actions, keys of one's own, one answer after another."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desk.models.next_message import next_message
from desk.models.snapshots import ThreadView
from desk.ui.palette.window import PaletteWindow
from desk.ui.shortcuts_window import ShortcutsWindow
from tests.support.desk_running import RunningDesk, settle
from tests.support.stall_watch import StallWatch
from tests.ui.conftest import StartDesk

ANSWER = "Bonjour,\n\nC’est réglé depuis hier.\n\nCordialement,\nClaire Exemple"


def palette_of(desk: RunningDesk) -> PaletteWindow:
    desk.window.actions_by_id["palette"].trigger()
    desk.until(lambda: desk.window.palette_place.current is not None, "palette")
    palette = desk.window.palette_place.current
    assert palette is not None
    return palette


def most_urgent(desk: RunningDesk) -> int:
    """What the agent should answer now, asked of the store."""
    me = desk.services.session.me
    assert me is not None
    found: list[int | None] = []
    now_ms = desk.services.clock.now_ms()
    desk.services.lanes.query(
        lambda conn: next_message(conn, me.competences, me.agent_id, now_ms), found.append
    )
    desk.until(lambda: bool(found), "asked")
    assert found[0] is not None
    return found[0]


def view(desk: RunningDesk) -> ThreadView:
    shown = desk.window.workspace.thread_view
    assert shown is not None
    return shown


def test_an_action_by_a_few_letters_and_recent_first(desk: RunningDesk) -> None:
    palette = palette_of(desk)
    assert set(palette.listed) == set(desk.window.actions_by_id) - {"palette"}
    assert palette.chosen is not None
    assert palette.listed[0] == "sign_in"  # it cannot be done: Enter takes the first that can
    assert (palette.chosen.id, palette.chosen.obstacle) == (palette.listed[1], "")
    QTest.keyClicks(palette.search, "boit", delay=5)
    assert palette.chosen is None  # the tests' windows speak English
    palette.search.clear()
    QTest.keyClicks(palette.search, "outb", delay=5)
    assert palette.chosen is not None
    assert (palette.chosen.id, palette.chosen.keys) == ("outbox", "Ctrl+B")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    desk.until(desk.window.outbox.window.isVisible, "done")
    desk.window.outbox.window.hide()
    again = palette_of(desk)
    assert again.listed[0] == "outbox"
    again.reject()


def test_what_is_not_possible_says_why_and_is_not_done(desk: RunningDesk) -> None:
    palette = palette_of(desk)
    QTest.keyClicks(palette.search, "take charge", delay=5)
    assert palette.chosen is not None
    assert palette.chosen.obstacle == "Open a message first"
    assert palette.obstacle.text() == "Open a message first"
    assert not palette.do_button.isEnabled()
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.reject()


def test_keys_of_ones_own_are_judged_used_and_kept(
    start_desk: StartDesk, stalls: StallWatch
) -> None:
    with start_desk() as desk:
        desk.sign_in()
        desk.window.actions_by_id["shortcuts"].trigger()
        window = desk.window.findChild(ShortcutsWindow)
        assert isinstance(window, ShortcutsWindow)
        window.select("refresh")
        QTest.keyClick(window.field, Qt.Key.Key_F2)
        assert "Take charge" in window.told.text()
        assert not window.use_button.isEnabled()
        QTest.keyClick(window.field, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        assert "Digits" in window.told.text()
        QTest.keyClick(window.field, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
        assert window.told.text() == ""
        window.use_button.click()
        assert desk.window.actions_by_id["refresh"].shortcut().toString() == "Ctrl+U"
        assert "Ctrl+U" in desk.window.actions_by_id["refresh"].toolTip()
        work = desk.window.workspace
        hint, editor = work.centre.nothing.hint, work.centre.composer.editor
        assert "F6" in hint.text()
        assert "Ctrl+Shift+M" in editor.placeholderText()
        for each, key in (("next_message", Qt.Key.Key_F12), ("template", Qt.Key.Key_F11)):
            window.select(each)
            QTest.keyClick(window.field, key)
            window.use_button.click()
        assert "F12" in hint.text()
        assert "F6" not in hint.text()
        assert "F11" in editor.placeholderText()
        window.accept()
    with start_desk() as again:
        settle(again.window)
        assert again.window.actions_by_id["refresh"].shortcut().toString() == "Ctrl+U"
        again.window.actions_by_id["shortcuts"].trigger()
        window = again.window.findChild(ShortcutsWindow)
        assert isinstance(window, ShortcutsWindow)
        window.all_defaults_button.click()
        assert again.window.actions_by_id["refresh"].shortcut().toString() == "F5"
        window.accept()


def test_the_field_for_keys_never_catches_the_keyboard(desk: RunningDesk) -> None:
    desk.window.actions_by_id["shortcuts"].trigger()
    window = desk.window.findChild(ShortcutsWindow)
    assert isinstance(window, ShortcutsWindow)
    window.field.setFocus()
    QTest.keyClick(window.field, Qt.Key.Key_Tab)
    assert isinstance(window.focusWidget(), QPushButton)
    window.field.setFocus()
    QTest.keyClick(window.field, Qt.Key.Key_Escape)
    desk.until(lambda: not window.isVisible(), "left")


def test_publish_and_the_next_most_urgent_opens_claimed(desk: RunningDesk) -> None:
    work = desk.window.workspace
    first = most_urgent(desk)
    desk.open(first)
    work.claim()
    desk.until(lambda: view(desk).claimed_by_me, "claimed")
    work.centre.composer.editor.insert(ANSWER)
    desk.window.actions_by_id["publish_and_next"].trigger()
    question = work.dialogs.current
    assert question is not None
    question.accept()
    desk.until(lambda: desk.shown not in (None, first), "the next one")
    desk.until(lambda: view(desk).claimed_by_me, "claimed too")
    assert view(desk).competence in desk.services.session.me.competences  # type: ignore[union-attr]
    assert desk.window.focusWidget() is work.centre.composer.editor
    following = desk.shown
    assert following == most_urgent(desk)
    desk.open(first)
    desk.until(lambda: view(desk).status == "answered", "published meanwhile")
    work.open_thread(following)  # type: ignore[arg-type]
    desk.until(lambda: desk.shown == following, "back")
    work.release()
    desk.until(lambda: not view(desk).claimed_by_me, "given back")
