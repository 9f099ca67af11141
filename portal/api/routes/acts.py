"""What an agent does with an exchange besides replying: each act once per key."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from portal.accounts.models import Role
from portal.api import acting, schemas
from portal.api.problems import Problem
from portal.api.routes.threads import ThreadId
from portal.messaging.breaking import break_claim
from portal.messaging.classifying import reclassify
from portal.messaging.closing import close
from portal.messaging.noting import add_note
from portal.messaging.transferring import transfer

router = Router(tags=["threads"])


@acting.act(
    router,
    "/threads/{thread_id}/notes",
    name="note",
    summary="Write an internal note",
    problems=acting.TEXT_PROBLEMS,
    upon_a_version=False,
)
def note(request: HttpRequest, thread_id: ThreadId, body: schemas.NoteRequest) -> HttpResponse:
    """For agents only. The version does not grow: a note never makes a reply stale."""
    return acting.tell(add_note(**acting.keyed(request, thread_id), text=body.text))


@acting.act(
    router,
    "/threads/{thread_id}/reclassify",
    name="reclassify",
    summary="Correct the motif",
    problems=[*acting.BODY_PROBLEMS, *acting.WORK_PROBLEMS, Problem.MOTIF_NOT_OFFERED],
)
def correct_motif(
    request: HttpRequest, thread_id: ThreadId, body: schemas.ReclassifyRequest
) -> HttpResponse:
    """The adherent's own choice is kept as `original_motif`; the team becomes the new motif's."""
    return acting.tell(reclassify(**acting.upon_version(request, thread_id), motif_code=body.motif))


@acting.act(
    router,
    "/threads/{thread_id}/transfer",
    name="transfer",
    summary="Hand over to another team or caisse",
    problems=[*acting.TEXT_PROBLEMS, *acting.WORK_PROBLEMS, Problem.UNKNOWN_DESTINATION],
)
def hand_over(
    request: HttpRequest, thread_id: ThreadId, body: schemas.TransferRequest
) -> HttpResponse:
    """204 when the exchange left the caisse: a tombstone in its feed, a change in the other's."""
    return acting.tell(
        transfer(
            **acting.upon_version(request, thread_id),
            competence_code=body.competence,
            caisse_code=body.caisse,
            reason=body.reason,
        )
    )


@acting.act(
    router,
    "/threads/{thread_id}/close",
    name="close",
    summary="Close without a reply",
    problems=[*acting.TEXT_PROBLEMS, *acting.WORK_PROBLEMS],
)
def close_thread(
    request: HttpRequest, thread_id: ThreadId, body: schemas.ReasonRequest
) -> HttpResponse:
    """The reason stays among agents."""
    return acting.tell(close(**acting.upon_version(request, thread_id), reason=body.reason))


@acting.act(
    router,
    "/threads/{thread_id}/break-claim",
    name="breakClaim",
    summary="End a colleague's lease (supervisors)",
    roles=frozenset({Role.SUPERVISOR}),
    problems=[*acting.TEXT_PROBLEMS, *acting.SEEN_PROBLEMS, Problem.NOT_CLAIMED],
)
def end_claim(
    request: HttpRequest, thread_id: ThreadId, body: schemas.ReasonRequest
) -> HttpResponse:
    """What its holder wrote stays with them."""
    return acting.tell(break_claim(**acting.upon_version(request, thread_id), reason=body.reason))
