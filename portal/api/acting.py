"""What the routes of agents' acts share: their frame, their problems, their answer."""

from collections.abc import Callable, Sequence
from typing import TypedDict
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from portal.accounts.models import Agent, Role
from portal.api import schemas
from portal.api.bearer import EVERY_ROLE, agent_calling
from portal.api.parameters import IDEMPOTENCY_KEY, IF_MATCH, REPLAYED, VERSION_ETAG
from portal.api.preconditions import idempotency_key, seen_version, version_tag
from portal.api.problems import Problem
from portal.api.routing import View, answer, declare
from portal.api.shapes import thread_shape
from portal.messaging.acts import Done

ANSWERS: dict[int, type[Schema] | None] = {200: schemas.Thread, 204: None}
"""204: it is done, and the exchange is no longer of the agent's caisse."""

HEADERS = {200: VERSION_ETAG}
SOMETIMES = REPLAYED
KEYED = [IDEMPOTENCY_KEY]
KEYED_AND_CONDITIONAL = [IF_MATCH, IDEMPOTENCY_KEY]

KEY_PROBLEMS = (
    Problem.MALFORMED_IDEMPOTENCY_KEY,
    Problem.NOT_FOUND,
    Problem.INVALID_PARAMETERS,
    Problem.KEY_REUSED,
)
BODY_PROBLEMS = (
    Problem.MALFORMED_REQUEST,
    Problem.BODY_TOO_LARGE,
    Problem.UNSUPPORTED_MEDIA_TYPE,
)
TEXT_PROBLEMS = (*BODY_PROBLEMS, Problem.TEXT_TOO_SHORT, Problem.TEXT_TOO_LONG)
SEEN_PROBLEMS = (
    Problem.MALFORMED_IF_MATCH,
    Problem.STALE_VERSION,
    Problem.PRECONDITION_REQUIRED,
)
WORK_PROBLEMS = (*SEEN_PROBLEMS, Problem.CLAIMED_BY_ANOTHER, Problem.ALREADY_ANSWERED)


def act(
    router: Router,
    path: str,
    *,
    name: str,
    summary: str,
    problems: Sequence[Problem],
    roles: frozenset[Role] = EVERY_ROLE,
    upon_a_version: bool = True,
) -> Callable[[View], View]:
    """Declare the route of an act upon an exchange: a POST under a key.

    Args:
        problems: those beyond the key's and, `upon_a_version`, those of the version last seen.
        upon_a_version: the act is refused when the exchange has changed since it was seen.
    """
    return declare(
        router,
        "POST",
        path,
        name=name,
        summary=summary,
        roles=roles,
        answers=ANSWERS,
        problems=[*KEY_PROBLEMS, *problems],
        headers=HEADERS,
        sometimes=SOMETIMES,
        parameters=KEYED_AND_CONDITIONAL if upon_a_version else KEYED,
    )


class Keyed(TypedDict):
    """What every act takes: upon what, by whom, under which key."""

    thread_id: int
    agent: Agent
    key: UUID


class UponVersion(Keyed):
    """The same, with the version that the agent has seen."""

    seen_version: int


def keyed(request: HttpRequest, thread_id: int) -> Keyed:
    """Read from a request what every act takes."""
    return Keyed(thread_id=thread_id, agent=agent_calling(request), key=idempotency_key(request))


def upon_version(request: HttpRequest, thread_id: int) -> UponVersion:
    """Read from a request what an act upon a version takes."""
    return UponVersion(**keyed(request, thread_id), seen_version=seen_version(request))


def tell(done: Done) -> HttpResponse:
    """The answer to an act: the exchange as it now is, or nothing once it has left the caisse."""
    if done.thread is None:
        response = HttpResponse(status=204)
    else:
        response = answer(thread_shape(done.thread), etag=version_tag(done.thread.version))
    if done.replayed:
        response["Idempotent-Replayed"] = "true"
    return response
