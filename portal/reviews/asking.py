"""Asking a colleague to read a reply before it leaves, and thinking better of it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from portal.accounts.models import Agent
from portal.messaging.acts import Done, Request, Told, carry_out
from portal.messaging.claims import clear_claim
from portal.messaging.current import require_version, require_workable
from portal.messaging.errors import AlreadyScheduled, ThreadNotFound
from portal.messaging.models import EventKind, Message, Thread
from portal.messaging.publishing import audited_warnings
from portal.messaging.reading import thread_for
from portal.messaging.scheduling import LIVE
from portal.messaging.text import check_reply, clean_text
from portal.reviews.errors import AlreadyInReview, ReviewSettled
from portal.reviews.models import Review
from portal.reviews.reviewers import reviewer_named

State = Review.State


def ask_review(
    *,
    thread_id: int,
    agent: Agent,
    kind: Message.Kind,
    text: str,
    asked_of: int | None,
    key: UUID,
    seen_version: int,
    confirmed_warnings: Sequence[str] = (),
) -> Done:
    """Ask a colleague (`asked_of`, an agent's id), or any supervisor (None), to read a reply.

    The author's claim is given up, as by publishing: the reviewer must not wait for it to end.
    `confirmed_warnings`: as for `publish_reply`; the audit trail tells them of the asking.

    Raises:
        ThreadNotFound: none such in the agent's caisse.
        TextTooShort, TextTooLong: the cleaned text cannot be a reply.
        UnknownReviewer: nobody who may be asked.
        AlreadyInReview: a reply waits for its reviewer already.
        AlreadyScheduled: a reply waits for its instant.
        KeyReused: the key served for something else.
        StaleVersion, ClaimedByAnother, AlreadyAnswered: see `require_workable`.
        ValueError: `kind` is not that of a reply.
    """
    if kind == Message.Kind.QUESTION:
        raise ValueError("an agent's reply is an answer or a holding reply")
    cleaned = clean_text(text)
    check_reply(cleaned)

    def perform(thread: Thread, now: datetime) -> Told:
        require_workable(thread, agent, seen_version, now)
        reviewer = reviewer_named(agent, asked_of)
        if Review.objects.filter(thread=thread, state=State.ASKED).exists():
            raise AlreadyInReview(thread_for(agent, thread_id))
        if thread.scheduled_replies.filter(state__in=LIVE).exclude(author=agent).exists():
            raise AlreadyScheduled(thread_for(agent, thread_id))
        clear_claim(thread)
        thread.version += 1
        thread.save(update_fields=["claimed_by", "claimed_at", "claim_expires_at", "version"])
        review = Review.objects.create(
            thread=thread,
            author=agent,
            asked_of=reviewer,
            kind=kind,
            text=cleaned,
            asked_at=now,
            seen_version=thread.version,
            key=uuid4(),
        )
        whom = "" if reviewer is None else f" agent:{reviewer.pk}"
        return Told(
            detail=f"review:{review.pk}{whom}", audited=audited_warnings(confirmed_warnings)
        )

    asked = (kind.value, cleaned, asked_of)
    return carry_out(Request(agent, thread_id, key, EventKind.REVIEW_ASKED, asked), perform)


def withdraw_review(
    *, thread_id: int, agent: Agent, review_id: int, key: UUID, seen_version: int
) -> Done:
    """Take one's own request back, or lay aside what was sent back.

    Raises:
        ThreadNotFound: no such exchange in the agent's caisse, or no such review of theirs in it.
        ReviewSettled: it was approved, or withdrawn already.
        KeyReused: the key served for something else.
        StaleVersion: the exchange is not at `seen_version`.
    """

    def perform(thread: Thread, now: datetime) -> Told:
        review = Review.objects.filter(pk=review_id, thread=thread, author=agent).first()
        if review is None:
            raise ThreadNotFound(thread_id)
        if not review.is_live:
            raise ReviewSettled(thread_for(agent, thread_id))
        require_version(thread, agent, seen_version)
        review.state = State.WITHDRAWN
        review.save(update_fields=["state"])
        thread.version += 1
        thread.save(update_fields=["version"])
        return Told(detail=f"review:{review.pk}")

    return carry_out(
        Request(agent, thread_id, key, EventKind.REVIEW_WITHDRAWN, (review_id,)), perform
    )


def end_reviews(thread: Thread) -> None:
    """The exchange leaves the caisse: nobody there can decide any more. The caller tells."""
    Review.objects.filter(thread=thread, state__in=[State.ASKED, State.SENT_BACK]).update(
        state=State.WITHDRAWN
    )
