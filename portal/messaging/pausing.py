"""Holding an exchange's clock while a document is awaited from the adherent."""

from datetime import datetime
from uuid import UUID

from portal.accounts.models import Agent
from portal.deadlines import clocks
from portal.deadlines.models import Pause
from portal.messaging.acts import Done, Request, Told, carry_out
from portal.messaging.current import require_workable
from portal.messaging.errors import AlreadyPaused, NotPaused
from portal.messaging.models import EventKind, Thread
from portal.messaging.reading import thread_for
from portal.messaging.text import check_reason, clean_text


def pause(*, thread_id: int, agent: Agent, reason: str, key: UUID, seen_version: int) -> Done:
    """Hold the clock, for a stated reason, until the adherent writes or an agent resumes it.

    Raises:
        ThreadNotFound: none such in the agent's caisse.
        TextTooShort, TextTooLong: the reason is outside its bounds.
        KeyReused: the key served for something else.
        AlreadyPaused: the clock stands still already.
        StaleVersion, ClaimedByAnother, AlreadyAnswered: see `require_workable`.
    """
    cleaned = clean_text(reason)
    check_reason(cleaned)

    def perform(thread: Thread, now: datetime) -> Told:
        require_workable(thread, agent, seen_version, now)
        try:
            clocks.pause(thread, agent, cleaned, now)
        except clocks.AlreadyPaused:
            raise AlreadyPaused(thread_for(agent, thread_id)) from None
        thread.version += 1
        thread.save(update_fields=["version"])
        return Told(text=cleaned)

    return carry_out(Request(agent, thread_id, key, EventKind.PAUSED, (cleaned,)), perform)


def resume(*, thread_id: int, agent: Agent, key: UUID, seen_version: int) -> Done:
    """Let the clock run again: the due instant moves by the counted time of the pause.

    Raises:
        ThreadNotFound: none such in the agent's caisse.
        KeyReused: the key served for something else.
        NotPaused: the clock is running.
        StaleVersion, ClaimedByAnother, AlreadyAnswered: see `require_workable`.
    """

    def perform(thread: Thread, now: datetime) -> Told:
        require_workable(thread, agent, seen_version, now)
        try:
            clocks.resume(thread, now, Pause.EndedBy.AGENT)
        except clocks.NotPaused:
            raise NotPaused(thread_for(agent, thread_id)) from None
        thread.version += 1
        thread.save(update_fields=["due_at", "version"])
        return Told()

    return carry_out(Request(agent, thread_id, key, EventKind.RESUMED), perform)
