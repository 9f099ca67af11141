"""Whether an agent acts upon the exchange as it is: the refusals shared by every act."""

from datetime import datetime

from portal.accounts.models import Agent
from portal.messaging.errors import (
    AlreadyAnswered,
    ClaimedByAnother,
    ReviewNeeded,
    StaleVersion,
)
from portal.messaging.models import Thread, ThreadStatus
from portal.messaging.reading import thread_for


def held_by_another(thread: Thread, agent: Agent, now: datetime) -> bool:
    """Whether a colleague's lease on `thread` is still running at `now`."""
    return is_held(thread, now) and thread.claimed_by_id != agent.pk


def is_held(thread: Thread, now: datetime) -> bool:
    """Whether somebody's lease on `thread` is still running at `now`."""
    return (
        thread.claimed_by_id is not None
        and thread.claim_expires_at is not None
        and thread.claim_expires_at > now
    )


def require_version(thread: Thread, agent: Agent, seen_version: int) -> None:
    """Refuse what was decided upon another state of the exchange.

    Raises:
        StaleVersion: the exchange is not at `seen_version`.
    """
    if thread.version != seen_version:
        raise StaleVersion(thread_for(agent, thread.pk))


def require_trained(agent: Agent) -> None:
    """Refuse what would leave without having been read by a colleague.

    Raises:
        ReviewNeeded: the agent is in training.
    """
    if agent.in_training:
        raise ReviewNeeded


def require_workable(thread: Thread, agent: Agent, seen_version: int, now: datetime) -> None:
    """Refuse unless `agent` may go on with the exchange as they saw it.

    Raises:
        StaleVersion: the exchange is not at `seen_version`.
        ClaimedByAnother: a colleague's lease is running.
        AlreadyAnswered: the exchange is no longer open.
    """
    require_version(thread, agent, seen_version)
    if held_by_another(thread, agent, now):
        raise ClaimedByAnother(thread_for(agent, thread.pk))
    if thread.status != ThreadStatus.OPEN:
        raise AlreadyAnswered(thread_for(agent, thread.pk))
