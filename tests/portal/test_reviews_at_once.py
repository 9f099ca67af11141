"""Reviewers who decide at the same instant, on both databases: one does, and nothing blocks."""

from collections import Counter

import pytest

from portal.messaging.acts import Done
from portal.messaging.models import Message
from portal.notifications.models import Notification
from portal.reviews.errors import AlreadyInReview, ReviewSettled
from portal.reviews.models import Review
from tests.support.api_world import World, build_world
from tests.support.reviewing import Reviewing
from tests.support.threads import all_at_once


@pytest.fixture
def world(database) -> World:
    return build_world()


def kinds(results: list[object]) -> Counter[str]:
    return Counter(type(result).__name__ for result in results)


def test_of_two_approvals_at_once_one_publishes(world):
    thread = world.send()
    Reviewing(world.claire, thread).ask(of=world.karim)
    karim, sylvie = (Reviewing(each, thread) for each in (world.karim, world.sylvie))
    one, two = karim.now(), sylvie.now()
    calls = [lambda: karim.approve(**one), lambda: sylvie.approve(text="Bonjour.", **two)]
    results = all_at_once(calls * 2)
    assert all(isinstance(each, Done | ReviewSettled) for each in results), results
    assert len({each.replayed for each in results if isinstance(each, Done)}) == 2
    reply = Message.objects.get(direction="out")
    assert reply.author == world.claire
    assert Notification.objects.filter(kind="reply_available").count() == 1
    assert Review.objects.get().published == reply


def test_approving_and_sending_back_at_once_do_one_of_them(world):
    thread = world.send()
    claire, sylvie = (Reviewing(each, thread) for each in (world.claire, world.sylvie))
    claire.ask(of=world.karim)
    karim = Reviewing(world.karim, thread)
    one, two, three = karim.now(), sylvie.now(), claire.now()
    results = all_at_once(
        [
            lambda: karim.approve(**one),
            lambda: sylvie.send_back(**two),
            lambda: claire.take_back(**three),
        ]
    )
    # Who takes back what was just sent back has not seen it: told to look again, not « settled ».
    came_late = "StaleVersion" if Review.objects.get().state == "sent_back" else "ReviewSettled"
    assert kinds(results) == Counter(["Done", "ReviewSettled", came_late])
    assert type(results[2]).__name__ in ("Done", came_late)
    left = Message.objects.filter(direction="out").exists()
    assert left == (Review.objects.get().state == "approved")


def test_asked_twice_at_once_one_waits(world):
    thread = world.send()
    claire, karim = (Reviewing(each, thread) for each in (world.claire, world.karim))
    one, two = claire.now(), karim.now()
    results = all_at_once([lambda: claire.ask(**one), lambda: karim.ask(**two)])
    assert kinds(results)["Thread"] == 1, results
    assert not any(isinstance(each, AlreadyInReview) for each in results)
    assert Review.objects.count() == 1
