"""Words as the search compares them: no case, accents, ligatures or elisions, no NIR.

What is indexed and what is typed go through the same functions, so that what is found never
depends on how the adherent or the agent types: « L’œuvre d’Élodie » and « oeuvre elodie » are the
same two words.
"""

import re
from dataclasses import dataclass

from desk.models.folding import fold

_APOSTROPHES = re.compile("[‘ʼʹ′´]")
_ELIDED = re.compile(
    r"(?<![^\W_])(?<!')(?:l|d|j|n|s|c|m|t|qu|jusqu|lorsqu|puisqu)'(?=[^\W_])", re.IGNORECASE
)
# A NIR as people write it: 13 characters, grouped or not, with or without its key (law.md C2).
_NIR = re.compile(
    r"(?<!\d)[1-478][ .]?\d\d[ .]?\d\d[ .]?\d[\dab][ .]?\d{3}[ .]?\d{3}(?:[ .]?\d\d)?(?!\d)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
# In a text as written an accent may be a character of its own.
_RAW_WORD = re.compile("[^\\W_][^\\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\\W_]*)*")
_PRIVATE = re.compile("[\ue000-\uf8ff]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, as compared, and where it stands in the text (characters)."""

    folded: str
    start: int
    end: int


def searchable(text: str) -> str:
    """The text as it enters the index."""
    folded = fold(text if text.isascii() else _APOSTROPHES.sub("'", text))
    if "'" in folded:
        folded = _ELIDED.sub("", folded)
    if not folded.isascii() and _PRIVATE.search(folded):
        # Those characters are the index's own marks.
        folded = _PRIVATE.sub(" ", folded)
    return _NIR.sub(" ", folded)


def words_of(text: str) -> list[str]:
    """The words of what somebody typed, in order."""
    return _WORD.findall(searchable(text))


def located_words(text: str) -> list[Word]:
    """The words of a text with their places, for showing which ones were found."""
    plain = _APOSTROPHES.sub("'", text).replace("’", "'")
    elided = {found.start() for found in _ELIDED.finditer(plain)} if "'" in plain else set()
    words = []
    for found in _RAW_WORD.finditer(plain):
        if found.start() in elided:
            continue
        raw = found[0]
        folded = raw.lower() if raw.isascii() else fold(raw)
        # Few characters stand for several words: « ½ » is « 1 » and « 2 ».
        words += [
            Word(each, found.start(), found.end())
            for each in ([folded] if folded.isalnum() else _WORD.findall(folded))
        ]
    return words


def holds_nir(text: str) -> bool:
    """Whether something that looks like a NIR is in the text: it is then kept nowhere."""
    return _NIR.search(fold(text)) is not None
