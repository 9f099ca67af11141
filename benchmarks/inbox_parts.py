"""One measurement of the inbox, alone in its process; prints one line of JSON.

python -m benchmarks.inbox_parts first-paint --folder … --encrypted
"""

import argparse
import itertools
import json
import math
import os
import random
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
import psutil
from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.inbox_store import CHANGES, CHANGES_PAGE, Place, place_of
from desk import wire
from desk.app import SWITCH_INTERVAL_S
from desk.clock import PortalClock
from desk.collector import Collector
from desk.models.snapshots import InboxFilter, InboxRow
from desk.models.store import Store
from desk.models.threads import apply_changes
from desk.services.inbox import Inbox
from desk.services.lanes import Lanes
from desk.ui.inbox.panel import InboxPanel
from desk.ui.theme import Theme, ThemeMode
from tests.support.desk_data import NOW

NOISE = "This plugin does not support propagateSizeHints"
"""What the offscreen platform says of every window."""

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
SIZE = (700, 860)
FRAME_MS = 16
LOOP_MS = 5
PATIENCE_S = 60.0
WHEELS, JUMPS, FLOOR_FRAMES = 300, 150, 600

Result = dict[str, Any]


def wait_until(condition: Callable[[], bool], what: str) -> None:
    """Run the event loop until `condition` holds after some event."""
    loop = QEventLoop()
    deadline = time.monotonic() + PATIENCE_S

    def look() -> None:
        if condition() or time.monotonic() > deadline:
            loop.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(1)
    loop.exec()
    timer.stop()
    if not condition():
        raise TimeoutError(what)


def memory_mb() -> float:
    return float(psutil.Process().memory_info().rss) / 1e6


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


def spread(values: list[float]) -> Result:
    return {
        "count": len(values),
        "p50": statistics.median(values),
        "p99": percentile(values, 0.99),
        "max": max(values),
    }


class Lateness:
    """How late the event loop serves a 5 ms timer: what a hand on the mouse would feel."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self._expected = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(LOOP_MS)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        self._expected = time.perf_counter() + LOOP_MS / 1000
        self._timer.start()

    def stop(self) -> Result:
        self._timer.stop()
        return spread(self.late_ms) | {"stalls": sum(each > 50 for each in self.late_ms)}

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, (now - self._expected) * 1000))
        self._expected = now + LOOP_MS / 1000


class Window:
    """The real inbox over the real lanes and store, as the application builds them."""

    def __init__(self, place: Place) -> None:
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        self.application = QApplication([])
        self.theme = Theme(self.application, RESOURCES, ThemeMode.LIGHT)
        self.clock = PortalClock()
        elapsed = self.clock.elapsed()
        self.clock.observe(NOW, elapsed, elapsed)
        self.collector = Collector()
        self.place = place

    def open(self) -> None:
        self.lanes = Lanes()
        self.lanes.unexpected.connect(_fail)
        self.lanes.open_store(lambda: Store.open(self.place.path, self.place.key))
        self.inbox = Inbox(self.lanes, self.clock)
        # In the application the list waits for the store, never the store for the list.
        self.inbox.start()
        self.panel = InboxPanel(self.inbox, self.clock, self.theme)
        self.panel.resize(*SIZE)
        self.panel.show()
        self.collector.start()

    def rows_are_real(self) -> bool:
        """Everything on screen is a group or a message, and there is a message."""
        view, model = self.panel.view, self.panel.model
        first = view.rowAt(0)
        if first < 0 or not view.isVisible():
            return False
        last = view.rowAt(view.viewport().height() - 1)
        items = [model.item(row) for row in range(first, last + 1)]
        return None not in items and any(isinstance(item, InboxRow) for item in items)

    def is_by_deadline(self) -> bool:
        """The list without groups is there, with real rows."""
        outline = self.inbox.outline
        return outline is not None and outline.choice.by_due and self.rows_are_real()

    def frame(self) -> None:
        """Paint what has changed, now, as the screen's next refresh would."""
        self.panel.view.viewport().repaint()

    def wheel(self, angle: int) -> None:
        viewport = self.panel.view.viewport()
        middle = QPointF(viewport.rect().center())
        event = QWheelEvent(
            middle,
            viewport.mapToGlobal(middle),
            QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, event)

    def close(self) -> None:
        self.panel.close()
        self.lanes.close()


