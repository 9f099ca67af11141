"""One life of an agent's desk during a day of faults, and its sudden end.

Everything of desk but the window and the sign-in is real: lanes, encrypted store, drafts, outbox,
synchronisation, transport. Instead of `kill -9`, which the kill drill does, a life is *abandoned*:
from one instant on its store commits nothing more (a transaction under way is undone, as the next
start would undo it), its connections are cut, and nothing it holds in memory is delivered or saved.
"""

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Slot
from sqlalchemy import Connection

from desk import wire
from desk.api_client.errors import SignInNeeded
from desk.api_client.portal import Portal
from desk.api_client.transport import Transport
from desk.clock import PortalClock
from desk.models import outbox
from desk.models.snapshots import OutboxView
from desk.models.store import Store
from desk.services.drafts import Drafts
from desk.services.lanes import Lanes
from desk.services.publisher import Publisher
from desk.services.sync import Sync

T = TypeVar("T")
KEY = bytes(range(32))


class Dead(Exception):
    """The process is over: nothing more reaches the disk."""


class Mortal:
    """A store that can die between two instructions."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.path = store.path
        self._lock = threading.Lock()
        self._dead = False

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        held = False
        try:
            with self._store.writing() as connection:
                if self._dead:
                    raise Dead
                yield connection
                # A commit that has begun ends before death; one that has not never happens.
                held = self._lock.acquire()
                if self._dead:
                    raise Dead
        finally:
            if held:
                self._lock.release()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        with self._store.reading() as connection:
            yield connection

    def die(self) -> None:
        with self._lock:
            self._dead = True

    def close(self) -> None:
        self._store.close()


class DayTokens:
    """The token of a colleague; the portal (or who stands before it) may ask to sign in again."""

    def __init__(self, token: str) -> None:
        self._token = token
        self.ended = False

    def access_token(self) -> str:
        if self.ended:
            raise SignInNeeded
        return self._token

    def renew(self, refused: str) -> str:
        """The refresh token has ended as well."""
        self.ended = True
        raise SignInNeeded

    def revoked(self) -> None:
        self.ended = True


class Life(QObject):
    """From one start to one end. `heard` gets each outbox entry's every state."""

    def __init__(
        self, url: str, path: Path, me: wire.Me, token: str, heard: Callable[[OutboxView], None]
    ) -> None:
        super().__init__()
        clock = PortalClock()
        self.tokens = DayTokens(token)
        self._transports = [Transport(url, clock, self.tokens) for _ in range(2)]
        self.lanes = Lanes()
        self.drafts = Drafts(self.lanes, clock)
        self.publisher = Publisher(self.lanes, Portal(self._transports[0]), clock, self.drafts)
        self.sync = Sync(self.lanes, Portal(self._transports[1]), clock)
        self.sync.state_changed.connect(self.publisher.follow)
        self.publisher.entry_changed.connect(heard)
        self.problems: list[str] = []
        self.lanes.unexpected.connect(self._on_unexpected)
        self._me = me
        self._store: Mortal | None = None
        self.lanes.store_opened.connect(self._on_store)
        self.lanes.open_store(lambda: self._open(path))

    def _open(self, path: Path) -> Any:
        self._store = Mortal(Store.open(path, KEY))
        return self._store

    @Slot(object)
    def _on_store(self, _: object) -> None:
        self.sync.start()
        self.publisher.start(self._me)

    @Slot(object)
    def _on_unexpected(self, error: Exception) -> None:
        self.problems.append(f"{type(error).__name__}: {error}")

    def read(self, job: Callable[[Connection], T]) -> T | None:
        """What the store says now; None before it is open."""
        if self._store is None:
            return None
        with self._store.reading() as connection:
            return job(connection)

    @property
    def entries(self) -> list[OutboxView]:
        return self.read(outbox.views) or []

    def sign_in_again(self) -> None:
        self.tokens.ended = False
        if self._store is not None:
            self.sync.start()
            self.publisher.start(self._me)

    def abandon(self) -> None:
        """The sudden end."""
        if self._store is not None:
            self._store.die()
        self.lanes.blockSignals(True)
        self._end()

    def close(self) -> None:
        """The orderly end."""
        self.drafts.flush_and_wait()
        self._end()

    def _end(self) -> None:
        for each in self._transports:
            each.abort()
        self.publisher.stop()
        self.sync.stop()
        for each in self._transports:
            each.close()
        if not self.lanes.close(20):
            self.problems.append("a thread did not end")
