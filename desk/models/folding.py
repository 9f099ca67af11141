"""Text as the filter box compares it: no accents, no case, one space between words."""

import re
import unicodedata

NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


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
        # Marks are never ASCII: looking at those few alone halves the cost of a first load.
        lowered = NOT_ASCII.sub(_without_marks, unicodedata.normalize("NFKD", lowered))
    return lowered


def _without_marks(found: re.Match[str]) -> str:
    return "".join(each for each in found[0] if not unicodedata.combining(each))
