"""The caisse's reply templates in the store, as the portal sent them: read whole, replaced whole.

One value beside the cursor, not a table: nothing is ever asked of a part of them.
"""

import msgspec
from sqlalchemy import Connection

from desk import wire
from desk.models import meta


class KeptTemplates(msgspec.Struct, frozen=True):
    """What the portal sent last, and its ETag."""

    etag: str | None
    templates: list[wire.ReplyTemplate]


def kept_templates(conn: Connection) -> KeptTemplates | None:
    """None before the first synchronisation, or when an older desk wrote them otherwise."""
    value = meta.caisse_templates(conn)
    if value is None:
        return None
    try:
        return msgspec.json.decode(value, type=KeptTemplates)
    except msgspec.MsgspecError:
        return None


def keep_templates(conn: Connection, templates: wire.ReplyTemplates, etag: str | None) -> None:
    """Replace them all: what was withdrawn is gone."""
    kept = KeptTemplates(etag, templates.templates)
    meta.set_caisse_templates(conn, msgspec.json.encode(kept).decode())
