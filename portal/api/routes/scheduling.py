"""Replies published later, and replies taken back."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router

from portal.api import acting, schemas
from portal.api.bearer import EVERY_ROLE, agent_calling
from portal.api.preconditions import idempotency_key, seen_version
from portal.api.problems import Problem
from portal.api.routes.threads import ThreadId
from portal.api.routing import declare
from portal.messaging.models import Message
from portal.messaging.scheduling import schedule, unschedule
from portal.messaging.withdrawing import withdraw

router = Router(tags=["threads"])

MessageId = Annotated[int, Path(ge=1, le=2**63 - 1, description="The reply's id")]
ScheduledId = Annotated[int, Path(ge=1, le=2**63 - 1, description="The scheduled reply's id")]


@declare(
    router,
    "POST",
    "/threads/{thread_id}/replies/{message_id}/withdraw",
    name="withdrawReply",
    summary="Take one's own reply back before the adherent can see it",
    roles=EVERY_ROLE,
    answers=acting.ANSWERS,
    problems=[*acting.KEY_PROBLEMS, *acting.SEEN_PROBLEMS, Problem.TOO_LATE],
    headers=acting.HEADERS,
    sometimes=acting.SOMETIMES,
    parameters=acting.KEYED_AND_CONDITIONAL,
)
def take_back(request: HttpRequest, thread_id: ThreadId, message_id: MessageId) -> HttpResponse:
    """The exchange is open again with the deadline it had. Either the adherent never hears of the
    reply, or the answer is 409 `too-late`.
    """
    return acting.tell(
        withdraw(
            thread_id=thread_id,
            agent=agent_calling(request),
            message_id=message_id,
            key=idempotency_key(request),
            seen_version=seen_version(request),
        )
    )


@declare(
    router,
    "POST",
    "/threads/{thread_id}/scheduled-replies",
    name="scheduleReply",
    summary="Have a reply published later",
    roles=EVERY_ROLE,
    answers=acting.ANSWERS,
    problems=[
        *acting.KEY_PROBLEMS,
        *acting.TEXT_PROBLEMS,
        *acting.WORK_PROBLEMS,
        Problem.ALREADY_SCHEDULED,
        Problem.REVIEW_NEEDED,
    ],
    headers=acting.HEADERS,
    sometimes=acting.SOMETIMES,
    parameters=acting.KEYED_AND_CONDITIONAL,
)
def schedule_reply(
    request: HttpRequest, thread_id: ThreadId, body: schemas.ScheduleRequest
) -> HttpResponse:
    """Held instead, with the reason, when the exchange has changed by then, the adherent wrote, or
    the author is away. The author's claim is given up. One of their own that is held is replaced.
    """
    return acting.tell(
        schedule(
            thread_id=thread_id,
            agent=agent_calling(request),
            kind=Message.Kind(body.kind),
            text=body.text,
            publish_at=body.publish_at,
            confirmed_warnings=body.confirmed_warnings,
            key=idempotency_key(request),
            seen_version=seen_version(request),
        )
    )


@declare(
    router,
    "DELETE",
    "/threads/{thread_id}/scheduled-replies/{scheduled_id}",
    name="unscheduleReply",
    summary="Cancel a scheduled reply",
    roles=EVERY_ROLE,
    answers=acting.ANSWERS,
    problems=[*acting.KEY_PROBLEMS, *acting.SEEN_PROBLEMS],
    headers=acting.HEADERS,
    sometimes=acting.SOMETIMES,
    parameters=acting.KEYED_AND_CONDITIONAL,
)
def cancel_scheduled(
    request: HttpRequest, thread_id: ThreadId, scheduled_id: ScheduledId
) -> HttpResponse:
    """Its author may, and a supervisor. One that was published meanwhile: 412, with the exchange as
    it now is.
    """
    return acting.tell(
        unschedule(
            thread_id=thread_id,
            agent=agent_calling(request),
            scheduled_id=scheduled_id,
            key=idempotency_key(request),
            seen_version=seen_version(request),
        )
    )
