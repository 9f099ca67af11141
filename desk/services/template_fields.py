"""The typed values that a reply template asks for."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

import msgspec

from desk.services.french_values import french_amount, french_date
from desk.services.reply_text import clean_value, hole_mark

FieldValue = str | date | bool | int | Decimal | tuple[str, ...] | None
"""What a form gives for one field; None when it was left empty."""


class FieldType(StrEnum):
    """Named as the templates' file names them."""

    TEXT = "texte"
    DATE = "date"
    LIST = "liste"
    BOOLEAN = "booleen"
    INTEGER = "entier"
    AMOUNT = "montant"
    CHOICE = "choix"
    SERVICE = "service"
    """One of the catalogue's online services, by code; asked where the agent must choose it."""


class TemplateField(msgspec.Struct, frozen=True):
    """One value of a template."""

    name: str
    label: str
    type: FieldType
    required: bool
    choices: tuple[str, ...] = ()


class FieldValueInvalid(TypeError):
    """A value of another type than its field's: a mistake of the program, never of the agent."""


class Missing:
    """A value that was not given.

    In a condition it is false, so that optional parts stay away; printed or listed it becomes a
    mark that the agent must replace. A template can therefore neither fail nor stay silent.
    """

    def __init__(self, label: str) -> None:
        self._mark = hole_mark(label)

    def __str__(self) -> str:
        return self._mark

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> "_OneMark":
        return _OneMark(self._mark)

    def __getitem__(self, _name: str) -> "Missing":
        return self


class _OneMark:
    """Iterates over a single mark."""

    def __init__(self, mark: str) -> None:
        self._left = [mark]

    def __iter__(self) -> "_OneMark":
        return self

    def __next__(self) -> str:
        if not self._left:
            raise StopIteration
        return self._left.pop()


TemplateValue = str | bool | tuple[str, ...] | Missing


def template_value(field: TemplateField, value: FieldValue) -> TemplateValue:
    """What the template is given for a field: words already in French, or a `Missing`.

    Raises:
        FieldValueInvalid: `value` does not have the field's type, or is not one of its choices.
    """
    if value is None:
        return Missing(field.label)
    match field.type:
        case FieldType.TEXT if isinstance(value, str):
            return clean_value(value) or Missing(field.label)
        case FieldType.LIST if isinstance(value, tuple):
            lines = tuple(line for each in value if (line := clean_value(each)))
            return lines or Missing(field.label)
        case FieldType.DATE if isinstance(value, date):
            return french_date(value)
        case FieldType.BOOLEAN if isinstance(value, bool):
            return value
        case FieldType.INTEGER if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        case FieldType.AMOUNT if isinstance(value, Decimal):
            return french_amount(value)
        case FieldType.CHOICE if value in field.choices:
            return str(value)
    raise FieldValueInvalid(f"{field.name}: {type(value).__name__} for {field.type}")


def undecided(
    fields: tuple[TemplateField, ...], values: Mapping[str, FieldValue]
) -> tuple[TemplateField, ...]:
    """Required yes/no questions without an answer: no place in the text can show them."""
    return tuple(
        field
        for field in fields
        if field.type is FieldType.BOOLEAN and field.required and values.get(field.name) is None
    )
