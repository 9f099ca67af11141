"""The caisse's reply templates, as the portal sends them."""

import msgspec


class TemplateField(msgspec.Struct, frozen=True):
    """One value that a template asks for; `type` as in `desk.services.template_fields`."""

    name: str
    label: str
    type: str
    required: bool
    choices: list[str]


class TemplateService(msgspec.Struct, frozen=True):
    """Which online service the template names (`sel`)."""

    priority: str
    default: str | None


class ReplyTemplate(msgspec.Struct, frozen=True):
    """The version in force (`number`) of one template; `themes` may be ``*``, all of them."""

    code: str
    number: int
    title: str
    category: str
    themes: list[str]
    kind: str
    advice: str
    online_service: TemplateService | None
    fields: list[TemplateField]
    body: str


class ReplyTemplates(msgspec.Struct, frozen=True):
    """Answer of ``GET /templates`` (with an ETag); none at all: the application's collection."""

    templates: list[ReplyTemplate]
