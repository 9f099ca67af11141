"""Signing in, out, again, and what is said when it goes wrong."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desk.ui.main_window import LEAST_SIZE
from tests.support.desk_running import MemoryKeyring, RunningDesk, wait_until
from tests.support.portal_process import RunningPortal
from tests.ui.conftest import StartDesk


class BrokenKeyring(MemoryKeyring):
    """A desktop without a keyring."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("no keyring here")


def visible_buttons(of: object) -> list[QPushButton]:
    return [b for b in of.findChildren(QPushButton) if b.isVisible()]  # type: ignore[attr-defined]


def test_the_page_explains_then_waits_and_can_be_cancelled(
    qtbot: QtBot, start_desk: StartDesk
) -> None:
    opened: list[str] = []

    def never_signs_in(url: str) -> bool:
        opened.append(url)
        return True

    with start_desk(open_url=never_signs_in) as desk:
        page = desk.window.sign_in_page
        desk.until(page.sign_in_button.isVisible, "sign-in page")
        assert not desk.window.workspace.isVisible()
        qtbot.mouseClick(page.sign_in_button, Qt.MouseButton.LeftButton)
        assert not page.sign_in_button.isVisible()
        desk.until(lambda: bool(opened), "the browser was asked for")
        qtbot.mouseClick(page.cancel_button, Qt.MouseButton.LeftButton)
        desk.until(page.sign_in_button.isVisible, "back to the button")
        assert not page.banner.isVisible()


def test_a_failure_is_said_in_words(start_desk: StartDesk) -> None:
    with start_desk(open_url=lambda _url: False) as desk:
        page = desk.window.sign_in_page
        desk.until(page.sign_in_button.isVisible, "sign-in page")
        page.sign_in_button.click()
        desk.until(page.banner.isVisible, "failure")
        assert "browser" in page.banner.text
        for code in ("refused", "timeout", "offline", "portal_error", "not_the_portal", "odd"):
            assert len(page.words_for(code)) > 20


def test_an_unreachable_portal_is_told(start_desk: StartDesk) -> None:
    with start_desk(portal_url="http://127.0.0.1:9") as desk:
        page = desk.window.sign_in_page
        desk.until(page.sign_in_button.isVisible, "sign-in page")
        page.sign_in_button.click()
        desk.until(page.banner.isVisible, "failure")
        assert page.banner.text == page.words_for("offline")


def test_signing_out_leaves_nothing_on_screen(qtbot: QtBot, start_desk: StartDesk) -> None:
    with start_desk() as desk:
        desk.sign_in()
        work = desk.window.workspace
        desk.open(1)
        desk.window.actions_by_id["sign_out"].trigger()
        desk.until(desk.window.sign_in_page.isVisible, "signed out")
        assert work.thread_view is None
        assert work.centre.composer.text == ""
        assert desk.window.status.who.text() == ""
        assert not desk.window.actions_by_id["outbox"].isEnabled()


def test_without_a_keyring_it_is_told_once_and_work_goes_on(
    qtbot: QtBot, start_desk: StartDesk
) -> None:
    with start_desk(keyring=BrokenKeyring()) as desk:
        desk.sign_in()
        banners = desk.window.banners
        desk.until(banners.keyring.isVisible, "told")
        assert "will not be kept" in banners.keyring.text
        (understood,) = visible_buttons(banners.keyring)
        understood.click()
        assert not banners.keyring.isVisible()


def test_a_session_that_ended_lets_the_agent_go_on_writing(
    qtbot: QtBot, start_desk: StartDesk
) -> None:
    keyring = MemoryKeyring()
    with start_desk(keyring=keyring) as desk:
        desk.sign_in()
    # The store's key is still there, the session is not.
    keyring.forget_sessions()
    with start_desk(keyring=keyring) as desk:
        banners = desk.window.banners
        desk.until(banners.session.isVisible, "asked to sign in again")
        desk.until(desk.has_messages, "the list is there nevertheless")
        (again,) = visible_buttons(banners.session)
        again.click()
        desk.until(lambda: not banners.session.isVisible(), "signed in again")


def test_the_window_comes_back_where_it_was(start_desk: StartDesk, tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    with start_desk(keyring=keyring) as desk:
        desk.sign_in()
        # Not larger than the offscreen screen, to which a window is brought back.
        desk.window.resize(LEAST_SIZE[0], 701)
        desk.window.workspace.splitter.setSizes([490, 530])
        wait_until(lambda: desk.window.height() == 701)
        kept = desk.window.workspace.splitter.sizes()
    assert (tmp_path / "desk" / "window.ini").is_file()
    with start_desk(keyring=keyring) as desk:
        desk.until(desk.window.workspace.isVisible, "the work is there")
        assert desk.window.height() == 701
        assert desk.window.workspace.splitter.sizes() == kept


def test_a_wrong_clock_and_the_age_of_the_data_are_told(
    desk: RunningDesk, portal: RunningPortal
) -> None:
    status, now_ms = desk.window.status, desk.services.clock.now_ms()
    desk.until(lambda: "Up to date" in status.connection.text(), "fresh")
    last = desk.services.sync.view.last_sync_ms
    assert last is not None
    assert status.words(last + 12_000).startswith("Up to date 12 s ago")
    assert status.words(now_ms + 3 * 60_000).startswith("Up to date 3 min ago")
    assert not status.clock_warning.isVisible()
