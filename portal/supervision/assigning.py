"""A supervisor says who is to answer an exchange."""

from datetime import datetime
from uuid import UUID

from portal.accounts.models import Agent
from portal.messaging.acts import Done, Request, Told, carry_out
from portal.messaging.errors import AlreadyAnswered, UnknownDestination
from portal.messaging.models import EventKind, Thread, ThreadStatus
from portal.messaging.reading import thread_for


def assign(*, thread_id: int, agent: Agent, to: int | None, key: UUID) -> Done:
    """Assign an open exchange to an agent of the caisse, or with None to nobody any more.

    No version is asked for and none is made: a colleague's reply under way is not made stale.

    Raises:
        ThreadNotFound: none such in the supervisor's caisse.
        UnknownDestination: `to` is no active agent of the caisse.
        KeyReused: the key served for something else.
        AlreadyAnswered: the exchange is no longer open.
    """

    def perform(thread: Thread, now: datetime) -> Told:
        if thread.status != ThreadStatus.OPEN:
            raise AlreadyAnswered(thread_for(agent, thread_id))
        thread.assigned_to = None if to is None else _colleague(agent, to)
        thread.save(update_fields=["assigned_to"])
        return Told(detail="" if to is None else f"agent:{to}")

    return carry_out(Request(agent, thread_id, key, EventKind.ASSIGNED, (to,)), perform)


def _colleague(supervisor: Agent, agent_id: int) -> Agent:
    found = Agent.objects.filter(
        pk=agent_id, caisse=supervisor.caisse_id, user__is_active=True
    ).first()
    if found is None:
        raise UnknownDestination
    return found
