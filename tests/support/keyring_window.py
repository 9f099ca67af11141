"""desk's window on a real Secret Service, its heartbeat watched: run under `with_keyring.sh`.

``python -m tests.support.keyring_window <data> [hang]``: begins where a last agent left, without a
portal. Prints one line of JSON: how the key was found or why not, and the window's longest silence.
`hang` stops the keyring's daemon first, as a broken session bus would.
"""

import contextlib
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desk.app import SWITCH_INTERVAL_S, build_theme
from desk.services.application import Application
from desk.services.last_agent import LastAgent
from desk.settings import Settings
from desk.ui.main_window import MainWindow

AGENT = "0123456789abcdef01234567"
NOBODY = "http://127.0.0.1:9"
"""The discard port: nobody answers there."""
BEAT_MS = 5
PATIENCE_MS = 40_000


class Heartbeat:
    """The longest time in which the window could not have painted."""

    def __init__(self) -> None:
        self.longest_s = 0.0
        self._last = time.monotonic()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest_s = max(self.longest_s, now - self._last)
        self._last = now


@contextlib.contextmanager
def stopped_keyring() -> Iterator[None]:
    """The daemon is there and never answers."""
    children = psutil.Process(os.getppid()).children(recursive=True)
    (daemon,) = (each for each in children if each.name().startswith("gnome-keyring"))
    daemon.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        daemon.send_signal(signal.SIGCONT)


def run(data: Path) -> None:
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    settings = Settings(NOBODY, data, data / "desk.toml")
    LastAgent(settings).write(AGENT)
    qt = QApplication(sys.argv[:1])
    application = Application(settings, lambda _: False, asks_for_key=True)
    window = MainWindow(application.services, build_theme(qt, settings))
    window.show()
    qt.processEvents()
    reasons: list[str] = []
    session = application.services.session
    session.key_choice_needed.connect(reasons.append)
    session.key_choice_needed.connect(qt.quit)
    application.services.lanes.store_opened.connect(qt.quit)
    QTimer.singleShot(PATIENCE_MS, qt.quit)
    heart = Heartbeat()
    began = time.monotonic()
    application.start()
    qt.exec()
    waited = time.monotonic() - began
    place = session.key_place
    window.close()
    application.close()
    print(
        json.dumps(
            {
                "reasons": reasons,
                "place": None if place is None else place.value,
                "waited_s": waited,
                "longest_s": heart.longest_s,
                "dressed": bool(qt.styleSheet()),
            }
        )
    )


if __name__ == "__main__":
    with stopped_keyring() if sys.argv[2:] == ["hang"] else contextlib.nullcontext():
        run(Path(sys.argv[1]))
