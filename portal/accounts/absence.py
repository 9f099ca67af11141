"""An agent, or their supervisor, says until when they are away."""

from datetime import datetime

from django.db import transaction

from portal.accounts.models import Agent
from portal.audit import trail


@transaction.atomic
def set_absence(agent: Agent, until: datetime | None, by: Agent | None = None) -> None:
    """Record the end of an absence, or with None that the agent is there.

    Meanwhile their scheduled replies are held (`portal.messaging.due_replies`).

    Args:
        by: the supervisor who says so; None: the agent themself.
    """
    agent.absent_until = until
    agent.save(update_fields=["absent_until"])
    trail.record(
        "agent.absence",
        actor=(by or agent).user,
        caisse=agent.caisse,
        agent_id=agent.pk,
        away=bool(until),
    )
