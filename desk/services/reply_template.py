"""One reply template: what it is, and how the application's file writes it."""

import re
from enum import StrEnum
from typing import Any, Literal

import msgspec

from desk.services.template_fields import FieldType, TemplateField

EVERY_THEME = "*"
# French spaces before and within these marks; a line must not break there. The `!=` and `%}` of
# the template language are left alone.
_OPENING = re.compile("« ")
_CLOSING = re.compile(" ([»;:?€]|!(?!=))")


class TemplatesInvalid(ValueError):
    """The templates' file is not what it should be."""


class Origin(StrEnum):
    """Where a template comes from."""

    COLLECTION = "collection"
    """The application's own."""
    OWN = "own"
    """A text that the agent kept."""
    PAST = "past"
    """An earlier answer to the same motif, its data blanked."""


class ServicePriority(StrEnum):
    """Which online service a template names (`sel`)."""

    TEMPLATE = "template"
    """Always the template's own."""
    MOTIF = "motif"
    """The motif's, else the template's default."""
    AGENT = "agent"
    """The one that the agent chooses."""


class ServiceRule(msgspec.Struct, frozen=True):
    """How `sel` is found."""

    priority: ServicePriority
    default: str | None


class ReplyTemplate(msgspec.Struct, frozen=True):
    """One template, as lists and forms need it."""

    code: str
    title: str
    category: str
    themes: tuple[str, ...]
    kind: Literal["answer", "holding"]
    """A holding template does not stop the clock."""
    advice: str
    """A counsel to the agent; empty when there is none."""
    service: ServiceRule | None
    fields: tuple[TemplateField, ...]
    body: str
    """A template's source; of a text that is no template, the text itself: never compiled."""
    origin: Origin = Origin.COLLECTION


def template_of(raw: dict[str, Any]) -> ReplyTemplate:
    """The template that an entry of the templates' file describes.

    Raises:
        TemplatesInvalid: it is none.
    """
    try:
        rule = raw.get("online_service")
        return ReplyTemplate(
            code=raw["code"],
            title=raw["title"],
            category=raw["category"],
            themes=tuple(raw["themes"]),
            kind="holding" if raw.get("kind") == "holding" else "answer",
            advice=raw.get("advice") or "",
            service=ServiceRule(ServicePriority(rule["priority"]), rule["default"])
            if rule
            else None,
            fields=tuple(_field(each) for each in raw["fields"]),
            body=typeset(raw["body"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise TemplatesInvalid(f"{raw.get('code', raw)}: {error!r}") from error


def typeset(source: str) -> str:
    """A template's own text with the spaces that French typography does not break."""
    return _CLOSING.sub("\u00a0\\1", _OPENING.sub("«\u00a0", source))


def _field(raw: dict[str, Any]) -> TemplateField:
    kind, _, choices = str(raw["type"]).partition(":")
    return TemplateField(
        name=raw["name"],
        label=raw["label"],
        type=FieldType(kind),
        required=bool(raw["required"]),
        choices=tuple(choices.split("|")) if choices else (),
    )
