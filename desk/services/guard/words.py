"""Words of a text with their places, and lists of words kept in resources."""

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import msgspec

from desk.models.folding import fold

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ELIDED = re.compile(r"^(?:[dlnmtsj]|qu|jusqu|lorsqu|puisqu)[’'](?=\w)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;…«\"\n•][\s\u00a0\u202f\-–•]*$")


class Word(msgspec.Struct, frozen=True):
    """One word; its elision (« d’ », « l’ ») is left outside."""

    text: str
    folded: str
    start: int
    end: int
    begins_sentence: bool

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()

    @property
    def is_capitals(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


def words_of(text: str) -> list[Word]:
    """Every word, in order."""
    found = []
    for match in _WORD.finditer(text):
        start = match.start()
        elision = _ELIDED.match(match[0])
        word = match[0]
        begins = not text[:start].strip() or bool(
            _SENTENCE_END.search(text[max(0, start - 12) : start])
        )
        if elision is not None:
            start += elision.end()
            word = word[elision.end() :]
            begins = False
        found.append(Word(word, fold(word), start, match.end(), begins))
    return found


def read_list(path: Path) -> list[str]:
    """The lines of a list; what follows « # » is its explanation.

    Raises:
        OSError: it cannot be read.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line for each in lines if (line := each.partition("#")[0].strip())]


class WordLists:
    """The lists that the checks use, read at the first use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def health(self) -> re.Pattern[str]:
        """Health words, of folded text (`health.txt`)."""
        return _any_of(read_list(self._folder / "health.txt"))

    @cached_property
    def harmless(self) -> re.Pattern[str]:
        """Phrases in which they tell of nobody's health (`health_harmless.txt`)."""
        return _any_of(read_list(self._folder / "health_harmless.txt"))

    @cached_property
    def public_contacts(self) -> str:
        """Numbers and addresses that are no person's (`public_contacts.txt`)."""
        return "\n".join(read_list(self._folder / "public_contacts.txt"))

    @cached_property
    def ordinary_names(self) -> frozenset[str]:
        """Family names that are also words or first names, folded (`ordinary_names.txt`)."""
        lines = read_list(self._folder / "ordinary_names.txt")
        return frozenset(fold(word) for line in lines for word in line.split())


def _any_of(lines: Iterable[str]) -> re.Pattern[str]:
    """One pattern of whole words: « cancer(s) » stands for both, « tumeu(r|rs) » for its two."""
    patterns = []
    for line in lines:
        ended = re.sub(r"\((\w+)\)", r"(?:\1)?", fold(line))
        patterns.append(re.sub(r"\((?!\?)", "(?:", ended).replace(" ", r"\s+"))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?!\w)")
