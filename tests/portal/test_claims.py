"""A claim is a lease: taken once, renewed by its holder, free again when it ends."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.messaging.claims import claim, release
from portal.messaging.errors import (
    AlreadyAnswered,
    ClaimedByAnother,
    StaleVersion,
    ThreadNotFound,
)
from portal.messaging.models import Change, Thread
from tests.support.api_world import World, build_world
from tests.support.threads import all_at_once


@pytest.fixture
def world(db) -> World:
    return build_world()


def events() -> list[str]:
    return list(Change.objects.order_by("caisse", "seq").values_list("event", flat=True))


def test_claim_and_release(world):
    sent = world.send()
    taken = claim(thread_id=sent.pk, agent=world.claire, seen_version=1)
    assert (taken.claimed_by, taken.version) == (world.claire, 2)
    assert taken.claim_expires_at - taken.claimed_at == timedelta(seconds=1800)
    given_up = release(thread_id=sent.pk, agent=world.claire, seen_version=2)
    assert (given_up.claimed_by, given_up.claim_expires_at, given_up.version) == (None, None, 3)
    assert events() == ["sent", "claimed", "released"]
    actions = AuditEvent.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["message.sent", "thread.claimed", "thread.released"]


def test_the_holder_renews_without_a_new_version(world):
    sent = world.send()
    first = claim(thread_id=sent.pk, agent=world.claire, seen_version=1)
    with time_machine.travel(timezone.now() + timedelta(minutes=10), tick=False):
        again = claim(thread_id=sent.pk, agent=world.claire, seen_version=1)
    assert again.version == first.version
    assert again.claimed_at == first.claimed_at
    assert again.claim_expires_at - first.claim_expires_at >= timedelta(minutes=10)
    assert events()[-1] == "claim_renewed"


def test_a_colleague_is_refused_and_told_who_holds_it(world):
    sent = world.send()
    claim(thread_id=sent.pk, agent=world.claire, seen_version=1)
    for attempt in (claim, release):
        with pytest.raises(ClaimedByAnother) as refused:
            attempt(thread_id=sent.pk, agent=world.karim, seen_version=2)
        assert refused.value.thread.claimed_by == world.claire
    assert Thread.objects.get().version == 2


def test_an_ended_lease_may_be_taken(world):
    sent = world.send()
    claim(thread_id=sent.pk, agent=world.claire, seen_version=1)
    with time_machine.travel(timezone.now() + timedelta(seconds=1801), tick=False):
        taken = claim(thread_id=sent.pk, agent=world.karim, seen_version=2)
    assert (taken.claimed_by, taken.version) == (world.karim, 3)


def test_a_stale_version_is_refused(world):
    sent = world.send()
    with pytest.raises(StaleVersion) as refused:
        claim(thread_id=sent.pk, agent=world.claire, seen_version=7)
    assert refused.value.thread.version == 1
    claim(thread_id=sent.pk, agent=world.claire, seen_version=1)
    with pytest.raises(StaleVersion):
        release(thread_id=sent.pk, agent=world.claire, seen_version=1)
    assert events() == ["sent", "claimed"]


def test_releasing_what_one_does_not_hold_changes_nothing(world):
    sent = world.send()
    thread = release(thread_id=sent.pk, agent=world.claire, seen_version=9)
    assert thread.version == 1
    assert events() == ["sent"]


def test_another_caisse_sees_nothing(world):
    sent = world.send()
    for attempt in (claim, release):
        with pytest.raises(ThreadNotFound):
            attempt(thread_id=sent.pk, agent=world.jean, seen_version=1)
        with pytest.raises(ThreadNotFound):
            attempt(thread_id=sent.pk + 1, agent=world.claire, seen_version=1)


def test_an_answered_exchange_cannot_be_claimed(world):
    sent = world.send()
    Thread.objects.update(status="answered", answered_at=timezone.now())
    with pytest.raises(AlreadyAnswered):
        claim(thread_id=sent.pk, agent=world.claire, seen_version=1)


def test_of_two_agents_at_once_one_gets_it(database):
    world = build_world()
    for _ in range(10):
        sent = world.send()
        results = all_at_once(
            [
                lambda sent=sent, agent=agent: claim(thread_id=sent.pk, agent=agent, seen_version=1)
                for agent in (world.claire, world.karim)
            ]
        )
        refused = [result for result in results if isinstance(result, Exception)]
        assert len(refused) == 1
        assert isinstance(refused[0], ClaimedByAnother)
        assert Thread.objects.get(pk=sent.pk).version == 2
