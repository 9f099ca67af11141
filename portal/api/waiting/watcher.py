"""One look at the database for everybody who waits in this process."""

import asyncio
import logging
from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from django.db import DatabaseError, connection

from portal.messaging.models import Feed

logger = logging.getLogger(__name__)

INTERVAL_SECONDS = 0.15
"""Between two looks: a waiter learns of a commit after a quarter of a second at most."""


def newest_numbers(caisses: Collection[str]) -> Mapping[str, int]:
    """The newest change's number of each caisse, in one query on this thread's connection.

    A database that does not answer has no news: the connection is dropped, the next look opens
    another.
    """
    try:
        return dict(Feed.objects.filter(caisse_id__in=caisses).values_list("caisse_id", "last_seq"))
    except DatabaseError as error:
        logger.warning("the feed could not be read: %s", type(error).__name__)
        connection.close()
        return {}


def close_connection() -> None:
    """Close this thread's connection."""
    connection.close()


@dataclass(eq=False)
class Waiter:
    """Somebody who has seen a caisse's feed up to `since`."""

    caisse: str
    since: int
    news: asyncio.Event = field(default_factory=asyncio.Event)


class Watcher:
    """Wakes the waiters of one event loop when their caisse's feed goes on.

    Looks every `INTERVAL_SECONDS`, and only while somebody waits, on one thread of its own whose
    connection is closed when the last waiter has gone.
    """

    def __init__(self) -> None:
        self._waiters: set[Waiter] = set()
        self._task: asyncio.Task[None] | None = None
        self._closed = False

    def __len__(self) -> int:
        return len(self._waiters)

    def enter(self, waiter: Waiter) -> None:
        """Begin to watch for `waiter`; `leave` must follow. After `close` it is woken at once."""
        if self._closed:
            waiter.news.set()
            return
        self._waiters.add(waiter)
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._watch())

    def leave(self, waiter: Waiter) -> None:
        """Watch for `waiter` no longer."""
        self._waiters.discard(waiter)

    def close(self) -> None:
        """Wake everybody, now and from now on: the server is going down."""
        self._closed = True
        for waiter in self._waiters:
            waiter.news.set()

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="feed-watcher") as thread:
            try:
                while self._waiters and not self._closed:
                    caisses = {waiter.caisse for waiter in self._waiters}
                    numbers = await loop.run_in_executor(thread, newest_numbers, caisses)
                    for waiter in self._waiters:
                        if numbers.get(waiter.caisse, 0) > waiter.since:
                            waiter.news.set()
                    await asyncio.sleep(INTERVAL_SECONDS)
            finally:
                # Without a pause after the last look: whoever enters now starts another task.
                self._task = None
            await loop.run_in_executor(thread, close_connection)
