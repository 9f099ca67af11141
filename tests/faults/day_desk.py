"""One agent of a day of faults, across the lives of their desk."""

from pathlib import Path

from sqlalchemy import Connection

from desk.models.snapshots import OutboxView, ReplyState
from tests.faults import day_world
from tests.faults.day_life import Life
from tests.support.fault_proxy import FaultProxy


class Desk:
    """One agent through the day, across the lives of their desk."""

    def __init__(self, colleague: day_world.Colleague, folder: Path, portal_url: str) -> None:
        self.colleague = colleague
        self.folder = folder / colleague.agent.user.username
        self.proxy = FaultProxy(portal_url)
        self.life: Life | None = None
        self.safe: dict[str, int] = {}
        """Texts that desk said are kept → their thread."""
        self.typed: dict[int, str] = {}
        self.again: set[str] = set()
        """Entries tried again by hand, which may overtake later ones."""
        self.versions: dict[int, int] = {}
        self.conflicts: set[str] = set()
        self.backwards = 0
        self.problems: list[str] = []

    def start(self) -> None:
        self.life = Life(
            self.proxy.url,
            self.folder / "store.sqlite3",
            self.colleague.me,
            self.colleague.token,
            self._on_entry,
        )

    @property
    def alive(self) -> Life:
        assert self.life is not None
        return self.life

    def _on_entry(self, view: OutboxView) -> None:
        if view.text:
            self.safe[view.text] = view.thread_id
        if view.state is ReplyState.CONFLICT:
            self.conflicts.add(view.event_id)

    def end(self, *, suddenly: bool) -> None:
        life, self.life = self.life, None
        if life is not None:
            if suddenly:
                life.abandon()
            else:
                life.close()
            self.problems += life.problems
            life.deleteLater()

    def look(self) -> None:
        """What the agent sees never goes back."""
        seen = self.alive.read(versions_of)
        for thread_id, version in (seen or {}).items():
            if version < self.versions.get(thread_id, 0):
                self.backwards += 1
            self.versions[thread_id] = version


def versions_of(conn: Connection) -> dict[int, int]:
    return {
        int(row[0]): int(row[1]) for row in conn.exec_driver_sql("SELECT id, version FROM thread")
    }
