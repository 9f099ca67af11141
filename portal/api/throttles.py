"""Limits how often one agent may call, so that a program gone wild hurts nobody else."""

import time

from django.core.cache import caches
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

from portal.api.bearer import agent_calling


class AgentThrottle(BaseThrottle):
    """At most `limit` calls of one agent in each window of `seconds`.

    Keeps nothing of a request on itself, since all threads share it; the counts are in the cache
    named ``calls``, in memory: a count in the database would be a write for each call. Where
    several processes serve, the limit holds in each.
    """

    def __init__(self, scope: str, limit: int, seconds: int) -> None:
        self.scope = scope
        self.limit = limit
        self.seconds = seconds

    def allow_request(self, request: HttpRequest) -> bool:
        return self.allows(agent_calling(request).pk)

    def allows(self, agent_id: int) -> bool:
        """Count a call of an agent; False when it is one too many."""
        window = int(time.time() // self.seconds)
        key = f"api-throttle:{self.scope}:{agent_id}:{window}"
        cache = caches["calls"]
        cache.add(key, 0, timeout=2 * self.seconds)
        try:
            return cache.incr(key) <= self.limit
        except ValueError:  # evicted in between: a full cache must not lock anybody out
            return True

    def wait(self) -> float:
        """Seconds until the next window."""
        return self.seconds - time.time() % self.seconds
