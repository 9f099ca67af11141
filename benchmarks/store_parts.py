"""One measurement of the encrypted store, alone in its process; prints one line of JSON.

python -m benchmarks.store_parts ingest --folder …
"""

import argparse
import itertools
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from sqlcipher3 import dbapi2

from benchmarks.inbox_store import KEY
from benchmarks.start_parts import Desk, wait_until
from desk import wire
from desk.models import threads
from desk.models.store import PRAGMAS, WRITING_KIB, Store

KEYS, KEY_MS = 600, 16
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
        for pragma in (*PRAGMAS, f"PRAGMA cache_size=-{WRITING_KIB}"):
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
    desk = Desk(folder)
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
    wait_until(lambda: composer.thread_view is not None and composer.possible.write, "the editor")
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
