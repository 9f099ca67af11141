"""What the board is counted from follows the feed: after any act it is what reading anew gives."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.messaging.claims import claim, release
from portal.messaging.classifying import reclassify
from portal.messaging.closing import close
from portal.messaging.errors import MessagingError
from portal.messaging.feed import trim
from portal.messaging.models import Message, Thread
from portal.messaging.pausing import pause, resume
from portal.messaging.publishing import publish_reply
from portal.messaging.transferring import transfer
from portal.supervision import open_set
from portal.supervision.assigning import assign
from portal.supervision.open_set import OpenSet, follow, read_open_set
from portal.supervision.open_sets import OpenSets
from tests.support.api_world import World, build_world

pytestmark = pytest.mark.django_db

SENT, ACTS, SEEDS = 12, 50, 3
REASON = "Une pièce manque au dossier."


@pytest.fixture
def world(settings) -> World:
    caches["calls"].clear()
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, undo_seconds=0)
    return build_world()


def rows(found: OpenSet) -> dict[int, tuple[object, ...]]:
    """By exchange, the parts named."""
    parts = list(found.parts)
    return {
        int(row["id"]): (
            parts[row["part"]],
            *(row[name].item() for name in found.rows.dtype.names if name not in ("id", "part")),
        )
        for row in found.rows
    }


def acts(world: World, draw: random.Random) -> dict[str, Callable[[Thread], object]]:
    """Everything that changes what a board counts, upon one exchange."""

    def agent() -> dict[str, object]:
        return {"agent": draw.choice([world.claire, world.karim, world.sylvie])}

    def seen(thread: Thread, *, keyed: bool = True) -> dict[str, object]:
        known = {"thread_id": thread.pk, "seen_version": thread.version, **agent()}
        return known | ({"key": uuid4()} if keyed else {})

    other = world.other_motif.pk
    return {
        "send": lambda _: world.send(),
        "claim": lambda thread: claim(**seen(thread, keyed=False)),
        "release": lambda thread: release(**seen(thread, keyed=False)),
        "assign": lambda thread: assign(
            thread_id=thread.pk, agent=world.sylvie, to=world.karim.pk, key=uuid4()
        ),
        "pause": lambda thread: pause(reason=REASON, **seen(thread)),
        "resume": lambda thread: resume(**seen(thread)),
        "reclassify": lambda thread: reclassify(motif_code=other, **seen(thread)),
        "transfer": lambda thread: transfer(
            competence_code=None, caisse_code="lorraine", reason=REASON, **seen(thread)
        ),
        "close": lambda thread: close(reason=REASON, **seen(thread)),
        "answer": lambda thread: publish_reply(
            text=REASON, kind=Message.Kind.ANSWER, **seen(thread)
        ),
    }


@pytest.mark.parametrize("seed", range(SEEDS))
def test_what_is_followed_is_what_reading_anew_finds(world, seed):
    draw = random.Random(seed)
    for _ in range(SENT):
        world.send()
    kept = read_open_set("picardie")
    done: set[str] = set()
    for _ in range(ACTS):
        name, act = draw.choice(list(acts(world, draw).items()))
        here = list(Thread.objects.filter(caisse="picardie").order_by("pk"))
        if name != "send" and not here:
            continue
        try:
            act(draw.choice(here) if here else None)
        except MessagingError:
            continue
        done.add(name)
        if draw.random() < 0.5:
            kept = follow("picardie", kept)
            assert rows(kept) == rows(read_open_set("picardie")), name
    assert rows(follow("picardie", kept)) == rows(read_open_set("picardie"))
    assert len(done) > 6, done


def test_nothing_is_read_when_nothing_has_changed(world):
    for _ in range(3):
        world.send()
    kept = read_open_set("picardie")
    with CaptureQueriesContext(connection) as queries:
        assert follow("picardie", kept) is kept
    assert len(queries) == 1


def test_only_what_has_changed_is_read(world):
    sent = [world.send() for _ in range(3)]
    kept = read_open_set("picardie")
    claim(thread_id=sent[1].pk, agent=world.claire, seen_version=1)
    with CaptureQueriesContext(connection) as queries:
        now = follow("picardie", kept)
    assert rows(now) == rows(read_open_set("picardie"))
    (asked,) = [query["sql"] for query in queries if '"messaging_thread"' in query["sql"]]
    assert f"IN ({sent[1].pk})" in asked
    # The set of before is as it was, its parts too: somebody may be counting it.
    assert rows(kept)[sent[1].pk][2] == 0
    before = dict(now.parts)
    reclassify(
        thread_id=sent[1].pk,
        agent=world.claire,
        motif_code=world.other_motif.pk,
        key=uuid4(),
        seen_version=2,
    )
    assert len(follow("picardie", now).parts) == len(before) + 1
    assert now.parts == before


def test_a_feed_that_forgot_what_came_since_is_read_anew(world, monkeypatch):
    first = world.send()
    kept = read_open_set("picardie")
    claim(thread_id=first.pk, agent=world.claire, seen_version=1)
    trim("picardie", timezone.now() + timedelta(seconds=1))
    assert rows(follow("picardie", kept)) == rows(read_open_set("picardie"))
    # So is one that has gone on for too long.
    monkeypatch.setattr(open_set, "MOST_CHANGES", 2)
    kept = read_open_set("picardie")
    for _ in range(3):
        world.send()
    with CaptureQueriesContext(connection) as queries:
        now = follow("picardie", kept)
    assert rows(now) == rows(read_open_set("picardie"))
    assert not [query for query in queries if " IN (" in query["sql"]]


def test_a_process_keeps_one_set_for_each_feed(world):
    sets = OpenSets()
    first = sets.of("picardie", "a feed")
    assert sets.of("picardie", "a feed") is first
    world.send()
    assert len(sets.of("picardie", "a feed").rows) == 1
    # A restored portal's feed has another name: nothing kept is true of it.
    assert sets.of("picardie", "another feed") is not first
    assert len(sets.of("lorraine", "a feed").rows) == 0
