"""The civility and the name that a reply begins and ends with."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from desk.models.folding import fold
from desk.services.guard.finding import Finding, FindingKind
from desk.services.guard.surroundings import Surroundings

_CIVILITY = r"(?:Mademoiselle|Mlle|Madame|Mme|Monsieur|Mr|M)(?![\w’'-])"
_SPACE = r"[ \u00a0\u202f]"
_OPENING = re.compile(
    rf"\A\s*(?:(?:Re)?[Bb]onjour|Bonsoir|Ch[eè]re?){_SPACE}*,?{_SPACE}*"
    rf"(?:(?P<civility>{_CIVILITY})\.?)?{_SPACE}*(?P<name>[^\W\d_][^,\n!.:;]{{0,60}})?{_SPACE}*[,!\n]"
)
_BARE_OPENING = re.compile(
    rf"\A\s*(?P<civility>{_CIVILITY})\.?{_SPACE}*(?P<name>[^\W\d_][^,\n!.:;]{{0,60}})?{_SPACE}*,"
)
_VOCATIVE = re.compile(
    rf",\s+(?P<civility>Mademoiselle|Madame|Monsieur)(?P<name>(?:{_SPACE}[A-ZÀ-Ý][\w’'-]*){{0,4}}),"
)
_BOTH = re.compile(
    r"\b(?:Madame|Mesdames),? (?:et |ou )?(?:Monsieur|Messieurs)|Monsieur,? (?:et |ou )?Madame"
)
_FULL = {"mlle": "Mademoiselle", "mme": "Madame", "m": "Monsieur", "mr": "Monsieur"}
_NOBODY = frozenset(("a tous", "et merci", "merci"))
_TITLES = frozenset(("le", "la", "l", "monsieur", "madame", "et"))


class _Addressed(NamedTuple):
    """Somebody whom the reply may greet."""

    civility: str
    name: str
    names: str
    """Every name of theirs."""


def wrong_salutations(text: str, around: Surroundings) -> Iterator[Finding]:
    """The opening, and « , Madame, » of a closing formula, held against the adherent's own, or
    those of the proxy who wrote in their name.
    """
    opening = _OPENING.match(text) or _BARE_OPENING.match(text)
    end = 0
    if opening is not None and not _BOTH.search(
        opening[0] + text[opening.end() : opening.end() + 12]
    ):
        end = opening.end()
        yield from _judge(opening, around)
    for match in _VOCATIVE.finditer(text, end):
        near = text[max(0, match.start() - 12) : match.end() + 12]
        if not _BOTH.search(near):
            yield from _judge(match, around)


def _judge(match: re.Match[str], around: Surroundings) -> Iterator[Finding]:
    said, name = match["civility"], (match["name"] or "").strip()
    if said is None and (not name or name[:1].islower() or fold(name) in _NOBODY):
        return
    people = _people(around)
    if any(_greets(said, name, each) for each in people):
        return
    start = match.start("civility") if said else match.start("name")
    end = match.start("name") + len(name) if name else match.end("civility")
    words = [people[0].civility or _full(said or "")] if said else []
    if name:
        words.append(people[0].name)
    yield Finding(FindingKind.SALUTATION, start, end, " ".join(filter(None, words)) or None)


def _people(around: Surroundings) -> list[_Addressed]:
    """Whom to greet: who wrote, first."""
    theirs = around.own_names.partition("\n")[0]
    adherent = _Addressed(around.civility, around.addressed_name, theirs)
    if around.proxy is None:
        return [adherent]
    proxy = around.proxy
    return [_Addressed(proxy.civility, proxy.addressed_name, proxy.name), adherent]


def _greets(said: str | None, name: str, whom: _Addressed) -> bool:
    if said and _differs(said, whom.civility):
        return False
    return not name or not name[:1].isupper() or _is_name_of(name, whom)


def _full(civility: str) -> str:
    return _FULL.get(fold(civility).strip("."), civility)


def _differs(said: str, civility: str) -> bool:
    return civility in ("Madame", "Monsieur") and _full(said) != civility


def _is_name_of(name: str, whom: _Addressed) -> bool:
    """Every word of it is a name of theirs, the name to write to among them."""
    said, written = _name_words(name), _name_words(whom.name)
    return (
        bool(said) and said <= written | _name_words(whom.names) | _TITLES and bool(said & written)
    )


def _name_words(name: str) -> set[str]:
    return set(re.findall(r"\w+", fold(name)))
