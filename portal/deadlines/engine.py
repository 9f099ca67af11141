"""When a promise falls due. Pure: instants and durations in, an instant out; no framework.

A policy is a way of counting a budget of time. Each is one function of (start, budget); the
table below is the only place that knows which exist.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType


class UnknownPolicy(ValueError):
    """A caisse names a policy that this version cannot count."""


def _calendaire(start: datetime, budget: timedelta) -> datetime:
    # Added to the UTC instant: across a change of clock, 48 h stay 48 h (law C4, last vector).
    return start.astimezone(UTC) + budget


POLICIES: Mapping[str, Callable[[datetime, timedelta], datetime]] = MappingProxyType(
    {"calendaire": _calendaire}
)


def due_instant(policy: str, start: datetime, budget: timedelta) -> datetime:
    """Return the UTC instant at which a budget begun at `start` is used up.

    A reply published at that very instant still keeps the promise. Source: law C4; the clock
    starts when the adherent presses « Envoyer ».

    Args:
        policy: ``calendaire``: every elapsed hour counts.
        start: an aware instant, of any zone.
        budget: working time promised; zero or more.

    Raises:
        UnknownPolicy: no such policy.
        ValueError: `start` has no zone, or `budget` is negative.
    """
    if start.tzinfo is None:
        raise ValueError("the start of a promise must be an aware instant")
    if budget < timedelta(0):
        raise ValueError("a promise cannot have a negative budget")
    count = POLICIES.get(policy)
    if count is None:
        raise UnknownPolicy(policy)
    return count(start, budget)
