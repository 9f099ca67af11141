"""Replies that a colleague reads before they leave."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router

from portal.api import acting, schemas
from portal.api.problems import Problem
from portal.api.routes.threads import ThreadId
from portal.messaging.models import Message
from portal.reviews.asking import ask_review, withdraw_review
from portal.reviews.deciding import Comment, approve, send_back

router = Router(tags=["reviews"])

ReviewId = Annotated[int, Path(ge=1, le=2**63 - 1, description="The review's id")]


@acting.act(
    router,
    "/threads/{thread_id}/reviews",
    name="askReview",
    summary="Ask a colleague to read a reply before it leaves",
    problems=[
        *acting.TEXT_PROBLEMS,
        *acting.WORK_PROBLEMS,
        Problem.ALREADY_SCHEDULED,
        Problem.ALREADY_IN_REVIEW,
        Problem.UNKNOWN_REVIEWER,
    ],
)
def ask(request: HttpRequest, thread_id: ThreadId, body: schemas.ReviewRequest) -> HttpResponse:
    """Of one colleague, or of any supervisor. The author's claim is given up."""
    return acting.tell(
        ask_review(
            **acting.upon_version(request, thread_id),
            kind=Message.Kind(body.kind),
            text=body.text,
            asked_of=body.asked_of,
            confirmed_warnings=body.confirmed_warnings,
        )
    )


@acting.act(
    router,
    "/threads/{thread_id}/reviews/{review_id}/withdraw",
    name="withdrawReview",
    summary="Take one's own request back, or lay aside what was sent back",
    problems=[*acting.SEEN_PROBLEMS, Problem.REVIEW_SETTLED],
)
def take_back(request: HttpRequest, thread_id: ThreadId, review_id: ReviewId) -> HttpResponse:
    """Its author's alone."""
    return acting.tell(
        withdraw_review(**acting.upon_version(request, thread_id), review_id=review_id)
    )


@acting.act(
    router,
    "/threads/{thread_id}/reviews/{review_id}/send-back",
    name="sendBackReview",
    summary="Give a reply back to its author, with comments on its passages",
    problems=[
        *acting.TEXT_PROBLEMS,
        *acting.SEEN_PROBLEMS,
        Problem.NOT_REVIEWER,
        Problem.REVIEW_SETTLED,
    ],
)
def give_back(
    request: HttpRequest,
    thread_id: ThreadId,
    review_id: ReviewId,
    body: schemas.SendBackRequest,
) -> HttpResponse:
    """Who was asked may, and every supervisor but its author."""
    return acting.tell(
        send_back(
            **acting.upon_version(request, thread_id),
            review_id=review_id,
            words=body.words,
            comments=[Comment(each.start, each.end, each.text) for each in body.comments],
        )
    )


@acting.act(
    router,
    "/threads/{thread_id}/reviews/{review_id}/approve",
    name="approveReview",
    summary="Publish a reply as its author's, as it was asked or amended",
    problems=[
        *acting.TEXT_PROBLEMS,
        *acting.WORK_PROBLEMS,
        Problem.NOT_REVIEWER,
        Problem.REVIEW_SETTLED,
    ],
)
def let_leave(
    request: HttpRequest, thread_id: ThreadId, review_id: ReviewId, body: schemas.ApproveRequest
) -> HttpResponse:
    """All that `publishReply` does, in the author's name. Of two who approve at once, one does; the
    other gets 409 `review-settled`.
    """
    return acting.tell(
        approve(
            **acting.upon_version(request, thread_id),
            review_id=review_id,
            text=body.text,
            confirmed_warnings=body.confirmed_warnings,
        )
    )
