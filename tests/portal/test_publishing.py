"""Publishing a reply is one transaction, happens once, and never on what was not seen."""

from datetime import timedelta
from unittest import mock
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone
from post_office.models import Email

from portal.audit.models import AuditEvent
from portal.messaging.claims import claim
from portal.messaging.errors import (
    AlreadyAnswered,
    ClaimedByAnother,
    KeyReused,
    StaleVersion,
    TextTooLong,
    TextTooShort,
    ThreadNotFound,
)
from portal.messaging.models import Change, Feed, Message, Thread
from portal.messaging.publishing import Published, publish_reply
from portal.notifications.models import Notification
from tests.support.api_world import World, build_world
from tests.support.threads import all_at_once

ANSWER = "Bonjour Madame Exemple,\n\nVotre attestation est disponible."
Kind = Message.Kind


@pytest.fixture
def world(db) -> World:
    return build_world()


def publish(thread, agent, *, text=ANSWER, kind=Kind.ANSWER, key=None, seen=None) -> Published:
    return publish_reply(
        thread_id=thread.pk,
        agent=agent,
        text=text,
        kind=kind,
        key=key or uuid4(),
        seen_version=thread.version if seen is None else seen,
    )


def written() -> tuple[object, ...]:
    """All that publishing could have touched."""
    return (
        list(Thread.objects.order_by("pk").values()),
        list(Message.objects.order_by("pk").values()),
        list(Notification.objects.order_by("pk").values()),
        list(Email.objects.order_by("pk").values()),
        list(AuditEvent.objects.order_by("pk").values()),
        list(Change.objects.order_by("pk").values()),
        list(Feed.objects.order_by("pk").values()),
    )


def test_an_answer_stops_the_clock_and_tells_the_adherent(world):
    sent = world.send()
    taken = claim(thread_id=sent.pk, agent=world.claire, seen_version=1)
    published = publish(taken, world.claire)
    thread = published.thread
    assert not published.replayed
    assert (thread.status, thread.version, thread.claimed_by) == ("answered", 3, None)
    assert thread.answered_at == published.message.at
    assert (published.message.author, published.message.text) == (world.claire, ANSWER)
    told = thread.notifications.get(kind="reply_available")
    assert (told.state, told.message) == ("to_send", published.message)
    event = AuditEvent.objects.get(action="reply.published")
    assert event.detail == {"message_id": published.message.pk, "kind": "answer", "late": False}
    assert Change.objects.order_by("-seq").first().event == "replied"


def test_a_holding_reply_does_not_stop_the_clock(world):
    sent = world.send()
    thread = publish(sent, world.claire, kind=Kind.HOLDING).thread
    assert (thread.status, thread.answered_at, thread.version) == ("open", None, 2)
    assert publish(thread, world.karim).thread.status == "answered"


def test_late_is_after_the_due_instant_and_not_at_it(world):
    for late in (False, True):
        sent = world.send()
        instant = sent.due_at + timedelta(microseconds=1 if late else 0)
        with time_machine.travel(instant, tick=False):
            publish(sent, world.claire)
        event = AuditEvent.objects.filter(action="reply.published").latest("pk")
        assert event.detail["late"] is late


def test_the_same_key_gives_the_first_answer_whatever_happened_since(world):
    sent = world.send()
    key = uuid4()
    first = publish(sent, world.claire, key=key)
    before = written()
    for seen in (1, 2, 99):
        again = publish(sent, world.claire, key=key, seen=seen, text=f"\r\n{ANSWER} ")
        assert again.replayed
        assert again.message == first.message
    assert written() == before


def test_a_key_used_for_something_else_is_refused(world):
    sent, other = world.send(), world.send()
    key = uuid4()
    published = publish(sent, world.claire, key=key).thread
    before = written()
    with pytest.raises(KeyReused):
        publish(published, world.claire, key=key, text="Autre texte")
    with pytest.raises(KeyReused):
        publish(published, world.claire, key=key, kind=Kind.HOLDING)
    with pytest.raises(KeyReused):
        publish(other, world.claire, key=key)
    assert written() == before
    # Keys are each agent's own.
    assert not publish(other, world.karim, key=key).replayed


