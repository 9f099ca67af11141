"""Internal notes: remarks among agents, which the adherent never sees."""

from datetime import datetime
from uuid import UUID

from portal.accounts.models import Agent
from portal.messaging.acts import Done, Request, Told, carry_out
from portal.messaging.models import EventKind, Thread
from portal.messaging.text import check_note, clean_text


def add_note(*, thread_id: int, agent: Agent, text: str, key: UUID) -> Done:
    """Write a note. The version does not grow: no reply becomes stale by a remark.

    Raises:
        ThreadNotFound: none such in the agent's caisse.
        TextTooShort, TextTooLong: the cleaned text cannot be a note.
        KeyReused: the key served for something else.
    """
    cleaned = clean_text(text)
    check_note(cleaned)

    def perform(thread: Thread, now: datetime) -> Told:
        return Told(text=cleaned)

    return carry_out(Request(agent, thread_id, key, EventKind.NOTED, (cleaned,)), perform)
