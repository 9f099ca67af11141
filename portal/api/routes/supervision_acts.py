"""``/supervision/assign`` and its neighbours: acts upon many messages, a result for each."""

from collections.abc import Callable, Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from portal.accounts.models import Role
from portal.api import schemas
from portal.api.acting import BODY_PROBLEMS, KEYED
from portal.api.bearer import agent_calling
from portal.api.preconditions import idempotency_key
from portal.api.problems import Problem
from portal.api.routing import View, answer, declare
from portal.api.supervision_shape import batch_shape
from portal.messaging.breaking import break_claim
from portal.messaging.models import Message
from portal.messaging.publishing import publish_reply
from portal.messaging.transferring import transfer
from portal.supervision.acts import each
from portal.supervision.assigning import assign

router = Router(tags=["supervision"])

TEXT = (Problem.TEXT_TOO_SHORT, Problem.TEXT_TOO_LONG)


def _batch(
    path: str, *, name: str, summary: str, problems: Sequence[Problem] = ()
) -> Callable[[View], View]:
    return declare(
        router,
        "POST",
        path,
        name=name,
        summary=summary,
        roles=frozenset({Role.SUPERVISOR}),
        answers={200: schemas.BatchResult},
        problems=[
            *BODY_PROBLEMS,
            Problem.MALFORMED_IDEMPOTENCY_KEY,
            Problem.INVALID_PARAMETERS,
            *problems,
        ],
        parameters=KEYED,
    )


@_batch("/supervision/assign", name="assign", summary="Say who is to answer which message")
def assign_threads(request: HttpRequest, body: schemas.AssignRequest) -> HttpResponse:
    """No version is asked for and none is made: a reply under way does not become stale."""
    supervisor = agent_calling(request)
    to = {one.thread_id: one.agent_id for one in body.assignments}

    def act(thread_id: int, key: UUID) -> None:
        assign(thread_id=thread_id, agent=supervisor, to=to[thread_id], key=key)

    return answer(batch_shape(each(to, idempotency_key(request), act)))


@_batch(
    "/supervision/transfer",
    name="transferBatch",
    summary="Hand messages over to another team or caisse",
    problems=TEXT,
)
def transfer_threads(request: HttpRequest, body: schemas.TransferBatchRequest) -> HttpResponse:
    """As the transfer of one message, for each of them."""
    supervisor = agent_calling(request)
    seen = {one.thread_id: one.version for one in body.threads}

    def act(thread_id: int, key: UUID) -> None:
        transfer(
            thread_id=thread_id,
            agent=supervisor,
            competence_code=body.competence,
            caisse_code=body.caisse,
            reason=body.reason,
            key=key,
            seen_version=seen[thread_id],
        )

    return answer(batch_shape(each(seen, idempotency_key(request), act)))


@_batch(
    "/supervision/break-claims",
    name="breakClaims",
    summary="End colleagues' leases",
    problems=TEXT,
)
def break_claims(request: HttpRequest, body: schemas.BreakBatchRequest) -> HttpResponse:
    """What their holders wrote stays with them."""
    supervisor = agent_calling(request)
    seen = {one.thread_id: one.version for one in body.threads}

    def act(thread_id: int, key: UUID) -> None:
        break_claim(
            thread_id=thread_id,
            agent=supervisor,
            reason=body.reason,
            key=key,
            seen_version=seen[thread_id],
        )

    return answer(batch_shape(each(seen, idempotency_key(request), act)))


@_batch(
    "/supervision/holding-replies",
    name="holdingReplies",
    summary="Publish one holding reply to many messages",
    problems=TEXT,
)
def holding_replies(request: HttpRequest, body: schemas.HoldingBatchRequest) -> HttpResponse:
    """The clocks go on: a holding reply keeps no promise."""
    supervisor = agent_calling(request)
    seen = {one.thread_id: one.version for one in body.threads}

    def act(thread_id: int, key: UUID) -> None:
        publish_reply(
            thread_id=thread_id,
            agent=supervisor,
            text=body.text,
            kind=Message.Kind.HOLDING,
            key=key,
            seen_version=seen[thread_id],
        )

    return answer(batch_shape(each(seen, idempotency_key(request), act)))
