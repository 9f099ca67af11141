"""The copies of one's drafts, to go on from another PC. Nobody else sees them."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from portal.api import schemas
from portal.api.acting import BODY_PROBLEMS
from portal.api.bearer import EVERY_ROLE, agent_calling
from portal.api.parameters import DRAFT_ETAG, DRAFT_IF_MATCH, DRAFT_IF_NONE_MATCH
from portal.api.preconditions import seen_revision, seen_version, version_tag
from portal.api.problems import Problem
from portal.api.routes.threads import ThreadId
from portal.api.routing import answer, declare
from portal.api.shapes import draft_shape
from portal.messaging.agent_drafts import drafts_of, save_draft, throw_draft_away

router = Router(tags=["drafts"])


@declare(
    router,
    "GET",
    "/drafts",
    name="drafts",
    summary="One's own drafts",
    roles=EVERY_ROLE,
    answers={200: schemas.Drafts},
)
def drafts(request: HttpRequest) -> HttpResponse:
    """Those of every PC; also of exchanges that have left the caisse: the text is one's own."""
    return answer({"drafts": [draft_shape(draft) for draft in drafts_of(agent_calling(request))]})


@declare(
    router,
    "PUT",
    "/threads/{thread_id}/draft",
    name="saveDraft",
    summary="Keep a copy of one's draft",
    roles=EVERY_ROLE,
    answers={200: schemas.Draft},
    problems=[
        *BODY_PROBLEMS,
        Problem.NOT_FOUND,
        Problem.INVALID_PARAMETERS,
        Problem.TEXT_TOO_LONG,
        Problem.MALFORMED_IF_MATCH,
        Problem.PRECONDITION_REQUIRED,
        Problem.STALE_DRAFT,
    ],
    headers={200: DRAFT_ETAG},
    parameters=[DRAFT_IF_MATCH, DRAFT_IF_NONE_MATCH],
)
def keep_draft(
    request: HttpRequest, thread_id: ThreadId, body: schemas.DraftRequest
) -> HttpResponse:
    """412 with `current_draft` when another PC has saved meanwhile: the agent chooses. The same
    text from the same PC again gets the same answer.
    """
    draft = save_draft(
        thread_id=thread_id,
        agent=agent_calling(request),
        text=body.text,
        device=body.device,
        revision=seen_revision(request),
    )
    return answer(draft_shape(draft), etag=version_tag(draft.revision))


@declare(
    router,
    "DELETE",
    "/threads/{thread_id}/draft",
    name="discardDraft",
    summary="Throw the copy of one's draft away",
    roles=EVERY_ROLE,
    answers={204: None},
    problems=[
        Problem.NOT_FOUND,
        Problem.INVALID_PARAMETERS,
        Problem.MALFORMED_IF_MATCH,
        Problem.PRECONDITION_REQUIRED,
        Problem.STALE_DRAFT,
    ],
    parameters=[DRAFT_IF_MATCH],
)
def discard_draft(request: HttpRequest, thread_id: ThreadId) -> HttpResponse:
    """When there is none, nothing is to be done. With If-Match: that revision only."""
    throw_draft_away(
        thread_id=thread_id,
        agent=agent_calling(request),
        revision=seen_version(request) if "If-Match" in request.headers else None,
    )
    return HttpResponse(status=204)
