"""A desk without a window, signed in to a real portal through its real forms."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from desk.demo.agent_browser import AgentBrowser
from desk.models import conversation, outbox
from desk.models.snapshots import ConnectionState, OutboxView, ReplyState, ThreadView
from desk.services.application import Application
from desk.settings import Settings
from tests.support.memory_keyring import MemoryKeyring
from tests.support.portal_process import AGENT_LOGIN, AGENT_PASSWORD, RunningPortal

T = TypeVar("T")
DEADLINE_MS = 20_000
SIGNALS = {
    "session": (
        "signed_in",
        "signed_out",
        "sign_in_needed",
        "failed",
        "secrets_not_kept",
        "key_choice_needed",
        "passphrase_wrong",
        "store_replaced",
        "revoked",
        "unsent_removed",
        "wipe_failed",
    ),
    "publisher": ("entry_changed", "published", "rejected", "conflict", "not_queued"),
    "drafts": ("saved", "save_failed"),
    "sync": ("state_changed",),
    "lanes": ("changed", "unexpected", "store_failed", "store_trouble"),
}


class Desk:
    """One agent's desk on one portal. `heard` holds every signal: (name, argument …)."""

    def __init__(
        self,
        qtbot: QtBot,
        portal_url: str,
        data: Path,
        *,
        login: str = AGENT_LOGIN,
        keyring: MemoryKeyring | None = None,
        open_url: Callable[[str], bool] | None = None,
        asks_for_key: bool = False,
    ) -> None:
        self.qtbot = qtbot
        self.keyring = keyring or MemoryKeyring()
        self.settings = Settings(portal_url, data, data / "desk.toml")
        browser = AgentBrowser(login, AGENT_PASSWORD)
        self.application = Application(
            self.settings,
            open_url or browser.open,
            self.keyring.itself,
            asks_for_key=asks_for_key,
        )
        self.services = self.application.services
        self.heard: list[tuple[Any, ...]] = []
        for service, names in SIGNALS.items():
            for name in names:
                self._listen(getattr(getattr(self.services, service), name), name)

    def _listen(self, signal: Any, name: str) -> None:
        signal.connect(lambda *arguments: self.heard.append((name, *arguments)))

    def wait(self, condition: Callable[[], object]) -> None:
        """Until the condition holds; a mistake reported meanwhile fails the test at once."""

        def holds() -> bool:
            self.raise_unexpected()
            return bool(condition())

        self.qtbot.waitUntil(holds, timeout=DEADLINE_MS)

    def raise_unexpected(self) -> None:
        for name, *arguments in self.heard:
            if name == "unexpected":
                raise arguments[0]

    def heard_of(self, name: str) -> list[Any]:
        """The first argument of each signal of this name, in order."""
        return [each[1] if len(each) > 1 else None for each in self.heard if each[0] == name]

    def sign_in(self) -> "Desk":
        self.services.session.sign_in()
        self.wait(lambda: self.services.session.me is not None or self.heard_of("failed"))
        assert not self.heard_of("failed")
        self.wait_loaded()
        return self

    def wait_loaded(self) -> None:
        view = self.services.sync
        self.wait(
            lambda: (
                view.view.state is ConnectionState.ONLINE
                and not view.view.loading
                and view.view.last_sync_ms is not None
            )
        )

    def read(self, job: Callable[[Connection], T]) -> T:
        """Read the store, as a window does."""
        found: list[T] = []
        self.services.lanes.query(job, found.append)
        self.wait(lambda: found)
        return found[0]

    def open_threads(self) -> list[int]:
        """Open, held by nobody, not replied to yet: the shared portal's untouched messages."""
        return self.read(
            lambda conn: list(
                conn.exec_driver_sql(
                    "SELECT id FROM thread WHERE status = 'open' AND claim_agent_id IS NULL"
                    " AND id NOT IN (SELECT thread_id FROM message WHERE direction = 'out')"
                    " ORDER BY id"
                ).scalars()
            )
        )

    def thread(self, thread_id: int) -> ThreadView:
        me = self.services.session.me
        my_id = 0 if me is None else me.agent_id
        now_ms = self.services.clock.now_ms()
        found = self.read(lambda conn: conversation.thread_view(conn, thread_id, now_ms, my_id))
        assert found is not None
        return found

    def entries(self, thread_id: int) -> list[OutboxView]:
        return self.read(lambda conn: outbox.views(conn, thread_id))

    def write(self, thread_id: int, text: str) -> None:
        """Type a reply, as the composer does."""
        version = self.thread(thread_id).version
        self.services.drafts.edited(thread_id, text, len(text), version)

    def publish(self, thread_id: int, text: str) -> None:
        self.write(thread_id, text)
        self.services.publisher.publish(thread_id, text)

    def wait_attempt(self, thread_id: int, number: int, state: ReplyState) -> OutboxView:
        """Until the thread's newest entry is in `state` after this many attempts."""

        def reached() -> bool:
            entries = self.entries(thread_id)
            return bool(entries) and (entries[-1].attempts, entries[-1].state) == (number, state)

        self.wait(reached)
        return self.entries(thread_id)[-1]

    def wait_state(self, thread_id: int, state: ReplyState) -> OutboxView:
        """Until the thread's reply has reached `state`; the newest entry, which is that reply."""
        self.wait(
            lambda: [
                view
                for view in self.heard_of("entry_changed")
                if (view.thread_id, view.kind, view.state) == (thread_id, "reply", state)
            ]
        )
        newest = self.entries(thread_id)[-1]
        assert newest.state is state
        return newest

    def close(self) -> None:
        assert self.application.close()
        self.raise_unexpected()


@contextmanager
def desk_on(
    qtbot: QtBot, portal: RunningPortal | str, data: Path, **options: Any
) -> Iterator[Desk]:
    """A started desk; closed, with all its threads, at the end."""
    url = portal if isinstance(portal, str) else portal.url
    desk = Desk(qtbot, url, data, **options)
    desk.application.start()
    try:
        yield desk
    finally:
        desk.close()


def replies_at(portal: RunningPortal, thread_id: int) -> list[str]:
    """The texts of the replies that the portal's database holds for a thread."""
    path = f"{portal.environment['PORTAL_DATA']}/portal.sqlite3"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=20)) as database:
        rows = database.execute(
            "SELECT text FROM messaging_message WHERE thread_id = ? AND direction = 'out'"
            " ORDER BY id",
            (thread_id,),
        )
        return [row[0] for row in rows]
