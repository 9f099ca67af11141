"""Words as the search compares them: no case, accents, ligatures or elisions, no NIR.

What is indexed and what is typed go through the same functions, so that what is found never
depends on how the adherent or the agent types: « L’œuvre d’Élodie » and « oeuvre elodie » are the
same two words.
"""

import re
import unicodedata
from functools import lru_cache

import msgspec

from desk.models.folding import fold, unmarked

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
_PRIVATE = re.compile("[\ue000-\uf8ff]+")
_plain = lru_cache(maxsize=2_048)(unmarked)


class Word(msgspec.Struct, frozen=True):
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
    folded, places = _placed(text)
    for pattern, by in ((_ELIDED, ""), (_PRIVATE, " "), (_NIR, " ")):
        folded, places = _replaced(pattern, by, folded, places)
    words = []
    for found in _WORD.finditer(folded):
        end = places[found.end() - 1] + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        words.append(Word(found[0], places[found.start()], end))
    return words


def _placed(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place of the one it comes from: « ½ »
    gives three, an accent none, a second space none.
    """
    folded: list[str] = []
    places: list[int] = []
    for place, written in enumerate(_APOSTROPHES.sub("'", text)):
        for each in _plain(written):
            if each.isspace() and (not folded or folded[-1] == " "):
                continue
            folded.append(" " if each.isspace() else each)
            places.append(place)
    return "".join(folded), places


def _replaced(
    pattern: re.Pattern[str], by: str, folded: str, places: list[int]
) -> tuple[str, list[int]]:
    pieces: list[str] = []
    kept: list[int] = []
    copied = 0
    for found in pattern.finditer(folded):
        pieces += [folded[copied : found.start()], by]
        kept += places[copied : found.start()] + places[found.start() : found.start() + len(by)]
        copied = found.end()
    if not pieces:
        return folded, places
    return "".join((*pieces, folded[copied:])), kept + places[copied:]


def holds_nir(text: str) -> bool:
    """Whether something that looks like a NIR is in the text: it is then kept nowhere."""
    return _NIR.search(fold(text)) is not None
