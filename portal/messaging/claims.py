"""« Je prends »: a claim is a lease on an exchange, renewed by work, never a lock.

| who holds it             | claim                    | release              |
|--------------------------|--------------------------|----------------------|
| nobody, or a lease ended | taken, new version       | nothing to do        |
| the same agent           | renewed, same version    | given up, new version|
| a colleague              | refused                  | refused              |
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from portal.accounts.models import Agent
from portal.audit import trail
from portal.messaging.current import held_by_another
from portal.messaging.errors import AlreadyAnswered, ClaimedByAnother, StaleVersion
from portal.messaging.feed import record_change
from portal.messaging.models import Thread, ThreadStatus
from portal.messaging.reading import lock_thread, thread_for


def clear_claim(thread: Thread) -> None:
    """Empty the claim's fields; the caller saves."""
    thread.claimed_by = None
    thread.claimed_at = None
    thread.claim_expires_at = None


def claim(*, thread_id: int, agent: Agent, seen_version: int) -> Thread:
    """Take an open exchange, or renew one's own lease on it.

    The present holder is asked for no version: the answer to a first call may have been lost.

    Raises:
        ThreadNotFound: none such in the agent's caisse.
        ClaimedByAnother: a colleague's lease is running.
        StaleVersion: the exchange is not at `seen_version`.
        AlreadyAnswered: it is no longer open.
    """
    lease = timedelta(seconds=settings.ENVIRONMENT.lease_seconds)
    with transaction.atomic():
        thread = lock_thread(agent, thread_id)
        now = timezone.now()
        if thread.claimed_by_id == agent.pk and thread.status == ThreadStatus.OPEN:
            thread.claim_expires_at = now + lease
            thread.save(update_fields=["claim_expires_at"])
            record_change(thread, "claim_renewed")
        else:
            if held_by_another(thread, agent, now):
                raise ClaimedByAnother(thread_for(agent, thread_id))
            if thread.version != seen_version:
                raise StaleVersion(thread_for(agent, thread_id))
            if thread.status != ThreadStatus.OPEN:
                raise AlreadyAnswered(thread_for(agent, thread_id))
            thread.claimed_by = agent
            thread.claimed_at = now
            thread.claim_expires_at = now + lease
            thread.version += 1
            thread.save(update_fields=["claimed_by", "claimed_at", "claim_expires_at", "version"])
            trail.record(
                "thread.claimed", actor=agent.user, caisse=thread.caisse, thread_id=thread.pk
            )
            record_change(thread, "claimed")
    return thread_for(agent, thread_id)


def release(*, thread_id: int, agent: Agent, seen_version: int) -> Thread:
    """Give one's lease up. Asking again once it is given up changes nothing.

    Raises:
        ThreadNotFound: none such in the agent's caisse.
        ClaimedByAnother: a colleague's lease is running.
        StaleVersion: the exchange is not at `seen_version`.
    """
    with transaction.atomic():
        thread = lock_thread(agent, thread_id)
        if held_by_another(thread, agent, timezone.now()):
            raise ClaimedByAnother(thread_for(agent, thread_id))
        if thread.claimed_by_id == agent.pk:
            if thread.version != seen_version:
                raise StaleVersion(thread_for(agent, thread_id))
            clear_claim(thread)
            thread.version += 1
            thread.save(update_fields=["claimed_by", "claimed_at", "claim_expires_at", "version"])
            trail.record(
                "thread.released", actor=agent.user, caisse=thread.caisse, thread_id=thread.pk
            )
            record_change(thread, "released")
    return thread_for(agent, thread_id)
