"""One measurement of the encrypted store, alone in its process; prints one line of JSON.

python -m benchmarks.store_parts ingest --folder …
"""

import argparse
import itertools
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
import psutil
from sqlcipher3 import dbapi2

from benchmarks.inbox_store import KEY, Place
from desk import wire
from desk.models import threads
from desk.models.store import PRAGMAS, Store
from tests.support.desk_data import ME

PORTAL = "http://127.0.0.1:9"
"""Nobody answers there: the start is an offline one, which waits for nobody."""
KEYS, KEY_MS = 600, 16
PATIENCE_S = 60.0
TEXT = "Bonjour Madame, votre attestation est disponible dans votre espace privé. "

Result = dict[str, Any]


def decoded(folder: Path) -> Iterator[wire.SnapshotPage]:
    for path in sorted(folder.glob("snapshot-*.json")):
        yield msgspec.json.decode(path.read_bytes(), type=wire.SnapshotPage)


def floor_ingest(folder: Path) -> Result:
    """The driver's `executemany` with the same statements on rows that are there already."""
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        path = Path(temporary) / "agent" / "store.sqlite3"
        Store.open(path, KEY).close()
        raw = dbapi2.connect(str(path), isolation_level=None)
        raw.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
        for pragma in PRAGMAS:
            raw.execute(pragma)
        seconds, count, computing = 0.0, 0, 0.0
        for page in decoded(folder):
            kept = _Kept()
            threads._write(kept, page.threads, ())  # type: ignore[arg-type]
            count += len(page.threads)
            began, own = time.perf_counter(), time.process_time()
            raw.execute("BEGIN IMMEDIATE")
            for statement, rows in kept.statements:
                raw.executemany(statement, rows)
            raw.execute("COMMIT")
            seconds += time.perf_counter() - began
            computing += time.process_time() - own
        raw.close()
    return {"seconds": seconds, "messages": count, "computing": computing}


class _Kept:
    """Stands where a connection stands and keeps what would be executed."""

    def __init__(self) -> None:
        self.statements: list[tuple[str, list[Any]]] = []

    def exec_driver_sql(self, statement: str, rows: list[Any]) -> None:
        self.statements.append((statement, rows))


def ingest(folder: Path) -> Result:
    """What synchronisation does with a decoded page."""
    with tempfile.TemporaryDirectory(dir=folder) as temporary:
        store = Store.open(Path(temporary) / "agent" / "store.sqlite3", KEY)
        seconds, count, after, longest, computing = 0.0, 0, 0, 0.0, 0.0
        for page in decoded(folder):
            began, own = time.perf_counter(), time.process_time()
            with store.writing() as connection:
                threads.apply_snapshot(connection, page, after)
            took = time.perf_counter() - began
            seconds += took
            computing += time.process_time() - own
            longest = max(longest, took)
            count += len(page.threads)
            after = page.next_after or 0
        store.close()
    return {
        "seconds": seconds,
        "messages": count,
        "longest_ms": longest * 1000,
        "computing": computing,
    }


def wait_until(true: Callable[[], object], what: str) -> None:
    from PySide6.QtCore import QCoreApplication, QEventLoop

    deadline = time.monotonic() + PATIENCE_S
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def memory_mb() -> float:
    return float(psutil.Process().memory_info().rss) / 1e6


def floor_start(_: Path) -> Result:
    """An empty window, painted."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.resize(1120, 860)
    window.show()
    application.processEvents()
    window.repaint()
    return {"at": time.time(), "memory_mb": memory_mb(), "computing": time.process_time()}


class _OneKey:
    """A keyring that has the store's key and no session."""

    def get_password(self, service: str, username: str) -> str | None:
        return KEY.hex() if username.startswith("store-") else None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError("nothing is to be kept")

    def delete_password(self, service: str, username: str) -> None:
        raise AssertionError("nothing is to be forgotten")


