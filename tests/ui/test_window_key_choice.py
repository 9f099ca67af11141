"""Without a keyring the agent chooses how their store is opened, and the window never waits."""

import time

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.services.store_key import KeyPlace
from desk.ui.key_choice_page import KeyChoicePage
from tests.support.bad_keyrings import AbsentKeyring, HangingKeyring
from tests.support.desk_running import RunningDesk
from tests.ui.conftest import StartDesk

PASSPHRASE = "huit caractères et plus"


def ask_to_sign_in(desk: RunningDesk) -> KeyChoicePage:
    """Sign in, as far as the choice."""
    window = desk.window
    desk.until(window.sign_in_page.sign_in_button.isVisible, "sign-in page")
    window.sign_in_page.sign_in_button.click()
    desk.until(window.key_page.isVisible, "the choice")
    return window.key_page


def type_twice(qtbot: QtBot, page: KeyChoicePage, text: str, again: str | None = None) -> None:
    page.passphrase.clear()
    page.again.clear()
    page.passphrase.insert(text)
    qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    assert page.again.hasFocus()
    page.again.insert(text if again is None else again)
    qtbot.keyClick(page.again, Qt.Key.Key_Return)


def test_a_passphrase_is_chosen_and_asked_at_the_next_start(
    qtbot: QtBot, start_desk: StartDesk
) -> None:
    keyring = AbsentKeyring()
    with start_desk(keyring=keyring, asks_for_key=True) as desk:
        page = ask_to_sign_in(desk)
        assert not desk.window.banners.keyring.isVisible()
        type_twice(qtbot, page, "court")
        assert "8" in page.problem.text()
        assert page.passphrase.accessibleDescription() == page.problem.text()
        type_twice(qtbot, page, PASSPHRASE, "autre chose, assez long")
        assert page.problem.isVisible()
        type_twice(qtbot, page, PASSPHRASE)
        desk.until(desk.has_messages, "the list")
        assert desk.services.session.key_place is KeyPlace.PASSPHRASE
        assert page.passphrase.text() == page.again.text() == ""

    with start_desk(keyring=keyring, asks_for_key=True) as desk:
        page = desk.window.key_page
        desk.until(page.isVisible, "asked again")
        assert not page.again.isVisible()
        assert not page.retry_button.isVisible()
        page.passphrase.insert("pas celle-là du tout")
        qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
        desk.until(page.problem.isVisible, "told beside the field")
        assert desk.services.session.me is None
        page.passphrase.clear()
        page.passphrase.insert(PASSPHRASE)
        qtbot.mouseClick(page.use_button, Qt.MouseButton.LeftButton)
        desk.until(desk.window.workspace.isVisible, "open")
        desk.until(desk.has_messages, "what was kept is there")


def test_this_session_only(qtbot: QtBot, start_desk: StartDesk) -> None:
    with start_desk(keyring=AbsentKeyring(), asks_for_key=True) as desk:
        page = ask_to_sign_in(desk)
        qtbot.mouseClick(page.session_button, Qt.MouseButton.LeftButton)
        desk.until(desk.has_messages, "the list")
        assert desk.services.session.key_place is KeyPlace.SESSION


def test_a_keyring_that_comes_back_is_asked_again(qtbot: QtBot, start_desk: StartDesk) -> None:
    keyring = AbsentKeyring()
    with start_desk(keyring=keyring, asks_for_key=True) as desk:
        page = ask_to_sign_in(desk)
        qtbot.mouseClick(page.retry_button, Qt.MouseButton.LeftButton)
        desk.until(page.banner.isVisible, "still absent, and told")
        keyring.repair()
        qtbot.mouseClick(page.retry_button, Qt.MouseButton.LeftButton)
        desk.until(desk.has_messages, "the list")
        assert desk.services.session.key_place is KeyPlace.KEYRING


def test_a_keyring_that_never_answers_holds_up_nothing(qtbot: QtBot, start_desk: StartDesk) -> None:
    with start_desk(keyring=HangingKeyring(), asks_for_key=True) as desk:
        window, longest = desk.window, 0.0
        desk.until(window.sign_in_page.sign_in_button.isVisible, "sign-in page")
        window.sign_in_page.sign_in_button.click()
        before = time.monotonic()

        def chosen() -> bool:
            nonlocal before, longest
            longest, before = max(longest, time.monotonic() - before), time.monotonic()
            return window.key_page.isVisible()

        desk.until(chosen, "the choice")
        # The keyring is given five seconds; no turn of the event loop may take any of them.
        assert longest < 1.0
        qtbot.mouseClick(window.key_page.leave_button, Qt.MouseButton.LeftButton)
        desk.until(window.sign_in_page.isVisible, "somebody else may sign in")
