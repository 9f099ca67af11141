"""Why a review is refused: one class per reason that a caller can act on."""

from portal.messaging.errors import MessagingError, RefusedAsItIs


class AlreadyInReview(RefusedAsItIs):
    """A reply to this exchange waits for its reviewer already."""

    why = "thread {thread.pk} is in review"


class ReviewSettled(RefusedAsItIs):
    """The review is no longer asked for: decided by somebody else, or withdrawn."""

    why = "a review of thread {thread.pk} is settled"


class NotReviewer(MessagingError):
    """The agent may not decide this review: it is their own, it was asked of somebody else, or
    they are in training themselves.
    """


class UnknownReviewer(MessagingError):
    """No colleague of the caisse who could be asked, or the author themself."""


class CommentOutside(MessagingError):
    """A comment is on no passage of the text."""
