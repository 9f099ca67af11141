"""Acts at the same instant, on both databases: one key does one thing, and nothing blocks."""

from functools import partial
from uuid import uuid4

import pytest

from portal.messaging.acts import Done
from portal.messaging.errors import KeyReused, MessagingError, StaleVersion
from portal.messaging.feed import read_changes
from portal.messaging.models import Change, Thread, ThreadEvent
from tests.support.acting import Acting
from tests.support.api_world import World, build_world
from tests.support.threads import all_at_once


@pytest.fixture
def world(database) -> World:
    return build_world()


def test_one_key_at_once_does_it_once(world):
    claire = Acting(world.claire, world.send())
    key = uuid4()
    results = all_at_once([lambda: claire.note(key=key)] * 6)
    assert all(isinstance(result, Done) for result in results), results
    assert sorted(result.replayed for result in results) == [False] + [True] * 5
    assert ThreadEvent.objects.count() == 1


def test_one_key_at_once_on_two_exchanges_serves_one(world):
    here, there = (Acting(world.claire, world.send()) for _ in range(2))
    key = uuid4()
    results = all_at_once([lambda: here.note(key=key), lambda: there.note(key=key)])
    assert sum(isinstance(result, Done) for result in results) == 1
    assert sum(isinstance(result, KeyReused) for result in results) == 1
    assert ThreadEvent.objects.count() == 1


def test_a_transfer_asked_twice_at_once_leaves_once(world):
    claire = Acting(world.claire, world.send())
    now = claire.now()
    results = all_at_once([lambda: claire.transfer(caisse="lorraine", **now)] * 4)
    assert all(isinstance(result, Done) and result.thread is None for result in results), results
    assert Change.objects.filter(event="transferred").count() == 2


def test_of_different_acts_upon_one_version_one_is_done(world):
    thread = world.send()
    claire, karim = Acting(world.claire, thread), Acting(world.karim, thread)
    one, two = claire.now(), karim.now()
    results = all_at_once(
        [
            lambda: claire.close(**one),
            lambda: karim.transfer(caisse="lorraine", **two),
        ]
    )
    assert sum(isinstance(result, Done) for result in results) == 1
    refused = [result for result in results if not isinstance(result, Done)]
    assert all(isinstance(result, MessagingError) for result in refused), results
    assert Thread.objects.get().version == 2


def test_opposite_transfers_neither_block_nor_lose_a_change(world):
    """Both caisses' counters are taken in one order whichever way an exchange goes."""
    there = [Acting(world.claire, world.send()) for _ in range(6)]
    back = [Acting(world.jean, world.send(world.stranger)) for _ in range(6)]
    results = all_at_once(
        [lambda acting=acting: acting.transfer(caisse="lorraine") for acting in there]
        + [lambda acting=acting: acting.transfer(caisse="picardie") for acting in back]
    )
    assert all(isinstance(result, Done) for result in results), results
    for code, gone, come in (("picardie", there, back), ("lorraine", back, there)):
        page = read_changes(code, 0, 1000)
        assert [change.seq for change in page.changes] == list(range(1, page.cursor + 1))
        assert set(page.deleted_thread_ids) == {acting.thread.pk for acting in gone}
        assert {thread.pk for thread in page.threads} == {acting.thread.pk for acting in come}


def test_a_colleagues_change_makes_the_other_stale(world):
    thread = world.send()
    acts = [Acting(agent, thread) for agent in (world.claire, world.karim)]
    calls = [partial(acting.transfer, "retraite", seen_version=acting.version) for acting in acts]
    results = all_at_once(calls)
    assert sum(isinstance(result, Done) for result in results) == 1
    assert sum(isinstance(result, StaleVersion) for result in results) == 1
