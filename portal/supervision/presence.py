"""Notes that an agent's desk is in touch, to the minute."""

import logging
from collections.abc import Iterable

from django.core.cache import caches
from django.db import IntegrityError, OperationalError
from django.utils import timezone

from portal.accounts.models import Agent
from portal.supervision.models import Presence

logger = logging.getLogger(__name__)

MINUTE = 60


def note_presence(agent: Agent) -> None:
    """Note that `agent` is there; one write a minute in each process, whatever they call."""
    note_presences([agent.pk])


def note_presences(agent_ids: Iterable[int]) -> None:
    """Note that several agents are there, in one write."""
    cache = caches["calls"]
    unnoted = [each for each in agent_ids if cache.add(f"presence:{each}", 1, timeout=MINUTE)]
    if not unnoted:
        return
    minute = timezone.now().replace(second=0, microsecond=0)
    # In one order for every process: two that note the same agents do not lock each other out.
    rows = [Presence(agent_id=each, last_seen_at=minute) for each in sorted(unnoted)]
    try:
        Presence.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["agent"], update_fields=["last_seen_at"]
        )
    except (OperationalError, IntegrityError) as error:
        # A database that is busy or away (the call itself says so if it needs to write), or an
        # agent whose account was erased meanwhile.
        logger.info("a presence was not noted (%s)", type(error).__name__)
