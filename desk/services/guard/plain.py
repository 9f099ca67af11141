"""A text as the searches for numbers read it: the same length, only digits and spaces made plain.

An author may paste « ２６３ », thin or non-breaking spaces, or letters with zero-width characters
between them; places in the plain text are places in the author's.
"""

import re
import unicodedata

_JOINERS = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202c")
_KEYCAP = re.compile("[0-9]\ufe0f?\u20e3")
"""« 1️⃣ »: an ornament, no digit of a number beside it."""
_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2212")


def plain(text: str) -> str:
    """Every digit ASCII, every space or invisible character a space, every dash a hyphen."""
    if text.isascii():
        return text.replace("\t", " ")
    text = _KEYCAP.sub(lambda found: " " * len(found[0]), text)
    return "".join(_plain(character) for character in text)


def _plain(character: str) -> str:
    if character == "\t" or character in _JOINERS or unicodedata.category(character) == "Zs":
        return " "
    if character in _DASHES:
        return "-"
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)
