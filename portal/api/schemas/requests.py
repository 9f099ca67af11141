"""What desk asks the portal to do."""

from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from portal.api.schemas.kinds import Code, Instant, Reason, bounds
from portal.messaging.text import NOTE_MAX_LENGTH, REPLY_MAX_LENGTH

WarningKind = Literal["nir", "iban", "contact", "other_name", "health", "attachment", "salutation"]

ConfirmedWarnings = Annotated[
    list[WarningKind],
    Field(
        max_length=7,
        description="Kinds of warnings that the author saw and let stand; kept in the audit trail",
    ),
]


class ReplyRequest(Schema):
    """A reply to publish. Its length is checked on the cleaned text, in visible characters."""

    kind: Literal["answer", "holding"] = Field(
        description="An answer stops the clock; a holding reply does not"
    )
    text: str = Field(
        description="Plain text, 1 to 5000 visible characters",
        json_schema_extra=bounds(1, REPLY_MAX_LENGTH),
    )
    confirmed_warnings: ConfirmedWarnings = []


class NoteRequest(Schema):
    """An internal note. Its length is checked on the cleaned text, in visible characters."""

    text: str = Field(
        description="Plain text, 1 to 2000 visible characters",
        json_schema_extra=bounds(1, NOTE_MAX_LENGTH),
    )


class ReclassifyRequest(Schema):
    """The motif that the exchange is really about."""

    motif: Code


class TransferRequest(Schema):
    """Where an exchange goes: to a team, to another caisse, or to a team there."""

    reason: Reason
    competence: Code | None = None
    caisse: Code | None = None


class ReasonRequest(Schema):
    """Why the agent does it; stays among agents."""

    reason: Reason


class ScheduleRequest(Schema):
    """A reply to publish later. An instant that has passed means at once."""

    kind: Literal["answer", "holding"]
    text: str = Field(
        description="Plain text, 1 to 5000 visible characters",
        json_schema_extra=bounds(1, REPLY_MAX_LENGTH),
    )
    publish_at: Instant
    confirmed_warnings: ConfirmedWarnings = []


class AbsenceRequest(Schema):
    """Until when the agent is away; null: they are there."""

    until: Instant | None
