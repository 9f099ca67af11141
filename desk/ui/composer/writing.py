"""What may be done with the reply of a thread, judged from its snapshot. Pure."""

from enum import StrEnum

import msgspec

from desk.models.actions import Action
from desk.models.snapshots import OutboxView, ReplyState, ThreadView


class Standing(StrEnum):
    """Where the exchange stands for the one who writes."""

    OPEN = "open"
    """May be written and published."""
    HELD = "held"
    """A colleague is answering: may be written, not published."""
    ANSWERED = "answered"
    """Has its answer, or is closed: a text already begun is kept."""
    UNDER_WAY = "under_way"
    """My reply is leaving or may have left: nothing can be changed now."""
    IN_REVIEW = "in_review"
    """A reply waits for its reviewer: mine, or one that I am deciding about."""
    CONFLICT = "conflict"
    """My reply was refused because the exchange changed: I decide."""

    @property
    def text_may_change(self) -> bool:
        return self not in (Standing.UNDER_WAY, Standing.IN_REVIEW, Standing.CONFLICT)

    @property
    def may_publish(self) -> bool:
        return self is Standing.OPEN


class Writing(msgspec.Struct, frozen=True):
    """The standing, and my newest reply, scheduled or not, that is not withdrawn."""

    standing: Standing
    entry: OutboxView | None


def writing_of(thread: ThreadView) -> Writing:
    """Judge the snapshot."""
    entry = next(
        (
            each
            for each in reversed(thread.outbox)
            if Action(each.kind).carries_draft and each.state is not ReplyState.CANCELLED
        ),
        None,
    )
    return Writing(_standing(thread, entry), entry)


def _standing(thread: ThreadView, entry: OutboxView | None) -> Standing:
    if entry is not None and entry.state.is_under_way:
        return Standing.UNDER_WAY
    if entry is not None and entry.state is ReplyState.CONFLICT:
        return Standing.CONFLICT
    if thread.status != "open":
        return Standing.ANSWERED
    review = thread.review
    if review is not None and review.waits and (review.by_me or review.pending):
        return Standing.IN_REVIEW
    if thread.claim_name is not None and not thread.claimed_by_me:
        return Standing.HELD
    return Standing.OPEN
