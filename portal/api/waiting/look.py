"""One look at the database for everybody who waits in this process, and their answers.

One message wakes every agent of its caisse, and every caisse has news at every moment. What all of
them share is done once: one query says which feeds went on, one which tokens are in force, and the
pages of all the caisses are read together and written once each. The look costs the same whether it
answers one or a hundred.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from django.db import DatabaseError, connection
from pydantic_core import to_json

from portal.api.bearer import Follower, followers_for
from portal.api.feed_identity import identity
from portal.api.me_mark import me_marks
from portal.api.routing import ORDINARY_RATE
from portal.api.shapes import asker_shape, page_shape
from portal.api.waiting.request import WaitingRequest
from portal.appointments.models import Appointment
from portal.appointments.reading import named
from portal.messaging.feed import ChangesSlice
from portal.messaging.feed_pages import PageAsked, read_pages
from portal.messaging.models import Feed
from portal.supervision.presence import note_presences

logger = logging.getLogger(__name__)

MOST_BEHIND = 100
"""Whoever has more changes to read comes back after an absence: Django reads them alone, and those
who follow do not wait for it."""


class Verdict(Enum):
    """What is to be done with somebody who gets no answer from here."""

    ASK_DJANGO = "Django answers: with an error's words, or after an absence"
    GONE = "the client has gone"


@dataclass(frozen=True)
class Stay:
    """They have a token in force and have seen this caisse's feed whole: they wait."""

    caisse: str


@dataclass(frozen=True)
class Answer:
    """The body of their page."""

    body: bytes


Outcome = Verdict | Stay | Answer


@dataclass(frozen=True)
class Asked:
    """A request before the look: new while no caisse is known, `due` once its time is over."""

    request: WaitingRequest
    caisse: str = ""
    due: bool = False


def look(asked: Sequence[Asked]) -> list[Outcome]:
    """Say what becomes of each, in their order, on this thread's connection.

    Whoever is new, has news or is due has their token looked up here, each time: what revokes it
    while they wait is known before they are answered. Whatever is amiss is left to Django, which
    says what it is.

    A database that does not answer has no news: the connection is dropped, and the next look opens
    another.
    """
    try:
        return _look(asked)
    except DatabaseError as error:
        logger.warning("the feed could not be read: %s", type(error).__name__)
        connection.close()
        return [
            Stay(each.caisse) if each.caisse and not each.due else Verdict.ASK_DJANGO
            for each in asked
        ]


def close_connection() -> None:
    """Close this thread's connection."""
    connection.close()


def _look(asked: Sequence[Asked]) -> list[Outcome]:
    newest = dict(Feed.objects.values_list("caisse_id", "last_seq"))
    stirred = [
        each
        for each in asked
        if not each.caisse or each.due or newest.get(each.caisse, 0) != each.request.since
    ]
    outcomes: dict[int, Outcome] = {id(each): Stay(each.caisse) for each in asked}
    if stirred:
        followers = followers_for({each.request.token: each.request.uri for each in stirred})
        feed = identity()
        answered = []
        for each in stirred:
            follower = followers.get(each.request.token)
            outcome = _judged(each, follower, newest, feed)
            if outcome is not None or follower is None:
                outcomes[id(each)] = outcome or Verdict.ASK_DJANGO
            else:
                answered.append((each, follower))
        outcomes |= _answers(answered, feed)
    return [outcomes[id(each)] for each in asked]


def _judged(
    asked: Asked, follower: Follower | None, newest: Mapping[str, int], feed: str
) -> Outcome | None:
    """None for whoever is to be answered from here."""
    if follower is None or asked.caisse not in {"", follower.caisse}:
        return Verdict.ASK_DJANGO
    # A cursor of another feed, or above the newest number, comes from another database: 410.
    behind = newest.get(follower.caisse, 0) - asked.request.since
    if asked.request.feed not in {"", feed} or not 0 <= behind <= MOST_BEHIND:
        return Verdict.ASK_DJANGO
    if not behind and not asked.due:
        return Stay(follower.caisse)
    return None if ORDINARY_RATE.allows(follower.agent_id) else Verdict.ASK_DJANGO


def _answers(answered: Sequence[tuple[Asked, Follower]], feed: str) -> dict[int, Outcome]:
    if not answered:
        return {}
    note_presences({follower.agent_id for _, follower in answered})
    wanted = {
        id(each): PageAsked(follower.caisse, each.request.since, each.request.limit)
        for each, follower in answered
    }
    pages = read_pages(set(wanted.values()))
    written = _written(pages)
    marks = me_marks({follower.agent_id for _, follower in answered})
    outcomes: dict[int, Outcome] = {}
    for each, follower in answered:
        place = wanted[id(each)]
        if place not in pages or follower.agent_id not in marks:
            outcomes[id(each)] = Verdict.ASK_DJANGO
            continue
        mark = "" if pages[place].more else marks[follower.agent_id]
        own = to_json(asker_shape(feed, mark))
        outcomes[id(each)] = Answer(own[:-1] + b"," + written[place][1:])
    return outcomes


def _written(pages: Mapping[PageAsked, ChangesSlice]) -> dict[PageAsked, bytes]:
    found = named({each for page in pages.values() for each in page.appointment_ids})
    by_caisse: dict[str, dict[int, Appointment]] = {place.caisse: {} for place in pages}
    for each in found.values():
        by_caisse.get(each.caisse_id, {})[each.pk] = each
    return {
        place: to_json(page_shape(page, by_caisse[place.caisse])) for place, page in pages.items()
    }
