"""100,000 open messages and the worker's thread that writes their warnings."""

import threading
import time
from datetime import timedelta

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from portal.deadlines.firing import fire_due
from portal.deadlines.models import Clock, DeadlineEvent
from portal.deadlines.watching import watch
from portal.messaging.models import Thread
from tests.support.api_world import build_world

DUE_SECONDS = 20
"""The warnings of the run fall within so many seconds."""
DUE = 1000


def run(open_messages: int, patience: float) -> None:
    """Fill, watch, and print."""
    call_command("migrate", verbosity=0, interactive=False)
    _fill(open_messages)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{Clock.objects.filter(next_threshold_at__isnull=False).count():,} running clocks")
    began = time.process_time()
    for _ in range(200):
        fire_due()
    idle = (time.process_time() - began) / 200
    print(f"a look that finds nothing due: {idle * 1e3:.2f} ms of processor")
    _print_plan()

    first = timezone.now() + timedelta(seconds=2)
    soon = list(Clock.objects.order_by("-pk").values_list("pk", flat=True)[:DUE])
    for place, pk in enumerate(soon):
        at = first + timedelta(seconds=DUE_SECONDS * place / DUE)
        Clock.objects.filter(pk=pk).update(warn_50_at=at, next_threshold_at=at)
    stopping = threading.Event()
    worker = threading.Thread(target=watch, args=(stopping,))
    worker.start()
    until = time.monotonic() + patience + DUE_SECONDS
    while time.monotonic() < until and DeadlineEvent.objects.count() < DUE:
        stopping.wait(0.5)
    stopping.set()
    worker.join()
    late = sorted(
        (recorded - at).total_seconds()
        for recorded, at in DeadlineEvent.objects.values_list("recorded_at", "at")
    )
    print(f"{len(late)} of {DUE} warnings written, each once")
    if late:
        print(
            f"behind their instants: p50 {late[len(late) // 2] * 1e3:.0f} ms, "
            f"p99 {late[len(late) * 99 // 100] * 1e3:.0f} ms, worst {late[-1] * 1e3:.0f} ms"
        )


def _fill(open_messages: int) -> None:
    """One message the ordinary way, and its like in the database."""
    thread = build_world().send()
    columns = [
        field.column
        for field in Thread._meta.concrete_fields
        if field.column not in ("id", "reference", "submission_key")
    ]
    names = ", ".join(f'"{name}"' for name in columns)
    clock = ", ".join(
        f'c."{field.column}"'
        for field in Clock._meta.concrete_fields
        if field.column != "thread_id"
    )
    clock_names = clock.replace("c.", "")
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO messaging_thread (reference, submission_key, {names}) "
            f"SELECT 'B-' || n, gen_random_uuid(), {names} "
            "FROM messaging_thread, generate_series(2, %s) n WHERE id = %s",
            [open_messages, thread.pk],
        )
        cursor.execute(
            f"INSERT INTO deadlines_clock (thread_id, {clock_names}) "
            f"SELECT t.id, {clock} FROM messaging_thread t, deadlines_clock c "
            "WHERE c.thread_id = %s AND t.id <> %s",
            [thread.pk, thread.pk],
        )
        # Spread over the day to come, as messages are.
        cursor.execute(
            "UPDATE deadlines_clock SET next_threshold_at = now() + interval '1 hour' "
            "+ thread_id * interval '0.8 second', "
            "warn_50_at = now() + interval '1 hour' + thread_id * interval '0.8 second'"
        )


def _print_plan() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "EXPLAIN SELECT thread_id FROM deadlines_clock WHERE next_threshold_at < now() "
            "ORDER BY next_threshold_at LIMIT 1000 FOR NO KEY UPDATE SKIP LOCKED"
        )
        plan = "\n".join(row[0] for row in cursor.fetchall())
    print("by the index" if "clock_next_threshold" in plan else f"NOT BY THE INDEX:\n{plan}")
