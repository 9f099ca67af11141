"""Answers that are not an exchange, and refusals (RFC 9457)."""

from typing import Literal

from ninja import Schema
from pydantic import Field

from portal.api.schemas.appointments import Appointment
from portal.api.schemas.drafts import Draft
from portal.api.schemas.exchange import Message, Thread


class PublishedReply(Schema):
    """The reply on the portal, and the exchange as it now is."""

    reply: Message
    thread: Thread


class Identifier(Schema):
    """The adherent's whole identifier: NIR and its key, or SIRET (no key)."""

    identifier: str
    key: str | None


class Health(Schema):
    """Whether the portal and its database answer."""

    status: Literal["ok"]
    version: str


class FieldError(Schema):
    """A value of the request that was not accepted."""

    where: str = Field(description="For example « query.limit » or « body.text »")
    message: str


class Problem(Schema):
    """An RFC 9457 problem document. `type` is stable; `current` comes with 409 and 412, and
    `current_draft` with a draft's 412 (null: it was thrown away elsewhere); `current_appointment`
    with those of a request for an appointment.
    """

    type: str = Field(pattern=r"^urn:msa-desk:problem:[a-z-]+$")
    title: str
    status: int
    detail: str = ""
    current: Thread | None = None
    current_draft: Draft | None = None
    current_appointment: Appointment | None = None
    errors: list[FieldError] | None = Field(
        None, description="With 422: which values were not accepted"
    )
