"""What tells two versions of a text apart, word by word. Pure."""

import difflib
from enum import StrEnum

import msgspec
import regex

_TOKENS = regex.compile(r"\w+\s*|[^\w\s]\s*|\s+")
_SENTENCES = regex.compile(r"[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+")
_WORD = regex.compile(r"\w+")
MOST_TOKENS = 700
"""Above, whole sentences are compared: the matching grows with the square of the number, and the
window would wait for it."""


class Change(StrEnum):
    """Where a piece of text stands. SAME: in both. HERE: only in the text that is looked at. THERE:
    only in the text it is compared with.
    """

    SAME = "same"
    HERE = "here"
    THERE = "there"


class Piece(msgspec.Struct, frozen=True):
    """A run of text with one fate."""

    change: Change
    text: str

    @property
    def words(self) -> int:
        """How many words it has; a piece of blanks or signs alone has none."""
        return len(_WORD.findall(self.text))


def difference(here: str, there: str) -> tuple[Piece, ...]:
    """The pieces in reading order. The SAME and HERE ones make up `here`, the SAME and THERE ones
    `there`. Example: from « Bonjour Madame, » (there) to « Bonjour Monsieur, » (here): « Bonjour »
    SAME, « Madame » THERE, « Monsieur » HERE, the comma SAME.
    """
    old, new = _TOKENS.findall(there), _TOKENS.findall(here)
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    pieces: list[Piece] = []
    _add(pieces, Change.SAME, new[:head])
    pieces += _compared("".join(old[head : len(old) - tail]), "".join(new[head : len(new) - tail]))
    _add(pieces, Change.SAME, new[len(new) - tail :])
    return tuple(pieces)


def _compared(there: str, here: str) -> list[Piece]:
    old, new = _TOKENS.findall(there), _TOKENS.findall(here)
    if len(old) > MOST_TOKENS or len(new) > MOST_TOKENS:
        old, new = _SENTENCES.findall(there), _SENTENCES.findall(here)
    if len(old) > MOST_TOKENS or len(new) > MOST_TOKENS:
        old, new = [there], [here]
    pieces: list[Piece] = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            _add(pieces, Change.SAME, new[new_from:new_to])
        else:
            _add(pieces, Change.THERE, old[old_from:old_to])
            _add(pieces, Change.HERE, new[new_from:new_to])
    return pieces


def _add(pieces: list[Piece], change: Change, tokens: list[str]) -> None:
    if tokens:
        pieces.append(Piece(change, "".join(tokens)))
