"""``/threads/{id}/deadline``, ``/pause`` and ``/resume``: the clock of an exchange."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from ninja import Router

from portal.api import acting, schemas
from portal.api.bearer import EVERY_ROLE, agent_calling
from portal.api.deadline_shape import deadline_shape
from portal.api.preconditions import idempotency_key, seen_version
from portal.api.problems import Problem
from portal.api.routes.threads import ThreadId
from portal.api.routing import answer, declare
from portal.deadlines.explaining import explain_thread
from portal.messaging.pausing import pause, resume
from portal.messaging.reading import thread_for

router = Router(tags=["threads"])


@declare(
    router,
    "GET",
    "/threads/{thread_id}/deadline",
    name="deadline",
    summary="Why an exchange is due when it is due",
    roles=EVERY_ROLE,
    answers={200: schemas.Deadline},
    problems=[Problem.NOT_FOUND, Problem.INVALID_PARAMETERS],
)
def explain(request: HttpRequest, thread_id: ThreadId) -> HttpResponse:
    """What counted and what did not, line by line, by the versions that the exchange was given."""
    found = thread_for(agent_calling(request), thread_id)
    return answer(deadline_shape(found, explain_thread(found, datetime.now(UTC))))


@declare(
    router,
    "POST",
    "/threads/{thread_id}/pause",
    name="pause",
    summary="Hold the clock, for a stated reason",
    roles=EVERY_ROLE,
    answers=acting.ANSWERS,
    problems=[
        *acting.KEY_PROBLEMS,
        *acting.TEXT_PROBLEMS,
        *acting.WORK_PROBLEMS,
        Problem.ALREADY_PAUSED,
    ],
    headers=acting.HEADERS,
    sometimes=acting.SOMETIMES,
    parameters=acting.KEYED_AND_CONDITIONAL,
)
def hold(request: HttpRequest, thread_id: ThreadId, body: schemas.ReasonRequest) -> HttpResponse:
    """Until an agent resumes it or the adherent writes; an answer ends it too."""
    return acting.tell(
        pause(
            thread_id=thread_id,
            agent=agent_calling(request),
            reason=body.reason,
            key=idempotency_key(request),
            seen_version=seen_version(request),
        )
    )


@declare(
    router,
    "POST",
    "/threads/{thread_id}/resume",
    name="resume",
    summary="Let the clock run again",
    roles=EVERY_ROLE,
    answers=acting.ANSWERS,
    problems=[*acting.KEY_PROBLEMS, *acting.WORK_PROBLEMS, Problem.NOT_PAUSED],
    headers=acting.HEADERS,
    sometimes=acting.SOMETIMES,
    parameters=acting.KEYED_AND_CONDITIONAL,
)
def run_again(request: HttpRequest, thread_id: ThreadId) -> HttpResponse:
    """The due instant moves by the counted time of the pause."""
    return acting.tell(
        resume(
            thread_id=thread_id,
            agent=agent_calling(request),
            key=idempotency_key(request),
            seen_version=seen_version(request),
        )
    )
