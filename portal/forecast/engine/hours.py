"""The horizon cut into slots, and how much of each is worked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from portal.deadlines.engine.instants import SECOND, local_us, to_us
from portal.forecast.engine.question import ExtraOpening, Pool, Question

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SLOT_SECONDS = 900


@dataclass(frozen=True)
class Horizon:
    """Slots from the present instant to a local midnight.

    Attributes:
        edges: in seconds since the epoch, one more than there are slots.
        days: the local days.
        midnights: where each day but the first begins, and the end.
        day_of_slot: index of the day in which each slot begins.
        open_seconds: worked seconds of each slot, by the calendar.
        extra: of each extra opening, its worked seconds by slot.
    """

    edges: Floats
    days: list[date]
    midnights: Floats
    day_of_slot: Ints
    open_seconds: Floats
    extra: list[tuple[ExtraOpening, Floats]]

    @property
    def slots(self) -> int:
        return len(self.day_of_slot)

    def day_of(self, seconds: Floats) -> Ints:
        """The index of the day of instants within the horizon."""
        return np.searchsorted(self.midnights[:-1], seconds, side="right").astype(np.int64)


def horizon_of(question: Question) -> Horizon:
    """Cut the days of a question into slots; the first and the last may be shorter."""
    zone, at = question.zone, question.at
    first = at.astimezone(zone).date()
    days = [first + timedelta(days=n) for n in range(question.days)]
    midnights = np.array(
        [local_us(day + timedelta(days=1), 0, zone) / SECOND for day in days], dtype=np.float64
    )
    start = to_us(at) / SECOND
    inner = np.arange((start // SLOT_SECONDS + 1) * SLOT_SECONDS, midnights[-1], SLOT_SECONDS)
    edges = np.concatenate(([start], inner, [midnights[-1]]))
    day_of_slot = np.searchsorted(midnights[:-1], edges[:-1], side="right").astype(np.int64)
    return Horizon(
        edges=edges,
        days=days,
        midnights=midnights,
        day_of_slot=day_of_slot,
        open_seconds=_open_seconds(question.hours.opening.between, edges),
        extra=[(each, _frame_seconds(question, each, edges)) for each in question.extra],
    )


def _open_seconds(between: Callable[[int, int], int], edges: Floats) -> Floats:
    whole = [int(edge * SECOND) for edge in edges]
    return np.array(
        [between(a, b) / SECOND for a, b in pairwise(whole)],
        dtype=np.float64,
    )


def _frame_seconds(question: Question, extra: ExtraOpening, edges: Floats) -> Floats:
    found = np.zeros(len(edges) - 1)
    for begin, end in extra.frames:
        opens = local_us(extra.day, begin, question.zone) / SECOND
        closes = local_us(extra.day, end, question.zone) / SECOND
        found += np.clip(np.minimum(edges[1:], closes) - np.maximum(edges[:-1], opens), 0, None)
    # What the calendar has open already is not opened twice.
    return np.maximum(found - _open_seconds(question.hours.opening.between, edges), 0)


def pool_seconds(question: Question, horizon: Horizon, pool: Pool) -> Floats:
    """The seconds that a pool is expected to put into answers in each slot."""
    staff = question.staff
    weekdays = np.array([day.weekday() for day in horizon.days])
    there = np.array(staff.attendance)[weekdays][horizon.day_of_slot]
    seconds = horizon.open_seconds * there * pool.agents
    if pool.back_at is not None:
        seconds = seconds * (horizon.edges[:-1] >= to_us(pool.back_at) / SECOND)
    everybody = sum(each.agents for each in question.pools if each.back_at is None)
    if pool.back_at is None and everybody:
        for opening, worked in horizon.extra:
            usual = float(np.mean(staff.attendance[:5])) * everybody
            coming = usual if opening.agents is None else min(opening.agents, everybody)
            seconds = seconds + worked * pool.agents * coming / everybody
    return np.asarray(seconds * staff.availability)


def instant_of(seconds: float) -> datetime:
    """An instant of the horizon, to the second, in UTC."""
    return datetime.fromtimestamp(round(seconds), tz=UTC)
