"""Pages of the feed that this process has read already, for the next who asks for the same.

One message wakes every agent of a caisse, and each asks for the same page: it is read once.
"""

import threading
from dataclasses import dataclass, field

from portal.messaging.feed import ChangesSlice, last_seq, read_changes

MOST_CHANGES = 100
"""In a page that is kept: what those who follow ask for; longer ones are of a desk come back."""
MOST_PAGES = 16
"""Kept of a caisse, all of its present number."""


@dataclass
class _Kept:
    feed: str
    seq: int
    lock: threading.Lock = field(default_factory=threading.Lock)
    pages: dict[tuple[int, int], ChangesSlice] = field(default_factory=dict)


class SharedChanges:
    """`read_changes`, once for everybody who asks before the caisse's feed goes on.

    Every change of an exchange takes a number: a page read at the feed's present number is what
    reading anew would give. Any thread may ask; those who ask for a page at one time wait for the
    first.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[str, _Kept] = {}

    def read(self, feed: str, caisse_code: str, since: int, limit: int) -> ChangesSlice:
        """Return what changed in a caisse after `since`, at most `limit` changes; nobody may
        change what is in it.

        Args:
            feed: the name of the database's feeds; under another one all is read anew.

        Raises:
            CursorExpired, ValueError: as `read_changes` does.
        """
        seq = last_seq(caisse_code)
        with self._lock:
            kept = self._kept.get(caisse_code)
            if kept is None or (kept.feed, kept.seq) != (feed, seq):
                kept = self._kept[caisse_code] = _Kept(feed, seq)
        with kept.lock:
            page = kept.pages.get((since, limit))
            if page is None:
                page = read_changes(caisse_code, since, limit)
                if len(page.changes) <= MOST_CHANGES and len(kept.pages) < MOST_PAGES:
                    kept.pages[since, limit] = page
            return page