@pytest.mark.parametrize(
    ("situation", "refusal"),
    [
        ("stale", StaleVersion),
        ("held", ClaimedByAnother),
        ("answered", AlreadyAnswered),
        ("elsewhere", ThreadNotFound),
        ("empty", TextTooShort),
        ("long", TextTooLong),
    ],
)
def test_a_refusal_writes_nothing(world, situation, refusal):
    thread, agent, text = world.send(), world.claire, ANSWER
    seen = 1
    if situation == "stale":
        claim(thread_id=thread.pk, agent=agent, seen_version=1)
    elif situation == "held":
        seen = claim(thread_id=thread.pk, agent=world.karim, seen_version=1).version
    elif situation == "answered":
        seen = publish(thread, world.karim).thread.version
    elif situation == "elsewhere":
        agent = world.jean
    elif situation == "empty":
        text = " \n "
    else:
        text = "o" * 5001
    before = written()
    with pytest.raises(refusal) as refused:
        publish(thread, agent, text=text, seen=seen)
    assert written() == before
    if refusal in (StaleVersion, ClaimedByAnother, AlreadyAnswered):
        assert refused.value.thread.version == Thread.objects.get().version


def test_an_ended_lease_of_a_colleague_does_not_stand_in_the_way(world):
    sent = world.send()
    seen = claim(thread_id=sent.pk, agent=world.karim, seen_version=1)
    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=False):
        assert publish(seen, world.claire).thread.status == "answered"


@pytest.mark.parametrize(
    "step", ["store_reply", "owe_reply_available", "trail.record", "record_change"]
)
def test_a_failure_at_any_step_leaves_nothing(world, step):
    sent = world.send()
    before = written()
    failing = mock.patch(f"portal.messaging.publishing.{step}", side_effect=RuntimeError("cut"))
    with failing, pytest.raises(RuntimeError, match="cut"):
        publish(sent, world.claire)
    assert written() == before


def test_who_asked_for_no_email_gets_none(world):
    world.adherent.notify_by_email = False
    world.adherent.save()
    thread = publish(world.send(), world.claire).thread
    assert [told.kind for told in thread.notifications.all()] == ["acknowledgement"]


def test_a_question_is_no_reply(world):
    with pytest.raises(ValueError, match="answer or a holding"):
        publish(world.send(), world.claire, kind=Kind.QUESTION)


def test_the_same_key_eight_times_at_once_publishes_once(database):
    world = build_world()
    sent = world.send()
    key = uuid4()
    results = all_at_once([lambda: publish(sent, world.claire, key=key)] * 8)
    assert [result for result in results if isinstance(result, Exception)] == []
    assert sorted(result.replayed for result in results) == [False] + [True] * 7
    assert {result.message.pk for result in results} == {Message.objects.get(kind="answer").pk}
    assert Notification.objects.filter(kind="reply_available").count() == 1
    assert [change.event for change in Change.objects.order_by("seq")] == ["sent", "replied"]


def test_one_key_at_once_on_two_exchanges_serves_one(database):
    world = build_world()
    for _ in range(5):
        sent = [world.send(), world.send()]
        key = uuid4()
        results = all_at_once(
            [
                lambda thread=thread, key=key: publish(thread, world.claire, key=key)
                for thread in sent
            ]
        )
        assert sorted(type(result) for result in results if isinstance(result, Exception)) == [
            KeyReused
        ]


def test_two_agents_at_once_a_hundred_times_publish_one_reply_each_time(database):
    world = build_world()
    sent = [world.send() for _ in range(100)]
    kinds = {"published": 0, "refused": 0}
    for thread in sent:
        results = all_at_once(
            [
                lambda thread=thread, agent=agent: publish(thread, agent)
                for agent in (world.claire, world.karim)
            ]
        )
        for result in results:
            if isinstance(result, Exception):
                assert isinstance(result, StaleVersion)
                # The other agent is shown what is there now, with the answer that came first.
                assert result.thread.status == "answered"
                kinds["refused"] += 1
            else:
                kinds["published"] += 1
    assert kinds == {"published": 100, "refused": 100}
    assert Message.objects.filter(kind="answer").count() == 100
    assert Notification.objects.filter(kind="reply_available").count() == 100
    assert AuditEvent.objects.filter(action="reply.published").count() == 100
