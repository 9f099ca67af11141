"""desk://message/…: opened as soon as there is somebody to show it to, and nothing else."""

from PySide6.QtGui import QGuiApplication

from desk.address import message_of
from tests.support.desk_running import MemoryKeyring
from tests.ui.conftest import StartDesk


def test_a_message_asked_for_from_outside(start_desk: StartDesk) -> None:
    ring = MemoryKeyring()
    with start_desk(keyring=ring) as desk:
        desk.sign_in()
        here = desk.listed(2)
    with start_desk(keyring=ring) as desk:
        window = desk.window
        window.addressed.open(here[0])  # nobody is signed in yet
        desk.until(lambda: desk.shown == here[0], "opened once there is somebody")
        window.actions_by_id["copy_address"].trigger()
        copied = QGuiApplication.clipboard().text()
        assert message_of(copied) == here[0]

        banner = window.workspace.banner
        window.addressed.open(10**17)
        desk.until(lambda: banner.isVisible() and "not among" in banner.text, "told politely")
        assert desk.shown == here[0]
        window.addressed.open(here[1])
        desk.until(lambda: desk.shown == here[1], "the next one")
