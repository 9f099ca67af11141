"""The start of the program, from its process's beginning to its first painted window.

    python -m benchmarks.startup [--runs 7]

Beside it, in the same run, an empty PySide6 window in a process of its own. Exit code 1 when the
goal is missed. Computing time decides: what else the machine does lengthens it least.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FIRST_PAINT_S = 0.4
"""Computing, over the empty window."""

Result = dict[str, Any]


def measured(name: str, folder: Path) -> Result:
    """One part of `benchmarks.start_parts` in a process of its own; `started_s`: on the wall, from
    before it was made.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.start_parts", name, str(folder)],
        cwd=ROOT,
        # The compiled modules are kept, as wherever desk is installed: to compile all of them anew
        # is a quarter of a start.
        env={k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
        text=True,
    )
    result: Result = json.loads(done.stdout.splitlines()[-1])
    for each in (result, result.get("main", {})):
        if "at" in each:
            each["started_s"] = each["at"] - began
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    taken: dict[str, list[Result]] = {"empty": [], "program": []}
    with tempfile.TemporaryDirectory() as temporary:
        measured("program", Path(temporary))  # makes its folders and Python's compiled modules
        # In turn, so that a busy moment of the machine falls on both alike.
        for _ in range(runs):
            for name, results in taken.items():
                results.append(measured(name, Path(temporary)))

    def middle(results: list[Result], figure: str) -> float:
        return statistics.median(float(each[figure]) for each in results)

    floor = middle(taken["empty"], "computing")
    rows = {
        "an empty window painted (floor)": taken["empty"],
        "desk, its first window painted": taken["program"],
        "desk, its main window painted": [each["main"] for each in taken["program"]],
    }
    print(f"{'from the process’s beginning':36} {'computing':>10} {'over':>9} {'wall':>9}")
    for words, results in rows.items():
        own, wall = middle(results, "computing"), middle(results, "started_s")
        print(f"{words:36} {own:8.2f} s {own - floor:+7.2f} s {wall:7.2f} s")
    over = middle(taken["program"], "computing") - floor
    kept = over <= FIRST_PAINT_S
    print(f"first paint: +{over:.2f} s, ≤ {FIRST_PAINT_S} s: {'PASS' if kept else 'MISS'}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
