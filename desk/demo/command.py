"""``desk demo``: with a display it stays open; without one, or with DEMO_TOUR=1, it is a tour."""

import os
import sys
import time
from pathlib import Path

from desk.demo.world import (
    ADHERENT_NIR,
    ADHERENT_PASSWORD,
    AGENT_LOGIN,
    AGENT_PASSWORD,
    World,
    running_world,
)

FOLDER = Path("build") / "demo"

UNDO_S = 15
"""A person may want to take a reply back; the tour does not, and waits less for the e-mail."""
TOUR_UNDO_S = 2


def run() -> int:
    """Run the demonstration; 0 when all was shown, 1 with the step that failed, 2 when it could
    not start.
    """
    tour = bool(os.environ.get("DEMO_TOUR")) or not _has_display()
    if tour:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desk.demo.processes import ProcessFailed

    FOLDER.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    try:
        with running_world(FOLDER.resolve(), TOUR_UNDO_S if tour else UNDO_S) as world:
            _say(f"portal {world.portal_url} (SQLite), e-mails kept in {FOLDER / 'mail'}")
            return _tour(world, begun) if tour else _stay(world)
    except ProcessFailed as error:
        print(error, file=sys.stderr)
        return 2


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _say(words: str) -> None:
    print(words, flush=True)


def _tour(world: World, begun: float) -> int:
    from desk.demo.offscreen import without_platform_noise
    from desk.demo.tour import Tour, TourFailed

    with without_platform_noise(), _Desk(world, fresh=True) as desk:
        try:
            Tour(world, desk.application.services, desk.window, desk.theme, _say).run()
        except TourFailed as error:
            print(f"FAILED: {error}", file=sys.stderr)
            return 1
    _say(f"done in {time.monotonic() - begun:.0f} s; screenshots in {FOLDER}")
    return 0


def _stay(world: World) -> int:
    with _Desk(world, fresh=False) as desk:
        desk.application.services.session.sign_in()
        _say(f"desk is open, signed in as {AGENT_LOGIN} (password {AGENT_PASSWORD})")
        _say(f"write as an adherent at {world.portal_url}")
        _say(f"  number {ADHERENT_NIR}, password {ADHERENT_PASSWORD}")
        _say("close the window to end the demonstration")
        return desk.qt.exec()


class _Desk:
    """desk as `desk.app` builds it, signed in by the demonstration's own browser."""

    def __init__(self, world: World, *, fresh: bool) -> None:
        from PySide6.QtWidgets import QApplication

        from desk.app import build_theme, install_translations
        from desk.demo.agent_browser import AgentBrowser
        from desk.services.application import Application
        from desk.settings import Settings
        from desk.ui.main_window import MainWindow

        folder = world.folder / f"desk-{os.getpid()}"
        settings = Settings(
            portal_url=world.portal_url,
            data=folder / "data",
            config=folder / "desk.toml",
            theme="light" if fresh else "system",
        )
        self.qt = QApplication(sys.argv[:1])
        self._translators = install_translations(self.qt, settings.language)
        self.theme = build_theme(self.qt, settings)
        browser = AgentBrowser(AGENT_LOGIN, AGENT_PASSWORD)
        self.application = Application(settings, browser.open, asks_for_key=True)
        self.window = MainWindow(self.application.services, self.theme)
        self.window.show()
        self.application.start()

    def __enter__(self) -> "_Desk":
        return self

    def __exit__(self, *_exc: object) -> None:
        self.window.close()
        self.application.close()
        for translator in self._translators:
            self.qt.removeTranslator(translator)
