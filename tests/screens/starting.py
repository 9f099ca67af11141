"""Before and around the work: opening, signing in, the store's key, an unexpected error."""

from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from desk.telling import CrashTeller
from desk.ui.opening_window import OpeningWindow
from desk.ui.theme import ThemeMode
from tests.screens.camera import Camera
from tests.support.bad_keyrings import AbsentKeyring
from tests.support.desk_running import RunningDesk, running_desk


def opening(camera: Camera, folder: Path) -> None:
    """What stands there while the parts are read from the disk."""
    window = OpeningWindow(camera.theme, folder)
    camera.theme.set_mode(ThemeMode.LIGHT)
    window.resize(960, 600)
    window.show()
    camera.take("opening", window)
    window.close()
    window.deleteLater()


def signing_in(desk: RunningDesk, camera: Camera) -> None:
    """Ready, waiting for the browser, and why it came to nothing."""
    page = desk.window.sign_in_page
    desk.until(page.isVisible, "sign-in page")
    camera.take("sign-in")
    page.show_waiting()
    camera.take("sign-in-waiting")
    page.show_failure("offline")
    camera.take("sign-in-failed")
    page.show_ready()


def choosing_a_key(portal_url: str, folder: Path, camera: Camera) -> None:
    """A PC without a keyring."""
    with running_desk(
        portal_url, folder, camera.theme, keyring=AbsentKeyring(), asks_for_key=True
    ) as desk:
        desk.until(desk.window.sign_in_page.sign_in_button.isVisible, "sign-in page")
        desk.window.sign_in_page.sign_in_button.click()
        page = desk.window.key_page
        desk.until(page.isVisible, "the choice")
        before = camera.of(desk)
        before.take("key-choice")
        page.passphrase.setText("court")
        page.use_button.click()
        before.take("key-choice-too-short")
        page.show_reason("passphrase")
        before.take("key-asked-again")
        page.leave_requested.emit()
        desk.until(desk.window.sign_in_page.isVisible, "left")


def failing(desk: RunningDesk, camera: Camera) -> None:
    """An exception that nobody handled."""
    teller = CrashTeller(desk.window, desk.services.settings.log_file)
    teller.tell("KeyError inbox/panel.py:120")
    box = desk.window.findChildren(QMessageBox)[-1]
    camera.take("unexpected-error", box)
    box.close()
