"""What could follow what is being typed: names of fields, and their values."""

from collections.abc import Iterable

import msgspec

from desk.models.folding import fold
from desk.models.search import values
from desk.models.search.language import REVIEW_WORDS, STATUS_WORDS, Item, items_of
from desk.models.search.query import Field, Labels
from desk.models.search.words import words_of

MOST = 12
"""Suggestions shown."""

DELAYS = ("<30min", "<1h", "<2h", "<4h", "<1j", "dépassée")


class Suggestion(msgspec.Struct, frozen=True):
    """Put `text` in place of what stands at [start, end[ (characters)."""

    text: str
    start: int
    end: int
    field: Field


def suggestions(text: str, caret: int, labels: Labels) -> list[Suggestion]:
    """For the piece of the query that the caret stands at the end of, best first."""
    item = next((each for each in items_of(text[:caret]) if each.end == caret), None)
    if item is None:
        return []
    sign = "-" if item.negated else ""
    if not item.name:
        if item.quoted or not item.value:
            return []
        typed = fold(item.value)
        return [
            Suggestion(f"{sign}{field.written}:", item.start, item.end, field)
            for field in Field
            if field.value.startswith(typed)
        ]
    field = item.field
    if field is None or (item.quoted and not item.typing):
        return []
    found = [
        Suggestion(f"{sign}{field.written}:{_written(value)} ", item.start, item.end, field)
        for value in _values(field, labels)
        if _fits(item, value)
    ]
    return found[:MOST]


def _values(field: Field, labels: Labels) -> Iterable[str]:
    match field:
        case Field.MOTIF | Field.SUJET | Field.THEME:
            return dict.fromkeys(labels.of(field).values())
        case Field.STATUS:
            return STATUS_WORDS
        case Field.REVIEW:
            return REVIEW_WORDS
        case Field.DUE:
            return (*DELAYS, "aujourd’hui", "demain")
        case Field.BEFORE | Field.AFTER:
            return values.DAY_WORDS
        case Field.AGENT:
            return ("moi",)
        case Field.FROM | Field.REFERENCE:
            return ()


def _fits(item: Item, value: str) -> bool:
    if fold(value).startswith(fold(item.value)):
        return fold(value) != fold(item.value) or item.quoted
    typed = words_of(item.value)
    return bool(typed) and all(
        any(word.startswith(each) for word in words_of(value)) for each in typed
    )


def _written(value: str) -> str:
    return f'"{value}"' if any(each.isspace() for each in value) else value
