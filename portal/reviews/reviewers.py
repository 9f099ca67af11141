"""Who may read a colleague's reply before it leaves."""

from django.db.models import QuerySet

from portal.accounts.models import Agent, Role
from portal.reviews.errors import NotReviewer, UnknownReviewer
from portal.reviews.models import Review


def reviewers_for(agent: Agent) -> "QuerySet[Agent]":
    """Return the colleagues whom `agent` may ask: of the caisse, at work, trained; supervisors
    first.
    """
    return (
        Agent.objects.filter(caisse=agent.caisse_id, user__is_active=True, in_training=False)
        .exclude(pk=agent.pk)
        .order_by("-role", "last_name", "first_name", "pk")
    )


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
