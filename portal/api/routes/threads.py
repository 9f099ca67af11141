"""``/threads/{id}``: one exchange, its claim, its adherent's identifier."""

from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router

from portal.accounts.models import Agent
from portal.api import schemas
from portal.api.bearer import EVERY_ROLE, agent_calling
from portal.api.identifiers import whole_identifier
from portal.api.parameters import IF_MATCH, VERSION_ETAG
from portal.api.preconditions import seen_version, version_tag
from portal.api.problems import Problem
from portal.api.routing import answer, declare
from portal.api.shapes import thread_shape
from portal.api.throttles import AgentThrottle
from portal.audit import trail
from portal.messaging.claims import claim, release
from portal.messaging.models import Thread
from portal.messaging.reading import thread_for

router = Router(tags=["threads"])

ThreadId = Annotated[int, Path(ge=1, le=2**63 - 1, description="The exchange's id")]

CONDITIONAL = (
    Problem.MALFORMED_IF_MATCH,
    Problem.CLAIMED_BY_ANOTHER,
    Problem.ALREADY_ANSWERED,
    Problem.STALE_VERSION,
    Problem.PRECONDITION_REQUIRED,
)
UnmaskPurpose = Literal["identity_check", "file_search", "forwarding", "other"]
"""Codes of `portal.audit.models.Purpose`: a free text could hold a name or an illness."""
UNMASKING_RATE = AgentThrottle("unmask", limit=60, seconds=60)
"""One a second is more than reading out a number takes, and too slow to copy a caisse."""


def _whole(thread: Thread) -> HttpResponse:
    return answer(thread_shape(thread), etag=version_tag(thread.version))


@declare(
    router,
    "GET",
    "/threads/{thread_id}",
    name="thread",
    summary="One exchange, whole",
    roles=EVERY_ROLE,
    answers={200: schemas.Thread},
    problems=[Problem.NOT_FOUND, Problem.INVALID_PARAMETERS],
    headers={200: VERSION_ETAG},
)
def thread(request: HttpRequest, thread_id: ThreadId) -> HttpResponse:
    """Opening an exchange is recorded. One of another caisse does not exist here."""
    agent = agent_calling(request)
    found = thread_for(agent, thread_id)
    trail.record("thread.read", actor=agent.user, caisse=agent.caisse, thread_id=found.pk)
    return _whole(found)


@declare(
    router,
    "POST",
    "/threads/{thread_id}/claim",
    name="claim",
    summary="Take an exchange, or renew one's lease on it",
    roles=EVERY_ROLE,
    answers={200: schemas.Thread},
    problems=[*CONDITIONAL, Problem.NOT_FOUND, Problem.INVALID_PARAMETERS],
    headers={200: VERSION_ETAG},
    parameters=[IF_MATCH],
)
def claim_thread(request: HttpRequest, thread_id: ThreadId) -> HttpResponse:
    """A claim is a lease that ends by itself; its holder renews it whatever version they saw."""
    return _whole(
        claim(thread_id=thread_id, agent=agent_calling(request), seen_version=seen_version(request))
    )


@declare(
    router,
    "POST",
    "/threads/{thread_id}/release",
    name="release",
    summary="Give one's lease up",
    roles=EVERY_ROLE,
    answers={200: schemas.Thread},
    problems=[*CONDITIONAL, Problem.NOT_FOUND, Problem.INVALID_PARAMETERS],
    headers={200: VERSION_ETAG},
    parameters=[IF_MATCH],
)
def release_thread(request: HttpRequest, thread_id: ThreadId) -> HttpResponse:
    """Releasing what one does not hold changes nothing."""
    return _whole(
        release(
            thread_id=thread_id, agent=agent_calling(request), seen_version=seen_version(request)
        )
    )


@declare(
    router,
    "POST",
    "/threads/{thread_id}/unmask-identifier",
    name="unmaskIdentifier",
    summary="The adherent's whole NIR or SIRET; recorded",
    roles=EVERY_ROLE,
    answers={200: schemas.Identifier},
    problems=[Problem.NOT_FOUND, Problem.INVALID_PARAMETERS],
    rate=UNMASKING_RATE,
)
def unmask_identifier(
    request: HttpRequest,
    thread_id: ThreadId,
    purpose: Annotated[
        UnmaskPurpose | None, Query(description="Why it is needed, where the agent was asked")
    ] = None,
) -> HttpResponse:
    """Every call is written to the audit trail with the agent, the exchange and the purpose
    (law C3).
    """
    agent: Agent = agent_calling(request)
    found = thread_for(agent, thread_id)
    trail.record(
        "nir.unmasked",
        actor=agent.user,
        caisse=agent.caisse,
        thread_id=found.pk,
        purpose=purpose or "",
    )
    identifier, key = whole_identifier(found.adherent)
    return answer({"identifier": identifier, "key": key})
