"""Reviews as the tests ask for them: one line each, with a key of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from portal.accounts.models import Agent
from portal.messaging.acts import Done
from portal.messaging.models import Message, Thread
from portal.reviews.asking import ask_review, withdraw_review
from portal.reviews.deciding import Comment, approve, send_back
from portal.reviews.models import Review
from tests.support.acting import REPLY, Acting


@dataclass(frozen=True)
class Reviewing(Acting):
    """One agent who asks or decides, always upon the exchange as it is at that moment."""

    def ask(self, text: str = REPLY, of: Agent | None = None, **more: Any) -> Thread:
        """Ask, and return the exchange as it now is."""
        done = ask_review(
            **{**self.now(), **more},
            text=text,
            kind=Message.Kind.ANSWER,
            asked_of=None if of is None else of.pk,
        )
        assert done.thread is not None
        return done.thread

    def approve(self, text: str | None = None, **more: Any) -> Done:
        return approve(**{**self.now(), **more}, review_id=self.newest, text=text)

    def send_back(self, comments: Sequence[Comment] = (), **more: Any) -> Done:
        asked = {**self.now(), **more}
        return send_back(**asked, review_id=self.newest, words="Presque.", comments=comments)

    def take_back(self, **more: Any) -> Done:
        return withdraw_review(**{**self.now(), **more}, review_id=self.newest)

    @property
    def newest(self) -> int:
        """The id of the exchange's newest review."""
        return Review.objects.filter(thread=self.thread).values_list("pk", flat=True).last() or 0
