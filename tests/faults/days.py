"""Many days of faults: ``python -m tests.faults.days --runs 1000 --jobs 2``; one alone:
``python -m tests.faults.days --seed 17``.

One portal process and one database serve all the days of a job; each day has a caisse, agents and
messages of its own. The waits between tries are shortened, so that a day takes seconds.
"""

import argparse
import itertools
import json
import math
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from PySide6.QtCore import QCoreApplication

from tests.faults.tally import Tally
from tests.support.waiting import comes_true

ROOT = Path(__file__).resolve().parents[2]
UNDO_SECONDS = "2"


@contextmanager
def short_waits() -> Iterator[None]:
    """The program's own waits, forty times shorter; what they wait for stays real."""
    with (
        mock.patch("desk.services.outcomes.FIRST_RETRY_S", 0.05),
        mock.patch("desk.services.outcomes.LONGEST_RETRY_S", 1.0),
        mock.patch("desk.services.follower.FIRST_RETRY_S", 0.05),
        mock.patch("desk.services.follower.LONGEST_RETRY_S", 0.5),
        mock.patch("desk.services.drafts.SAVE_AFTER_MS", 40),
    ):
        yield


def days(seeds: Iterable[int], folder: Path, portal_url: str) -> Iterator[Tally]:
    """The result of each seed's day, one after the other. Django must be set up."""
    from tests.faults.day import Day

    with short_waits():
        for seed in seeds:
            day = Day(str(seed), folder / f"day-{seed}", portal_url)
            running = day.run()
            while True:
                try:
                    condition, seconds = next(running)
                except StopIteration as ended:
                    yield ended.value
                    break
                comes_true(condition, seconds)


def work(seeds: list[int], until: float) -> int:
    """One job: a portal, its days, a line of JSON for each. `until`: of the monotonic clock, after
    which no new day begins.
    """
    import django

    django.setup()
    from tests.support.databases import using
    from tests.support.portal_process import running_portal

    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    with (
        tempfile.TemporaryDirectory() as folder,
        running_portal(
            Path(folder) / "portal",
            PORTAL_UNDO_SECONDS=UNDO_SECONDS,
            PORTAL_API_CALLS_PER_MINUTE="100000",
        ) as portal,
        using(portal.database_url),
    ):
        asked = itertools.takewhile(lambda _: time.monotonic() < until, seeds)
        for tally in days(asked, Path(folder), portal.url):
            print(json.dumps(vars(tally)), flush=True)
    del application
    return 0


def drive(seeds: list[int], jobs: int, minutes: float | None = None) -> Tally:
    """Share the seeds out among processes; what they found, summed. After `minutes` no new day
    begins.
    """
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "QT_QPA_PLATFORM": "offscreen",
        "PORTAL_LOG_LEVEL": "ERROR",
    }
    until = [] if minutes is None else ["--until", str(time.monotonic() + 60 * minutes)]
    working = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.faults.days",
                *until,
                "--work",
                *map(str, seeds[job::jobs]),
            ],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        for job in range(min(jobs, len(seeds)))
    ]
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()

    def read(process: "subprocess.Popen[str]") -> None:
        assert process.stdout is not None
        with process.stdout as said:
            for line in said:
                lines.put(line)
        lines.put(None)

    for process in working:
        threading.Thread(target=read, args=(process,), daemon=True).start()
    total, ended = Tally(), 0
    while ended < len(working):
        line = lines.get()
        if line is None:
            ended += 1
            continue
        tally = Tally(**json.loads(line))
        total.add(tally)
        if not tally.fine:
            print("a day:", *tally.lines(), sep="\n  ", flush=True)
        if total.runs % 25 == 0:
            print(f"{total.runs} days", file=sys.stderr, flush=True)
    for process in working:
        if process.wait(60):
            total.problems.append(f"a job ended with {process.returncode}")
    return total


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--seed", type=int, help="this one alone")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--minutes", type=float, help="begin no new day after this long")
    parser.add_argument("--until", type=float, default=math.inf, help=argparse.SUPPRESS)
    parser.add_argument("--work", type=int, nargs="*", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.work is not None:
        return work(chosen.work, chosen.until)
    seeds = (
        [chosen.seed]
        if chosen.seed is not None
        else list(range(chosen.first, chosen.first + chosen.runs))
    )
    began = time.monotonic()
    total = drive(seeds, chosen.jobs, chosen.minutes)
    print("\n".join(total.lines()))
    print(f"{time.monotonic() - began:.0f} s")
    print("nothing was lost, nothing was sent twice" if total.fine else "FAILED")
    return 0 if total.fine else 1


if __name__ == "__main__":
    sys.exit(main())
