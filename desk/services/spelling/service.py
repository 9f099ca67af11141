"""Spelling for the windows: asked on the window's thread, judged on a worker."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal
from sqlalchemy import Connection

from desk.models.personal_words import learn, personal_words
from desk.models.snapshots import StoreChange
from desk.services.lanes import Lanes
from desk.services.spelling.dictionary import Absent
from desk.services.spelling.speller import Speller

MOST_REMEMBERED = 20_000
"""Words whose judgement is kept: some agent-months of writing, 2 MB."""


class Spelling(QObject):
    """Remembers what was judged, so that typing asks for new words alone."""

    judged = Signal()
    """More words are judged, or the agent taught one."""
    unavailable = Signal(str)
    """Once: there is no dictionary; an `Absent` value."""

    def __init__(self, lanes: Lanes, speller: Speller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._speller = speller
        self._wrong: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._ignored: set[str] = set()
        self._told = False

    def is_wrong(self, word: str) -> bool:
        """It was judged misspelt; a word not judged yet is not."""
        return self._wrong.get(word, False)

    @property
    def busy(self) -> bool:
        """Words are being judged."""
        return bool(self._asked)

    def ask(self, words: Iterable[str]) -> None:
        """Have those judged that were not; `judged` follows."""
        new = {word for word in words if word not in self._wrong and word not in self._asked}
        if not new:
            return
        self._asked |= new

        def job(conn: Connection) -> tuple[frozenset[str], frozenset[str], Absent | None]:
            own = personal_words(conn)
            return self._speller.misspelt(new), own, self._speller.state()

        def done(answer: tuple[frozenset[str], frozenset[str], Absent | None]) -> None:
            self._asked -= new
            self._on_judged(new, *answer)

        def failed(error: Exception) -> None:
            self._asked -= new
            self._lanes.report(error)

        self._lanes.query(job, done, failed)

    def suggest(self, word: str, done: Callable[[tuple[str, ...]], None]) -> None:
        """`done` gets what may have been meant, best first."""
        self._lanes.query(lambda _conn: self._speller.suggest(word), done)

    def learn(self, word: str) -> None:
        """It is right from now on, on this PC, for this agent."""

        def job(conn: Connection) -> tuple[None, StoreChange | None]:
            learn(conn, word)
            return None, None

        self._lanes.write(job)
        self._accept(word)

    def ignore(self, word: str) -> None:
        """It is right until desk is closed."""
        self._ignored.add(word)
        self._accept(word)

    def forget(self) -> None:
        """Another agent works here: their words are not known."""
        self._wrong.clear()
        self._ignored.clear()
        self._asked.clear()

    def _accept(self, word: str) -> None:
        self._wrong[word] = False
        self.judged.emit()

    def _on_judged(
        self,
        words: set[str],
        wrong: frozenset[str],
        own: frozenset[str],
        absent: Absent | None,
    ) -> None:
        if absent is not None:
            if not self._told:
                self._told = True
                self.unavailable.emit(absent.value)
            return
        if len(self._wrong) > MOST_REMEMBERED:
            self._wrong.clear()
        for word in words:
            self._wrong[word] = word in wrong and word not in own and word not in self._ignored
        self.judged.emit()
