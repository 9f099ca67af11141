"""What becomes of a reply, or of any act, on its way."""

from enum import StrEnum


class ReplyState(StrEnum):
    """What is true of an outbox entry (house rule 13).

    `UNCONFIRMED` means that we do not know whether the portal has it: only the same request again,
    with the same key, or a sync leaves it.
    """

    QUEUED = "queued"
    SENDING = "sending"
    UNCONFIRMED = "unconfirmed"
    PUBLISHED = "published"
    REJECTED = "rejected"
    CONFLICT = "conflict"
    CANCELLED = "cancelled"

    @property
    def is_under_way(self) -> bool:
        """It may still leave, or may have left: nothing else may be sent for this thread."""
        return self in (ReplyState.QUEUED, ReplyState.SENDING, ReplyState.UNCONFIRMED)

    @property
    def awaits_author(self) -> bool:
        """The text has come back; the author decides."""
        return self in (ReplyState.REJECTED, ReplyState.CONFLICT)
