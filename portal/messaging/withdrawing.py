"""Taking a published reply back, while the adherent has not seen it."""

from datetime import datetime
from uuid import UUID

from portal.accounts.models import Agent
from portal.deadlines import clocks
from portal.messaging.acts import Done, Request, Told, carry_out
from portal.messaging.current import require_version
from portal.messaging.errors import ThreadNotFound, TooLate
from portal.messaging.models import EventKind, Message, Thread, ThreadStatus
from portal.messaging.reading import thread_for
from portal.notifications.outbox import cancel_reply_available


def withdraw(
    *, thread_id: int, agent: Agent, message_id: int, key: UUID, seen_version: int
) -> Done:
    """Take one's own reply back: as if it had never been published, but for the history.

    The exchange is open again with the deadline it had. Either the adherent never hears of the
    reply, neither page nor e-mail, or this is refused.

    Raises:
        ThreadNotFound: no such exchange in the agent's caisse, or no such reply of theirs in it.
        TooLate: its time is over, or it was taken back already.
        KeyReused: the key served for something else.
        StaleVersion: the exchange is not at `seen_version`.
    """

    def perform(thread: Thread, now: datetime) -> Told:
        message = Message.objects.filter(pk=message_id, thread=thread, author=agent).first()
        if message is None:
            raise ThreadNotFound(thread_id)
        if not message.may_be_taken_back(now):
            raise TooLate(thread_for(agent, thread_id))
        require_version(thread, agent, seen_version)
        if not take_back(thread, message, now):
            raise TooLate(thread_for(agent, thread_id))
        return Told(detail=f"message:{message.pk}")

    return carry_out(
        Request(agent, thread_id, key, EventKind.REPLY_WITHDRAWN, (message_id,)), perform
    )


def take_back(thread: Thread, message: Message, now: datetime) -> bool:
    """Undo a reply that may be taken back; False, with nothing undone, when its e-mail has left.

    The caller holds the transaction (and lets it fail on False) and the exchange's lock, and
    tells the history and the feed.
    """
    if not cancel_reply_available(message):
        return False
    message.withdrawn_at = now
    message.save(update_fields=["withdrawn_at"])
    if message.kind == Message.Kind.ANSWER:
        thread.status = ThreadStatus.OPEN
        thread.answered_at = None
        clocks.restart(thread)
    thread.version += 1
    thread.save(update_fields=["status", "answered_at", "version"])
    return True
