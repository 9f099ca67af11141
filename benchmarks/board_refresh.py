"""What a new board costs the window's thread on desk: decoded, shown, painted.

    python -m benchmarks.board_refresh ONE.json OTHER.json [--times 40]

The two files are answers of ``GET /supervision/board``; `benchmarks.supervision` writes them of its
100,000 open messages and runs this. They are shown in turns, under each way of telling the figures
apart. Goal: 95 of 100 under 100 ms on the wall, from the answer's bytes to the painted page.
"""

import argparse
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtWidgets import QApplication

from desk import wire
from desk.clock import PortalClock
from desk.ui.supervision.board_page import BoardPage
from desk.ui.supervision.figures import GROUPINGS
from desk.ui.theme import Theme, ThemeMode

RESOURCES = Path(__file__).parents[1] / "resources"
SIZE = (1440, 900)
GOAL_MS = 100.0


def main() -> None:
    """Show, measure, print; exit code 1 when the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("answers", type=Path, nargs=2)
    parser.add_argument("--times", type=int, default=40, help="under each grouping")
    options = parser.parse_args()
    answers = [path.read_bytes() for path in options.answers]
    spent, computed = _refresh(answers, options.times)
    spent.sort()
    computed.sort()
    p95 = spent[len(spent) * 95 // 100]
    groups = len(msgspec.json.decode(answers[0], type=wire.Board).groups)
    print(
        f"{'the board refreshed on desk':32} p50 {spent[len(spent) // 2]:7.1f} ms   "
        f"p95 {p95:7.1f} ms   computing {computed[len(computed) // 2]:6.1f} ms   "
        f"{groups} groups, {len(answers[0]) / 1024:.0f} KiB"
        + ("" if p95 < GOAL_MS else "  goal missed"),
        flush=True,
    )
    sys.exit(0 if p95 < GOAL_MS else 1)


def _refresh(answers: list[bytes], times: int) -> tuple[list[float], list[float]]:
    """Milliseconds on the wall and of computing, for each time a board came."""
    application = QApplication([])
    page = BoardPage(Theme(application, RESOURCES, ThemeMode.LIGHT), PortalClock())
    page.resize(*SIZE)
    page.show()
    application.processEvents()
    spent, computed = [], []
    for place in range(len(GROUPINGS)):
        page.groups.choice.setCurrentIndex(place)
        application.processEvents()
        for turn in range(times):
            began, busy = time.perf_counter(), time.thread_time()
            page.show_board(msgspec.json.decode(answers[turn % 2], type=wire.Board))
            application.processEvents()
            page.repaint()
            spent.append((time.perf_counter() - began) * 1e3)
            computed.append((time.thread_time() - busy) * 1e3)
    page.close()
    return spent, computed


if __name__ == "__main__":
    main()