def _fail(error: Exception) -> None:
    raise error


class Frames:
    """How long each frame took: on the wall, and of this thread's own computing."""

    def __init__(self) -> None:
        self._wall: list[float] = []
        self._own: list[float] = []

    def __len__(self) -> int:
        return len(self._wall)

    def take(self, step: Callable[[], None]) -> None:
        own, wall = time.thread_time(), time.perf_counter()
        step()
        self._wall.append((time.perf_counter() - wall) * 1000)
        self._own.append((time.thread_time() - own) * 1000)

    def result(self) -> Result:
        return spread(self._wall) | {"own_p99": percentile(self._own, 0.99)}


def at_60_hz(count: int, step: Callable[[int], None]) -> Result:
    """Call `step` at each 16 ms, `count` times; how long each took."""
    frames = Frames()
    loop = QEventLoop()

    def tick() -> None:
        frames.take(lambda: step(len(frames)))
        if len(frames) >= count:
            loop.quit()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(FRAME_MS)
    loop.exec()
    timer.stop()
    return frames.result()


# -- floors ----------------------------------------------------------------------------------------


def floor_window(_place: Place) -> Result:
    """An empty table in the same dress, shown and painted."""
    application = QApplication([])
    theme = Theme(application, RESOURCES, ThemeMode.LIGHT)
    started = time.perf_counter()
    view = QTableView()
    view.resize(*SIZE)
    view.show()
    view.viewport().repaint()
    took = (time.perf_counter() - started) * 1000
    del theme
    return {"ms": took, "memory_mb": memory_mb()}


def floor_loop(_place: Place) -> Result:
    """The same empty table painted at 60 Hz: what the machine itself costs at this moment."""
    application = QApplication([])
    theme = Theme(application, RESOURCES, ThemeMode.LIGHT)
    view = QTableView()
    view.resize(*SIZE)
    view.show()
    lateness = Lateness()
    lateness.start()
    frames = at_60_hz(FLOOR_FRAMES, lambda _: view.viewport().repaint())
    del theme
    return {"frames": frames, "loop": lateness.stop()}


def floor_load(place: Place) -> Result:
    """The same columns of the same messages, all of them, straight from SQLite's driver."""
    module: Any = sqlite3
    if place.encrypted:
        from sqlcipher3 import dbapi2 as module
    started = time.perf_counter()
    connection = module.connect(place.path)
    if place.key is not None:
        connection.execute(f"PRAGMA key = \"x'{place.key.hex()}'\"")
    rows = connection.execute(
        "SELECT id, reference, adherent_name, motif, first_words, sent_ms, due_ms, status,"
        " claim_name, claim_agent_id, claim_expires_ms FROM thread WHERE status = 'open'"
        " ORDER BY due_ms, id"
    ).fetchall()
    took = (time.perf_counter() - started) * 1000
    connection.close()
    return {"ms": took, "rows": len(rows), "memory_mb": memory_mb()}


# -- figures ---------------------------------------------------------------------------------------


def first_paint(place: Place) -> Result:
    """From nothing but the application to a painted screen of real rows: lanes, store, window."""
    window = Window(place)
    started = time.perf_counter()
    window.open()
    wait_until(window.rows_are_real, "rows on screen")
    window.frame()
    took = (time.perf_counter() - started) * 1000
    memory = memory_mb()
    rows = window.panel.model.rowCount()
    window.close()
    return {"ms": took, "rows": rows, "memory_mb": memory}


