"""Pages of several caisses' feeds, read together.

Each query of an exchange and of what belongs to it costs as much for one exchange as for thirty: a
process whose clients follow many caisses reads what changed in all of them at once.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Q

from portal.messaging.feed import ChangesSlice, newest_last
from portal.messaging.models import Change, Feed, Thread
from portal.messaging.reading import complete


@dataclass(frozen=True)
class PageAsked:
    """What changed in `caisse` after `since`, at most `limit` changes (1 or more)."""

    caisse: str
    since: int
    limit: int


def read_pages(asked: Collection[PageAsked]) -> dict[PageAsked, ChangesSlice]:
    """Return each page as `portal.messaging.feed.read_changes` would; those are left out whose
    cursor is below what is kept, or above the newest number.

    All changes after the lowest cursor of a caisse are read: for those who follow, not for those
    who come back.
    """
    lowest: dict[str, int] = {}
    for each in asked:
        lowest[each.caisse] = min(each.since, lowest.get(each.caisse, each.since))
    news: dict[str, list[Change]] = {caisse: [] for caisse in lowest}
    if lowest:
        for change in Change.objects.filter(_after(lowest)).order_by("caisse_id", "seq"):
            news[change.caisse_id].append(change)
    # Read after the changes: had a trim removed some of them in between, its floor shows here.
    kept = {
        caisse: (floor, last)
        for caisse, floor, last in Feed.objects.filter(caisse_id__in=lowest).values_list(
            "caisse_id", "floor_seq", "last_seq"
        )
    }
    ids = newest_last(change.thread_id for changes in news.values() for change in changes)
    found = complete(Thread.objects.all()).in_bulk(ids) if ids else {}
    pages = {}
    for each in asked:
        floor, last = kept.get(each.caisse, (0, 0))
        if floor <= each.since <= last:
            pages[each] = _page(each, news[each.caisse], found)
    return pages


def _after(lowest: dict[str, int]) -> Q:
    wanted = Q()
    for caisse, since in lowest.items():
        wanted |= Q(caisse_id=caisse, seq__gt=since)
    return wanted


def _page(asked: PageAsked, news: Sequence[Change], found: dict[int, Thread]) -> ChangesSlice:
    newer = [change for change in news if change.seq > asked.since]
    changes = newer[: asked.limit]
    named = newest_last(change.thread_id for change in changes)
    # An exchange that has left the caisse is told as gone, whoever else's it is now.
    theirs = {
        thread_id: found[thread_id]
        for thread_id in named
        if thread_id in found and found[thread_id].caisse_id == asked.caisse
    }
    return ChangesSlice(
        cursor=changes[-1].seq if changes else asked.since,
        more=len(newer) > asked.limit,
        changes=changes,
        threads=list(theirs.values()),
        deleted_thread_ids=[thread_id for thread_id in named if thread_id not in theirs],
        appointment_ids=newest_last(change.appointment_id for change in changes),
    )
