"""Why the messaging refuses: one class per reason that a caller can act on.

Every refusal leaves the database as it was.
"""

from typing import ClassVar

from portal.messaging.models import AgentDraft, Thread


class MessagingError(Exception):
    """Root of the refusals. Never carries a message's text or a person's name."""


class RefusedAsItIs(MessagingError):
    """The exchange is no longer what the act needs.

    Attributes:
        thread: the exchange as it is now.
    """

    why: ClassVar[str]
    """For the log: states and numbers of the exchange alone."""

    def __init__(self, thread: Thread) -> None:
        super().__init__(self.why.format(thread=thread))
        self.thread = thread


class ThreadNotFound(MessagingError):
    """No such exchange in the agent's caisse; one of another caisse looks the same (law C3)."""


class TooManyAdditions(MessagingError):
    """The adherent has added to this exchange as often as is allowed."""


class StaleVersion(RefusedAsItIs):
    """The exchange has changed since the caller saw it."""

    why = "thread {thread.pk} is at version {thread.version}"


class ClaimedByAnother(RefusedAsItIs):
    """A colleague holds an unexpired lease."""

    why = "thread {thread.pk} is held by agent {thread.claimed_by_id}"


class AlreadyAnswered(RefusedAsItIs):
    """The exchange is no longer open: answered, or closed without a reply."""

    why = "thread {thread.pk} is {thread.status}"


class TooLate(RefusedAsItIs):
    """The reply can no longer be taken back: its time is over, or its e-mail is on its way."""

    why = "a reply of thread {thread.pk} stays"


class NotClaimed(RefusedAsItIs):
    """There is no running lease to break."""

    why = "nobody holds thread {thread.pk}"


class AlreadyPaused(RefusedAsItIs):
    """The exchange's clock stands still already."""

    why = "thread {thread.pk} is paused"


class NotPaused(RefusedAsItIs):
    """The exchange's clock is running: there is no pause to end."""

    why = "thread {thread.pk} is not paused"


class ReviewNeeded(MessagingError):
    """The agent is in training: a colleague reads their replies before they leave."""


class AlreadyScheduled(RefusedAsItIs):
    """A reply is scheduled for this exchange already."""

    why = "thread {thread.pk} has a scheduled reply"


class UnknownDestination(MessagingError):
    """A transfer to nowhere, to a team or caisse that does not exist, or to where it is."""


class StaleDraft(MessagingError):
    """The kept draft is not the one that the caller has seen.

    Attributes:
        draft: the draft as it is kept, None when it was thrown away.
    """

    def __init__(self, draft: AgentDraft | None) -> None:
        super().__init__("the draft has changed")
        self.draft = draft


class KeyReused(MessagingError):
    """The agent used this idempotency key before, for another act, content or exchange."""


class TextTooShort(MessagingError):
    """Fewer characters than allowed, once cleaned.

    Attributes:
        length: visible characters found.
        minimum: visible characters wanted.
    """

    def __init__(self, length: int, minimum: int) -> None:
        super().__init__(f"{length} characters, at least {minimum} wanted")
        self.length = length
        self.minimum = minimum


class TextTooLong(MessagingError):
    """More characters than allowed, once cleaned.

    Attributes:
        length: visible characters found.
        maximum: visible characters allowed.
    """

    def __init__(self, length: int, maximum: int) -> None:
        super().__init__(f"{length} characters, at most {maximum} allowed")
        self.length = length
        self.maximum = maximum


class MotifNotOffered(MessagingError):
    """The motif is not in force for this adherent's profile (R-ACT-03), not in force at all, or
    already that of the exchange.
    """
