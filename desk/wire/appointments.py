"""Requests for appointments, and agents' answers to them."""

from datetime import date, datetime
from typing import Literal

import msgspec

AppointmentState = Literal["asked", "proposed", "confirmed", "refused", "withdrawn"]
AnswerKind = Literal["confirm", "propose", "refuse"]


class HalfDay(msgspec.Struct, frozen=True):
    """Half of a day."""

    day: date
    half: Literal["morning", "afternoon"]


class AgreedTime(msgspec.Struct, frozen=True):
    """When the appointment is."""

    day: date
    half: Literal["morning", "afternoon"]
    hour: str | None
    """``09:30``, local time of the caisse; None: some time of the half-day."""


class AppointmentNotice(msgspec.Struct, frozen=True):
    """How far the e-mail has come that tells of an answer; as `Notification` of an exchange."""

    state: Literal["to_send", "handed_over", "failed"]
    attempts: int
    cause: str
    next_try_at: datetime | None
    handed_over_at: datetime | None
    returned_at: datetime | None
    told_proxy: str | None
    """The proxy who is told; None: the adherent themself."""


class AppointmentAnswer(msgspec.Struct, frozen=True):
    """What an agent answered last."""

    kind: AnswerKind
    words: str
    agent_name: str
    at: datetime
    notices: list[AppointmentNotice] = []
    """Empty: those concerned want no e-mail, or an older portal."""


class Appointment(msgspec.Struct, frozen=True):
    """One request, with what became of it."""

    id: int
    version: int
    reference: str
    state: AppointmentState
    asked_at: datetime
    adherent_id: int
    adherent_name: str
    written_by: str | None
    """The proxy who asked in the adherent's name."""
    theme_label: str
    """Empty: another subject than those of the catalogue."""
    sujet_label: str
    way: Literal["place", "phone"]
    place: str
    phone: str
    """E.164; empty for a place."""
    words: str
    """What the adherent wrote."""
    wished: list[HalfDay]
    """In order of preference."""
    proposed: list[HalfDay]
    """By the caisse, the last time."""
    agreed: AgreedTime | None
    answer: AppointmentAnswer | None


class Appointments(msgspec.Struct, frozen=True):
    """The open requests of the caisse: those that wait for an answer first, the oldest first."""

    appointments: list[Appointment]


class HalfDays(msgspec.Struct, frozen=True):
    """The half-days on which a place is open, in order."""

    half_days: list[HalfDay]


class AppointmentAnswerRequest(msgspec.Struct, frozen=True):
    """`confirm` one half-day, with an hour or not; `propose` one to three; `refuse` with words."""

    kind: AnswerKind
    half_days: list[HalfDay] = []
    hour: str | None = None
    words: str = ""
