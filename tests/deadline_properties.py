"""What is true of every deadline.

python -m tests.deadline_properties              100,000 random questions
python -m tests.deadline_properties --cases 500  fewer
"""

import argparse
import sys
import time
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from portal.deadlines.engine import (
    Kind,
    LineKind,
    Pause,
    due_instant,
    explain,
    is_counting,
    thresholds,
    used_between,
)
from portal.deadlines.engine.ledger import Line
from tests.support.deadline_cases import Case, cases, due_by_the_minute

CASES = 100_000
ZERO = timedelta(0)


def due(case: Case):
    return due_instant(case.policy, case.start, case.budget, case.pauses)


def check(case: Case, more: timedelta, later: timedelta, place: float) -> None:
    """Hold every property for one question.

    Args:
        more: added to the budget; later: added to the start.
        place: where, from 0 to 1, a pause is split and a holiday falls.
    """
    found = due(case)
    assert found == due_by_the_minute(case), "minutes counted one by one say otherwise"
    assert used_between(case.policy, case.start, found, case.pauses) == case.budget
    assert due(replace(case, budget=case.budget + more)) >= found, "more budget, due earlier"
    assert due(replace(case, start=case.start + later)) >= found, "later start, due earlier"
    _warnings(case, found)
    _holiday(case, found, place)
    _split(case, found, place)
    _ledger(case, found)


def _warnings(case: Case, found) -> None:
    shares = thresholds(case.policy, case.start, case.budget, case.pauses)
    assert shares.due == found
    assert shares.half <= shares.three_quarters <= shares.nine_tenths <= found
    for percent, at in ((50, shares.half), (75, shares.three_quarters), (90, shares.nine_tenths)):
        used = used_between(case.policy, case.start, at, case.pauses)
        assert used * 100 == case.budget * percent


def _holiday(case: Case, found, place: float) -> None:
    day = (case.start + (found - case.start) * place).date()
    closed = replace(case.rules, closures=(*case.rules.closures, (day, "")))
    assert due(replace(case, rules=closed)) >= found, "a holiday brought the due instant nearer"


def _split(case: Case, found, place: float) -> None:
    pieces = []
    for pause in case.pauses:
        middle = pause.start + (pause.end - pause.start) * place
        pieces += [Pause(middle, pause.end), Pause(pause.start, middle)]
    assert due(replace(case, pauses=tuple(pieces))) == found, "splitting a pause changed something"


def _ledger(case: Case, found) -> None:
    lines: list[Line] = explain(case.policy, case.start, case.budget, found, case.pauses)
    at = case.start
    left = case.budget
    for line in lines:
        assert line.start == at < line.end
        at, left = line.end, left - line.counted
        assert line.left == left
        assert line.counted == (line.end - line.start if line.kind is LineKind.OPEN else ZERO)
        if line.kind is not LineKind.PAUSE:
            middle = line.start + (line.end - line.start) / 2
            assert is_counting(case.policy, middle) == (line.kind is LineKind.OPEN)
    assert at == found
    assert left == ZERO
    if case.rules.kind is Kind.CALENDAIRE:
        assert all(line.kind in (LineKind.OPEN, LineKind.PAUSE) for line in lines)


questions = {
    "case": cases(),
    "more": st.timedeltas(ZERO, timedelta(hours=30)),
    "later": st.timedeltas(ZERO, timedelta(hours=30)),
    "place": st.floats(0, 1),
}


def run(cases_wanted: int, random_seed: int) -> None:
    """Hold every property for so many random questions.

    Raises:
        AssertionError: one of them does not hold; hypothesis prints the smallest question.
    """
    quick = settings(
        max_examples=cases_wanted,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    seed(random_seed)(quick(given(**questions)(check)))()


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.deadline_properties")
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    began = time.process_time()
    run(options.cases, options.seed)
    spent = time.process_time() - began
    print(f"{options.cases} random questions, every property held ({spent:.0f} s of processor)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
