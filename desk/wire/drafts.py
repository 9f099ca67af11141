"""Copies of drafts kept with the portal."""

from datetime import datetime

import msgspec


class Draft(msgspec.Struct, frozen=True):
    """The copy of one's draft kept with the portal, to go on from another PC."""

    thread_id: int
    text: str
    revision: int
    """Grows with each save; the ETag is ``"<revision>"``."""
    saved_at: datetime
    device: str


class Drafts(msgspec.Struct, frozen=True):
    """Answer of ``GET /drafts``: one's own, those of every PC."""

    drafts: list[Draft]


class DraftRequest(msgspec.Struct, frozen=True):
    """Body of ``PUT /threads/{id}/draft``."""

    text: str
    device: str
