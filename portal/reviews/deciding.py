"""What a reviewer does with a reply: sends it back with comments, or approves and so publishes it.

Both decide under the exchange's lock and only what is still asked for: of two reviewers who decide
at once, one does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.accounts.models import Agent
from portal.messaging.acts import Done, Request, Told, carry_out
from portal.messaging.current import is_held, require_version
from portal.messaging.errors import AlreadyAnswered, ClaimedByAnother, ThreadNotFound
from portal.messaging.models import EventKind, Message, Thread, ThreadStatus
from portal.messaging.publishing import audited_warnings, publish_now, request_digest
from portal.messaging.reading import thread_for
from portal.messaging.text import check_note, check_reply, clean_text
from portal.reviews.errors import CommentOutside, ReviewSettled
from portal.reviews.models import Review, ReviewComment
from portal.reviews.reviewers import require_reviewer

State = Review.State


@dataclass(frozen=True)
class Comment:
    """A remark on the passage from `start` up to `end`, in code points of the review's text."""

    start: int
    end: int
    text: str


def send_back(
    *,
    thread_id: int,
    agent: Agent,
    review_id: int,
    words: str,
    comments: Sequence[Comment],
    key: UUID,
    seen_version: int,
) -> Done:
    """Give the text back to its author, with words about the whole and comments on passages.

    Raises:
        ThreadNotFound: no such exchange in the agent's caisse, or no such review in it.
        NotReviewer: see `require_reviewer`.
        TextTooShort, TextTooLong: the words, or a comment, outside the bounds of a note.
        CommentOutside: a comment is on no passage of the text.
        ReviewSettled: somebody was first.
        KeyReused: the key served for something else.
        StaleVersion: the exchange is not at `seen_version`.
    """
    said = clean_text(words)
    check_note(said)
    cleaned = [Comment(each.start, each.end, clean_text(each.text)) for each in comments]
    for each in cleaned:
        check_note(each.text)

    def perform(thread: Thread, now: datetime) -> Told:
        review = _asked(thread, agent, review_id, seen_version)
        if any(not 0 <= each.start < each.end <= len(review.text) for each in cleaned):
            raise CommentOutside
        review.state = State.SENT_BACK
        review.reviewer = agent
        review.decided_at = now
        review.words = said
        review.save(update_fields=["state", "reviewer", "decided_at", "words"])
        ReviewComment.objects.bulk_create(
            ReviewComment(review=review, start=each.start, end=each.end, text=each.text)
            for each in cleaned
        )
        thread.version += 1
        thread.save(update_fields=["version"])
        return Told(detail=f"review:{review.pk}")

    parts = [part for each in cleaned for part in (each.start, each.end, each.text)]
    asked = (review_id, said, *parts)
    return carry_out(Request(agent, thread_id, key, EventKind.REVIEW_SENT_BACK, asked), perform)


def approve(
    *,
    thread_id: int,
    agent: Agent,
    review_id: int,
    text: str | None,
    key: UUID,
    seen_version: int,
    confirmed_warnings: Sequence[str] = (),
) -> Done:
    """Publish the reply as its author's, in one transaction with the decision.

    With all that goes with a reply: e-mail, audit, the time to take it back (its author's). It is
    published under the review's own key, so once, whoever approves how often. The adherent does
    not see who approved; the history and the audit trail do.

    Args:
        text: as the reviewer amended it; None as it was asked.
        confirmed_warnings: as for `publish_reply`: what the reviewer let stand.

    Raises:
        ThreadNotFound: no such exchange in the agent's caisse, or no such review in it.
        NotReviewer: see `require_reviewer`.
        TextTooShort, TextTooLong: the amended text cannot be a reply.
        ReviewSettled: somebody was first.
        KeyReused: the key served for something else.
        StaleVersion: the exchange is not at `seen_version`.
        ClaimedByAnother: a third agent's lease is running.
        AlreadyAnswered: the exchange is no longer open.
    """
    amended = None if text is None else clean_text(text)
    if amended is not None:
        check_reply(amended)

    def perform(thread: Thread, now: datetime) -> Told:
        review = _asked(thread, agent, review_id, seen_version)
        if is_held(thread, now) and thread.claimed_by_id not in (agent.pk, review.author_id):
            raise ClaimedByAnother(thread_for(agent, thread_id))
        if thread.status != ThreadStatus.OPEN:
            raise AlreadyAnswered(thread_for(agent, thread_id))
        final = review.text if amended is None else amended
        kind = Message.Kind(review.kind)
        message = publish_now(
            thread,
            agent=review.author,
            text=final,
            kind=kind,
            key=review.key,
            digest=request_digest(thread.pk, kind, final),
            at=now,
            approved_by=agent,
            confirmed_warnings=confirmed_warnings,
        )
        review.state = State.APPROVED
        review.reviewer = agent
        review.decided_at = now
        review.published = message
        review.amended_text = "" if final == review.text else final
        review.save(update_fields=["state", "reviewer", "decided_at", "published", "amended_text"])
        changed = " amended" if review.amended_text else ""
        return Told(
            detail=f"review:{review.pk} message:{message.pk} agent:{review.author_id}{changed}",
            audited=audited_warnings(confirmed_warnings),
        )

    asked = (review_id, amended)
    return carry_out(Request(agent, thread_id, key, EventKind.REVIEW_APPROVED, asked), perform)


def _asked(thread: Thread, agent: Agent, review_id: int, seen_version: int) -> Review:
    """The review, still to be decided, and by this agent."""
    review = (
        Review.objects.select_related("author__user").filter(pk=review_id, thread=thread).first()
    )
    if review is None:
        raise ThreadNotFound(thread.pk)
    require_reviewer(review, agent)
    if review.state != State.ASKED:
        raise ReviewSettled(thread_for(agent, thread.pk))
    require_version(thread, agent, seen_version)
    return review
