"""Agents' acts as the tests ask for them: one line each, with a key of its own."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.utils import timezone

from portal.accounts.models import Agent
from portal.environment import Environment
from portal.messaging.acts import Done
from portal.messaging.breaking import break_claim
from portal.messaging.claims import claim
from portal.messaging.classifying import reclassify
from portal.messaging.closing import close
from portal.messaging.models import Message, Thread
from portal.messaging.noting import add_note
from portal.messaging.publishing import Published, publish_reply
from portal.messaging.scheduling import schedule, unschedule
from portal.messaging.transferring import transfer
from portal.messaging.withdrawing import withdraw

REPLY = "Bonjour Madame Exemple, votre attestation est disponible."
REASON = "Relève d’une autre équipe."


def with_undo(seconds: int) -> Environment:
    """The portal's environment, with another time to take replies back."""
    environment: Environment = replace(settings.ENVIRONMENT, undo_seconds=seconds)
    return environment


@dataclass(frozen=True)
class Acting:
    """One agent who acts upon one exchange, always as it is at that moment."""

    agent: Agent
    thread: Thread

    def now(self, key: UUID | None = None) -> dict[str, Any]:
        """The arguments that every act takes."""
        return {**self.any_version(key), "seen_version": self.version}

    def any_version(self, key: UUID | None = None) -> dict[str, Any]:
        return {"thread_id": self.thread.pk, "agent": self.agent, "key": key or uuid4()}

    @property
    def version(self) -> int:
        return Thread.objects.values_list("version", flat=True).get(pk=self.thread.pk)

    def claim(self) -> Thread:
        return claim(thread_id=self.thread.pk, agent=self.agent, seen_version=self.version)

    def note(self, text: str = "Vu avec le service.", key: UUID | None = None) -> Done:
        return add_note(**self.any_version(key), text=text)

    def reclassify(self, motif_code: str, key: UUID | None = None, **more: Any) -> Done:
        return reclassify(**{**self.now(key), **more}, motif_code=motif_code)

    def transfer(
        self,
        competence: str | None = None,
        caisse: str | None = None,
        key: UUID | None = None,
        **more: Any,
    ) -> Done:
        asked = {"competence_code": competence, "caisse_code": caisse, "reason": REASON}
        return transfer(**{**self.now(key), **asked, **more})

    def close(self, reason: str = "Doublon.", key: UUID | None = None, **more: Any) -> Done:
        return close(**{**self.now(key), **more}, reason=reason)

    def break_claim(self, reason: str = "Agent absent.", key: UUID | None = None) -> Done:
        return break_claim(**self.now(key), reason=reason)

    def publish(
        self,
        text: str = REPLY,
        kind: Message.Kind = Message.Kind.ANSWER,
        key: UUID | None = None,
    ) -> Published:
        return publish_reply(**self.now(key), text=text, kind=kind)

    def withdraw(self, message_id: int, key: UUID | None = None, **more: Any) -> Done:
        return withdraw(**{**self.now(key), **more}, message_id=message_id)

    def schedule(
        self,
        publish_at: datetime | None = None,
        text: str = REPLY,
        kind: Message.Kind = Message.Kind.ANSWER,
        key: UUID | None = None,
    ) -> Done:
        at = publish_at or timezone.now() + timedelta(hours=1)
        return schedule(**self.now(key), text=text, kind=kind, publish_at=at)

    def unschedule(self, scheduled_id: int, key: UUID | None = None, **more: Any) -> Done:
        return unschedule(**{**self.now(key), **more}, scheduled_id=scheduled_id)