def scrolling(place: Place) -> Result:
    """Frames while the wheel turns and the scroll bar is thrown about, in both orders."""
    window = Window(place)
    window.open()
    wait_until(window.rows_are_real, "rows on screen")
    lateness = Lateness()
    lateness.start()
    result = _scroll(window, "by subject")
    window.inbox.ask(InboxFilter.TODO, "", True)
    wait_until(window.is_by_deadline, "the other order")
    result |= _scroll(window, "by deadline")
    result["loop"] = lateness.stop()
    result["memory_mb"] = memory_mb()
    window.close()
    return result


def _scroll(window: Window, order: str) -> Result:
    def wheel(number: int) -> None:
        window.wheel(-360 if number % 100 < 75 else 360)
        window.frame()

    pick = random.Random(1)
    bar = window.panel.view.verticalScrollBar()
    waits: list[float] = []
    thrown = 0.0

    def jump(number: int) -> None:
        nonlocal thrown
        # Ten frames for each throw: the first paints « … », a later one the rows.
        if number % 10 == 0:
            thrown = time.perf_counter()
            waits.append(math.inf)
            bar.setValue(pick.randrange(bar.maximum()))
        window.frame()
        if waits[-1] == math.inf and window.rows_are_real():
            waits[-1] = (time.perf_counter() - thrown) * 1000

    wheels = at_60_hz(WHEELS, wheel)
    jumps = at_60_hz(JUMPS * 10, jump)
    return {
        f"wheel, {order}": wheels,
        f"jumps, {order}": jumps,
        f"filled, {order}": spread([each for each in waits if each < math.inf])
        | {"unfilled": waits.count(math.inf)},
    }


def syncing(place: Place) -> Result:
    """Frames and lateness while pages of changes arrive and the wheel turns."""
    pages = place.pages()
    with tempfile.TemporaryDirectory() as folder:
        copy = Place(Path(folder), place.encrypted)
        shutil.copy(place.path, copy.path)
        window = Window(copy)
        window.open()
        wait_until(window.rows_are_real, "rows on screen")
        result = _sync(window, pages)
        window.close()
    return result


def _sync(window: Window, pages: list[bytes]) -> Result:
    decoder = msgspec.json.Decoder(wire.ChangesPage)
    frames = Frames()
    lateness = Lateness()
    rounds: list[float] = []
    loop = QEventLoop()
    waiting = list(pages)
    round_size = CHANGES // CHANGES_PAGE

    def next_page() -> None:
        if not waiting:
            loop.quit()
            return
        raw = waiting.pop(0)
        window.lanes.http(lambda: decoder.decode(raw), write)

    def write(page: wire.ChangesPage) -> None:
        window.lanes.write(lambda connection: (None, apply_changes(connection, page)), written)

    def written(_: None) -> None:
        if (len(pages) - len(waiting)) % round_size == 0:
            rounds.append(time.perf_counter())
        next_page()

    def turn() -> None:
        window.wheel(-120 if len(frames) % 120 < 80 else 120)
        window.frame()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: frames.take(turn))
    timer.start(FRAME_MS)
    lateness.start()
    rounds.append(time.perf_counter())
    next_page()
    loop.exec()
    # The last merge belongs to the sync.
    QTimer.singleShot(500, loop.quit)
    loop.exec()
    timer.stop()
    seconds = [end - start for start, end in itertools.pairwise(rounds)]
    return {
        "frames": frames.result(),
        "loop": lateness.stop(),
        "seconds": statistics.median(seconds),
        "rows": window.panel.model.rowCount(),
        "memory_mb": memory_mb(),
    }


PARTS: dict[str, Callable[[Place], Result]] = {
    "floor-window": floor_window,
    "floor-load": floor_load,
    "floor-loop": floor_loop,
    "first-paint": first_paint,
    "scrolling": scrolling,
    "syncing": syncing,
}


def main() -> None:
    qInstallMessageHandler(
        lambda _kind, _where, text: None if NOISE in text else print(text, file=sys.stderr)
    )
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--encrypted", action="store_true")
    arguments = parser.parse_args()
    print(json.dumps(PARTS[arguments.part](place_of(arguments))))


if __name__ == "__main__":
    main()
