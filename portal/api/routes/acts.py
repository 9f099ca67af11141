"""What an agent does with an exchange besides replying: each act once per key."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from portal.accounts.models import Role
from portal.api import acting, schemas
from portal.api.bearer import EVERY_ROLE, agent_calling
from portal.api.preconditions import idempotency_key, seen_version
from portal.api.problems import Problem
from portal.api.routes.threads import ThreadId
from portal.api.routing import declare
from portal.messaging.breaking import break_claim
from portal.messaging.classifying import reclassify
from portal.messaging.closing import close
from portal.messaging.noting import add_note
from portal.messaging.transferring import transfer

router = Router(tags=["threads"])


@declare(
    router,
    "POST",
    "/threads/{thread_id}/notes",
    name="note",
    summary="Write an internal note",
    roles=EVERY_ROLE,
    answers=acting.ANSWERS,
    problems=[*acting.KEY_PROBLEMS, *acting.TEXT_PROBLEMS],
    headers=acting.HEADERS,
    sometimes=acting.SOMETIMES,
    parameters=acting.KEYED,
)
def note(request: HttpRequest, thread_id: ThreadId, body: schemas.NoteRequest) -> HttpResponse:
    """For agents only. The version does not grow: a note never makes a reply stale."""
    return acting.tell(
        add_note(
            thread_id=thread_id,
            agent=agent_calling(request),
            text=body.text,
            key=idempotency_key(request),
        )
    )


@declare(
    router,
    "POST",
    "/threads/{thread_id}/reclassify",
    name="reclassify",
    summary="Correct the motif",
    roles=EVERY_ROLE,
    answers=acting.ANSWERS,
    problems=[
        *acting.KEY_PROBLEMS,
        *acting.BODY_PROBLEMS,
        *acting.WORK_PROBLEMS,
        Problem.MOTIF_NOT_OFFERED,
    ],
    headers=acting.HEADERS,
    sometimes=acting.SOMETIMES,
    parameters=acting.KEYED_AND_CONDITIONAL,
)
def correct_motif(
    request: HttpRequest, thread_id: ThreadId, body: schemas.ReclassifyRequest
) -> HttpResponse:
    """The adherent's own choice is kept as `original_motif`; the team becomes the new motif's."""
    return acting.tell(
        reclassify(
            thread_id=thread_id,
            agent=agent_calling(request),
            motif_code=body.motif,
            key=idempotency_key(request),
            seen_version=seen_version(request),
        )
    )


@declare(
    router,
    "POST",
    "/threads/{thread_id}/transfer",
    name="transfer",
    summary="Hand over to another team or caisse",
    roles=EVERY_ROLE,
    answers=acting.ANSWERS,
    problems=[
        *acting.KEY_PROBLEMS,
        *acting.TEXT_PROBLEMS,
        *acting.WORK_PROBLEMS,
        Problem.UNKNOWN_DESTINATION,
    ],
    headers=acting.HEADERS,
    sometimes=acting.SOMETIMES,
    parameters=acting.KEYED_AND_CONDITIONAL,
)
def hand_over(
    request: HttpRequest, thread_id: ThreadId, body: schemas.TransferRequest
) -> HttpResponse:
    """204 when the exchange left the caisse: a tombstone in its feed, a change in the other's."""
    return acting.tell(
        transfer(
            thread_id=thread_id,
            agent=agent_calling(request),
            competence_code=body.competence,
            caisse_code=body.caisse,
            reason=body.reason,
            key=idempotency_key(request),
            seen_version=seen_version(request),
        )
    )


@declare(
    router,
    "POST",
    "/threads/{thread_id}/close",
    name="close",
    summary="Close without a reply",
    roles=EVERY_ROLE,
    answers=acting.ANSWERS,
    problems=[*acting.KEY_PROBLEMS, *acting.TEXT_PROBLEMS, *acting.WORK_PROBLEMS],
    headers=acting.HEADERS,
    sometimes=acting.SOMETIMES,
    parameters=acting.KEYED_AND_CONDITIONAL,
)
def close_thread(
    request: HttpRequest, thread_id: ThreadId, body: schemas.ReasonRequest
) -> HttpResponse:
    """The reason stays among agents."""
    return acting.tell(
        close(
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
    "/threads/{thread_id}/break-claim",
    name="breakClaim",
    summary="End a colleague's lease (supervisors)",
    roles=frozenset({Role.SUPERVISOR}),
    answers=acting.ANSWERS,
    problems=[
        *acting.KEY_PROBLEMS,
        *acting.TEXT_PROBLEMS,
        *acting.SEEN_PROBLEMS,
        Problem.NOT_CLAIMED,
    ],
    headers=acting.HEADERS,
    sometimes=acting.SOMETIMES,
    parameters=acting.KEYED_AND_CONDITIONAL,
)
def end_claim(
    request: HttpRequest, thread_id: ThreadId, body: schemas.ReasonRequest
) -> HttpResponse:
    """What its holder wrote stays with them."""
    return acting.tell(
        break_claim(
            thread_id=thread_id,
            agent=agent_calling(request),
            reason=body.reason,
            key=idempotency_key(request),
            seen_version=seen_version(request),
        )
    )
