"""Understands what is typed into the search; nothing that can be typed is an error.

::

    retraite "carte européenne" -facture          words, a phrase, a word not wanted
    motif:"carte vitale" de:dupont statut:ouvert   fields
    échéance:<2h  après:lundi  agent:moi  réf:123
    relecture:demandée  relecture:renvoyée         a reply in review; relecture:à-faire: by me

The last word counts by its beginning while it is being typed, from two letters on. What cannot be
understood is left out and told (`Query.problems`); the rest is searched.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec

from desk.models.folding import fold
from desk.models.search import marks, values
from desk.models.search.query import (
    Agent,
    Circumstances,
    Due,
    Field,
    Marked,
    Part,
    Phrase,
    Problem,
    ProblemKind,
    Query,
    Reviewed,
    ReviewState,
    Term,
    Written,
)
from desk.models.search.words import words_of

T = TypeVar("T")

LONGEST = 1_000
"""Characters that are looked at."""

MOST_WORDS = 32
"""Terms that are searched; the index's own language has limits, nobody's memory is so long."""

LEAST_PREFIX = 2
"""Letters from which the last word is searched while it is being typed."""

STATUSES = {"ouvert": "open", "repondu": "answered", "clos": "closed"}
STATUS_WORDS = ("ouvert", "répondu", "clos")
"""Offered by the completion."""

REVIEWS = {
    "demandee": ReviewState.ASKED,
    "renvoyee": ReviewState.SENT_BACK,
    "a-faire": ReviewState.MINE,
    "moi": ReviewState.MINE,
}
REVIEW_WORDS = ("demandée", "renvoyée", "à-faire")
"""Offered by the completion."""

_QUOTES = str.maketrans("«»“”„‟", '""""""')
_ITEM = re.compile(
    r"(?P<sign>-?)(?P<name>[^\W\d_]+:)?(?:\"(?P<quoted>[^\"]*)(?P<close>\"?)|(?P<bare>[^\s\"]*))"
)
_FIELDS = {each.value: each for each in Field} | {"reference": Field.REFERENCE}


class Item(msgspec.Struct, frozen=True):
    """One piece of what was typed, as it stands there."""

    start: int
    end: int
    negated: bool
    name: str
    """Of the field as typed, without its colon; empty: none."""
    value: str
    quoted: bool
    typing: bool
    """The cursor may still be in it."""

    @property
    def field(self) -> Field | None:
        """The field that is meant, None when there is none of that name."""
        return _FIELDS.get(fold(self.name))


def items_of(text: str) -> list[Item]:
    """Cut what was typed into its pieces."""
    text = text[:LONGEST].translate(_QUOTES)
    items, place = [], 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found = _ITEM.match(text, place)
        if found is None or found.end() == place:
            place += 1
            continue
        place = found.end()
        quoted = found["quoted"] is not None
        items.append(
            Item(
                start=found.start(),
                end=place,
                negated=bool(found["sign"]),
                name=(found["name"] or "")[:-1],
                value=(found["quoted"] if quoted else found["bare"]) or "",
                quoted=quoted,
                typing=place == len(text) and not found["close"],
            )
        )
    return items


def parse(text: str, circumstances: Circumstances) -> Query:
    """What to search for."""
    terms: list[Term] = []
    problems: list[Problem] = []
    for item in items_of(text):
        if len(terms) >= MOST_WORDS:
            problems.append(Problem(ProblemKind.TOO_MANY_WORDS, "", item.value, typing=False))
            break
        # « Bonjour: », « https://… »: a colon alone makes no field.
        if not item.name or (item.field is None and item.value[:1] in ("", "/")):
            terms += _words(f"{item.name} {item.value}" if item.name else item.value, item)
        elif item.field is None:
            problems.append(Problem(ProblemKind.UNKNOWN_FIELD, item.name, item.value, item.typing))
        elif item.value.strip():
            found = _term(item.field, item, circumstances)
            if isinstance(found, ProblemKind):
                problems.append(Problem(found, item.name, item.value, item.typing))
            else:
                terms += found
    return Query(tuple(terms[:MOST_WORDS]), tuple(problems))


def parse_filter(text: str) -> Query:
    """The same words for the list's filter box: no fields, each word by its beginning."""
    words = words_of(text[:LONGEST])[:MOST_WORDS]
    return Query(tuple(Phrase((each,), prefix=True) for each in words))


