"""``POST /threads/{id}/replies``: publishing, exactly once."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from ninja import Router

from portal.api import schemas
from portal.api.bearer import EVERY_ROLE, agent_calling
from portal.api.parameters import IDEMPOTENCY_KEY, IF_MATCH, REPLAYED, VERSION_ETAG
from portal.api.preconditions import idempotency_key, seen_version, version_tag
from portal.api.problems import Problem
from portal.api.routes.threads import CONDITIONAL, ThreadId
from portal.api.routing import answer, declare
from portal.api.shapes import message_shape, thread_shape
from portal.messaging.models import Message
from portal.messaging.publishing import publish_reply

router = Router(tags=["threads"])


@declare(
    router,
    "POST",
    "/threads/{thread_id}/replies",
    name="publishReply",
    summary="Publish a reply",
    roles=EVERY_ROLE,
    answers={201: schemas.PublishedReply, 200: schemas.PublishedReply, 204: None},
    problems=[
        *CONDITIONAL,
        Problem.MALFORMED_IDEMPOTENCY_KEY,
        Problem.MALFORMED_REQUEST,
        Problem.NOT_FOUND,
        Problem.BODY_TOO_LARGE,
        Problem.UNSUPPORTED_MEDIA_TYPE,
        Problem.INVALID_PARAMETERS,
        Problem.TEXT_TOO_SHORT,
        Problem.TEXT_TOO_LONG,
        Problem.KEY_REUSED,
        Problem.REVIEW_NEEDED,
    ],
    headers={201: VERSION_ETAG, 200: {**VERSION_ETAG, **REPLAYED}, 204: REPLAYED},
    parameters=[IF_MATCH, IDEMPOTENCY_KEY],
)
def publish(request: HttpRequest, thread_id: ThreadId, body: schemas.ReplyRequest) -> HttpResponse:
    """One transaction: the reply, the clock stopped (an answer), the claim given up, the adherent's
    notification, the audit event, the change. On any refusal nothing is written.

    201 the first time, 200 when the key was used before for the same reply; 204 then, once the
    exchange has left the agent's caisse.
    """
    key = idempotency_key(request)
    published = publish_reply(
        thread_id=thread_id,
        agent=agent_calling(request),
        text=body.text,
        kind=Message.Kind(body.kind),
        key=key,
        seen_version=seen_version(request),
        confirmed_warnings=body.confirmed_warnings,
    )
    if published.thread is None:
        gone = HttpResponse(status=204)
        gone["Idempotent-Replayed"] = "true"
        return gone
    response = answer(
        {
            "reply": message_shape(published.message, datetime.now(UTC)),
            "thread": thread_shape(published.thread),
        },
        status=200 if published.replayed else 201,
        etag=version_tag(published.thread.version),
    )
    if published.replayed:
        response["Idempotent-Replayed"] = "true"
    return response
