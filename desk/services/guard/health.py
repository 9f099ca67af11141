"""Words that tell of somebody's health."""

from collections.abc import Iterator

from desk.models.folding import fold
from desk.services.guard.finding import Finding, FindingKind
from desk.services.guard.surroundings import Surroundings
from desk.services.guard.words import WordLists


def health_words(text: str, around: Surroundings, lists: WordLists) -> Iterator[Finding]:
    """Each whole word of the list, but those of harmless phrases and of the motif itself."""
    folded, places = _folded_in_place(text)
    harmless = [match.span() for match in lists.harmless.finditer(folded)]
    subject = fold(around.subject)
    for match in lists.health.finditer(folded):
        inside = any(start <= match.start() and match.end() <= end for start, end in harmless)
        if not inside and match[0] not in subject:
            start, end = places[match.start()], places[match.end() - 1] + 1
            yield Finding(FindingKind.HEALTH, start, end, None)


def _folded_in_place(text: str) -> tuple[str, list[int]]:
    """The text folded character by character, and where each one stood."""
    folded, places = [], []
    for index, character in enumerate(text):
        for each in fold(character) or (" " if character.isspace() else ""):
            folded.append(each)
            places.append(index)
    return "".join(folded), places
