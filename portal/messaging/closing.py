"""Ending an exchange without a reply, for a stated reason."""

from datetime import datetime
from uuid import UUID

from portal.accounts.models import Agent
from portal.deadlines import clocks
from portal.messaging.acts import Done, Request, Told, carry_out
from portal.messaging.claims import clear_claim
from portal.messaging.current import require_workable
from portal.messaging.models import EventKind, Thread, ThreadStatus
from portal.messaging.text import check_reason, clean_text


def close(*, thread_id: int, agent: Agent, reason: str, key: UUID, seen_version: int) -> Done:
    """Close an open exchange: no reply is owed any more. The reason stays among agents.

    Raises:
        ThreadNotFound: none such in the agent's caisse.
        TextTooShort, TextTooLong: the reason is outside its bounds.
        KeyReused: the key served for something else.
        StaleVersion, ClaimedByAnother, AlreadyAnswered: see `require_workable`.
    """
    cleaned = clean_text(reason)
    check_reason(cleaned)

    def perform(thread: Thread, now: datetime) -> Told:
        require_workable(thread, agent, seen_version, now)
        clocks.stop(thread, now, answered=False)
        thread.status = ThreadStatus.CLOSED
        clear_claim(thread)
        thread.version += 1
        thread.save(
            update_fields=[
                "status",
                "due_at",
                "claimed_by",
                "claimed_at",
                "claim_expires_at",
                "version",
            ]
        )
        return Told(text=cleaned)

    return carry_out(Request(agent, thread_id, key, EventKind.CLOSED, (cleaned,)), perform)
