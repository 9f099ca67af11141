"""The board over many stored and open messages on PostgreSQL: p95 of each part, and on desk.

    python -m benchmarks.supervision [--messages 1000000] [--open 100000] [--times 40]

Wall time with the database on the same machine, and the processor time of this process apart from
the database's. Goal: under 100 ms each, and no full scan of what is stored.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import django

GOAL_MS = 100.0
FEED = "of this run"
LATER = timedelta(minutes=30)
"""Until the second board that desk is shown: nearly every figure is another."""
CHANGES = 100
"""Recorded between two looks: what a busy caisse does in half a minute."""


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", "--stored", type=int, default=1_000_000, help="stored in all")
    parser.add_argument("--open", type=int, help="of them; by default one in ten")
    parser.add_argument("--times", type=int, default=40)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()

    from tests.support.databases import PostgresDatabases, using
    from tests.support.postgres import PostgresServer

    with ExitStack() as stack:
        server = stack.enter_context(PostgresServer())
        stack.enter_context(using(PostgresDatabases(server).new()))
        open_messages = options.messages // 10 if options.open is None else options.open
        missed = _measure(options.messages, open_messages, options.times)
    sys.exit(1 if missed else 0)


def _measure(stored: int, open_messages: int, times: int) -> int:
    """Fill, measure each part, print; return how many missed the goal."""
    from datetime import UTC, datetime

    from django.db import connection, transaction
    from django.test.utils import CaptureQueriesContext
    from pydantic_core import to_json

    from benchmarks.supervision_world import fill
    from portal.api.supervision_shape import board_shape
    from portal.messaging.feed import record_changes
    from portal.supervision.board import Grouping, board
    from portal.supervision.figures import Figure, open_threads
    from portal.supervision.finding import Wanted, find
    from portal.supervision.open_sets import OpenSets
    from portal.supervision.team import members
    from tests.support.api_world import build_world

    world = build_world()
    began = time.perf_counter()

    def told(written: int) -> None:
        print(f"  {written:,} written, {time.perf_counter() - began:.0f} s", flush=True)

    fill(world, stored, open_messages, told)
    caisse = world.sylvie.caisse
    print(f"{stored:,} stored, {open_messages:,} of them open", flush=True)

    def now() -> datetime:
        return datetime.now(UTC)

    def drill(figure: Figure, by: Grouping | None = None, key: str = "") -> Callable[[], object]:
        return lambda: find(caisse.pk, Wanted(figure, by, key), now(), None, 200)

    kept = OpenSets()
    began = time.perf_counter()
    kept.of(caisse.pk, FEED)
    print(
        f"what is open, read by a process for its first board: {time.perf_counter() - began:.2f} s"
    )
    open_ids = list(open_threads(caisse.pk).values_list("pk", flat=True)[:CHANGES])

    def others_work() -> None:
        with transaction.atomic():
            record_changes(caisse.pk, open_ids, "claimed")

    parts: dict[str, Callable[[], object]] = {
        f"the board, {CHANGES} changes later": lambda: board(
            caisse, now(), kept.of(caisse.pk, FEED)
        ),
        "who is there": lambda: members(caisse.pk, now()),
        **{f"behind {figure}": drill(figure) for figure in Figure},
        "behind open, a team": drill(Figure.OPEN, Grouping.TEAM, "sante"),
        "behind open, a thème": drill(Figure.OPEN, Grouping.THEME, "sante"),
        "behind open, an agent": drill(Figure.OPEN, Grouping.AGENT, str(world.karim.pk)),
    }
    goals_missed = 0
    for name, part in parts.items():
        part()
        spent, computed = [], []
        for _ in range(times):
            others_work()
            began, busy = time.perf_counter(), time.process_time()
            part()
            spent.append((time.perf_counter() - began) * 1e3)
            computed.append((time.process_time() - busy) * 1e3)
        others_work()
        with CaptureQueriesContext(connection) as queries:
            part()
        spent.sort()
        computed.sort()
        p95 = spent[min(len(spent) - 1, len(spent) * 95 // 100)]
        slowest = max(float(query["time"]) for query in queries) * 1e3
        goals_missed += p95 >= GOAL_MS
        missed = "" if p95 < GOAL_MS else "  goal missed"
        print(
            f"{name:32} p50 {spent[len(spent) // 2]:7.1f} ms   p95 {p95:7.1f} ms   "
            f"computing {computed[len(computed) // 2]:6.1f} ms   "
            f"{len(queries)} queries, the slowest {slowest:.0f} ms{missed}",
            flush=True,
        )
    at = now()
    shown = [board(caisse, each, kept.of(caisse.pk, FEED)) for each in (at, at + LATER)]
    return goals_missed + _on_desk([to_json(board_shape(each)) for each in shown], times)


def _on_desk(answers: list[bytes], times: int) -> int:
    """The same board and that of half an hour later, shown by desk in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"board-{number}.json" for number in range(len(answers))]
        for path, content in zip(paths, answers, strict=True):
            path.write_bytes(content)
        command = [sys.executable, "-m", "benchmarks.board_refresh", "--times", str(times)]
        return subprocess.run([*command, *map(str, paths)], check=False).returncode


if __name__ == "__main__":
    main()
