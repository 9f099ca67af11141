"""Answers that are not an exchange, and refusals (RFC 9457)."""

import msgspec

from desk.wire.appointments import Appointment
from desk.wire.drafts import Draft
from desk.wire.exchange import Message, Thread


class PublishedReply(msgspec.Struct, frozen=True):
    """Answer of ``POST /threads/{id}/replies``: 201 the first time, 200 for the same key again."""

    reply: Message
    thread: Thread


class Identifier(msgspec.Struct, frozen=True):
    """Answer of ``POST /threads/{id}/unmask-identifier``, which the portal logs."""

    identifier: str
    key: str | None


class Problem(msgspec.Struct, frozen=True):
    """An RFC 9457 problem document. `type` is stable; `current` comes with 409 and 412, and
    `current_draft` with a draft's 412 (None: it was thrown away elsewhere); `current_appointment`
    with those of a request for an appointment.
    """

    type: str
    title: str
    status: int
    detail: str = ""
    current: Thread | None = None
    current_draft: Draft | None = None
    current_appointment: Appointment | None = None
