"""All checks of a reply together."""

from collections.abc import Iterable

from desk.services.guard.attachment import promised_attachments
from desk.services.guard.contacts import contacts
from desk.services.guard.finding import Finding
from desk.services.guard.health import health_words
from desk.services.guard.names import other_names
from desk.services.guard.numbers import ibans, nirs
from desk.services.guard.plain import plain
from desk.services.guard.salutation import wrong_salutations
from desk.services.guard.surroundings import Surroundings
from desk.services.guard.words import WordLists


def findings(text: str, around: Surroundings, lists: WordLists) -> tuple[Finding, ...]:
    """Every warning, in the text's order. Of two about the same characters the graver stands."""
    plain_text = plain(text)
    # In the order of who wins: the digits of an account are no phone number, and a wrong name in
    # the salutation is mended with it.
    found = _without_overlaps(
        ibans(plain_text),
        nirs(plain_text),
        contacts(plain_text, around, lists),
        wrong_salutations(text, around),
        other_names(text, around, lists),
        health_words(text, around, lists),
        promised_attachments(text),
    )
    return tuple(sorted(found, key=lambda each: each.start))


def _without_overlaps(*checks: Iterable[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    for check in checks:
        for finding in check:
            if not any(finding.overlaps(each) for each in kept):
                kept.append(finding)
    return kept
