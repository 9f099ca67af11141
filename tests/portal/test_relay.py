"""The relay against a real SMTP server: every way a hand-over can end."""

import smtplib
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.smtp import EmailBackend
from django.utils import timezone
from post_office.models import STATUS, Email

from portal.accounts.failing import failing_since
from portal.accounts.models import Adherent
from portal.messaging.feed import read_changes
from portal.messaging.models import Change
from portal.notifications.delivery import _sorted_out
from portal.notifications.letters import RenderedMail, post_letter
from portal.notifications.models import Notification
from portal.notifications.relay import LEASE, Relay
from portal.notifications.retrying import RetryPolicy
from portal.notifications.returns.recovering import SILENCE, forgive_silent
from tests.support.api_world import World, build_world
from tests.support.mail_server import MailServer, Manner

POLICY = RetryPolicy(
    first=timedelta(seconds=30), cap=timedelta(minutes=2), jitter=0, max_attempts=4
)


@pytest.fixture
def world(db) -> World:
    return build_world()


@pytest.fixture
def relay(mail_server: MailServer) -> Relay:
    return Relay(
        retries=POLICY,
        connect=lambda: EmailBackend(host="127.0.0.1", port=mail_server.port, timeout=5),
    )


def later(seconds: float):
    return time_machine.travel(timezone.now() + timedelta(seconds=seconds), tick=False)


def the_notification() -> Notification:
    return Notification.objects.get()


def test_handed_over(world, relay, mail_server):
    thread = world.send()
    assert relay.run_once() == 1
    (message,) = mail_server.messages
    notification = the_notification()
    assert message["Message-ID"] == notification.mail_id
    assert message["To"] == world.adherent.user.email
    assert (notification.state, notification.attempts, notification.cause) == (
        "handed_over",
        1,
        "",
    )
    assert notification.handed_over_at is not None
    assert Email.objects.get().status == STATUS.sent
    # The feed tells it; the exchange keeps its version, so no reply becomes stale by it.
    changes = read_changes("picardie", 0, 10)
    assert [change.event for change in changes.changes] == ["sent", "notification"]
    assert changes.threads[0].version == thread.version
    assert relay.run_once() == 0


@pytest.mark.parametrize(
    ("manner", "cause"),
    [
        (Manner.DEFER_RECIPIENT, "recipient_deferred"),
        (Manner.DEFER_MESSAGE, "message_deferred"),
    ],
)
def test_refused_for_now_then_taken(world, relay, mail_server, manner, cause):
    world.send()
    mail_server.manner = manner
    assert relay.run_once() == 1
    notification = the_notification()
    assert (notification.state, notification.cause, notification.attempts) == ("failed", cause, 1)
    wait = notification.next_try_at - timezone.now()
    assert timedelta(seconds=20) < wait <= timedelta(seconds=30)
    assert relay.run_once() == 0, "not before its time"

    mail_server.manner = Manner.ACCEPT
    with later(31):
        assert relay.run_once() == 1
    notification = the_notification()
    assert (notification.state, notification.cause, notification.attempts) == (
        "handed_over",
        "",
        2,
    )
    assert notification.next_try_at is None
    assert [c.event for c in Change.objects.order_by("seq")] == [
        "sent",
        "notification",
        "notification",
    ]


@pytest.mark.parametrize(
    ("manner", "cause"),
    [
        (Manner.REFUSE_RECIPIENT, "recipient_refused"),
        (Manner.REFUSE_MESSAGE, "message_refused"),
    ],
)
def test_refused_for_good_ends_at_once(world, relay, mail_server, manner, cause):
    world.send()
    mail_server.manner = manner
    relay.run_once()
    notification = the_notification()
    assert (notification.state, notification.cause) == ("failed", cause)
    assert notification.next_try_at is None
    assert Email.objects.get().status == STATUS.failed
    with later(1_000_000):
        assert relay.run_once() == 0
    assert mail_server.attempts == 1


def test_an_address_refused_at_the_door_fails_as_one_that_comes_back(world, relay, mail_server):
    thread = world.send()
    version = thread.version
    mail_server.manner = Manner.REFUSE_RECIPIENT
    relay.run_once()
    adherent = Adherent.objects.get(pk=world.adherent.pk)
    assert failing_since(adherent) is not None
    news = read_changes("picardie", 0, 10)
    assert [change.event for change in news.changes] == ["sent", "notification"]
    assert news.threads[0].version == version
    # Written to all the same, and taken a day ago: it works again.
    mail_server.manner = Manner.ACCEPT
    world.send()
    relay.run_once()
    with later(SILENCE.total_seconds() + 60):
        assert forgive_silent(timezone.now()) == 1


