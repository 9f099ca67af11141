"""The guard at work: reads the other adherents' names from the store and judges a reply."""

from collections.abc import Callable, Iterable
from pathlib import Path

from sqlalchemy import Connection

from desk import wire
from desk.models.people import others_named
from desk.models.snapshots import ThreadView
from desk.services.guard.finding import Finding
from desk.services.guard.words import WordLists
from desk.services.lanes import Lanes


class LeakGuard:
    """Judges a reply on a worker. Nothing leaves this PC, nothing is kept."""

    def __init__(self, lanes: Lanes, words: Path) -> None:
        """`words`: the folder of the lists (`desk.services.guard.words`)."""
        self._lanes = lanes
        self._lists = WordLists(words)

    def look(
        self,
        thread: ThreadView,
        text: str,
        me: wire.Me | None,
        done: Callable[[tuple[Finding, ...]], None],
    ) -> None:
        """`done` gets what there is to warn of in `text`, a reply to `thread` by `me`.

        Where the store cannot be read, everything but the other adherents' names is judged.
        """
        from desk.services.guard.checks import findings
        from desk.services.guard.names import candidates
        from desk.services.guard.surroundings import Person, surroundings_of

        def judged(people: Iterable[tuple[str, str]]) -> tuple[Finding, ...]:
            others = [Person(first, family) for first, family in people]
            return findings(text, surroundings_of(thread, me, others), self._lists)

        def job(conn: Connection) -> tuple[Finding, ...]:
            return judged(others_named(conn, candidates(text), thread.adherent_id))

        def failed(error: Exception) -> None:
            self._lanes.report(error)
            done(judged(()))

        self._lanes.query(job, done, failed)
