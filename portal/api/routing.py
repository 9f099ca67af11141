"""How a route is declared: with its roles, its answers and its problems, all of them.

The declaration feeds three readers: django-ninja (checks and calls), the published document
(`portal.api.document`), and the test that walks role × route × caisse.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpResponse
from ninja import Router, Schema
from pydantic_core import to_json

from portal.accounts.models import Role
from portal.api import schemas
from portal.api.bearer import AgentBearer
from portal.api.problems import Problem
from portal.api.throttles import AgentThrottle

View = TypeVar("View", bound=Callable[..., HttpResponse])

ANYWHERE = (Problem.INTERNAL_ERROR, Problem.UNAVAILABLE)
SIGNED_IN = (
    Problem.NOT_SIGNED_IN,
    Problem.AGENT_REVOKED,
    Problem.NOT_AN_AGENT,
    Problem.ROLE_NOT_ALLOWED,
    Problem.TOO_MANY_REQUESTS,
)
ORDINARY_RATE = AgentThrottle(
    "ordinary", limit=settings.ENVIRONMENT.api_calls_per_minute, seconds=60
)
"""By default twenty calls a second, sustained: a first load or a busy outbox stay far below."""


def declare(
    router: Router,
    method: str,
    path: str,
    *,
    name: str,
    summary: str,
    roles: frozenset[Role] | None,
    answers: Mapping[int, type[Schema] | None],
    problems: Sequence[Problem] = (),
    headers: Mapping[int, Mapping[str, str]] | None = None,
    sometimes: Mapping[str, str] | None = None,
    parameters: Sequence[Mapping[str, Any]] = (),
    rate: AgentThrottle = ORDINARY_RATE,
    media_types: Sequence[str] = (),
) -> Callable[[View], View]:
    """Declare one operation.

    Args:
        name: the operation's stable id in the document.
        roles: who may call; None for everybody, without a token.
        answers: schema of each success, None where there is no body.
        problems: those beyond the ones every such route can meet.
        headers: response headers of each success, by name with their meaning.
        sometimes: response headers that a success may have, by name with their meaning.
        parameters: request headers the view reads itself, as OpenAPI parameter objects.
        rate: how often one agent may call.
        media_types: of a success that is no JSON, whose schema is then None.
    """
    every_problem = [*problems, *(SIGNED_IN if roles is not None else ()), *ANYWHERE]
    response: dict[int, Any] = dict(answers)
    response.update({problem.status: schemas.Problem for problem in every_problem})
    bodies = {media: {"schema": {"contentMediaType": media}} for media in media_types}
    return router.api_operation(
        [method],
        path,
        auth=None if roles is None else AgentBearer(roles),
        throttle=[] if roles is None else [rate],
        response=response,
        operation_id=name,
        url_name=name,
        summary=summary,
        openapi_extra={
            "parameters": [dict(parameter) for parameter in parameters],
            "x-problems": [problem.type for problem in every_problem],
            "x-response-headers": {
                str(status): dict(described) for status, described in (headers or {}).items()
            },
            "x-occasional-headers": dict(sometimes or {}),
            "responses": {200: {"content": bodies}} if bodies else {},
        },
    )


def answer(shape: Mapping[str, Any], *, status: int = 200, etag: str | None = None) -> HttpResponse:
    """Answer with a plain dict, straight to JSON."""
    response = HttpResponse(to_json(shape), status=status, content_type="application/json")
    if etag is not None:
        response["ETag"] = etag
    return response
