"""A desk of an agent as a program of its own on a real screen, on a running portal.

``python -m tests.support.desk_on_screen <portal url> <folder> [login]``: the agent is invented,
their browser fills the real forms; until the window is closed.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk.app import SWITCH_INTERVAL_S, build_theme, install_translations
from desk.demo.agent_browser import AgentBrowser
from desk.services.application import Application
from desk.settings import Settings
from desk.ui.main_window import MainWindow
from tests.support.memory_keyring import MemoryKeyring
from tests.support.portal_process import AGENT_LOGIN, AGENT_PASSWORD


def run(portal_url: str, folder: Path, login: str = AGENT_LOGIN) -> int:
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("desk")
    qt.setApplicationDisplayName("desk")
    settings = Settings(portal_url, folder / "data", folder / "desk.toml", theme="light")
    translators = install_translations(qt, "fr")  # Qt keeps none of them alive
    ring = MemoryKeyring()
    browser = AgentBrowser(login, AGENT_PASSWORD)
    application = Application(settings, browser.open, lambda: ring)
    window = MainWindow(application.services, build_theme(qt, settings))
    window.show()
    window.activateWindow()
    application.start()
    print("DESK", flush=True)
    try:
        return qt.exec()
    finally:
        application.close()
        for translator in translators:
            qt.removeTranslator(translator)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:4]))
