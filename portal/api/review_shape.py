"""Reviews as the API shows them."""

from collections.abc import Iterable, Mapping
from typing import Any

from portal.accounts.models import Agent
from portal.messaging.models import Thread, ThreadStatus
from portal.reviews.models import Review

Shape = Mapping[str, Any]


def review_of(thread: Thread) -> Shape | None:
    """The newest review of an open exchange, while somebody has still to do something about it.

    `thread` comes from `portal.messaging.reading`, all prefetched.
    """
    newest = max(thread.reviews.all(), key=lambda each: each.pk, default=None)
    if newest is None or not newest.is_live or thread.status != ThreadStatus.OPEN:
        return None
    return _review_shape(newest)


def colleagues_shape(reviewers: Iterable[Agent]) -> list[Shape]:
    """Those whom an agent may ask to read a reply."""
    return [
        {"agent_id": each.pk, "agent_name": each.display_name, "role": each.role}
        for each in reviewers
    ]


def _review_shape(review: Review) -> Shape:
    return {
        "id": review.pk,
        "author_id": review.author_id,
        "author_name": review.author.display_name,
        "kind": review.kind,
        "text": review.text,
        "asked_of_id": review.asked_of_id,
        "asked_of_name": None if review.asked_of is None else review.asked_of.display_name,
        "state": review.state,
        "asked_at": review.asked_at,
        "seen_version": review.seen_version,
        "reviewer_name": None if review.reviewer is None else review.reviewer.display_name,
        "decided_at": review.decided_at,
        "words": review.words,
        "comments": [
            {"start": each.start, "end": each.end, "text": each.text}
            for each in review.comments.all()
        ],
    }
