"""Every benchmark, one after the other; what each shows and its goal stand in README.md.

    python -m benchmarks                     all of them
    python -m benchmarks inbox store         these alone
    python -m benchmarks --keep build/benchmarks

Each runs in a process of its own, with nothing beside it. Exit code 1 when one missed a goal or
could not run.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

BENCHMARKS: dict[str, tuple[str, ...]] = {
    "startup": ("benchmarks.startup",),
    "inbox": ("benchmarks.inbox",),
    "store": ("benchmarks.store",),
    "search": ("benchmarks.search",),
    "writing": ("benchmarks.writing",),
    "guard": ("benchmarks.guard",),
    "keystrokes": ("benchmarks.keystrokes",),
    "deadlines": ("benchmarks.deadlines",),
    "firing": ("benchmarks.deadlines", "--firing"),
    "forecast": ("benchmarks.forecast",),
    "audit": ("benchmarks.audit",),
    "supervision": ("benchmarks.supervision",),
    "load": ("benchmarks.load",),
}
"""Name → module and arguments. Those of desk first: they suffer most from what runs before them."""

KEEP_STORES = frozenset({"inbox", "store", "search"})
"""They prepare stores of 100,000 messages, which take minutes to make."""


def run(name: str, stores: Path) -> int:
    """One benchmark, printing as it goes; its exit code."""
    module, *arguments = BENCHMARKS[name]
    if name in KEEP_STORES:
        # A folder each: they do not prepare the same stores.
        arguments += ["--keep", str(stores / name)]
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        check=False,
    ).returncode


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=f"of {', '.join(BENCHMARKS)}")
    parser.add_argument("--keep", type=Path, help="folder that keeps the prepared stores")
    options = parser.parse_args()
    unknown = set(options.names) - BENCHMARKS.keys()
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    codes: dict[str, tuple[int, float]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        stores = (options.keep or Path(temporary)).resolve()
        for name in options.names or BENCHMARKS:
            print(f"\n=== {name}", flush=True)
            began = time.monotonic()
            codes[name] = run(name, stores), time.monotonic() - began
    print("\n=== all")
    for name, (code, took) in codes.items():
        words = {0: "ran, no goal missed", 1: "GOAL MISSED"}.get(code, f"DID NOT RUN ({code})")
        print(f"{name:10} {took:7.0f} s   {words}")
    return 1 if any(code for code, _ in codes.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
