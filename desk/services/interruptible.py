"""A query that can be told from another thread that nobody waits for its answer any more."""

import contextlib
import threading
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection


class Interruptible:
    """At most one running query at a time.

    The lock makes sure that only that query is hit, never the next one on the same connection.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: Any = None

    @contextlib.contextmanager
    def running(self, connection: Connection) -> Iterator[None]:
        """Around the query, on the reader's thread."""
        with self._lock:
            self._running = connection.connection.dbapi_connection
        try:
            yield
        finally:
            with self._lock:
                self._running = None

    def interrupt(self) -> None:
        """End the running query, if any, with an `OperationalError`; from any thread."""
        with self._lock:
            if self._running is not None:
                self._running.interrupt()
