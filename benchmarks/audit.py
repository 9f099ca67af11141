"""What the audit chain costs the writers of one caisse, beside the feed that they wait for anyway.

    .venv/bin/python -m benchmarks.audit

Eight writers on a real PostgreSQL (with fsync), each transaction one act upon an exchange of its
own: told to the feed only (the floor), recorded in the trail and told to the feed, recorded only (a
reading).
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from threading import Thread as Worker

import django
from django.core.management import call_command

from tests.support.postgres import PostgresServer

RATIO_TARGET = 2.0
"""The chain is held no longer than the feed is: at worst the writers wait twice as long."""


def main() -> int:
    """Print the rates; 1 when the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=5.0, help="of each measure")
    parser.add_argument("--writers", type=int, default=8)
    options = parser.parse_args()
    with PostgresServer(durable=True) as server:
        os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings"
        os.environ["PORTAL_DATABASE_URL"] = server.create("audit")
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        return _measure(options.writers, options.seconds)


def _measure(writers: int, seconds: float) -> int:
    from django.db import transaction

    from portal.audit import trail
    from portal.audit.verifying import verify
    from portal.messaging.feed import record_change
    from tests.support.api_world import build_world

    world = build_world()
    threads = [world.send() for _ in range(writers)]
    caisse = world.claire.caisse

    def told(number: int) -> None:
        with transaction.atomic():
            record_change(threads[number], "claimed")

    def recorded_and_told(number: int) -> None:
        with transaction.atomic():
            trail.record("thread.claimed", actor=None, caisse=caisse, thread_id=number)
            record_change(threads[number], "claimed")

    def recorded(number: int) -> None:
        trail.record("thread.read", actor=None, caisse=caisse, thread_id=number)

    floor = _rate(told, writers, seconds)
    both = _rate(recorded_and_told, writers, seconds)
    reading = _rate(recorded, writers, seconds)
    print(f"floor: told to the feed           {floor:8.0f} a second")
    print(f"recorded and told                 {both:8.0f} a second, {floor / both:.2f} × the floor")
    print(f"recorded only (a reading)         {reading:8.0f} a second")
    broken = [found for found in verify() if found.broken]
    good = floor / both <= RATIO_TARGET and not broken
    print(f"{'ok' if good else 'FAIL'}: at most {RATIO_TARGET} ×, and the chain is whole")
    return 0 if good else 1


def _rate(act: Callable[[int], None], writers: int, seconds: float) -> float:
    from django.db import connection

    end = time.monotonic() + seconds
    done = [0] * writers

    def write(number: int) -> None:
        try:
            while time.monotonic() < end:
                act(number)
                done[number] += 1
        finally:
            connection.close()

    workers = [Worker(target=write, args=(number,)) for number in range(writers)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sum(done) / seconds


if __name__ == "__main__":
    sys.exit(main())
