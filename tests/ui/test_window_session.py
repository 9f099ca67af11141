"""Signing in, out, again, and what is said when it goes wrong."""

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desk.services.unsent_work import UnsentWork
from desk.ui.main_window import LEAST_SIZE
from desk.ui.sign_out_dialog import SignOutDialog
from desk.ui.theme import Theme
from tests.support.desk_running import MemoryKeyring, RunningDesk, wait_until
from tests.support.portal_process import RunningPortal
from tests.ui.conftest import StartDesk
from tests.ui.test_window_reply import any_open_thread


class BrokenKeyring(MemoryKeyring):
    """A desktop without a keyring."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("no keyring here")


def visible_buttons(of: object) -> list[QPushButton]:
    return [b for b in of.findChildren(QPushButton) if b.isVisible()]  # type: ignore[attr-defined]


def sign_out(desk: RunningDesk, *, wipe: bool = False) -> None:
    """« Se déconnecter », then the question."""
    desk.window.actions_by_id["sign_out"].trigger()
    dialog = desk.window.workspace.dialogs.current
    assert isinstance(dialog, SignOutDialog)
    dialog.wipe_box.setChecked(wipe)
    dialog.accept()


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
        sign_out(desk)
        desk.until(desk.window.sign_in_page.isVisible, "signed out")
        assert work.thread_view is None
        assert work.centre.composer.text == ""
        assert desk.window.status.who.text() == ""
        assert not desk.window.actions_by_id["outbox"].isEnabled()


def test_leaving_a_shared_pc_says_what_stays_and_keeps_it(
    qtbot: QtBot, start_desk: StartDesk
) -> None:
    text = "Bonjour,\nun brouillon qui reste chiffré."
    with start_desk(login="karim.exemple", keyring=MemoryKeyring()) as desk:
        desk.sign_in()
        work = desk.window.workspace
        desk.open(1)
        work.centre.composer.restore(text, 0)
        desk.window.actions_by_id["sign_out"].trigger()
        dialog = work.dialogs.current
        assert isinstance(dialog, SignOutDialog)
        desk.until(lambda: "1" in dialog.unsent.text(), "counted")
        assert "draft" in dialog.unsent.text()
        assert "encrypted" in dialog.fate.text()
        kept = dialog.effect.text()
        dialog.wipe_box.setChecked(True)
        assert "erased" in dialog.effect.text() != kept
        assert dialog.wipe_box.accessibleDescription() == dialog.effect.text()
        dialog.accept()
        page = desk.window.sign_in_page
        desk.until(page.isVisible, "signed out")
        desk.until(page.banner.isVisible, "the copy is erased, and this is told")
        assert "is erased" in page.banner.text
        assert "not sent stays" in page.banner.text
        desk.sign_in()
        desk.open(1)
        assert work.centre.composer.text == text, "its author finds it again"
        work.throwing_away.delete()
        work.save()
        page.say_wiped(unsent_stays=False)
        assert "Nothing of your work" in page.banner.text


def test_a_session_that_is_kept_nowhere_says_what_will_be_lost(qtbot: QtBot, theme: Theme) -> None:
    dialog = SignOutDialog(theme, is_kept=False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_unsent(UnsentWork(drafts=2, waiting=1, returned=1))
    assert "2" in dialog.unsent.text()
    assert "is lost" in dialog.fate.text()
    assert not dialog.wipe_box.isVisible()
    dialog.show_unsent(UnsentWork(0, 0, 0))
    assert dialog.fate.text() == ""


def set_active(portal: RunningPortal, login: str, *, active: bool) -> None:
    """As the portal's administrator does."""
    file = portal.database_url.removeprefix("sqlite://")
    with closing(sqlite3.connect(file, timeout=20)) as connection, connection:
        changed = connection.execute(
            "UPDATE accounts_user SET is_active = ? WHERE username = ?", (active, login)
        )
        assert changed.rowcount == 1


def test_access_taken_away_is_told_on_the_way_out(
    start_desk: StartDesk, portal: RunningPortal
) -> None:
    with start_desk(login="karim.exemple") as desk:
        desk.sign_in()
        page = desk.window.sign_in_page
        set_active(portal, "karim.exemple", active=False)
        try:
            desk.window.workspace.open_thread(any_open_thread(desk))
            desk.until(page.isVisible, "out")
            assert page.banner.isVisible()
            assert "taken away" in page.banner.text
            assert "drafts" in page.banner.text
            page.say_wipe_failed("disk_full")
            assert "the disk is full" in page.banner.text
        finally:
            set_active(portal, "karim.exemple", active=True)


def test_texts_that_went_with_a_taken_access_are_counted(
    start_desk: StartDesk, portal: RunningPortal
) -> None:
    with start_desk(login="karim.exemple") as desk:
        desk.sign_in()
        desk.services.copies.stop()  # what is written now is on this PC alone
        desk.open(1)
        desk.window.workspace.centre.composer.restore("Bonjour, ceci n’est pas parti.", 0)
        desk.window.workspace.save()
        desk.until(lambda: not desk.services.drafts.unsaved, "on the disk")
        removed = desk.window.banners.removed
        set_active(portal, "karim.exemple", active=False)
        try:
            desk.window.workspace.open_thread(any_open_thread(desk))
            desk.until(removed.isVisible, "told, beside the page that says why")
            assert desk.window.sign_in_page.isVisible()
            assert removed.text.startswith("1 unsent text")
            assert "supervisor" in removed.text
            assert removed.accessibleName() == removed.text
            (understood,) = visible_buttons(removed)
            understood.click()
            assert not removed.isVisible()
        finally:
            set_active(portal, "karim.exemple", active=True)


def test_a_restored_portal_is_told_with_what_came_back(desk: RunningDesk) -> None:
    restored, sync = desk.window.banners.restored, desk.services.sync
    sync.portal_restored.emit(0)
    desk.until(restored.isVisible, "told although nothing is missing")
    assert "you can go on" in restored.text
    sync.portal_restored.emit(2)
    desk.until(lambda: "2 of your text" in restored.text, "told with their number")
    assert restored.accessibleName() == restored.text
    desk.until(lambda: len(visible_buttons(restored)) == 2, "what to do about it")
    see, _understood = visible_buttons(restored)
    see.click()
    assert desk.window.outbox.window.isVisible()
    sync.portal_restored.emit(1)
    desk.until(restored.isVisible, "told again")
    sign_out(desk)
    desk.until(lambda: not restored.isVisible(), "not the next agent's")


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
