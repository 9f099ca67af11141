"""Requests for appointments, and agents' answers to them."""

from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from portal.api.schemas.kinds import bounds
from portal.appointments.models import REASON_MAX

MOST_PROPOSED = 3

Hour = Annotated[
    str,
    Field(description="Local time of the caisse", pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$"),
]


class HalfDay(Schema):
    """Half of a day."""

    day: date
    half: Literal["morning", "afternoon"]


class AgreedTime(Schema):
    """When the appointment is."""

    day: date
    half: Literal["morning", "afternoon"]
    hour: Hour | None = Field(description="Null: some time of the half-day")


class AppointmentNotice(Schema):
    """How far the e-mail has come that tells of an answer; as `Notification` of an exchange."""

    state: Literal["to_send", "handed_over", "failed"]
    attempts: int
    cause: str = Field(description="Why it failed, as a code; empty otherwise")
    next_try_at: datetime | None = Field(description="Null for a failure: for good")
    handed_over_at: datetime | None
    returned_at: datetime | None = Field(description="It came back as not deliverable")
    told_proxy: str | None = Field(description="The proxy who is told; null: the adherent")


class AppointmentAnswer(Schema):
    """What an agent answered last."""

    kind: Literal["confirm", "propose", "refuse"]
    words: str
    agent_name: str
    at: datetime
    notices: list[AppointmentNotice] = Field(
        default_factory=list, description="Empty: those concerned want no e-mail"
    )


class Appointment(Schema):
    """One request, with what became of it."""

    id: int
    version: int
    reference: str
    state: Literal["asked", "proposed", "confirmed", "refused", "withdrawn"]
    asked_at: datetime
    adherent_id: int
    adherent_name: str
    written_by: str | None = Field(description="The proxy who asked in the adherent's name")
    theme_label: str = Field(description="Empty: another subject than those of the catalogue")
    sujet_label: str
    way: Literal["place", "phone"]
    place: str = Field(description="Empty for the telephone")
    phone: str = Field(description="E.164; empty for a place")
    words: str = Field(description="What the adherent wrote")
    wished: list[HalfDay] = Field(description="In order of preference")
    proposed: list[HalfDay] = Field(description="By the caisse, the last time")
    agreed: AgreedTime | None
    answer: AppointmentAnswer | None


class Appointments(Schema):
    """The open requests of a caisse: those that wait for an answer first, the oldest first."""

    appointments: list[Appointment]


class HalfDays(Schema):
    """The half-days on which a place is open, in order."""

    half_days: list[HalfDay]


class AppointmentAnswerRequest(Schema):
    """`confirm` one half-day, with an hour or not; `propose` one to three; `refuse` with words."""

    kind: Literal["confirm", "propose", "refuse"]
    half_days: list[HalfDay] = Field(default_factory=list, max_length=MOST_PROPOSED)
    hour: Hour | None = None
    words: str = Field(
        "",
        description="To the adherent, at most 500 characters; of a refusal its reason, at least 3",
        json_schema_extra={"maxLength": bounds(1, REASON_MAX)["maxLength"]},
    )
