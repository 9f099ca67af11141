"""Text as the filter box compares it: no accents, no case, one space between words."""

import re
import unicodedata

NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
FRENCH_MARKS = "\u0301\u0300\u0302\u0327\u0308"
"""Acute, grave, circumflex, cedilla, diaeresis: what decomposing a French text leaves."""


def fold(text: str) -> str:
    """« Élève  À L’ŒUVRE » → « eleve a l'oeuvre ».

    Whoever filters folds both sides with this function, so that what is found never depends on how
    the adherent or the agent types.
    """
    return " ".join(unmarked(text).split())


def unmarked(text: str) -> str:
    """The same with its spaces as they are: each character for itself, whatever stands around."""
    lowered = text.casefold().replace("’", "'").replace("œ", "oe").replace("æ", "ae")
    if not lowered.isascii():
        lowered = unicodedata.normalize("NFKD", lowered)
        # A first load folds a hundred thousand texts, nearly all of them French: five plain
        # replacements cost a tenth of asking each character what it is.
        for mark in FRENCH_MARKS:
            lowered = lowered.replace(mark, "")
        if not lowered.isascii():
            lowered = NOT_ASCII.sub(_without_marks, lowered)
    return lowered


def _without_marks(found: re.Match[str]) -> str:
    return "".join(each for each in found[0] if not unicodedata.combining(each))
