"""Some of the load's agents as desk itself: its lanes, its synchronisation and its encrypted store,
without windows, in a process of their own that says when an exchange was in the store.
"""

import json
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Slot
from sqlalchemy import Connection

from benchmarks.load_clients import AgentClient
from desk.api_client.portal import Portal
from desk.api_client.transport import Transport
from desk.clock import PortalClock
from desk.models import meta
from desk.models.snapshots import ConnectionState, StoreChange, SyncView
from desk.models.store import Store
from desk.services.lanes import Lanes
from desk.services.sync import Sync

READY_S = 120
KEY = bytes(range(32))


@dataclass
class DeskSeen:
    """What one desk's store was found to hold."""

    caisse: str
    seen_at: dict[str, float] = field(default_factory=dict)
    """When each exchange was first committed there, by its reference (`time.monotonic`)."""
    stored: list[str] = field(default_factory=list)
    """The references in the store at the end, one for each of its rows."""
    cursor: int = 0


class Desks:
    """The process, seen from the load."""

    def __init__(self, url: str, agents: list[AgentClient], folder: Path, log: Path) -> None:
        self.seen = [DeskSeen(agent.caisse) for agent in agents]
        with log.open("ab") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "benchmarks.load_desks"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        self._online = threading.Semaphore(0)
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        told = {"url": url, "folder": str(folder), "tokens": [agent.token for agent in agents]}
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(told) + "\n")
        self.process.stdin.flush()

    def wait_ready(self) -> None:
        """Wait until all of them are online.

        Raises:
            RuntimeError: they are not.
        """
        for _ in self.seen:
            if not self._online.acquire(timeout=READY_S):
                raise RuntimeError("a desk did not come online")

    def stop(self) -> None:
        """End them; `seen` is whole then."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()
        self._reader.join()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            told = json.loads(line)
            desk = self.seen[told["desk"]]
            match told["what"]:
                case "online":
                    self._online.release()
                case "seen":
                    for reference in told["references"]:
                        desk.seen_at.setdefault(reference, told["at"])
                case "end":
                    desk.stored, desk.cursor = told["references"], told["cursor"]


class _Tokens:
    """A session that lasts for the whole load."""

    def __init__(self, token: str) -> None:
        self._token = token

    def access_token(self) -> str:
        return self._token

    def renew(self, refused: str) -> str:
        raise RuntimeError("the token was refused")

    def revoked(self) -> None:
        raise RuntimeError("the agent was revoked")


class _Desk(QObject):
    """One desk, from its opened store on."""

    def __init__(self, number: int, url: str, token: str, folder: Path) -> None:
        super().__init__()
        self._number = number
        clock = PortalClock()
        self._transport = Transport(url, clock, _Tokens(token))
        # Opened one after the other: an application has one store to bring up to date.
        self._lanes = Lanes(Store.open(folder / f"desk-{number}.sqlite3", KEY))
        self._sync = Sync(self._lanes, Portal(self._transport), clock)
        self._sync.state_changed.connect(self._on_state)
        self._lanes.changed.connect(self._on_changed)
        self._is_online = False
        self._sync.start()

    def end(self) -> None:
        """Say what is stored, and close."""
        self._transport.abort()
        self._sync.stop()
        references, cursor = self._lanes.query_and_wait(_stored)
        _say(self._number, "end", references=references, cursor=cursor)
        self._transport.close()
        self._lanes.close(20)

    @Slot(object)
    def _on_state(self, view: SyncView) -> None:
        if not self._is_online and view.state is ConnectionState.ONLINE and not view.loading:
            self._is_online = True
            _say(self._number, "online")

    @Slot(object)
    def _on_changed(self, change: StoreChange) -> None:
        # It was committed before this was told.
        if change.threads:
            at = time.monotonic()
            self._lanes.query(
                partial(_references, ids=change.threads),
                lambda found: _say(self._number, "seen", references=found, at=at),
            )


def _references(connection: Connection, ids: frozenset[int]) -> list[str]:
    marks = ",".join("?" * len(ids))
    found = connection.exec_driver_sql(
        f"SELECT reference FROM thread WHERE id IN ({marks})",
        tuple(ids),
    )
    return list(found.scalars())


def _stored(connection: Connection) -> tuple[list[str], int]:
    found = connection.exec_driver_sql("SELECT reference FROM thread").scalars()
    return list(found), meta.cursor(connection) or 0


def _say(desk: int, what: str, **told: object) -> None:
    print(json.dumps({"desk": desk, "what": what, **told}), flush=True)


def _main() -> int:
    application = QCoreApplication(sys.argv[:1])
    told = json.loads(sys.stdin.readline())
    folder = Path(told["folder"])
    desks = [
        _Desk(number, told["url"], token, folder) for number, token in enumerate(told["tokens"])
    ]

    def until_told() -> None:
        sys.stdin.read()
        # From another thread: the event loop ends after what it is doing.
        application.quit()

    threading.Thread(target=until_told, daemon=True).start()
    application.exec()
    for desk in desks:
        desk.end()
    return 0


if __name__ == "__main__":
    sys.exit(_main())
