"""Reply templates: found, filled with values, rendered in a sandbox to plain text.

Nothing that an adherent or an agent supplies is ever compiled as a template: values enter a
rendered text as they are. The templates' own text is the application's, or the caisse's as the
portal sent it: written by supervisors, and run in the sandbox alone.
"""

import logging
import math
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, select

from desk import wire
from desk.models.folding import fold
from desk.models.snapshots import ThreadView
from desk.models.tables import online_service
from desk.services.reply_template import (
    EVERY_THEME,
    Origin,
    ReplyTemplate,
    ServicePriority,
    TemplatesInvalid,
    template_of,
    typeset,
)
from desk.services.reply_text import HoleInText, clean_value, hole_mark, holes_in
from desk.services.template_context import reply_context
from desk.services.template_fields import (
    FieldType,
    FieldValue,
    Missing,
    TemplateField,
    template_value,
    undecided,
)
from desk.services.template_shelf import TemplateShelf, searched_words

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

SERVICE_FIELD = "sel"
log = logging.getLogger(__name__)

_BLANK_LINES = re.compile(r"\n{3,}")
_SHORTEST_TELLING_WORD = 5
OF_THE_THEME = 2
"""How near a template is whose theme is the thread's, and no more."""


class OnlineService(msgspec.Struct, frozen=True):
    """An online service of the catalogue, as templates name it."""

    code: str
    label: str
    url: str


class Rendered(msgspec.Struct, frozen=True):
    """A template with its values."""

    text: str
    undecided: tuple[TemplateField, ...]
    """Yes/no questions that must be answered before the text means anything."""

    @property
    def holes(self) -> tuple[HoleInText, ...]:
        """The values that are missing, where they stand in the text."""
        return holes_in(self.text)

    @property
    def complete(self) -> bool:
        """It may leave as it is."""
        return not self.undecided and not self.holes


def online_services(conn: Connection) -> dict[str, OnlineService]:
    """The active online services of the stored catalogue, by code, in alphabetical order."""
    table = online_service.c
    rows = conn.execute(
        select(table.code, table.label, table.url).where(table.active == 1).order_by(table.label)
    )
    return {row.code: OnlineService(row.code, row.label, row.url) for row in rows}


