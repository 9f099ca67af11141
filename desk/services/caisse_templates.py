"""The caisse's own templates: from the store to the composer, whenever the portal sent others."""

import logging

from PySide6.QtCore import QObject, Slot
from sqlalchemy import Connection

from desk import wire
from desk.models.caisse_templates import kept_templates
from desk.models.snapshots import StoreChange
from desk.services.lanes import Lanes
from desk.services.reply_template import ReplyTemplate, ServicePriority, ServiceRule, typeset
from desk.services.template_fields import FieldType, TemplateField
from desk.services.template_shelf import TemplateShelf
from desk.services.templates import ReplyTemplates

log = logging.getLogger(__name__)


class CaisseTemplates(QObject):
    """Follows the store. Until the portal has sent some, the application's collection serves."""

    def __init__(
        self, lanes: Lanes, templates: ReplyTemplates, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._templates = templates
        self._etag: str | None = None
        lanes.changed.connect(self._on_changed)

    @Slot(object)
    def _on_changed(self, change: StoreChange) -> None:
        if change.catalogue or change.everything:
            held = self._etag
            self._lanes.query(lambda conn: self._read(conn, held), self._on_read)

    def _read(self, conn: Connection, held: str | None) -> "_Found | None":
        """On a reader's thread: compiling them takes longer than a window may stand still."""
        kept = kept_templates(conn)
        etag = None if kept is None else kept.etag or ""
        if etag == held:
            return None
        return etag, None if kept is None else self._templates.shelf_of(usable(kept.templates))

    def _on_read(self, found: "_Found | None") -> None:
        if found is not None:
            self._etag, shelf = found
            self._templates.use(shelf)


_Found = tuple[str | None, TemplateShelf | None]


def usable(sent: list[wire.ReplyTemplate]) -> tuple[ReplyTemplate, ...]:
    """Those that this desk understands; a newer portal may know more."""
    found = []
    for each in sent:
        try:
            found.append(_template(each))
        except ValueError:
            log.warning("the template %s (version %s) is not understood", each.code, each.number)
    return tuple(found)


def _template(sent: wire.ReplyTemplate) -> ReplyTemplate:
    rule = sent.online_service
    return ReplyTemplate(
        code=sent.code,
        title=sent.title,
        category=sent.category,
        themes=tuple(sent.themes),
        kind="holding" if sent.kind == "holding" else "answer",
        advice=sent.advice,
        service=None if rule is None else ServiceRule(ServicePriority(rule.priority), rule.default),
        fields=tuple(
            TemplateField(
                name=field.name,
                label=field.label,
                type=FieldType(field.type),
                required=field.required,
                choices=tuple(field.choices),
            )
            for field in sent.fields
        ),
        body=typeset(sent.body),
    )
