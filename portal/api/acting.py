"""What the routes of agents' acts share: their problems, their headers, their answer."""

from django.http import HttpResponse
from ninja import Schema

from portal.api import schemas
from portal.api.parameters import IDEMPOTENCY_KEY, IF_MATCH, REPLAYED, VERSION_ETAG
from portal.api.preconditions import version_tag
from portal.api.problems import Problem
from portal.api.routing import answer
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


def tell(done: Done) -> HttpResponse:
    """The answer to an act: the exchange as it now is, or nothing once it has left the caisse."""
    if done.thread is None:
        response = HttpResponse(status=204)
    else:
        response = answer(thread_shape(done.thread), etag=version_tag(done.thread.version))
    if done.replayed:
        response["Idempotent-Replayed"] = "true"
    return response
