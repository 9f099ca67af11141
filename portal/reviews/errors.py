"""Why a review is refused: one class per reason that a caller can act on."""

from portal.messaging.errors import MessagingError
from portal.messaging.models import Thread


class AlreadyInReview(MessagingError):
    """A reply to this exchange waits for its reviewer already.

    Attributes:
        thread: the exchange as it is now, with that review.
    """

    def __init__(self, thread: Thread) -> None:
        super().__init__(f"thread {thread.pk} is in review")
        self.thread = thread


class ReviewSettled(MessagingError):
    """The review is no longer asked for: decided by somebody else, or withdrawn.

    Attributes:
        thread: the exchange as it is now.
    """

    def __init__(self, thread: Thread) -> None:
        super().__init__(f"a review of thread {thread.pk} is settled")
        self.thread = thread


class NotReviewer(MessagingError):
    """The agent may not decide this review: it is their own, it was asked of somebody else, or
    they are in training themselves.
    """


class UnknownReviewer(MessagingError):
    """No colleague of the caisse who could be asked, or the author themself."""


class CommentOutside(MessagingError):
    """A comment is on no passage of the text."""
