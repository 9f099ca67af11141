"""``/appointments``: what adherents of the caisse ask for, and the agents' answers."""

from datetime import time
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Path, Router

from portal.api import schemas
from portal.api.acting import BODY_PROBLEMS, KEY_PROBLEMS
from portal.api.appointment_shape import appointment_shape, appointments_shape, half_days_shape
from portal.api.bearer import EVERY_ROLE, agent_calling
from portal.api.parameters import APPOINTMENT_ETAG, APPOINTMENT_IF_MATCH, IDEMPOTENCY_KEY, REPLAYED
from portal.api.preconditions import idempotency_key, seen_version, version_tag
from portal.api.problems import ApiProblem, Problem
from portal.api.routing import answer, declare
from portal.appointments.answering import Decision, answer_appointment
from portal.appointments.half_days import Slot, offered_to_agents
from portal.appointments.models import AppointmentAnswer, Half
from portal.appointments.reading import appointment_in_caisse, open_in_caisse
from portal.audit import trail

router = Router(tags=["appointments"])

AppointmentId = Annotated[int, Path(ge=1, le=2**63 - 1, description="The request's id")]
Kind = AppointmentAnswer.Kind


@declare(
    router,
    "GET",
    "/appointments",
    name="appointments",
    summary="The open requests for appointments of the caisse; recorded",
    roles=EVERY_ROLE,
    answers={200: schemas.Appointments},
)
def appointments(request: HttpRequest) -> HttpResponse:
    """Those that wait for an answer first, then what was proposed or confirmed and is to come, or
    was given up by the adherent after it was confirmed.
    """
    agent = agent_calling(request)
    found = open_in_caisse(agent.caisse, timezone.now())
    trail.record("appointments.listed", actor=agent.user, caisse=agent.caisse, found=len(found))
    return answer(appointments_shape(found))


@declare(
    router,
    "GET",
    "/appointments/{appointment_id}/half-days",
    name="appointmentHalfDays",
    summary="The half-days that may be confirmed or proposed, by the calendar of the place",
    roles=EVERY_ROLE,
    answers={200: schemas.HalfDays},
    problems=[Problem.NOT_FOUND, Problem.INVALID_PARAMETERS],
)
def half_days(request: HttpRequest, appointment_id: AppointmentId) -> HttpResponse:
    """From today, for thirteen weeks."""
    agent = agent_calling(request)
    found = appointment_in_caisse(agent, appointment_id)
    return answer(half_days_shape(offered_to_agents(found.caisse, found.site, timezone.now())))


@declare(
    router,
    "POST",
    "/appointments/{appointment_id}/answers",
    name="answerAppointment",
    summary="Confirm, propose other half-days, or refuse; the adherent is told by e-mail",
    roles=EVERY_ROLE,
    answers={200: schemas.Appointment},
    problems=[
        *KEY_PROBLEMS,
        *BODY_PROBLEMS,
        Problem.TEXT_TOO_SHORT,
        Problem.TEXT_TOO_LONG,
        Problem.MALFORMED_IF_MATCH,
        Problem.PRECONDITION_REQUIRED,
        Problem.STALE_APPOINTMENT,
        Problem.APPOINTMENT_SETTLED,
        Problem.HALF_DAY_NOT_OPEN,
    ],
    headers={200: APPOINTMENT_ETAG},
    sometimes=REPLAYED,
    parameters=[APPOINTMENT_IF_MATCH, IDEMPOTENCY_KEY],
)
def answer_one(
    request: HttpRequest, appointment_id: AppointmentId, body: schemas.AppointmentAnswerRequest
) -> HttpResponse:
    """Of two agents at once, one answers and the other gets 412 with the request as it now is."""
    done = answer_appointment(
        appointment_id,
        agent_calling(request),
        idempotency_key(request),
        seen_version(request),
        _decision(body),
    )
    found = done.appointment
    response = answer(appointment_shape(found), etag=version_tag(found.version))
    if done.replayed:
        response["Idempotent-Replayed"] = "true"
    return response


def _decision(body: schemas.AppointmentAnswerRequest) -> Decision:
    kind = Kind(body.kind)
    slots = [Slot(each.day, Half(each.half)) for each in body.half_days]
    wanted = {Kind.CONFIRM: range(1, 2), Kind.PROPOSE: range(1, 4), Kind.REFUSE: range(1)}[kind]
    odd_hour = body.hour is not None and kind != Kind.CONFIRM
    if len(slots) not in wanted or len(set(slots)) < len(slots) or odd_hour:
        raise ApiProblem(Problem.INVALID_PARAMETERS)
    hour = None if body.hour is None else time.fromisoformat(body.hour)
    return Decision(kind=kind, slots=slots, hour=hour, words=body.words)
