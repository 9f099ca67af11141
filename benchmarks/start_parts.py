"""The beginning of one process, measured from within; prints one line of JSON.

python -m benchmarks.start_parts empty

Imports nothing at the top that an empty window would not: the floor must not carry desk's modules.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SIZE = (1120, 860)
PORTAL = "http://127.0.0.1:9"
"""Nobody answers there: the start is an offline one, which waits for nobody."""
PATIENCE_S = 60.0

Result = dict[str, Any]


def figures() -> Result:
    """Where this process stands: on the wall, computing time, memory in MB.

    `resident_mb` counts pages of libraries too, which other programs may share; `private_mb` is
    what the system gives to this process alone.
    """
    result = {"at": time.time(), "computing": time.process_time()}
    lines = Path("/proc/self/status").read_text().splitlines()
    kilobytes = {line.split(":")[0]: line.split()[1] for line in lines if line.endswith(" kB")}
    result["memory_mb"] = int(kilobytes["VmRSS"]) * 1024 / 1e6
    result["private_mb"] = int(kilobytes["RssAnon"]) * 1024 / 1e6
    return result


def wait_until(true: Callable[[], object], what: str) -> None:
    """Let Qt work until it is true; asleep between two events, as the program's own loop is: one
    that turns without a pause takes the interpreter from the workers who are waited for.
    """
    from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

    deadline = time.monotonic() + PATIENCE_S
    flag = QEventLoop.ProcessEventsFlag
    now_and_then = QTimer()  # an event at least that often, whatever becomes true without one
    now_and_then.start(20)
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        QCoreApplication.processEvents(flag.AllEvents | flag.WaitForMoreEvents)
    now_and_then.stop()


def empty(_: Path) -> Result:
    """An empty window, painted."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.resize(*SIZE)
    window.show()
    application.processEvents()
    window.repaint()
    return figures()


def program(folder: Path) -> Result:
    """``desk`` as its user starts it: the first window painted, and the main window painted."""
    os.environ.update(
        DESK_PORTAL_URL=PORTAL,
        DESK_DATA=str(folder / "program"),
        DESK_CONFIG=str(folder / "program" / "desk.toml"),
    )
    from PySide6 import QtWidgets
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QWidget

    painted: dict[str, Result] = {}

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if (
                event.type() == QEvent.Type.Paint
                and isinstance(watched, QWidget)
                and watched.isWindow()
                and type(watched).__name__ not in painted
            ):
                # The rest of the window is painted in the same turn: a moment less than it takes.
                painted[type(watched).__name__] = figures()
                if "MainWindow" in painted:
                    QTimer.singleShot(0, watched.close)
            return False

    watcher = Watcher()

    class Watched(QtWidgets.QApplication):
        """The one that desk makes for itself: there may be no other before it."""

        def __init__(self, arguments: list[str]) -> None:
            super().__init__(arguments)
            self.installEventFilter(watcher)

    setattr(QtWidgets, "QApplication", Watched)  # noqa: B010 - mypy forbids assigning to a type
    from desk.cli import main

    status = main([])
    if status:
        raise RuntimeError(f"desk ended with {status}")
    first = min(painted.values(), key=lambda each: float(each["at"]))
    return first | {"main": painted["MainWindow"]}


class _OneKey:
    """A keyring that has the store's key and a session, so that the portal is asked as on any
    morning, while the first rows are read."""

    def __init__(self, key: str) -> None:
        self._key = key

    def get_password(self, service: str, username: str) -> str | None:
        return self._key if username.startswith("store-") else "refresh"

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError("nothing is to be kept")

    def delete_password(self, service: str, username: str) -> None:
        raise AssertionError("nothing is to be forgotten")


class Desk:
    """The whole desk on the store that lies in ``folder/data``, offline."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from desk.plain_imports import restore_plain_imports

        restore_plain_imports()
        from desk.app import build_theme, tune_interpreter

        tune_interpreter()
        from desk.collector import Collector
        from desk.services.application import Application
        from desk.settings import Settings
        from desk.ui.main_window import MainWindow

        data = folder / "data"
        key = (folder / "key.hex").read_text()
        settings = Settings(PORTAL, data, data / "desk.toml")
        self.qt = QApplication([])
        self.application = Application(settings, lambda _: False, lambda: _OneKey(key))
        self.window = MainWindow(self.application.services, build_theme(self.qt, settings))
        self.window.resize(*SIZE)
        self.window.show()
        self.qt.processEvents()
        self.application.start()
        self.collector = Collector()
        self.collector.start()

    def usable(self) -> bool:
        """Every row on screen is a group or a message."""
        view, model = self.window.workspace.inbox.view, self.window.workspace.inbox.model
        if self.application.services.session.me is None or not view.isVisible():
            return False
        first = view.rowAt(0)
        last = view.rowAt(view.viewport().height() - 1)
        last = last if last >= 0 else model.rowCount() - 1
        return first >= 0 and None not in [model.item(row) for row in range(first, last + 1)]

    def close(self) -> None:
        self.collector.stop()
        self.window.close()
        self.application.close()


def rows(folder: Path) -> Result:
    """From nothing to a screen of real messages."""
    desk = Desk(folder)
    wait_until(desk.usable, "rows")
    desk.window.workspace.inbox.view.viewport().repaint()
    result = figures()
    desk.close()
    return result


PARTS: dict[str, Callable[[Path], Result]] = {"empty": empty, "program": program, "rows": rows}


if __name__ == "__main__":
    print(json.dumps(PARTS[sys.argv[1]](Path(sys.argv[-1]))), flush=True)
