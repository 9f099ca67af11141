"""Reads exchanges with all that belongs to them, in a fixed number of queries."""

from django.db.models import QuerySet

from portal.accounts.models import Agent
from portal.messaging.errors import ThreadNotFound
from portal.messaging.models import Thread


def complete(threads: QuerySet[Thread]) -> QuerySet[Thread]:
    """Add to a query what is shown of an exchange: people, classification, texts, notifications,
    history.
    """
    return threads.select_related(
        "caisse", "adherent__user", "motif__sujet", "claimed_by", "assigned_to", "clock"
    ).prefetch_related(
        "messages__author",
        "messages__written_by",
        "messages__read_marks__reader",
        "notifications__recipient",
        "adherent__user__emailaddress_set",
        "events__agent",
        "scheduled_replies__author",
        "reviews__author",
        "reviews__asked_of",
        "reviews__reviewer",
        "reviews__comments",
    )


def thread_for(agent: Agent, thread_id: int) -> Thread:
    """Return one whole exchange of the agent's caisse.

    Raises:
        ThreadNotFound: none such, or of another caisse.
    """
    found = complete(Thread.objects.filter(pk=thread_id, caisse=agent.caisse_id)).first()
    if found is None:
        raise ThreadNotFound(thread_id)
    return found


def lock_thread(agent: Agent, thread_id: int) -> Thread:
    """Lock an exchange of the agent's caisse for the rest of the transaction and return it.

    On SQLite the transaction itself holds the only write lock (BEGIN IMMEDIATE).

    Raises:
        ThreadNotFound: none such, or of another caisse.
    """
    # no_key: a new message or notification of the exchange, which only refers to its row, need
    # not wait.
    found = (
        Thread.objects.select_for_update(no_key=True)
        .filter(pk=thread_id, caisse=agent.caisse_id)
        .first()
    )
    if found is None:
        raise ThreadNotFound(thread_id)
    return found
