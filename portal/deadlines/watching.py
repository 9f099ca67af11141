"""The worker's own thread for deadlines: sleeps until the next instant, and writes what it brings.

Its own, so that a mail server that takes its time holds up no warning.
"""

import logging
from threading import Event

from django.db import OperationalError, close_old_connections, connection
from django.utils import timezone

from portal.deadlines.firing import fire_due, next_instant

logger = logging.getLogger(__name__)

LOOK_SECONDS = 0.5
"""How long it sleeps at most: a message sent meanwhile may have an earlier instant. One look is one
probe of an index."""


def watch(stopping: Event) -> None:
    """Fire until `stopping` is set."""
    try:
        while not stopping.is_set():
            stopping.wait(_fire_and_look())
    finally:
        connection.close()


def _fire_and_look() -> float:
    """Fire what is due and return for how many seconds nothing is known to be."""
    try:
        fire_due()
        upcoming = next_instant()
    except OperationalError as error:
        # The database restarts or is out of reach: what was due is still due when it is back.
        logger.warning("the database does not answer (%s)", type(error).__name__)
        return LOOK_SECONDS
    finally:
        close_old_connections()
    if upcoming is None:
        return LOOK_SECONDS
    return min(max((upcoming - timezone.now()).total_seconds(), 0.001), LOOK_SECONDS)
