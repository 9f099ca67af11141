"""An agent's act upon an exchange: once per key, and whole.

Every act is one row of `ThreadEvent`, written in the transaction that does it. The row is the
exchange's history and the memory of the key at once: an act cannot be done and its key forgotten,
nor a key remembered whose act was not done.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.accounts.models import Agent
from portal.audit import trail
from portal.messaging.errors import KeyReused, ThreadNotFound
from portal.messaging.feed import record_change
from portal.messaging.models import EventKind, Message, Thread, ThreadEvent
from portal.messaging.reading import lock_thread, thread_for


@dataclass(frozen=True)
class Request:
    """What an agent asks: upon which exchange, under which key, and all that it depends on."""

    agent: Agent
    thread_id: int
    key: UUID
    kind: EventKind
    asked: tuple[str | int | None, ...] = ()
    """The content, which tells two requests under one key apart."""

    @property
    def digest(self) -> str:
        """SHA-256 of what is asked."""
        whole = json.dumps([self.kind.value, self.thread_id, *self.asked])
        return hashlib.sha256(whole.encode()).hexdigest()


@dataclass(frozen=True)
class Told:
    """What the history tells of an act.

    Attributes:
        text: the note, or the reason.
        detail: codes and ids (see `ThreadEvent.detail`).
        left: code of the caisse that the exchange left by it.
        audited: codes that the audit trail keeps besides.
    """

    text: str = ""
    detail: str = ""
    left: str | None = None
    audited: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Done:
    """An act that is done. `replayed`: it already was, under the same key. `thread` is the exchange
    as it is now, None once it belongs to another caisse.
    """

    thread: Thread | None
    replayed: bool


def carry_out(request: Request, perform: Callable[[Thread, datetime], Told]) -> Done:
    """Do an act in one transaction: what `perform` does, the event, the audit trail, the change.

    The same agent, key and content always get the same answer, whatever happened since. When
    `perform` raises, nothing is written.

    Args:
        perform: gets the exchange, locked, and the instant; checks, changes and saves it.

    Raises:
        ThreadNotFound: none such in the agent's caisse.
        KeyReused: the key served for something else.
    """
    try:
        with transaction.atomic():
            replayed = _once(request, perform)
    except IntegrityError:
        # The same key was used at the same instant on another exchange, whose lock is not ours.
        if not key_has_served(request.agent, request.key):
            raise
        raise KeyReused from None
    try:
        return Done(thread_for(request.agent, request.thread_id), replayed)
    except ThreadNotFound:
        return Done(None, replayed)


def _once(request: Request, perform: Callable[[Thread, datetime], Told]) -> bool:
    try:
        thread = lock_thread(request.agent, request.thread_id)
    except ThreadNotFound:
        # Not ours any more, perhaps by this very act.
        if _already_done(request):
            return True
        raise
    # Already done: the answer never reached desk, which asks again.
    if _already_done(request):
        return True
    now = timezone.now()
    told = perform(thread, now)
    ThreadEvent.objects.create(
        thread=thread,
        kind=request.kind,
        agent=request.agent,
        key=request.key,
        request_digest=request.digest,
        at=now,
        text=told.text,
        detail=told.detail,
    )
    trail.record(
        f"thread.{request.kind.value}",
        actor=request.agent.user,
        caisse=request.agent.caisse,
        thread_id=thread.pk,
        detail=told.detail,
        **told.audited,
    )
    record_change(thread, request.kind.value, left=told.left)
    return False


def _already_done(request: Request) -> bool:
    earlier = ThreadEvent.objects.filter(agent=request.agent, key=request.key).first()
    if earlier is not None:
        if earlier.request_digest != request.digest:
            raise KeyReused
        return True
    if Message.objects.filter(author=request.agent, idempotency_key=request.key).exists():
        raise KeyReused
    return False


def key_has_served(agent: Agent, key: UUID) -> bool:
    """Whether one of the agent's acts was done under `key`."""
    return ThreadEvent.objects.filter(agent=agent, key=key).exists()
