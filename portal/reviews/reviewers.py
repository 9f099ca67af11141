"""Who may read a colleague's reply before it leaves."""

from collections.abc import Collection, Sequence

from django.db.models import QuerySet

from portal.accounts.models import Agent, Role
from portal.reviews.errors import NotReviewer, UnknownReviewer
from portal.reviews.models import Review


def reviewers_for(agent: Agent) -> "QuerySet[Agent]":
    """Return the colleagues whom `agent` may ask: of the caisse, at work, trained; supervisors
    first.
    """
    return _reviewers_of([agent.caisse_id]).exclude(pk=agent.pk)


def reviewers_for_each(agents: Collection[Agent]) -> dict[int, list[Agent]]:
    """Return, by the id of each of `agents`, what `reviewers_for` would: one query for all."""
    trained: dict[str, list[Agent]] = {agent.caisse_id: [] for agent in agents}
    for each in _reviewers_of(list(trained)):
        trained[each.caisse_id].append(each)
    return {
        agent.pk: [each for each in trained[agent.caisse_id] if each.pk != agent.pk]
        for agent in agents
    }


def _reviewers_of(caisses: Sequence[str]) -> "QuerySet[Agent]":
    return Agent.objects.filter(
        caisse_id__in=caisses, user__is_active=True, in_training=False
    ).order_by("-role", "last_name", "first_name", "pk")


def reviewer_named(agent: Agent, reviewer_id: int | None) -> Agent | None:
    """Return the colleague asked, None for any supervisor.

    Raises:
        UnknownReviewer: nobody whom `agent` may ask.
    """
    if reviewer_id is None:
        return None
    found = reviewers_for(agent).filter(pk=reviewer_id).first()
    if found is None:
        raise UnknownReviewer
    return found


def require_reviewer(review: Review, agent: Agent) -> None:
    """Refuse unless `agent` may decide `review`: who was asked may, and every supervisor.

    Raises:
        NotReviewer: they may not; nobody decides their own.
    """
    asked = review.asked_of_id == agent.pk or agent.role == Role.SUPERVISOR
    if not asked or review.author_id == agent.pk or agent.in_training:
        raise NotReviewer
