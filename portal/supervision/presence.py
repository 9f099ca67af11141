"""Notes that an agent's desk is in touch, to the minute."""

import logging

from django.core.cache import caches
from django.db import OperationalError
from django.utils import timezone

from portal.accounts.models import Agent
from portal.supervision.models import Presence

logger = logging.getLogger(__name__)

MINUTE = 60


def note_presence(agent: Agent) -> None:
    """Note that `agent` is there; one write a minute in each process, whatever they call."""
    if not caches["calls"].add(f"presence:{agent.pk}", 1, timeout=MINUTE):
        return
    minute = timezone.now().replace(second=0, microsecond=0)
    try:
        Presence.objects.update_or_create(agent=agent, defaults={"last_seen_at": minute})
    except OperationalError as error:
        # A database that is busy or away: the call itself says so if it needs to write.
        logger.info("a presence was not noted (%s)", type(error).__name__)
