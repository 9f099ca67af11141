"""Replies published later: at their instant, or held with the reason."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from portal.accounts.absence import set_absence
from portal.messaging.completing import complete_message
from portal.messaging.due_replies import settle_due_replies
from portal.messaging.errors import (
    AlreadyAnswered,
    AlreadyScheduled,
    StaleVersion,
    TextTooShort,
    ThreadNotFound,
)
from portal.messaging.models import Change, Message, ScheduledReply, Thread
from portal.notifications.models import Notification
from tests.support.acting import REPLY, Acting, with_undo
from tests.support.api_world import World, build_world

HOUR = timedelta(hours=1)


@pytest.fixture
def world(db) -> World:
    return build_world()


@pytest.fixture
def claire(world) -> Acting:
    return Acting(world.claire, world.send())


def an_hour_later():
    return time_machine.travel(timezone.now() + HOUR + timedelta(seconds=1), tick=False)


def the_scheduled() -> ScheduledReply:
    return ScheduledReply.objects.get()


def events() -> list[str]:
    return list(Change.objects.order_by("pk").values_list("event", flat=True))


def test_published_at_its_instant_in_its_authors_name(claire, settings):
    settings.ENVIRONMENT = with_undo(15)
    claire.schedule()
    assert settle_due_replies() == 0
    with an_hour_later():
        now = timezone.now()
        assert settle_due_replies() == 1
        assert settle_due_replies() == 0
    message = Message.objects.get(direction="out")
    assert (message.text, message.author, message.at) == (REPLY, claire.agent, now)
    assert message.undo_until == now + timedelta(seconds=15)
    assert message.idempotency_key == the_scheduled().key
    assert the_scheduled().state == "published"
    thread = Thread.objects.get()
    assert (thread.status, thread.answered_at) == ("answered", now)
    assert Notification.objects.filter(kind="reply_available", message=message).count() == 1
    assert events() == ["sent", "scheduled", "replied"]


def test_scheduling_gives_the_claim_up_and_tells_colleagues_by_the_version(claire):
    claire.claim()
    done = claire.schedule()
    assert done.thread.claimed_by is None
    assert done.thread.version == 3
    assert [each.text for each in done.thread.scheduled_replies.all()] == [REPLY]


def test_one_that_is_past_is_published_at_the_next_round(claire):
    claire.schedule(timezone.now() - HOUR)
    assert settle_due_replies() == 1
    assert Thread.objects.get().status == "answered"


def wrote(world: World, acting: Acting) -> None:
    complete_message(
        adherent=world.adherent,
        reference=acting.thread.reference,
        text="Je précise ma question.",
        key=uuid4(),
    )


def claimed(world: World, acting: Acting) -> None:
    Acting(world.karim, acting.thread).claim()


def answered(world: World, acting: Acting) -> None:
    Acting(world.karim, acting.thread).publish()


def reclassified(world: World, acting: Acting) -> None:
    acting.reclassify("sante-attestations-autre")


def closed(world: World, acting: Acting) -> None:
    acting.close()


def transferred(world: World, acting: Acting) -> None:
    acting.transfer(caisse="lorraine")


def away(world: World, acting: Acting) -> None:
    set_absence(acting.agent, timezone.now() + timedelta(days=3))


def disabled(world: World, acting: Acting) -> None:
    acting.agent.user.is_active = False
    acting.agent.user.save()


def put_in_training(world: World, acting: Acting) -> None:
    acting.agent.in_training = True
    acting.agent.save()


@pytest.mark.parametrize(
    ("meanwhile", "reason"),
    [
        (wrote, "adherent_wrote"),
        (claimed, "thread_changed"),
        (answered, "thread_changed"),
        (reclassified, "thread_changed"),
        (closed, "thread_changed"),
        (transferred, "thread_changed"),
        (away, "author_absent"),
        (disabled, "author_absent"),
        (put_in_training, "review_needed"),
    ],
)
def test_held_when_something_happened_meanwhile(world, claire, meanwhile, reason):
    claire.schedule()
    meanwhile(world, claire)
    replies = Message.objects.filter(direction="out").count()
    version = claire.version
    with an_hour_later():
        settle_due_replies()
        assert settle_due_replies() == 0, "held is held"
    assert (the_scheduled().state, the_scheduled().reason) == ("held", reason)
    assert Message.objects.filter(direction="out").count() == replies
    assert claire.version == version
    assert events()[-1] == ("completed" if meanwhile is wrote else "schedule_held")


def test_held_as_soon_as_the_adherent_writes(world, claire):
    claire.schedule()
    wrote(world, claire)
    assert the_scheduled().reason == "adherent_wrote"


def test_a_note_holds_nothing(claire):
    claire.schedule()
    claire.note()
    with an_hour_later():
        settle_due_replies()
    assert the_scheduled().state == "published"


def test_an_absence_that_is_over_holds_nothing(claire):
    set_absence(claire.agent, timezone.now() + timedelta(minutes=30))
    claire.schedule()
    with an_hour_later():
        settle_due_replies()
    assert the_scheduled().state == "published"


def test_back_again(claire):
    away(None, claire)
    set_absence(claire.agent, None)
    claire.schedule()
    with an_hour_later():
        settle_due_replies()
    assert the_scheduled().state == "published"


def test_cancelled_it_is_never_published(claire):
    scheduled = claire.schedule().thread.scheduled_replies.get()
    done = claire.unschedule(scheduled.pk)
    assert done.thread.version == 3
    with an_hour_later():
        assert settle_due_replies() == 0
    assert the_scheduled().state == "cancelled"
    with pytest.raises(ThreadNotFound):
        claire.unschedule(scheduled.pk)


def test_cancelling_twice_under_one_key(claire):
    scheduled = claire.schedule().thread.scheduled_replies.get()
    key = uuid4()
    assert not claire.unschedule(scheduled.pk, key).replayed
    assert claire.unschedule(scheduled.pk, key).replayed


def test_cancelling_what_was_published_meanwhile_shows_the_exchange_as_it_is(claire):
    scheduled = claire.schedule().thread.scheduled_replies.get()
    version = claire.version
    with an_hour_later():
        settle_due_replies()
    with pytest.raises(StaleVersion) as refused:
        claire.unschedule(scheduled.pk, seen_version=version)
    assert refused.value.thread.status == "answered"


def test_its_author_or_a_supervisor_cancels(world, claire):
    scheduled = claire.schedule().thread.scheduled_replies.get()
    with pytest.raises(ThreadNotFound):
        Acting(world.karim, claire.thread).unschedule(scheduled.pk)
    Acting(world.sylvie, claire.thread).unschedule(scheduled.pk)
    assert the_scheduled().state == "cancelled"


def test_one_at_a_time(world, claire):
    claire.schedule()
    for again in (claire, Acting(world.karim, claire.thread)):
        with pytest.raises(AlreadyScheduled):
            again.schedule()


def test_ones_own_that_is_held_is_replaced_a_colleagues_is_not(world, claire):
    claire.schedule()
    wrote(world, claire)
    with pytest.raises(AlreadyScheduled):
        Acting(world.karim, claire.thread).schedule()
    claire.schedule(text="Bonjour, avec votre précision.")
    assert sorted(ScheduledReply.objects.values_list("state", flat=True)) == [
        "cancelled",
        "waiting",
    ]


def test_refused_like_a_reply(world, claire):
    with pytest.raises(TextTooShort):
        claire.schedule(text="  ")
    claire.publish()
    with pytest.raises(AlreadyAnswered):
        claire.schedule()


def test_whole_or_not_at_all(claire, monkeypatch):
    claire.schedule()

    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("the worker was killed")

    with an_hour_later():
        with monkeypatch.context() as patched:
            patched.setattr("portal.messaging.publishing.record_change", breaks)
            with pytest.raises(RuntimeError):
                settle_due_replies()
        assert the_scheduled().state == "waiting"
        assert not Message.objects.filter(direction="out").exists()
        assert settle_due_replies() == 1
    assert Message.objects.filter(direction="out").count() == 1
