"""An exchange as its adherent may know it."""

from dataclasses import dataclass
from datetime import datetime

from portal.messaging.models import Message, Thread, ThreadStatus

MAX_ADDITIONS = 10
"""How often an adherent may add to one message: an agent reads all of it before answering."""


@dataclass(frozen=True)
class SeenExchange:
    """What an adherent is shown of an exchange. Read the status and texts from here, never from
    `thread`: that one knows of replies which may still be taken back.
    """

    thread: Thread
    status: ThreadStatus
    texts: list[Message]

    @property
    def may_be_completed(self) -> bool:
        """Whether « Ajouter une précision » is offered."""
        return self.status == ThreadStatus.OPEN and not self.is_full

    @property
    def is_full(self) -> bool:
        """Whether the adherent has added as often as is allowed."""
        written = sum(text.direction == Message.Direction.IN for text in self.texts)
        return written > MAX_ADDITIONS


def as_the_adherent_sees(thread: Thread, now: datetime) -> SeenExchange:
    """Return `thread` without the replies taken back, or that may still be at `now`, and as open
    as it was before those.
    """
    texts = list(thread.messages.all())
    hidden_answer = any(
        text.kind == Message.Kind.ANSWER and text.may_be_taken_back(now) for text in texts
    )
    return SeenExchange(
        thread=thread,
        status=ThreadStatus.OPEN if hidden_answer else ThreadStatus(thread.status),
        texts=[text for text in texts if text.is_shown_to_adherent(now)],
    )
