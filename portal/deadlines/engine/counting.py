"""The questions asked of a policy: when is it due, how much is used, when are the warnings.

Instants are aware; answers are in UTC. A reply published at the very due instant keeps the
promise (product.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from portal.deadlines.engine.instants import MICROSECOND, from_us, to_us
from portal.deadlines.engine.opening import NeverOpens, Opening
from portal.deadlines.engine.pauses import Pause, joined
from portal.deadlines.engine.policy import Policy

THRESHOLDS = (50, 75, 90)
"""Hundredths of the budget whose use is a warning."""


class InvalidQuestion(ValueError):
    """A negative budget, or an instant without a zone."""


@dataclass(frozen=True)
class Thresholds:
    """The instants at which a share of the budget is used, and the due instant.

    The breach itself is strictly after `due`; equal is kept.
    """

    half: datetime
    three_quarters: datetime
    nine_tenths: datetime
    due: datetime


def due_instant(
    policy: Policy, start: datetime, budget: timedelta, pauses: Sequence[Pause] = ()
) -> datetime:
    """Return the instant at which a budget begun at `start` is used up.

    A budget that ends exactly at closing is due at closing; a budget of zero begun while nothing
    counts is due when something next does.

    Raises:
        InvalidQuestion: `start` has no zone, or `budget` is negative.
        NeverOpens: the budget is never used up.
    """
    began, wanted = _question(start, budget)
    return _instant(_due(policy.opening, began, wanted, joined(pauses)))


def used_between(
    policy: Policy, start: datetime, instant: datetime, pauses: Sequence[Pause] = ()
) -> timedelta:
    """Return how much was counted from `start` to `instant`; zero before `start`.

    Raises:
        InvalidQuestion: an instant has no zone.
    """
    began, _ = _question(start, timedelta(0))
    until, _ = _question(instant, timedelta(0))
    counted = policy.opening.between(began, until)
    for pause_start, pause_end in joined(pauses):
        counted -= policy.opening.between(max(began, pause_start), min(until, pause_end))
    return timedelta(microseconds=counted)


def thresholds(
    policy: Policy, start: datetime, budget: timedelta, pauses: Sequence[Pause] = ()
) -> Thresholds:
    """Return the instants of the warnings and the due instant.

    A share that is no whole number of microseconds is rounded up to the next one.

    Raises:
        InvalidQuestion: `start` has no zone, or `budget` is negative.
        NeverOpens: the budget is never used up.
    """
    began, wanted = _question(start, budget)
    paused = joined(pauses)
    half, three_quarters, nine_tenths, due = (
        _instant(_due(policy.opening, began, -(-wanted * percent // 100), paused))
        for percent in (*THRESHOLDS, 100)
    )
    return Thresholds(half, three_quarters, nine_tenths, due)


def is_counting(policy: Policy, instant: datetime) -> bool:
    """Whether time counts at `instant`, pauses apart."""
    at = to_us(instant)
    try:
        return policy.opening.next_open(at) == at
    except NeverOpens:
        return False


def _question(start: datetime, budget: timedelta) -> tuple[int, int]:
    if start.tzinfo is None:
        raise InvalidQuestion("the start of a promise must be an aware instant")
    if budget < timedelta(0):
        raise InvalidQuestion("a promise cannot have a negative budget")
    return to_us(start), budget // MICROSECOND


def _instant(microseconds: int) -> datetime:
    try:
        return from_us(microseconds)
    except OverflowError:
        raise NeverOpens("the budget ends after the last year that can be written") from None


def _due(opening: Opening, start: int, budget: int, paused: Sequence[tuple[int, int]]) -> int:
    position, left = start, budget
    for pause_start, pause_end in paused:
        if pause_start > position:
            if left == 0:
                first = opening.next_open(position)
                if first < pause_start:
                    return first
            available = opening.between(position, pause_start)
            if 0 < left <= available:
                break
            left -= available
        position = max(position, pause_end)
    return opening.advance(position, left) if left else opening.next_open(position)
