"""What tells desk, with the feed, that ``GET /me`` would say something else than before."""

import hashlib
from collections.abc import Collection, Iterable

from django.conf import settings
from pydantic_core import to_json

from portal.accounts.models import Agent
from portal.api.shapes import me_shape
from portal.reviews.reviewers import reviewers_for, reviewers_for_each


def me_mark(agent: Agent) -> str:
    """Return 16 characters that differ when the agent, their caisse or whom they may ask do.

    Two small queries: a page of the feed has ten, and an agent whose training has ended must not
    wait for their next sign-in.
    """
    return _mark(agent, reviewers_for(agent))


def me_marks(agent_ids: Collection[int]) -> dict[int, str]:
    """Return the marks of several agents, by id: three queries in all."""
    agents = (
        Agent.objects.select_related("user", "caisse")
        .prefetch_related("competences")
        .in_bulk(agent_ids)
    )
    reviewers = reviewers_for_each(agents.values())
    return {each.pk: _mark(each, reviewers[each.pk]) for each in agents.values()}


def _mark(agent: Agent, reviewers: Iterable[Agent]) -> str:
    shape = me_shape(agent, f"{settings.ENVIRONMENT.base_url}/", reviewers)
    return hashlib.blake2b(to_json(shape), digest_size=8).hexdigest()
