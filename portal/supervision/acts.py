"""Acts upon many exchanges: each by itself, with a result of its own.

One key stands for the batch; each exchange's own key is derived from it, so that the same batch
asked for again does nothing twice, even one that was cut off half-way.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID, uuid5

from portal.messaging.errors import (
    AlreadyAnswered,
    ClaimedByAnother,
    KeyReused,
    NotClaimed,
    StaleVersion,
    ThreadNotFound,
    UnknownDestination,
)

BATCH_MAX = 200

REFUSALS = (
    AlreadyAnswered,
    ClaimedByAnother,
    KeyReused,
    NotClaimed,
    StaleVersion,
    ThreadNotFound,
    UnknownDestination,
)
"""What speaks against one exchange of a batch. A text that cannot be sent speaks against all."""


@dataclass(frozen=True)
class Outcome:
    """What became of one exchange; `refusal` is None when it is done."""

    thread_id: int
    refusal: Exception | None


def each(
    thread_ids: Iterable[int], batch_key: UUID, act: Callable[[int, UUID], object]
) -> list[Outcome]:
    """Act upon each exchange, in this order, whatever became of the others.

    Args:
        act: gets the exchange's id and its own key; raises one of `REFUSALS`.
    """
    outcomes = []
    for thread_id in thread_ids:
        refusal: Exception | None = None
        try:
            act(thread_id, uuid5(batch_key, str(thread_id)))
        except REFUSALS as error:
            refusal = error
        outcomes.append(Outcome(thread_id, refusal))
    return outcomes