@pytest.mark.parametrize(
    ("answer", "fails"),
    [
        ((550, b"5.1.1 nobody of that name"), True),
        ((550, b"no such user here"), True),
        ((552, b"5.2.2 mailbox is full"), True),
        ((550, b"5.7.1 blocked by a list"), False),
        ((550, b"relay not permitted"), False),
        ((554, b"5.6.0 not this"), False),
        ((451, b"4.1.1 later"), False),
    ],
)
def test_only_what_is_of_the_address_condemns_it(answer, fails):
    refusal = smtplib.SMTPRecipientsRefused({"jeanne@exemple-msa.test": answer})
    assert _sorted_out(refusal).address_fails is fails


def test_one_refusal_does_not_hold_up_the_others(world, relay, mail_server):
    world.send()
    world.send()
    mail_server.manner = Manner.REFUSE_RECIPIENT
    assert relay.run_once() == 2
    assert mail_server.attempts == 2
    mail_server.manner = Manner.ACCEPT
    world.send()
    relay.run_once()
    assert len(mail_server.messages) == 1


def test_a_server_that_is_down_is_waited_for_longer_and_longer_then_given_up(
    world, relay, mail_server
):
    world.send()
    mail_server.stop()
    waits = []
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        while True:
            assert relay.run_once() == 1
            notification = the_notification()
            assert (notification.state, notification.cause) == ("failed", "server_unreachable")
            if notification.next_try_at is None:
                break
            waits.append((notification.next_try_at - timezone.now()).total_seconds())
            clock.move_to(notification.next_try_at)
    assert waits == [30, 60, 120]
    assert the_notification().attempts == 4
    assert Email.objects.get().status == STATUS.failed


def test_it_comes_back(world, relay, mail_server):
    world.send()
    mail_server.stop()
    relay.run_once()
    mail_server.start()
    with later(31):
        relay.run_once()
    assert the_notification().state == "handed_over"
    assert len(mail_server.messages) == 1


def test_an_answer_that_never_came_may_repeat_the_email_with_the_same_id(world, relay, mail_server):
    """The window that nobody can close: the server has it, and we cannot know."""
    world.send()
    mail_server.manner = Manner.KEEP_AND_HANG_UP
    relay.run_once()
    assert the_notification().cause == "connection_lost"
    mail_server.manner = Manner.ACCEPT
    with later(31):
        relay.run_once()
    ids = [message["Message-ID"] for message in mail_server.messages]
    assert ids == [the_notification().mail_id] * 2


def test_a_letter_keeps_its_id_too(world, relay, mail_server):
    post_letter("jeanne@exemple-msa.test", RenderedMail("Votre code", "123", "<p>123</p>"))
    mail_server.manner = Manner.KEEP_AND_HANG_UP
    relay.run_once()
    mail_server.manner = Manner.ACCEPT
    with later(31):
        relay.run_once()
    first, second = (message["Message-ID"] for message in mail_server.messages)
    assert first == second
    assert first.endswith("@exemple-msa.test>")


def test_what_a_dead_sender_had_taken_is_due_again_when_its_lease_ends(world, relay, mail_server):
    world.send()
    Email.objects.update(scheduled_time=timezone.now() + LEASE)  # as a lease does
    assert relay.run_once() == 0
    with later(LEASE.total_seconds() + 1):
        assert relay.run_once() == 1
    assert len(mail_server.messages) == 1


def test_what_other_rooms_queue_is_delivered_too(world, relay, mail_server, settings):
    # pytest-django keeps e-mails in memory; this is about the portal's own backend.
    settings.EMAIL_BACKEND = "post_office.EmailBackend"
    mail.send_mail("Votre code", "123", None, ["jeanne@exemple-msa.test"])
    assert relay.run_once() == 1
    assert mail_server.messages[0]["Subject"] == "Votre code"
    assert mail_server.messages[0]["Message-ID"].endswith("@exemple-msa.test>")


def test_nothing_personal_is_logged(world, relay, mail_server, caplog):
    world.send()
    mail_server.manner = Manner.REFUSE_RECIPIENT
    relay.run_once()
    (record,) = (r for r in caplog.records if r.name == "portal.notifications.relay")
    logged = record.getMessage()
    assert "recipient_refused" in logged
    assert world.adherent.user.email not in logged
    assert record.exc_info is None


@pytest.mark.parametrize("attempts", [1, 2, 5, 20, 53])
def test_waits_are_spread_and_capped(attempts):
    policy = RetryPolicy()
    waits = [policy.wait_after(attempts) for _ in range(50)]
    middle = timedelta(seconds=min(30 * 2 ** (attempts - 1), 3600))
    assert all(middle * 0.8 <= wait <= middle * 1.2 for wait in waits)
    assert len(set(waits)) > 1
    assert policy.wait_after(54) is None
