"""Deadlines: how fast they are computed, and how punctually their warnings are written.

python -m benchmarks.deadlines             the engine, beside a loop over minutes
python -m benchmarks.deadlines --firing    100,000 open messages on PostgreSQL, one worker
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from portal.deadlines.engine import (
    Kind,
    Policy,
    Rules,
    due_instant,
    policy_of,
    read_weekly,
    used_between,
)
from portal.deadlines.engine.holidays import holidays_of

HOURS = read_weekly("mon-fri 08:30-12:15,13:30-16:30")
ZONE = ZoneInfo("Europe/Paris")
START = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
FIRST_YEAR = 2020
MINUTE = timedelta(minutes=1)
OPEN = 100_000
RUN_SECONDS = 30.0


def closures(years: int) -> tuple[tuple[date, str], ...]:
    """France's public holidays of so many years, given one by one."""
    return tuple(
        (day, name)
        for year in range(FIRST_YEAR, FIRST_YEAR + years)
        for day, name in holidays_of("FR", year).items()
    )


def rules(years: int) -> Rules:
    return Rules(Kind.HEURES, week=HOURS, closures=closures(years))


def by_the_minute(asked: Rules, start: datetime, budget: timedelta) -> datetime:
    """The naive way: look at each minute."""
    closed = dict(asked.closures)
    left = budget // MINUTE
    instant = start
    while left:
        local = instant.astimezone(ZONE)
        second = local.hour * 3600 + local.minute * 60
        if local.date() not in closed and any(
            begin <= second < end for begin, end in asked.week[local.weekday()]
        ):
            left -= 1
        instant += MINUTE
    return instant


def seconds_each(call: Callable[[], object], least: float = 0.3) -> float:
    """Processor time of one call, from as many as fill `least` seconds."""
    calls = 0
    began = time.process_time()
    while (spent := time.process_time() - began) < least:
        call()
        calls += 1
    return spent / calls


def engine() -> None:
    """Print due instants a second beside the loop's, and the cost by years of holidays."""
    asked = rules(15)
    policy: Policy = policy_of(asked)
    print("due instants per second of processor, opening hours, 15 years of holidays")
    print(f"{'span':>10} {'by the minute':>15} {'engine':>12} {'ratio':>10}")
    for days in (1, 10, 365):
        budget = counted_in(policy, days)
        assert by_the_minute(asked, START, budget) == due_instant(policy, START, budget)
        slow = seconds_each(lambda: by_the_minute(asked, START, budget))  # noqa: B023
        fast = seconds_each(lambda: due_instant(policy, START, budget))  # noqa: B023
        print(f"{days:>7} d  {1 / slow:>15,.1f} {1 / fast:>12,.0f} {slow / fast:>9,.0f}x")
    print("\ncost of a call of 10 days, by years of holidays")
    base = 0.0
    for years in (1, 15, 150):
        policy = policy_of(rules(years))
        budget = counted_in(policy, 10)
        due_instant(policy, START, budget)
        each = seconds_each(lambda: due_instant(policy, START, budget))  # noqa: B023
        base = base or each
        print(f"{years:>7} y  {each * 1e6:>10.2f} µs {each / base:>9.2f}x")


def counted_in(policy: Policy, days: int) -> timedelta:
    """A budget that takes at least so many days from `START`."""
    used = used_between(policy, START, START + timedelta(days=days))
    return max(used, timedelta(hours=1))


def firing() -> None:
    """Print how late warnings are written with 100,000 open messages, some 50 due each second."""
    from tests.support.postgres import PostgresServer

    with PostgresServer() as server:
        os.environ["PORTAL_DATABASE_URL"] = server.create("benchmark")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
        import django

        django.setup()
        from benchmarks.deadlines_firing import run

        run(OPEN, RUN_SECONDS)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.deadlines")
    parser.add_argument("--firing", action="store_true", help="the warnings, on PostgreSQL")
    options = parser.parse_args(arguments)
    if options.firing:
        firing()
    else:
        engine()
    return 0


if __name__ == "__main__":
    sys.exit(main())
