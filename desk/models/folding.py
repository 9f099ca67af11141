"""Text as the filter box compares it: no accents, no case, one space between words."""

import unicodedata


def fold(text: str) -> str:
    """« Élève  À L’ŒUVRE » → « eleve a l'oeuvre ».

    Whoever filters folds both sides with this function, so that what is found never depends on how
    the adherent or the agent types.
    """
    lowered = text.casefold().replace("’", "'").replace("œ", "oe").replace("æ", "ae")
    if not lowered.isascii():
        lowered = "".join(
            character
            for character in unicodedata.normalize("NFKD", lowered)
            if not unicodedata.combining(character)
        )
    return " ".join(lowered.split())
