"""Judges words: the dictionary's, the field's own, the agent's own."""

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from desk.services.guard.words import read_list
from desk.services.spelling.dictionary import Absent, Dictionary, open_dictionary

MOST_SUGGESTIONS = 6


class Speller:
    """Safe to call from any worker: one asks the dictionary at a time."""

    def __init__(
        self, words: Path, opening: Callable[[], Dictionary | Absent] = open_dictionary
    ) -> None:
        """`words`: the folder that holds `spelling.txt`, the field's terms."""
        self._words = words
        self._opening = opening
        self._lock = threading.Lock()
        self._dictionary: Dictionary | Absent | None = None
        self._terms: frozenset[str] = frozenset()

    def state(self) -> Absent | None:
        """Why nothing can be judged; None when all is well."""
        with self._lock:
            found = self._open()
        return found if isinstance(found, Absent) else None

    def misspelt(self, words: Iterable[str]) -> frozenset[str]:
        """Those that neither the dictionary nor the field knows; none without a dictionary."""
        with self._lock:
            dictionary = self._open()
            if isinstance(dictionary, Absent):
                return frozenset()
            return frozenset(word for word in words if not self._is_known(word, dictionary))

    def suggest(self, word: str) -> tuple[str, ...]:
        """What may have been meant, best first; up to half a second for a long word."""
        with self._lock:
            dictionary = self._open()
            if isinstance(dictionary, Absent):
                return ()
            return tuple(dictionary.suggest(word)[:MOST_SUGGESTIONS])

    def _open(self) -> Dictionary | Absent:
        if self._dictionary is None:
            self._dictionary = self._opening()
            self._terms = frozenset(
                term for line in read_list(self._words / "spelling.txt") for term in line.split()
            )
        return self._dictionary

    def _is_known(self, word: str, dictionary: Dictionary) -> bool:
        if word in self._terms or word.lower() in self._terms or dictionary.check(word):
            return True
        if word.isupper():
            # « BONJOUR »; an acronym that is none of the field's stays unknown.
            return dictionary.check(word.lower()) or dictionary.check(word.capitalize())
        if "-" in word:
            return all(not part or self._is_known(part, dictionary) for part in word.split("-"))
        return False
