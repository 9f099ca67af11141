"""Phone numbers and e-mail addresses, and whose they may be."""

import re
from collections.abc import Iterator

from desk.services.guard.finding import Finding, FindingKind
from desk.services.guard.plain import plain
from desk.services.guard.surroundings import Surroundings
from desk.services.guard.words import WordLists

_FRENCH_PHONE = re.compile(
    r"(?<![\w+/])(?:(?:\+|00) ?33[ .\-]{0,2}(?:\(0\)[ .\-]?)?|0)"
    r"([1-9](?:(?:[ .\-/]{0,2}\d\d){4}|\d\d(?:[ .\-]\d{3}){2}))(?!\w)"
)
_FOREIGN_PHONE = re.compile(r"(?<![\w+/])(?:\+|00) ?(?!33)([1-9](?:[ .\-]{0,2}\d){7,13})(?!\w)")
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w-])", re.IGNORECASE
)
_FRENCH = "33"
_PUBLIC_RANGE = "8"
"""French numbers that begin with 08 belong to services, never to a person (Arcep's numbering)."""


def phones_in(text: str) -> frozenset[str]:
    """Every number of a text, in one form: « 0033 6 12… », « 06.12… » and « +33 (0)6 12… » are
    the same.
    """
    return frozenset(number for _, _, number in _phones(plain(text)))


def emails_in(text: str) -> frozenset[str]:
    """Every address of a text, in lower case."""
    return frozenset(match[0].lower() for match in _EMAIL.finditer(plain(text)))


def contacts(plain_text: str, around: Surroundings, lists: WordLists) -> Iterator[Finding]:
    """Numbers and addresses that are neither the adherent's own nor the caisse's."""
    known = "\n".join((around.own_words, around.caisse_words, lists.public_contacts))
    allowed = phones_in(known)
    for start, end, number in _phones(plain_text):
        if number not in allowed and not number.startswith(_FRENCH + _PUBLIC_RANGE):
            masked = f"•• •• •• •• {number[-2:]}"
            yield Finding(FindingKind.CONTACT, start, end, masked)
    addresses = emails_in(known)
    for match in _EMAIL.finditer(plain_text):
        address = match[0].lower()
        domain = address.rpartition("@")[2]
        ours = any(domain == each or domain.endswith("." + each) for each in around.caisse_domains)
        if address not in addresses and not ours:
            yield Finding(FindingKind.CONTACT, match.start(), match.end(), "•••@•••")


def _phones(plain_text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, country code and national digits)."""
    for pattern, country in ((_FRENCH_PHONE, _FRENCH), (_FOREIGN_PHONE, "")):
        for match in pattern.finditer(plain_text):
            digits = "".join(filter(str.isdigit, match[1]))
            yield match.start(), match.end(), country + digits
