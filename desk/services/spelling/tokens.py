"""The words of a text that have a spelling, with their places as Qt counts them."""

import re
from collections.abc import Iterator

import msgspec

_SKIPPED = re.compile(
    r"\[À compléter : [^\[\]\n]+\]|\bhttps?://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:fr|com|org|net|eu)\b|[\w.+-]+@[\w.-]+|\b\w*\d\w*(?:[-/.]\w*\d\w*)*"
)
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
"""Each takes two of Qt's units."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*[’']?")
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)[’'](?=\w)", re.IGNORECASE)


class Token(msgspec.Struct, frozen=True):
    """A word as the dictionary is asked for it; its elision stays outside."""

    word: str
    start: int
    """UTF-16 units."""
    length: int


def tokens(text: str) -> Iterator[Token]:
    """In the text's order. Addresses, numbers and marks of missing values have no spelling."""
    skipped = [match.span() for match in _SKIPPED.finditer(text)]
    beyond = [match.start() for match in _ASTRAL.finditer(text)]
    at, before = 0, 0
    for match in _WORD.finditer(text):
        start, word = match.start(), match[0]
        while at < len(skipped) and skipped[at][1] <= start:
            at += 1
        if at < len(skipped) and skipped[at][0] <= start:
            continue
        elision = _ELIDED.match(word)
        if elision is not None:
            start += elision.end()
            word = word[elision.end() :]
        word = word.rstrip("’'")
        if len(word) > 1:
            while before < len(beyond) and beyond[before] < start:
                before += 1
            yield Token(word.replace("’", "'"), start + before, len(word))
