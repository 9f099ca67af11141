"""Who of a caisse is there, and what is with each: by name, never by rank (law C3)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count

from portal.accounts.models import Agent
from portal.supervision.figures import open_threads
from portal.supervision.models import Presence

PRESENT_FOR = timedelta(minutes=15)
"""Since the last call of their desk, which asks for changes all the time."""


@dataclass(frozen=True)
class Member:
    """An agent: there or not, and how much is with them."""

    agent: Agent
    competences: list[str]
    """Empty: they answer for all."""
    last_seen_at: datetime | None
    present: bool
    assigned: int
    held: int

    def answers_for(self, competence: str) -> bool:
        """Whether exchanges of this team may be given to them."""
        return not self.competences or competence in self.competences


def members(caisse_code: str, now: datetime) -> list[Member]:
    """Return the active agents of a caisse by name, in a fixed number of queries."""
    still_open = open_threads(caisse_code)
    assigned = dict(
        still_open.filter(assigned_to__isnull=False)
        .values_list("assigned_to")
        .annotate(count=Count("pk"))
    )
    held = dict(
        still_open.filter(claimed_by__isnull=False, claim_expires_at__gt=now)
        .values_list("claimed_by")
        .annotate(count=Count("pk"))
    )
    seen = dict(
        Presence.objects.filter(agent__caisse=caisse_code).values_list("agent", "last_seen_at")
    )
    agents = (
        Agent.objects.filter(caisse=caisse_code, user__is_active=True)
        .prefetch_related("competences")
        .order_by("last_name", "first_name", "pk")
    )
    return [
        Member(
            agent=agent,
            competences=sorted(each.pk for each in agent.competences.all()),
            last_seen_at=seen.get(agent.pk),
            present=not agent.is_absent(now)
            and agent.pk in seen
            and now - seen[agent.pk] <= PRESENT_FOR,
            assigned=assigned.get(agent.pk, 0),
            held=held.get(agent.pk, 0),
        )
        for agent in agents
    ]
