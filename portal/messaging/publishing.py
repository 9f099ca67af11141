"""Publishing a reply: once, whole, and only upon what the agent has seen."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.accounts.models import Agent
from portal.audit import trail
from portal.deadlines import clocks
from portal.messaging.acts import key_has_served
from portal.messaging.claims import clear_claim
from portal.messaging.current import require_trained, require_workable
from portal.messaging.errors import KeyReused, ThreadNotFound
from portal.messaging.feed import record_change
from portal.messaging.models import Message, Thread, ThreadStatus
from portal.messaging.reading import lock_thread, thread_for
from portal.messaging.text import check_reply, clean_text
from portal.notifications.outbox import owe_reply_available


@dataclass(frozen=True)
class Published:
    """A reply that is on the portal. `replayed`: it already was, under the same key. `thread` is
    the exchange as it now is, None once it belongs to another caisse.
    """

    message: Message
    thread: Thread | None
    replayed: bool


def publish_reply(
    *,
    thread_id: int,
    agent: Agent,
    text: str,
    kind: Message.Kind,
    key: UUID,
    seen_version: int,
    confirmed_warnings: Sequence[str] = (),
) -> Published:
    """Publish a reply in one transaction: the reply, the clock stopped (an answer; a holding reply
    does not), the claim given up, the adherent's notification, the audit event, the change.

    For a moment (``PORTAL_UNDO_SECONDS``) its author may take it back (`withdrawing`): until then
    the clock is stopped, but the adherent sees nothing and the e-mail waits.

    `confirmed_warnings` are codes of what the author was warned of and let stand; the audit trail
    keeps them.

    The same agent, key and content always get the first reply again, whatever happened since:
    a lost answer is asked for anew without danger. On any refusal nothing is written.

    Raises:
        ThreadNotFound: none such in the agent's caisse.
        TextTooShort, TextTooLong: the cleaned text cannot be a reply.
        KeyReused: the key served for another content or exchange.
        StaleVersion: the exchange is not at `seen_version`.
        ClaimedByAnother: a colleague's lease is running.
        AlreadyAnswered: the exchange is no longer open.
        ReviewNeeded: the agent is in training.
        ValueError: `kind` is not that of a reply.
    """
    if kind == Message.Kind.QUESTION:
        raise ValueError("an agent's reply is an answer or a holding reply")
    cleaned = clean_text(text)
    check_reply(cleaned)
    digest = request_digest(thread_id, kind, cleaned)
    try:
        with transaction.atomic():
            message, replayed = _publish(
                thread_id=thread_id,
                agent=agent,
                text=cleaned,
                kind=kind,
                key=key,
                digest=digest,
                seen_version=seen_version,
                confirmed_warnings=confirmed_warnings,
            )
    except IntegrityError:
        # The same key was used at the same instant on another exchange, whose lock is not ours.
        if not Message.objects.filter(author=agent, idempotency_key=key).exists():
            raise
        raise KeyReused from None
    try:
        return Published(message, thread_for(agent, thread_id), replayed)
    except ThreadNotFound:
        return Published(message, None, replayed)


def request_digest(thread_id: int, kind: Message.Kind, text: str) -> str:
    """Return what tells two requests under one key apart: SHA-256 of all that is asked."""
    asked = f"{thread_id}\0{kind.value}\0{text}".encode()
    return hashlib.sha256(asked).hexdigest()


def _earlier(agent: Agent, key: UUID, digest: str) -> Message | None:
    found = (
        Message.objects.filter(author=agent, idempotency_key=key).select_related("author").first()
    )
    if found is not None and found.request_digest != digest:
        raise KeyReused
    return found


def _publish(
    *,
    thread_id: int,
    agent: Agent,
    text: str,
    kind: Message.Kind,
    key: UUID,
    digest: str,
    seen_version: int,
    confirmed_warnings: Sequence[str],
) -> tuple[Message, bool]:
    try:
        thread = lock_thread(agent, thread_id)
    except ThreadNotFound:
        # A colleague may have transferred it to another caisse since.
        earlier = _earlier(agent, key, digest)
        if earlier is None:
            raise
        return earlier, True

    # Already here: its answer never reached desk, which asks again.
    earlier = _earlier(agent, key, digest)
    if earlier is not None:
        return earlier, True
    if key_has_served(agent, key):
        raise KeyReused

    require_trained(agent)
    now = timezone.now()
    require_workable(thread, agent, seen_version, now)
    message = publish_now(
        thread,
        agent=agent,
        text=text,
        kind=kind,
        key=key,
        digest=digest,
        at=now,
        confirmed_warnings=confirmed_warnings,
    )
    return message, False


def publish_now(
    thread: Thread,
    *,
    agent: Agent,
    text: str,
    kind: Message.Kind,
    key: UUID,
    digest: str,
    at: datetime,
    confirmed_warnings: Sequence[str] = (),
    approved_by: Agent | None = None,
) -> Message:
    """Publish a reply that nothing speaks against, with all that goes with it.

    The caller has checked everything, and holds the transaction and the exchange's lock.
    `approved_by`: the colleague who read it and let it leave, its actor in the audit trail.
    """
    undo_seconds = settings.ENVIRONMENT.undo_seconds
    message = store_reply(
        thread,
        agent=agent,
        text=text,
        kind=kind,
        key=key,
        digest=digest,
        at=at,
        undo_until=at + timedelta(seconds=undo_seconds) if undo_seconds > 0 else None,
    )
    owe_reply_available(thread, message)
    trail.record(
        "reply.published",
        actor=(approved_by or agent).user,
        caisse=thread.caisse,
        thread_id=thread.pk,
        message_id=message.pk,
        kind=kind.value,
        late=thread.answered_at is not None and thread.answered_at > thread.due_at,
        **_audited(agent, approved_by, confirmed_warnings),
    )
    record_change(thread, "replied")
    return message


def store_reply(
    thread: Thread,
    *,
    agent: Agent,
    text: str,
    kind: Message.Kind,
    key: UUID,
    digest: str,
    at: datetime,
    undo_until: datetime | None = None,
) -> Message:
    """Store a reply, stop the clock if it is an answer, give the claim up; and nothing around that.

    The caller has checked everything, holds the transaction and the exchange's lock, and tells
    the adherent, the audit trail and the feed.
    """
    message = Message.objects.create(
        thread=thread,
        direction=Message.Direction.OUT,
        kind=kind,
        author=agent,
        text=text,
        at=at,
        idempotency_key=key,
        request_digest=digest,
        undo_until=undo_until,
    )
    if kind == Message.Kind.ANSWER:
        clocks.stop(thread, at, answered=True)
        thread.status = ThreadStatus.ANSWERED
        thread.answered_at = at
    clear_claim(thread)
    thread.version += 1
    thread.save(
        update_fields=[
            "status",
            "answered_at",
            "due_at",
            "claimed_by",
            "claimed_at",
            "claim_expires_at",
            "version",
        ]
    )
    return message


def _audited(author: Agent, approved_by: Agent | None, warnings: Sequence[str]) -> dict[str, Any]:
    approval = {} if approved_by is None else {"author_id": author.pk}
    return {**approval, **audited_warnings(warnings)}


def audited_warnings(warnings: Sequence[str]) -> dict[str, str]:
    """The audit trail's detail: nothing when nothing was confirmed."""
    return {"confirmed_warnings": " ".join(sorted(set(warnings)))} if warnings else {}