class ReplyTemplates:
    """The application's reply templates, or the caisse's (`use`).

    Raises:
        TemplatesInvalid: the file misses something, or a body is no template.
        OSError: the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._of_caisse: TemplateShelf | None = None

    @property
    def all(self) -> tuple[ReplyTemplate, ...]:
        """The caisse's, in its order; else the file's, in its own."""
        return self._shelf.all

    def shelf_of(self, templates: tuple[ReplyTemplate, ...]) -> TemplateShelf | None:
        """A caisse's own templates, compiled, for `use`; those that are no templates are left out.
        None when nothing is left. May be called on any thread.
        """
        from jinja2 import TemplateError

        sound = []
        for template in templates:
            try:
                self._environment.from_string(template.body)
            except TemplateError:
                log.warning("the template %s cannot be compiled", template.code)
            else:
                sound.append(template)
        if not sound:
            return None
        shelf = TemplateShelf(tuple(sound), self._environment)
        shelf.prepare()
        return shelf

    def use(self, shelf: TemplateShelf | None) -> None:
        """From now on a caisse's own templates; None: the application's collection."""
        self._of_caisse = shelf

    @property
    def _shelf(self) -> TemplateShelf:
        return self._of_caisse or self._packaged

    @cached_property
    def _packaged(self) -> TemplateShelf:
        """Read at the first use: opening the window does not wait for it."""
        templates = tuple(template_of(raw) for raw in self._document["templates"])
        return TemplateShelf(templates, self._environment)

    @cached_property
    def _document(self) -> dict[str, Any]:
        # Imported at the first use, as the template engine below: 80 ms that no window waits for.
        import yaml

        # libyaml's loader, which every wheel holds: six times faster, on the window's thread.
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        document = yaml.load(self._path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506
        if not isinstance(document, dict) or not {"partials", "templates"} <= set(document):
            raise TemplatesInvalid(str(self._path))
        return document

    @cached_property
    def _environment(self) -> "SandboxedEnvironment":
        from jinja2 import StrictUndefined
        from jinja2.sandbox import SandboxedEnvironment

        return SandboxedEnvironment(
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            autoescape=False,
        )

    @cached_property
    def _partials(self) -> "dict[str, Template]":
        return {
            name: self._environment.from_string(typeset(source))
            for name, source in self._document["partials"].items()
        }

    def prepare(self) -> None:
        """Read and compile them all: a tenth of a second that belongs on a worker's thread, or the
        window stands still when the agent first asks for a template.
        """
        self._shelf.prepare()
        dict(self._partials)

    def get(self, code: str) -> ReplyTemplate:
        """The template of that code; KeyError when there is none."""
        return self._shelf.by_code[code]

    def is_suggested(self, template: ReplyTemplate, thread: ThreadView) -> bool:
        """It was written for the thread's theme or speaks of its motif."""
        return self._nearness(template, thread) > 0

    def speaks_of(self, template: ReplyTemplate, thread: ThreadView) -> bool:
        """It is of the thread's theme, and its title or online service is of the motif: near enough
        to be inserted unseen, where a mere theme is not.
        """
        return self._nearness(template, thread) > OF_THE_THEME

    def ranked(
        self,
        thread: ThreadView | None,
        query: str = "",
        more: Sequence[ReplyTemplate] = (),
        uses: Mapping[str, int] = MappingProxyType({}),
    ) -> tuple[ReplyTemplate, ...]:
        """Templates that hold every word of `query`, those suited to the thread first; `more` are
        the agent's own and past replies. `uses`: how often each was used for the thread's motif.

        Equal ones keep the file's order. Templates of other themes come last, never away: an
        adherent may ask about something else than the motif says. Without a query the past replies
        follow them: they were written for somebody else.
        """
        words = fold(query).split()
        found = [
            template
            for template in (*self.all, *more)
            if all(word in self._words_of(template) for word in words)
        ]
        if thread is None:
            return tuple(found)

        def order(template: ReplyTemplate) -> tuple[bool, float]:
            # Each doubling of the uses weighs as much as two telling words of the motif: after some
            # four uses habit comes before what the words suggest.
            used = 4 * math.log2(1 + uses.get(template.code, 0))
            return (
                template.origin is Origin.PAST and not words,
                -(self._nearness(template, thread) + used),
            )

        return tuple(sorted(found, key=order))

    def given_text(
        self,
        template: ReplyTemplate,
        thread: ThreadView,
        me: wire.Me,
        now_ms: int,
    ) -> Rendered:
        """The text of one that is no template. A past reply gets this adherent's salutation and
        this agent's signature. Nothing in the text is ever executed.
        """
        if template.origin is Origin.PAST:
            context = reply_context(thread, me, now_ms)
            parts = {
                name: partial.render(context).strip() for name, partial in self._partials.items()
            }
            order = (parts["salutation"], template.body, parts["formule_fin"], parts["signature"])
            return Rendered(text="\n\n".join(order), undecided=())
        return Rendered(text=clean_value(template.body), undecided=())

    def fields_of(self, template: ReplyTemplate) -> tuple[TemplateField, ...]:
        """What a form must ask: the fields, and the online service where the agent chooses it."""
        if template.service is None or template.service.priority is not ServicePriority.AGENT:
            return template.fields
        chosen = TemplateField(SERVICE_FIELD, "Service en ligne", FieldType.SERVICE, required=True)
        return (chosen, *template.fields)

    def render(
        self,
        code: str,
        values: Mapping[str, FieldValue],
        thread: ThreadView,
        me: wire.Me,
        services: Mapping[str, OnlineService],
        now_ms: int,
    ) -> Rendered:
        """Write the reply of template `code` to `thread` in the name of `me`.

        `values` are by field name; one that is absent or None is missing. `now_ms` is the portal's
        clock. A missing value becomes a mark where it stands (see `Rendered.holes`).

        Raises:
            KeyError: no such template.
            FieldValueInvalid: a value has another type than its field.
        """
        from jinja2 import TemplateError

        template = self.get(code)
        context = reply_context(thread, me, now_ms)
        context[SERVICE_FIELD] = _service(template, values, thread, services)
        for name, partial in self._partials.items():
            context[name] = partial.render(context).strip()
        for field in template.fields:
            context[field.name] = template_value(field, values.get(field.name))
        try:
            text = self._shelf.body(template).render(context)
        except TemplateError as error:
            # The portal refuses such texts; one that came through shows itself, and cannot leave.
            text = hole_mark(f"modèle à corriger : {clean_value(error.message or template.code)}")
        lines = "\n".join(line.rstrip() for line in text.split("\n"))
        return Rendered(
            text=_BLANK_LINES.sub("\n\n", lines).strip(),
            undecided=undecided(template.fields, values),
        )

    def _words_of(self, template: ReplyTemplate) -> str:
        if template.origin is Origin.COLLECTION:
            return self._shelf.searched[template.code]
        return searched_words(template)

    def _nearness(self, template: ReplyTemplate, thread: ThreadView) -> int:
        """0 for a general template, below for another theme's, above for a suggested one."""
        own_service = template.service.default if template.service else None
        if EVERY_THEME not in template.themes and thread.theme not in template.themes:
            return -1
        nearness = 0 if EVERY_THEME in template.themes else OF_THE_THEME
        if own_service is not None and own_service == thread.online_service:
            nearness += 3
        title = fold(template.title)
        # « Trop-perçu, dette »: neither the hyphen nor the comma is part of a word.
        words = {
            word
            for word in re.findall(r"\w+", fold(thread.motif_label))
            if len(word) >= _SHORTEST_TELLING_WORD
        }
        return nearness + 2 * sum(1 for word in words if word.rstrip("s") in title)


def _service(
    template: ReplyTemplate,
    values: Mapping[str, FieldValue],
    thread: ThreadView,
    services: Mapping[str, OnlineService],
) -> dict[str, str] | Missing:
    rule = template.service
    if rule is None:
        return Missing("service en ligne")
    match rule.priority:
        case ServicePriority.TEMPLATE:
            code = rule.default
        case ServicePriority.MOTIF:
            code = thread.online_service or rule.default
        case ServicePriority.AGENT:
            chosen = values.get(SERVICE_FIELD)
            code = chosen if isinstance(chosen, str) else None
    service = services.get(code) if code else None
    if service is None:
        return Missing("service en ligne")
    return {"libelle": clean_value(service.label), "lien": clean_value(service.url)}