def _words(text: str, item: Item, part: Part | None = None) -> Iterable[Term]:
    words = words_of(text)
    if not words:
        return ()
    prefix = item.typing
    if prefix and len(words[-1]) < LEAST_PREFIX and words[-1].isalpha():
        # One letter begins half of all words.
        words, prefix = words[:-1], False
        if not words:
            return ()
    return (Phrase(tuple(words), prefix, item.negated, part),)


def _term(field: Field, item: Item, now: Circumstances) -> Iterable[Term] | ProblemKind:
    match field:
        case Field.MOTIF | Field.SUJET | Field.THEME:
            return _place(field, item, now)
        case Field.FROM | Field.REFERENCE:
            return _words(item.value, item, Part.NAME)
        case Field.STATUS:
            return _status(item)
        case Field.REVIEW:
            state = _named(REVIEWS, item.value)
            if state is None:
                return ProblemKind.NO_SUCH_REVIEW
            return (Reviewed(state, item.negated),)
        case Field.AGENT:
            if fold(item.value) in ("moi", "mo", "m"):
                return (Agent(now.agent_id or 0, negated=item.negated),)
            words = words_of(item.value)
            return (Agent(None, tuple(words), item.negated),) if words else ()
        case Field.BEFORE | Field.AFTER:
            return _period(field, item, now)
        case Field.DUE:
            return _due(item, now)


def _place(field: Field, item: Item, now: Circumstances) -> Iterable[Term] | ProblemKind:
    wanted = words_of(item.value)
    labels = now.labels.of(field)
    exact = {code for code, label in labels.items() if words_of(label) == wanted}
    codes = exact or {
        code
        for code, label in labels.items()
        if code == item.value or _all_begin(wanted, words_of(label))
    }
    if not codes or not wanted:
        return ProblemKind.NO_SUCH_PLACE
    mark = {Field.MOTIF: marks.motif, Field.SUJET: marks.sujet, Field.THEME: marks.theme}[field]
    return (Marked(frozenset(map(mark, codes)), item.negated),)


def _all_begin(wanted: list[str], words: list[str]) -> bool:
    return all(any(word.startswith(each) for word in words) for each in wanted)


def _status(item: Item) -> Iterable[Term] | ProblemKind:
    status = _named(STATUSES, item.value)
    if status is None:
        return ProblemKind.NO_SUCH_STATUS
    return (Marked(frozenset({marks.status(status)}), item.negated),)


def _named(states: Mapping[str, T], value: str) -> T | None:
    """The one state that the beginning of its name, or another form of it, says."""
    word = fold(value)
    found = [state for name, state in states.items() if name.startswith(word)]
    if len(found) != 1 and word.endswith(("e", "s")):
        # « ouverte », « répondus ».
        stem = word.rstrip("es")
        found = [state for name, state in states.items() if name.rstrip("es") == stem]
    return found[0] if len(found) == 1 else None


def _period(field: Field, item: Item, now: Circumstances) -> Iterable[Term] | ProblemKind:
    days = values.days_of(item.value, values.day_at(now.now_ms, now.zone))
    if days is None:
        return ProblemKind.NO_SUCH_DAY
    try:
        # « après:lundi » begins with Monday itself, « avant:lundi » ends before it.
        instant = values.midnight_ms(days[0], now.zone)
    except (OverflowError, ValueError):
        return ProblemKind.NO_SUCH_DAY
    if (field is Field.BEFORE) is not item.negated:
        return (Written(until_ms=instant),)
    return (Written(from_ms=instant),)


def _due(item: Item, now: Circumstances) -> Iterable[Term] | ProblemKind:
    word = fold(item.value)
    if word in values.LATE_WORDS:
        return (Due(from_ms=now.now_ms) if item.negated else Due(until_ms=now.now_ms),)
    if (delay := values.delay_of(item.value)) is not None:
        sign, ms = delay
        if (sign == "<") is not item.negated:
            return (Due(until_ms=now.now_ms + ms),)
        return (Due(from_ms=now.now_ms + ms),)
    days = values.days_of(word, values.day_at(now.now_ms, now.zone))
    if word not in ("aujourd'hui", "aujourdhui", "demain") or days is None:
        return ProblemKind.NO_SUCH_DELAY
    return (Due(values.midnight_ms(days[0], now.zone), values.midnight_ms(days[1], now.zone)),)
