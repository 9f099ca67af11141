"""The place of the open store: one writer puts it there and takes it away, readers come and go."""

import contextlib
import threading
from collections.abc import Callable, Iterator

from sqlalchemy import Connection

from desk.models.store import Store

LOOK_AGAIN_S = 0.5
"""A wait is never trusted for longer: the application may be closing."""


class LanesClosed(Exception):
    """The application is closing; nothing more is taken."""


class StorePlace:
    """Thread-safe. Whoever needs a store while there is none waits for the next one.

    Guarantee: a store is taken away only when nobody reads it any more.
    """

    def __init__(self, store: Store | None, closing: threading.Event) -> None:
        """`closing`: set when the application ends; `wake` afterwards ends every wait."""
        self._store = store
        self._closing = closing
        self._changed = threading.Condition()
        self._readers_inside = 0

    @property
    def is_empty(self) -> bool:
        """No store is open."""
        return self._store is None

    def put(self, store: Store) -> None:
        """Open for all who waited. The writer's thread alone."""
        with self._changed:
            self._store = store
            self._changed.notify_all()

    def take_away(self, leave: Callable[[Store | None], None] | None = None) -> None:
        """Wait for the readers to leave, then close the store, or give it to `leave` to do so
        (None: there was none). The writer's thread alone.
        """
        with self._changed:
            store, self._store = self._store, None
            while self._readers_inside and not self._closing.is_set():
                self._changed.wait(LOOK_AGAIN_S)
        if leave is not None:
            leave(store)
        elif store is not None:
            store.close()

    def wait(self) -> Store:
        """The store, as soon as there is one.

        Raises:
            LanesClosed: the application is closing.
        """
        with self._changed:
            while self._store is None:
                if self._closing.is_set():
                    raise LanesClosed
                self._changed.wait(LOOK_AGAIN_S)
            return self._store

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment of the store. Raises as `wait`."""
        with self._changed:
            store = self.wait()
            self._readers_inside += 1
        try:
            with store.reading() as connection:
                yield connection
        finally:
            with self._changed:
                self._readers_inside -= 1
                self._changed.notify_all()

    def wake(self) -> None:
        """Let those who wait see that the application is closing."""
        with self._changed:
            self._changed.notify_all()

    def close(self) -> None:
        """Close the store, if there is one; every thread has ended."""
        if self._store is not None:
            self._store.close()
            self._store = None
