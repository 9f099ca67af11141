"""The worker's own thread for deadlines: sleeps until the next instant, and writes what it brings.

Its own, so that a mail server that takes its time holds up no warning.
"""

from threading import Event

from django.utils import timezone

from portal.deadlines.firing import fire_due, next_instant
from portal.operations.perseverance import keep_at

LOOK_SECONDS = 0.5
"""How long it sleeps at most: a message sent meanwhile may have an earlier instant. One look is one
probe of an index."""


def watch(stopping: Event) -> None:
    """Fire until `stopping` is set."""
    keep_at(_fire_and_look, stopping, "deadlines")


def _fire_and_look() -> float:
    """Fire what is due and return for how many seconds nothing is known to be."""
    fire_due()
    upcoming = next_instant()
    if upcoming is None:
        return LOOK_SECONDS
    return min(max((upcoming - timezone.now()).total_seconds(), 0.001), LOOK_SECONDS)
