"""The open exchanges of a caisse as an array, kept up by the feed of changes.

To count a board in the database is to walk every open exchange some six times. What a board counts
changes by recorded changes alone (desk lives by the same promise), so the rows are read once, and
then only those that the feed names; counting them takes a few passes over an array.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from portal.messaging.feed import last_seq
from portal.messaging.models import Change, Feed
from portal.supervision.figures import open_threads

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_FACTS = (
    "motif_id",
    "competence_id",
    "site",
    "pk",
    "assigned_to_id",
    "claimed_by_id",
    "claim_expires_at",
    "due_at",
    "clock__paused_since",
)
ROW = np.dtype(
    [
        ("part", np.int32),
        ("id", np.int64),
        ("assigned", np.int64),
        ("claimed", np.int64),
        ("claim_ends", np.int64),
        ("due", np.int64),
        ("paused", np.bool_),
    ]
)
"""One open exchange. `part`: its place in `OpenSet.parts`; agents by id, 0: nobody; instants in
microseconds since 1970, 0: none.
"""
MOST_CHANGES = 20_000
"""More of them than this: reading all that is open costs less."""
ASKED_AT_ONCE = 500
READ_AT_ONCE = 5_000

Numbers = NDArray[np.int64]


class Part(NamedTuple):
    """What an exchange belongs to."""

    motif: str
    team: str
    site: int | None


@dataclass(frozen=True)
class OpenSet:
    """Every open exchange of a caisse, in no order. Never changed: another thread may be counting
    it while the next one is made of it.
    """

    seq: int
    """The feed's newest number before the rows were read. What came since may be in them already;
    it is read once more.
    """
    parts: dict[Part, int]
    """Every combination there is or was, with its place."""
    rows: NDArray[Any]
    """Of `ROW`."""

    def responsible(self, now: datetime) -> Numbers:
        """Who is to answer each one: to whom it was assigned, else who holds it; 0: nobody."""
        held = np.where(self.rows["claim_ends"] > microseconds(now), self.rows["claimed"], 0)
        return np.where(self.rows["assigned"] != 0, self.rows["assigned"], held)


def microseconds(at: datetime) -> int:
    """Since 1970: exact, as the database's own instants are."""
    return (at - EPOCH) // _MICROSECOND


def read_open_set(caisse_code: str) -> OpenSet:
    """Read all that is open in a caisse."""
    seq = last_seq(caisse_code)
    parts: dict[Part, int] = {}
    found = open_threads(caisse_code).values_list(*_FACTS).iterator(chunk_size=READ_AT_ONCE)
    return OpenSet(seq, parts, _rows(parts, found))


def follow(caisse_code: str, known: OpenSet) -> OpenSet:
    """The set as it is now; `known` itself where nothing has changed."""
    counter = Feed.objects.filter(caisse_id=caisse_code).values_list("floor_seq", "last_seq")
    floor, seq = counter.first() or (0, 0)
    if seq == known.seq:
        return known
    if not floor <= known.seq <= seq or seq - known.seq > MOST_CHANGES:
        return read_open_set(caisse_code)
    newer = Change.objects.filter(caisse_id=caisse_code, seq__gt=known.seq, seq__lte=seq)
    named = set(newer.values_list("thread_id", flat=True))
    changed = sorted(each for each in named if each is not None)
    kept = known.rows[~np.isin(known.rows["id"], np.array(changed, np.int64))]
    parts = dict(known.parts)
    read = _rows(parts, _still_open(caisse_code, changed))
    return OpenSet(seq, parts, np.concatenate([kept, read]))


def _still_open(caisse_code: str, thread_ids: list[int]) -> Iterator[tuple[Any, ...]]:
    for first in range(0, len(thread_ids), ASKED_AT_ONCE):
        some = thread_ids[first : first + ASKED_AT_ONCE]
        yield from open_threads(caisse_code).filter(pk__in=some).values_list(*_FACTS)


def _rows(parts: dict[Part, int], found: Iterable[tuple[Any, ...]]) -> NDArray[Any]:
    return np.array(
        [
            (
                parts.setdefault(Part(motif, team, site), len(parts)),
                thread_id,
                assigned or 0,
                claimed or 0,
                0 if ends is None else microseconds(ends),
                microseconds(due),
                paused is not None,
            )
            for motif, team, site, thread_id, assigned, claimed, ends, due, paused in found
        ],
        ROW,
    )
