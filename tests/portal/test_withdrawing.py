"""A published reply taken back: unseen and untold until its time, then for good."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.mail.backends.smtp import EmailBackend
from django.utils import timezone
from post_office.models import Email

from portal.messaging.errors import StaleVersion, ThreadNotFound, TooLate
from portal.messaging.models import Change, Message, Thread, ThreadEvent
from portal.messaging.seen import as_the_adherent_sees
from portal.notifications.models import Notification
from portal.notifications.relay import Relay
from tests.support.acting import Acting, with_undo
from tests.support.api_world import World, build_world

UNDO = 15


@pytest.fixture
def world(db, settings) -> World:
    settings.ENVIRONMENT = with_undo(UNDO)
    return build_world()


@pytest.fixture
def claire(world) -> Acting:
    return Acting(world.claire, world.send())


@pytest.fixture
def relay(mail_server) -> Relay:
    return Relay(connect=lambda: EmailBackend(host="127.0.0.1", port=mail_server.port, timeout=5))


def stored(acting: Acting) -> Thread:
    return Thread.objects.get(pk=acting.thread.pk)


def seen(acting: Acting) -> tuple[str, list[str]]:
    """What the adherent sees: the state, and the directions of the texts."""
    shown = as_the_adherent_sees(stored(acting), timezone.now())
    return shown.status, [text.direction for text in shown.texts]


def subjects(mail_server) -> list[str]:
    return [str(message["Subject"]) for message in mail_server.messages]


def test_the_clock_is_stopped_at_once_but_nothing_shows_before_its_time(claire, relay, mail_server):
    relay.run_once()  # the accusé
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        message = claire.publish().message
        assert message.undo_until == start + timedelta(seconds=UNDO)
        assert stored(claire).answered_at == start
        assert seen(claire) == ("open", ["in"])
        assert relay.run_once() == 0
        clock.move_to(start + timedelta(seconds=UNDO, microseconds=-1))
        assert seen(claire) == ("open", ["in"])
        assert relay.run_once() == 0
        clock.move_to(start + timedelta(seconds=UNDO))
        assert seen(claire) == ("answered", ["in", "out"])
        assert relay.run_once() == 1
    assert len(mail_server.messages) == 2


def test_taken_back_it_never_was_but_for_the_history(claire, relay, mail_server):
    due = claire.thread.due_at
    message = claire.publish().message
    done = claire.withdraw(message.pk)
    thread = done.thread
    assert (thread.status, thread.answered_at, thread.due_at) == ("open", None, due)
    assert thread.version == 3
    event = ThreadEvent.objects.get()
    assert (event.kind, event.detail) == ("reply_withdrawn", f"message:{message.pk}")
    assert Notification.objects.get().kind == "acknowledgement"
    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=False):
        assert seen(claire) == ("open", ["in"])
        relay.run_once()
    assert len(mail_server.messages) == 1, "the accusé and nothing else"


def test_another_answer_may_follow(claire, relay, mail_server):
    claire.withdraw(claire.publish().message.pk)
    second = claire.publish("Bonjour, voici la bonne réponse.")
    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=False):
        assert seen(claire) == ("answered", ["in", "out"])
        relay.run_once()
    told = Notification.objects.get(kind="reply_available")
    assert told.message_id == second.message.pk
    assert len(mail_server.messages) == 2


def test_the_key_of_a_reply_taken_back_still_gets_its_first_answer(claire):
    key = uuid4()
    first = claire.publish(key=key).message
    claire.withdraw(first.pk)
    again = claire.publish(key=key)
    assert again.replayed
    assert again.message == first
    assert again.thread.status == "open"


def test_asked_again_it_is_taken_back_once(claire):
    message = claire.publish().message
    key = uuid4()
    claire.withdraw(message.pk, key)
    changes = Change.objects.count()
    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=False):
        assert claire.withdraw(message.pk, key).replayed
    assert Change.objects.count() == changes
    with pytest.raises(TooLate):
        claire.withdraw(message.pk)


def test_too_late_at_its_instant(claire):
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        message = claire.publish().message
        clock.move_to(start + timedelta(seconds=UNDO))
        with pytest.raises(TooLate) as refused:
            claire.withdraw(message.pk)
    assert refused.value.thread.status == "answered"
    assert Message.objects.get(pk=message.pk).withdrawn_at is None


def test_too_late_once_a_sender_has_it_whatever_our_clock_says(claire):
    """The clock of the host with the sender may be ahead of ours."""
    message = claire.publish().message
    Email.objects.filter(notification__message=message).update(
        scheduled_time=timezone.now() + timedelta(minutes=10)  # as a lease does
    )
    with pytest.raises(TooLate):
        claire.withdraw(message.pk)
    assert stored(claire).status == "answered"
    assert Notification.objects.filter(kind="reply_available").count() == 1


def test_without_a_time_to_take_back_it_is_too_late_at_once(claire, settings):
    settings.ENVIRONMENT = with_undo(0)
    message = claire.publish().message
    assert message.undo_until is None
    assert seen(claire) == ("answered", ["in", "out"])
    with pytest.raises(TooLate):
        claire.withdraw(message.pk)


def test_only_its_author_takes_it_back(world, claire):
    message = claire.publish().message
    for other in (world.karim, world.sylvie, world.jean):
        with pytest.raises(ThreadNotFound):
            Acting(other, claire.thread).withdraw(message.pk)
    question = claire.thread.messages.get(direction="in")
    with pytest.raises(ThreadNotFound):
        claire.withdraw(question.pk)
    elsewhere = Acting(world.claire, world.send())
    with pytest.raises(ThreadNotFound):
        elsewhere.withdraw(message.pk)


def test_not_upon_another_version_than_the_one_seen(claire):
    message = claire.publish().message
    with pytest.raises(StaleVersion):
        claire.withdraw(message.pk, seen_version=1)


def test_a_holding_reply_too(claire):
    message = claire.publish(kind=Message.Kind.HOLDING).message
    assert seen(claire) == ("open", ["in"])
    claire.withdraw(message.pk)
    assert stored(claire).status == "open"
    assert not Notification.objects.filter(kind="reply_available").exists()


@pytest.mark.parametrize("no_mail", ["no address", "not wanted"])
def test_without_an_e_mail_the_time_alone_decides(world, claire, no_mail):
    if no_mail == "not wanted":
        world.adherent.notify_by_email = False
        world.adherent.save()
    else:
        world.adherent.user.emailaddress_set.all().delete()
        world.adherent.user.email = ""
        world.adherent.user.save()
    message = claire.publish().message
    claire.withdraw(message.pk)
    assert not Notification.objects.filter(kind="reply_available").exists()
    late = claire.publish().message
    with (
        time_machine.travel(timezone.now() + timedelta(seconds=UNDO), tick=False),
        pytest.raises(TooLate),
    ):
        claire.withdraw(late.pk)


def test_an_act_that_fails_leaves_the_e_mail_in_its_place(claire, monkeypatch):
    message = claire.publish().message

    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("the database went away")

    monkeypatch.setattr("portal.messaging.acts.record_change", breaks)
    with pytest.raises(RuntimeError):
        claire.withdraw(message.pk)
    assert Email.objects.filter(notification__message=message).count() == 1
    assert stored(claire).status == "answered"
