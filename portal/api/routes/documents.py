"""``/threads/{id}/documents``: what the adherent of an exchange has deposited."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router

from portal.api import schemas
from portal.api.bearer import EVERY_ROLE, agent_calling
from portal.api.document_shapes import deposits_shape
from portal.api.problems import ApiProblem, Problem
from portal.api.routes.threads import ThreadId
from portal.api.routing import answer, declare
from portal.audit import trail
from portal.documents.attachment import attachment
from portal.documents.errors import DepositNotFound
from portal.documents.reading import file_in, seen_by
from portal.messaging.reading import thread_for

router = Router(tags=["threads"])

FileId = Annotated[int, Path(ge=1, le=2**63 - 1, description="The file's id")]


@declare(
    router,
    "GET",
    "/threads/{thread_id}/documents",
    name="documents",
    summary="All that the adherent of an exchange has deposited; recorded",
    roles=EVERY_ROLE,
    answers={200: schemas.Deposits},
    problems=[Problem.NOT_FOUND, Problem.INVALID_PARAMETERS],
)
def documents(request: HttpRequest, thread_id: ThreadId) -> HttpResponse:
    """Newest first, whether or not they were sent for this exchange."""
    agent = agent_calling(request)
    found = thread_for(agent, thread_id)
    shape = deposits_shape(seen_by(agent, found.adherent))
    trail.record("documents.listed", actor=agent.user, caisse=agent.caisse, thread_id=found.pk)
    return answer(shape)


@declare(
    router,
    "GET",
    "/threads/{thread_id}/documents/{file_id}/content",
    name="documentContent",
    summary="A deposited file, whole; recorded",
    roles=EVERY_ROLE,
    answers={200: None},
    media_types=("application/pdf", "image/jpeg", "image/png"),
    problems=[Problem.NOT_FOUND, Problem.INVALID_PARAMETERS],
)
def content(request: HttpRequest, thread_id: ThreadId, file_id: FileId) -> HttpResponse:
    """As an attachment, not to be kept. One of another adherent does not exist here."""
    agent = agent_calling(request)
    found = thread_for(agent, thread_id)
    try:
        file = file_in(seen_by(agent, found.adherent), file_id)
    except DepositNotFound:
        raise ApiProblem(Problem.NOT_FOUND) from None
    response = attachment(file)
    trail.record(
        "document.read",
        actor=agent.user,
        caisse=agent.caisse,
        thread_id=found.pk,
        file_id=file.pk,
    )
    return response
