"""Other adherents' names."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from desk.models.folding import fold
from desk.services.guard.finding import Finding, FindingKind
from desk.services.guard.surroundings import Surroundings
from desk.services.guard.words import Word, WordLists, words_of

_CIVILITIES = frozenset(
    fold(each)
    for each in (
        "monsieur",
        "madame",
        "mademoiselle",
        "m",
        "mme",
        "mlle",
        "mr",
        "époux",
        "consorts",
    )
)
_NOT_ADHERENTS = frozenset(
    fold(each)
    for each in (
        # A doctor, a street, a saint, a school of that name is nobody's file.
        *("docteur", "dr", "professeur", "pr", "maître", "me", "saint", "sainte", "st", "ste"),
        *("rue", "avenue", "boulevard", "place", "allée", "impasse", "chemin", "route", "quai"),
        *("école", "collège", "lycée", "hôpital", "clinique", "ehpad", "résidence", "centre"),
        *("cabinet", "pharmacie", "fondation", "commune", "ville", "mairie", "pays"),
    )
)


def candidates(text: str) -> frozenset[str]:
    """Folded words of a text that might be names: the store is asked for these alone."""
    found = set()
    for word in words_of(text):
        if word.is_capitalised and len(word.folded) > 1:
            found.add(word.folded)
            found.update(part for part in word.folded.split("-") if len(part) > 1)
    return frozenset(found)


def other_names(text: str, around: Surroundings, lists: WordLists) -> Iterator[Finding]:
    """A family name counts when a civility or its owner's first name stands by it, when it is in
    capitals, or when it is no word of everyday French and begins no sentence.
    """
    if not around.others:
        return
    ours = _vocabulary(around)
    words = words_of(text)
    firsts: dict[tuple[str, ...], set[str]] = {}
    for person in around.others:
        family = tuple(fold(person.family_name).split())
        if family and not set(family) <= ours:
            firsts.setdefault(family, set()).update(fold(person.first_name).split())
    lengths = sorted({len(family) for family in firsts}, reverse=True)
    at = 0
    while at < len(words):
        for length in lengths:
            here = words[at : at + length]
            family = tuple(word.folded for word in here)
            if len(here) == length and family in firsts and _adjacent(text, here):
                first_names = firsts[family] - ours
                extent = _is_named(text, words, at, length, first_names, lists)
                if extent is not None:
                    start, end = extent
                    yield Finding(FindingKind.OTHER_NAME, start, end, "••••")
                    at += length - 1
                    break
        at += 1


def _is_named(
    text: str, words: list[Word], at: int, length: int, first_names: set[str], lists: WordLists
) -> tuple[int, int] | None:
    """Where the person is named, None when those words name nobody."""
    here = words[at : at + length]
    if not here[0].is_capitalised and not here[-1].is_capitalised:
        return None
    before = words[at - 1] if at > 0 and _near(text, words[at - 1], here[0]) else None
    after = words[at + length] if at + length < len(words) else None
    if after is not None and not _near(text, here[-1], after):
        after = None
    start, end = here[0].start, here[-1].end
    if before is not None and before.folded in _NOT_ADHERENTS:
        return None
    if before is not None and before.folded in first_names and before.is_capitalised:
        return before.start, end
    if after is not None and after.folded in first_names and after.is_capitalised:
        return start, after.end
    if before is not None and before.folded in _CIVILITIES:
        return start, end
    ordinary = all(word.folded in lists.ordinary_names for word in here)
    shouted = all(word.is_capitals for word in here)
    neighbours_shout = any(each is not None and each.is_capitals for each in (before, after))
    if shouted and len(here[-1].text) > 2 and not neighbours_shout:
        return start, end
    if before is not None and before.is_capitalised and not before.begins_sentence:
        # Another first name stands before it: a namesake, a colleague, a street.
        return None
    if ordinary or here[0].begins_sentence or len(here[-1].folded) < 3:
        return None
    return start, end


def _vocabulary(around: Surroundings) -> set[str]:
    """Words that name nobody else: one's own names, the caisse's, what the adherent wrote."""
    told = "\n".join((around.own_names, around.caisse_words, around.own_words, around.subject))
    return {word.folded for word in words_of(told) if word.is_capitalised}


def _near(text: str, left: Word, right: Word) -> bool:
    between = text[left.end : right.start]
    return len(between) <= 3 and not between.strip(" .\u00a0\u202f’'dlDL")


def _adjacent(text: str, words: Sequence[Word]) -> bool:
    pairs = pairwise(words)
    return all(not text[a.end : b.start].strip(" \u00a0\u202f-’'") for a, b in pairs)
