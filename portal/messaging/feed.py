"""The ordered feed of a caisse's changes, which desk follows.

Numbers are taken from the caisse's counter row by the writing transaction, which keeps the row
locked until it commits: numbers become visible in their own order, without gaps, so a reader who
has seen N never later finds a number below N. (A cursor on a plain sequence missed more than half
of the rows under eight writers.)
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from portal.messaging.models import Change, Feed, Thread
from portal.messaging.reading import complete

MAX_SLICE = 5000


class CursorExpired(Exception):
    """The cursor is older than what is kept, or was given by another database: take a snapshot."""


@dataclass(frozen=True)
class ChangesSlice:
    """A run of the feed.

    `changes` holds every number of ``(since, cursor]`` once, in order; `threads` the present
    state of each exchange they name, once; `deleted_thread_ids` those that are gone from the
    caisse; `appointment_ids` the requests for appointments they name, once. `more` says that the
    feed already goes on.
    """

    cursor: int
    more: bool
    changes: list[Change]
    threads: list[Thread]
    deleted_thread_ids: list[int]
    appointment_ids: list[int]


@dataclass(frozen=True)
class SnapshotSlice:
    """A page of all exchanges of a caisse, by id.

    `cursor` is the feed's number from before the page was read: a client keeps that of its first
    page and follows the changes from there. `next_after` is None on the last page.
    """

    cursor: int
    next_after: int | None
    threads: list[Thread]


def record_change(thread: Thread, event: str, *, left: str | None = None) -> Change:
    """Append a change of `thread` to its caisse's feed and return it.

    To be called last in the transaction: from here to its end every other writer of the caisse
    waits.

    Args:
        left: code of the caisse that the exchange has just left, whose feed gets the change too:
            there it is a tombstone. Both counters are taken in the order of the codes, so that
            two transfers in opposite directions wait for each other and never cross.

    Raises:
        TransactionManagementError: called outside a transaction, where the lock would hold nothing.
    """
    _require_transaction()
    codes = {thread.caisse_id} if left is None else {thread.caisse_id, left}
    recorded = {code: _append(code, event, thread_id=thread.pk) for code in sorted(codes)}
    return recorded[thread.caisse_id]


def record_appointment_change(caisse_code: str, appointment_id: int, event: str) -> Change:
    """Append a change of a request for an appointment to its caisse's feed; as `record_change`,
    last.

    Raises:
        TransactionManagementError: called outside a transaction.
    """
    _require_transaction()
    return _append(caisse_code, event, appointment_id=appointment_id)


def _require_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a change is recorded within a transaction")


def _append(
    caisse_code: str,
    event: str,
    *,
    thread_id: int | None = None,
    appointment_id: int | None = None,
) -> Change:
    counter = Feed.objects.filter(caisse_id=caisse_code)
    if not counter.update(last_seq=F("last_seq") + 1):
        Feed.objects.bulk_create([Feed(caisse_id=caisse_code)], ignore_conflicts=True)
        counter.update(last_seq=F("last_seq") + 1)
    return Change.objects.create(
        caisse_id=caisse_code,
        seq=counter.values_list("last_seq", flat=True).get(),
        thread_id=thread_id,
        appointment_id=appointment_id,
        event=event,
        at=timezone.now(),
    )


def record_changes(caisse_code: str, thread_ids: Sequence[int], event: str) -> None:
    """Append one change for each of many exchanges of one caisse; as `record_change`, last.

    Raises:
        TransactionManagementError: called outside a transaction.
    """
    _require_transaction()
    if not thread_ids:
        return
    Feed.objects.bulk_create([Feed(caisse_id=caisse_code)], ignore_conflicts=True)
    counter = Feed.objects.filter(caisse_id=caisse_code)
    counter.update(last_seq=F("last_seq") + len(thread_ids))
    first = counter.values_list("last_seq", flat=True).get() - len(thread_ids) + 1
    now = timezone.now()
    Change.objects.bulk_create(
        [
            Change(caisse_id=caisse_code, seq=first + place, thread_id=each, event=event, at=now)
            for place, each in enumerate(thread_ids)
        ],
        batch_size=500,
    )


def last_seq(caisse_code: str) -> int:
    """Return the number of the caisse's newest change, 0 when there is none."""
    return (
        Feed.objects.filter(caisse_id=caisse_code).values_list("last_seq", flat=True).first() or 0
    )


def read_changes(caisse_code: str, since: int, limit: int) -> ChangesSlice:
    """Return what changed in a caisse after `since`, at most `limit` changes.

    Raises:
        CursorExpired: `since` is below what is kept, or above the newest number.
        ValueError: `limit` is not between 1 and `MAX_SLICE`.
    """
    if not 1 <= limit <= MAX_SLICE:
        raise ValueError(f"limit must be between 1 and {MAX_SLICE}")
    newer = Change.objects.filter(caisse_id=caisse_code, seq__gt=since).order_by("seq")
    changes = list(newer[: limit + 1])
    # Read after the changes: had a trim removed some of them in between, its floor shows here.
    counter = Feed.objects.filter(caisse_id=caisse_code).first()
    floor, last = (counter.floor_seq, counter.last_seq) if counter else (0, 0)
    if since < floor or since > last:
        raise CursorExpired(since)
    more = len(changes) > limit
    changes = changes[:limit]
    named = newest_last(change.thread_id for change in changes)
    found = complete(Thread.objects.filter(caisse_id=caisse_code)).in_bulk(named)
    return ChangesSlice(
        cursor=changes[-1].seq if changes else since,
        more=more,
        changes=changes,
        threads=[found[thread_id] for thread_id in named if thread_id in found],
        deleted_thread_ids=[thread_id for thread_id in named if thread_id not in found],
        appointment_ids=newest_last(change.appointment_id for change in changes),
    )


def newest_last(ids: Iterable[int | None]) -> list[int]:
    """Each once, in the order of its newest change."""
    present = [each for each in ids if each is not None]
    return list(dict.fromkeys(reversed(present)))[::-1]


def read_snapshot(caisse_code: str, after: int, limit: int) -> SnapshotSlice:
    """Return the exchanges of a caisse whose id is above `after`, at most `limit`, by id.

    Raises:
        ValueError: `limit` is not between 1 and `MAX_SLICE`.
    """
    if not 1 <= limit <= MAX_SLICE:
        raise ValueError(f"limit must be between 1 and {MAX_SLICE}")
    # Read before the exchanges: what is committed in between comes again with the changes.
    cursor = last_seq(caisse_code)
    page = Thread.objects.filter(caisse_id=caisse_code, pk__gt=after).order_by("pk")
    threads = list(complete(page)[: limit + 1])
    more = len(threads) > limit
    threads = threads[:limit]
    return SnapshotSlice(
        cursor=cursor, next_after=threads[-1].pk if more else None, threads=threads
    )


@transaction.atomic
def trim(caisse_code: str, before: datetime) -> int:
    """Forget the changes recorded before an instant and return how many went.

    A cursor below the newest of them is refused from then on (`CursorExpired`).
    """
    old = Change.objects.filter(caisse_id=caisse_code, at__lt=before)
    # Two writers may stamp their changes in an order other than their numbers': everything up to
    # the highest number goes, so that what is kept has no hole.
    highest = old.aggregate(highest=Max("seq"))["highest"]
    if highest is None:
        return 0
    Feed.objects.filter(caisse_id=caisse_code).update(floor_seq=highest)
    removed, _ = Change.objects.filter(caisse_id=caisse_code, seq__lte=highest).delete()
    return removed
