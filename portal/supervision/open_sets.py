"""The open sets that a process keeps for the boards that are being looked at."""

import threading
import time
from dataclasses import dataclass, field

from portal.supervision.open_set import OpenSet, follow, read_open_set

KEPT_S = 15 * 60
"""Without being asked for. A caisse of 100,000 open exchanges takes 5 MB."""


@dataclass
class _Kept:
    lock: threading.Lock = field(default_factory=threading.Lock)
    found: OpenSet | None = None
    feed: str = ""
    asked_at: float = 0.0


class OpenSets:
    """One set for each caisse, followed when it is asked for. Any thread may ask."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[str, _Kept] = {}

    def of(self, caisse_code: str, feed: str) -> OpenSet:
        """The caisse's present set. `feed`: the name of the database's feeds; under another one
        (a restored portal) all is read anew.
        """
        with self._lock:
            now = time.monotonic()
            for code in [c for c, each in self._kept.items() if now - each.asked_at > KEPT_S]:
                del self._kept[code]
            kept = self._kept.setdefault(caisse_code, _Kept())
            kept.asked_at = now
        with kept.lock:
            if kept.found is None or kept.feed != feed:
                kept.found, kept.feed = read_open_set(caisse_code), feed
            else:
                kept.found = follow(caisse_code, kept.found)
            return kept.found
