"""The inbox at 100,000 open messages, beside its floors measured in the same run.

    python -m benchmarks.inbox [--messages 100000] [--plain] [--runs 5] [--keep build/benchmarks]

Every figure and every floor is taken in a process of its own, on the store that desk really uses
(SQLCipher; `--plain` without encryption). Exit code 1 when a target is missed.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.inbox_store import CHANGES, ROUNDS, prepare

ROOT = Path(__file__).resolve().parents[1]

FIRST_PAINT_MS = 150
"""Over an empty window."""
FRAME_MS = 16
"""99th percentile: 60 frames a second."""
STALL_MS = 50

Result = dict[str, Any]


def part(name: str, folder: Path, encrypted: bool) -> Result:
    command = [sys.executable, "-m", "benchmarks.inbox_parts", name, "--folder", str(folder)]
    done = subprocess.run(
        command + ["--encrypted"] * encrypted,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    result: Result = json.loads(done.stdout)
    return result


class Report:
    """Lines of figures; remembers whether a target was missed."""

    def __init__(self) -> None:
        self.missed = 0

    def say(self, what: str, figure: str, beside: str = "", kept: bool | None = None) -> None:
        verdict = "" if kept is None else ("PASS" if kept else "MISS")
        self.missed += kept is False
        print(f"{what:44} {figure:>26}   {beside:40} {verdict}".rstrip())

    def frames(self, what: str, values: Result) -> None:
        self.say(
            f"  {what}",
            f"p99 {values['p99']:.1f}  max {values['max']:.1f} ms",
            f"p50 {values['p50']:.1f}, own work p99 {values['own_p99']:.1f}, p99 < {FRAME_MS}",
            values["p99"] < FRAME_MS,
        )

    def loop(self, values: Result) -> None:
        self.say(
            "  event loop, lateness of a 5 ms timer",
            f"p99 {values['p99']:.1f}  max {values['max']:.1f} ms",
            f"{values['stalls']} stalls > {STALL_MS} ms, none allowed",
            values["stalls"] == 0,
        )


def measure(folder: Path, encrypted: bool, messages: int, runs: int) -> int:
    """Take all figures of one kind of store and print them; how many targets were missed."""
    report = Report()
    print(f"\n{messages:,} open messages, {'SQLCipher' if encrypted else 'plain SQLite'}")
    # In turn, so that a busy moment of the machine falls on all alike.
    floors, loads, paints = [], [], []
    for _ in range(runs):
        floors.append(part("floor-window", folder, encrypted))
        loads.append(part("floor-load", folder, encrypted))
        paints.append(part("first-paint", folder, encrypted))
    floor = statistics.median(each["ms"] for each in floors)
    load = statistics.median(each["ms"] for each in loads)
    paint = statistics.median(each["ms"] for each in paints)
    report.say("First paint (median of runs)", f"{runs} runs")
    report.say("  floor: an empty QTableView, painted", f"{floor:.1f} ms")
    report.say(
        "  floor: raw driver, all the same rows", f"{load:.0f} ms", f"{loads[0]['rows']} rows"
    )
    report.say(
        "  store open to real rows painted",
        f"{paint:.1f} ms",
        f"+{paint - floor:.0f} ms over the window, < {FIRST_PAINT_MS}",
        paint - floor < FIRST_PAINT_MS,
    )
    worst = max(each["ms"] for each in paints)
    report.say("  … worst run", f"{worst:.1f} ms", f"{paint / load:.2f} × the raw load (median)")

    still = part("floor-loop", folder, encrypted)
    report.say("Floor: an empty QTableView painted at 60 Hz", "")
    for what, values in (("frames", still["frames"]), ("lateness of a 5 ms timer", still["loop"])):
        report.say(f"  {what}", f"p99 {values['p99']:.1f}  max {values['max']:.1f} ms")

    scroll = part("scrolling", folder, encrypted)
    report.say("Scrolling at 60 Hz", "")
    for order in ("by subject", "by deadline"):
        report.frames(f"wheel, {order}", scroll[f"wheel, {order}"])
        report.frames(f"jumps, {order}", scroll[f"jumps, {order}"])
        filled = scroll[f"filled, {order}"]
        report.say(
            "  … « … » to rows after a jump",
            f"p50 {filled['p50']:.0f}  max {filled['max']:.0f} ms",
            f"{filled['count']} jumps, {filled['unfilled']} passed by unfilled",
        )
    report.loop(scroll["loop"])

    sync = part("syncing", folder, encrypted)
    report.say(
        f"{CHANGES:,} changes synced, {ROUNDS} times, wheel turning", f"{sync['seconds']:.2f} s"
    )
    report.frames("frames meanwhile", sync["frames"])
    report.loop(sync["loop"])

    empty = statistics.median(each["memory_mb"] for each in floors)
    shown = statistics.median(each["memory_mb"] for each in paints)
    report.say("Memory (resident)", f"{empty:.0f} MB", "floor: the empty window's process")
    for what, value in (
        ("  after the first paint", shown),
        ("  after scrolling all about", scroll["memory_mb"]),
        ("  after syncing", sync["memory_mb"]),
        ("  raw driver holding every row", statistics.median(each["memory_mb"] for each in loads)),
    ):
        report.say(what, f"{value:.0f} MB", f"+{value - empty:.0f} MB")
    return report.missed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--plain", action="store_true", help="measure the unencrypted store too")
    parser.add_argument("--runs", type=int, default=5, help="of the first paint and its floors")
    parser.add_argument("--keep", type=Path, help="folder that keeps the prepared stores")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (arguments.keep or Path(temporary)).resolve()
        prepare(folder, arguments.messages)
        kinds = (True, False) if arguments.plain else (True,)
        missed = sum(measure(folder, kind, arguments.messages, arguments.runs) for kind in kinds)
    print(f"\n{'every target holds' if not missed else f'{missed} targets missed'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