class Desk:
    """The whole desk on the prepared store, offline."""

    def __init__(self, folder: Path, data: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from desk.app import SWITCH_INTERVAL_S, build_theme
        from desk.collector import Collector
        from desk.services.application import Application
        from desk.services.last_agent import LastAgent
        from desk.settings import Settings
        from desk.ui.main_window import MainWindow

        sys.setswitchinterval(SWITCH_INTERVAL_S)
        settings = Settings(PORTAL, data, data / "desk.toml")
        agent = settings.agent_digest(ME.login)
        if not settings.store_file(agent).exists():
            settings.store_file(agent).parent.mkdir(parents=True)
            shutil.copy(Place(folder, encrypted=True).path, settings.store_file(agent))
            LastAgent(settings).write(agent)
        self.qt = QApplication([])
        self.application = Application(settings, lambda _: False, _OneKey)
        self.window = MainWindow(self.application.services, build_theme(self.qt, settings))
        self.window.resize(1120, 860)
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


def start(folder: Path) -> Result:
    """From nothing to a screen of real messages. The data folder is made before the clock runs."""
    desk = Desk(folder, folder / "data")
    wait_until(desk.usable, "rows")
    desk.window.workspace.inbox.view.viewport().repaint()
    result = {"at": time.time(), "memory_mb": memory_mb(), "computing": time.process_time()}
    desk.close()
    return result


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def press(editor: Any, character: str) -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(editor, event)


def type_into(editor: Any) -> tuple[list[float], list[float]]:
    """Milliseconds of each key on the window's thread: on the wall, and of its own computing."""
    from PySide6.QtCore import QEventLoop, QTimer

    took: list[float] = []
    own: list[float] = []
    loop = QEventLoop()
    characters = itertools.cycle(TEXT)

    def key() -> None:
        began, computing = time.perf_counter(), time.thread_time()
        press(editor, next(characters))
        took.append((time.perf_counter() - began) * 1000)
        own.append((time.thread_time() - computing) * 1000)
        if len(took) >= KEYS:
            loop.quit()

    timer = QTimer()
    timer.timeout.connect(key)
    timer.start(KEY_MS)
    loop.exec()
    timer.stop()
    return took, own


def spread(took: list[float], own: list[float]) -> Result:
    return {
        "p50": percentile(took, 0.5),
        "p99": percentile(took, 0.99),
        "max": max(took),
        "own_p99": percentile(own, 0.99),
    }


def floor_keys(_: Path) -> Result:
    """The same keys into a bare editor."""
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    application = QApplication([])
    editor = QPlainTextEdit()
    editor.resize(600, 300)
    editor.show()
    editor.setFocus()
    application.processEvents()
    return spread(*type_into(editor))


def keys(folder: Path) -> Result:
    """Keys into desk's own editor, and the journal's own work on the window's thread: handing each
    key's text over, and putting what is saved on its way."""
    desk = Desk(folder, folder / "data")
    wait_until(desk.usable, "rows")
    services, workspace = desk.application.services, desk.window.workspace
    found: list[int] = []
    services.lanes.query(
        lambda conn: conn.exec_driver_sql(
            "SELECT id FROM thread WHERE status = 'open' AND claim_agent_id IS NULL LIMIT 1"
        ).scalar_one(),
        found.append,
    )
    wait_until(lambda: found, "a message")
    workspace.open_thread(found[0])
    composer = workspace.centre.composer
    wait_until(lambda: composer.thread_view is not None and composer.can_write, "the editor")
    composer.editor.setFocus()
    saved: list[float] = []
    services.drafts.saved.connect(lambda *_: saved.append(time.perf_counter()))
    journal: list[float] = []
    for name in ("edited", "flush"):
        _timed(services.drafts, name, journal)
    taken = type_into(composer.editor)
    wait_until(lambda: not services.drafts.unsaved, "saved")
    desk.close()
    return spread(*taken) | {"journal_p99": percentile(journal, 0.99), "saves": len(saved)}


def _timed(owner: Any, name: str, into: list[float]) -> None:
    """Measure a method where other objects call it by its name."""
    method = getattr(owner, name)

    def timed(*arguments: Any, **named: Any) -> Any:
        began = time.thread_time()
        try:
            return method(*arguments, **named)
        finally:
            into.append((time.thread_time() - began) * 1000)

    setattr(owner, name, timed)


PARTS: dict[str, Callable[[Path], Result]] = {
    "floor-ingest": floor_ingest,
    "ingest": ingest,
    "floor-start": floor_start,
    "start": start,
    "floor-keys": floor_keys,
    "keys": keys,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--folder", type=Path, required=True)
    arguments = parser.parse_args()
    print(json.dumps(PARTS[arguments.part](arguments.folder)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
