"""The forecast replayed day by day on a simulated quarter, beside « as last week ».

    python -m benchmarks.forecast [--seed 1] [--weeks 13] [--days 7] [--runs 50]

Eight weeks are lived first, to be learned from. Then, each morning, the deadlines that will break
on each of the coming days are predicted from what is known, and held against what broke. The
naive forecast of a day is what broke on the same weekday of the last week that is over. The
quarter (`tests.support.quarter`) has a season, announced and unannounced absences, and a week
that brings one team twice as much, which nothing of the past tells.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean
from time import process_time

from portal.deadlines.engine import Kind
from portal.forecast.engine import forecast
from tests.support.quarter import Quarter, live

LEARNED_WEEKS = 8
FIRST = date(2026, 3, 2)
GOAL = 0.8
"""At most this part of the naive forecast's error."""


@dataclass(frozen=True)
class Guess:
    """One day as it was foretold, so many days ahead, and as it came."""

    day: date
    ahead: int
    foretold: float
    low: int
    high: int
    naive: float
    came: int


def replay(quarter: Quarter, days: int, runs: int, every: int = 1) -> list[Guess]:
    """Forecast on each (`every`-th) morning after the weeks that are learned from."""
    came = quarter.broken_by_day()
    begin = quarter.first + timedelta(weeks=LEARNED_WEEKS)
    end = quarter.first + timedelta(weeks=quarter.weeks)
    found = []
    for n in range(0, (end - begin).days - days + 1, every):
        morning = begin + timedelta(days=n)
        for ahead, each in enumerate(forecast(quarter.question(morning, days, runs)).days):
            before = each.day - timedelta(days=7 if ahead < 7 else 14)
            found.append(
                Guess(
                    each.day,
                    ahead,
                    each.broken.mean,
                    each.broken.low,
                    each.broken.high,
                    came.get(before, 0),
                    came.get(each.day, 0),
                )
            )
    return found


def errors(guesses: Sequence[Guess]) -> tuple[float, float]:
    """Mean absolute error of the forecast and of the naive one, in deadlines a day."""
    return (
        fmean(abs(each.foretold - each.came) for each in guesses),
        fmean(abs(each.naive - each.came) for each in guesses),
    )


def main() -> None:
    """Live, replay, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--weeks", type=int, default=13)
    parser.add_argument("--days", type=int, default=7)
    parser.add_argument("--runs", type=int, default=50)
    options = parser.parse_args()
    missed = False
    for kind in (Kind.OUVREES, Kind.CALENDAIRE):
        burst = LEARNED_WEEKS + options.weeks * 2 // 3
        quarter = live(options.seed, FIRST, LEARNED_WEEKS + options.weeks, burst, kind)
        began = process_time()
        guesses = replay(quarter, options.days, options.runs)
        spent = process_time() - began
        broken = fmean(quarter.broken_by_day().get(each.day, 0) for each in guesses)
        print(
            f"{kind}: {len(quarter.messages):,} messages, {broken:.1f} deadlines broken a day; "
            f"{len(guesses) // options.days} mornings, {spent:.0f} s of a processor"
        )
        if _tell("all days", guesses):
            missed = True
            print(f"  goal missed: {GOAL} of it at most")
        for ahead in range(options.days):
            _tell(f"  {ahead} days ahead", [each for each in guesses if each.ahead == ahead])
        week = quarter.first + timedelta(weeks=burst)
        inside = [each for each in guesses if week <= each.day < week + timedelta(days=9)]
        _tell("  the burst", inside)
        within = fmean(each.low <= each.came <= each.high for each in guesses)
        print(f"  {within:.0%} of the days came between the bounds (80 % are meant to)\n")
    sys.exit(1 if missed else 0)


def _tell(what: str, guesses: Sequence[Guess]) -> bool:
    if not guesses:
        return False
    ours, naive = errors(guesses)
    ratio = ours / naive if naive else float("inf")
    print(f"{what:18} error {ours:6.2f} a day, as last week {naive:6.2f}: {ratio:.2f} of it")
    return ratio > GOAL


if __name__ == "__main__":
    main()
