"""A supervisor ends a colleague's lease, for a stated reason."""

from datetime import datetime
from uuid import UUID

from portal.accounts.models import Agent
from portal.messaging.acts import Done, Request, Told, carry_out
from portal.messaging.claims import clear_claim
from portal.messaging.current import is_held, require_version
from portal.messaging.errors import NotClaimed
from portal.messaging.models import EventKind, Thread
from portal.messaging.reading import thread_for
from portal.messaging.text import check_reason, clean_text


def break_claim(*, thread_id: int, agent: Agent, reason: str, key: UUID, seen_version: int) -> Done:
    """End the lease that is running, whoever holds it. What its holder wrote stays with them.

    The caller has checked that `agent` is a supervisor.

    Raises:
        ThreadNotFound: none such in the agent's caisse.
        TextTooShort, TextTooLong: the reason is outside its bounds.
        KeyReused: the key served for something else.
        StaleVersion: the exchange is not at `seen_version`.
        NotClaimed: no lease is running.
    """
    cleaned = clean_text(reason)
    check_reason(cleaned)

    def perform(thread: Thread, now: datetime) -> Told:
        require_version(thread, agent, seen_version)
        if not is_held(thread, now):
            raise NotClaimed(thread_for(agent, thread_id))
        holder = thread.claimed_by_id
        clear_claim(thread)
        thread.version += 1
        thread.save(update_fields=["claimed_by", "claimed_at", "claim_expires_at", "version"])
        return Told(text=cleaned, detail=f"agent:{holder}")

    return carry_out(Request(agent, thread_id, key, EventKind.CLAIM_BROKEN, (cleaned,)), perform)
