"""What desk asks the portal to do."""

from datetime import datetime
from typing import Literal

import msgspec

WarningKind = Literal["nir", "iban", "contact", "other_name", "health", "attachment", "salutation"]
"""What desk's checks warn of before a reply leaves; a code, never the text."""


class ReplyRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /threads/{id}/replies``; `Idempotency-Key` and `If-Match` are headers."""

    kind: Literal["answer", "holding"]
    text: str
    confirmed_warnings: list[WarningKind] = msgspec.field(default_factory=list)
    """The warnings that the author saw and let stand: for the audit trail."""


class NoteRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /threads/{id}/notes``: 1 to 2000 visible characters, for agents only."""

    text: str


class ReclassifyRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /threads/{id}/reclassify``."""

    motif: str


class TransferRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /threads/{id}/transfer``: at least one of the two places."""

    reason: str
    competence: str | None = None
    caisse: str | None = None


class ReasonRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /threads/{id}/close`` and ``/break-claim``: 3 to 300 visible characters."""

    reason: str


class ScheduleRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /threads/{id}/scheduled-replies``; one that has passed: at once."""

    kind: Literal["answer", "holding"]
    text: str
    publish_at: datetime
    confirmed_warnings: list[WarningKind] = msgspec.field(default_factory=list)
    """As for `ReplyRequest`."""


class AbsenceRequest(msgspec.Struct, frozen=True):
    """Body of ``PUT /me/absence``; None: back again."""

    until: datetime | None
