"""The caisse's reply templates, as desk uses them."""

from typing import Literal

from ninja import Schema
from pydantic import Field


class TemplateField(Schema):
    """One value that a template asks for."""

    name: str
    label: str
    type: Literal["texte", "date", "liste", "booleen", "entier", "montant", "choix"]
    required: bool
    choices: list[str]


class TemplateService(Schema):
    """Which online service the template names (`sel`)."""

    priority: Literal["template", "motif", "agent"]
    default: str | None


class ReplyTemplate(Schema):
    """The version in force of one template."""

    code: str
    number: int = Field(description="Which version")
    title: str
    category: str
    themes: list[str] = Field(description="Codes; `*`: all of them")
    kind: Literal["answer", "holding"]
    advice: str
    online_service: TemplateService | None
    fields: list[TemplateField]
    body: str = Field(description="Jinja2, for a sandbox with StrictUndefined; plain text")


class ReplyTemplates(Schema):
    """The templates in force, in the caisse's order. None at all: desk uses its own collection."""

    templates: list[ReplyTemplate]
