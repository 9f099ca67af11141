"""What a delivery report changes, and what it does not change twice."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.core.mail.backends.smtp import EmailBackend
from django.utils import timezone
from post_office.models import STATUS, Email

from portal.accounts.failing import failing_since
from portal.accounts.models import Adherent
from portal.accounts.opening import confirm_email
from portal.api.shapes import thread_shape
from portal.environment import ReturnsMailbox
from portal.messaging.feed import read_changes
from portal.messaging.models import Thread
from portal.messaging.reading import complete
from portal.notifications.letters import RenderedMail, post_letter
from portal.notifications.models import Notification, ReturnToken
from portal.notifications.relay import Relay
from portal.notifications.returns.envelope import envelope_sender
from portal.notifications.returns.recovering import SILENCE, forgive_silent
from portal.notifications.returns.report import Fate, Report
from portal.notifications.returns.settling import settle
from tests.support.api_world import World, build_world
from tests.support.mail_server import MailServer, Manner

MAILBOX = ReturnsMailbox(
    address="retours@exemple-msa.test", host="127.0.0.1", port=1, user="retours", password=""
)


@pytest.fixture(autouse=True)
def mailbox(settings):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, returns=MAILBOX)


@pytest.fixture
def world(db) -> World:
    return build_world()


@pytest.fixture
def relay(mail_server: MailServer) -> Relay:
    return Relay(connect=lambda: EmailBackend(host="127.0.0.1", port=mail_server.port, timeout=5))


def sent(world: World, relay: Relay, adherent: Adherent | None = None) -> tuple[Thread, str]:
    """An exchange whose accusé has been handed over, and that e-mail's token."""
    thread = world.send(adherent)
    relay.run_once()
    return thread, ReturnToken.objects.get(email__notification__thread=thread).token


def told(thread: Thread) -> Notification:
    return Notification.objects.get(thread=thread)


def shown(thread: Thread) -> dict:
    return thread_shape(complete(Thread.objects.filter(pk=thread.pk)).get())


def returned(token: str, status: str = "5.1.1") -> bool:
    return settle(Report(token, Fate.RETURNED, status), timezone.now())


def later(wait: timedelta):
    return time_machine.travel(timezone.now() + wait, tick=False)


def test_every_email_leaves_under_a_name_of_its_own(world, relay, mail_server):
    world.send()
    post_letter("jeanne@exemple-msa.test", RenderedMail("Votre code", "123", "<p>123</p>"))
    relay.run_once()
    tokens = set(ReturnToken.objects.values_list("token", flat=True))
    assert len(tokens) == 2
    assert set(mail_server.envelope_senders) == {
        envelope_sender(MAILBOX.address, token) for token in tokens
    }
    # People see, and answer, what they always saw.
    assert all("ne-pas-repondre@" in message["From"] for message in mail_server.messages)
    for email in Email.objects.all():
        assert not any(token in f"{email.message}{email.headers}" for token in tokens)


def test_tried_again_it_keeps_its_name(world, relay, mail_server):
    world.send()
    mail_server.manner = Manner.KEEP_AND_HANG_UP
    relay.run_once()
    mail_server.manner = Manner.ACCEPT
    with later(timedelta(minutes=2)):
        relay.run_once()
    first, second = mail_server.envelope_senders
    assert first == second


def test_come_back_for_good(world, relay):
    thread, token = sent(world, relay)
    version = shown(thread)["version"]
    before = read_changes("picardie", 0, 10).cursor
    assert returned(token)
    notification = told(thread)
    assert (notification.state, notification.cause) == ("failed", "mailbox_unknown")
    assert notification.handed_over_at < notification.returned_at
    shape = shown(thread)
    assert shape["adherent"]["email_failing_since"] == notification.returned_at
    assert shape["notifications"][0]["returned_at"] == notification.returned_at
    news = read_changes("picardie", before, 10).changes
    assert {(change.thread_id, change.event) for change in news} == {(thread.pk, "notification")}
    assert shape["version"] == version, "no agent's reply becomes stale by it"


def test_read_twice_it_counts_once(world, relay):
    thread, token = sent(world, relay)
    returned(token)
    first = told(thread).returned_at
    before = read_changes("picardie", 0, 10).cursor
    # Meanwhile the address was found to work: the old report says nothing against that.
    confirm_email(world.adherent.user, world.adherent.user.email)
    with later(timedelta(hours=1)):
        assert not returned(token)
        assert not settle(Report(token, Fate.DELAYED, "4.4.1"), timezone.now())
    assert told(thread).returned_at == first
    assert shown(thread)["adherent"]["email_failing_since"] is None
    assert read_changes("picardie", before, 10).changes == []


def test_delayed_then_given_up(world, relay):
    thread, token = sent(world, relay)
    assert settle(Report(token, Fate.DELAYED, "4.4.1"), timezone.now())
    assert (told(thread).state, told(thread).cause) == ("handed_over", "delayed")
    assert returned(token, "4.4.7")
    assert (told(thread).state, told(thread).cause) == ("failed", "not_in_time")
    # A server that was away says nothing of the address.
    assert shown(thread)["adherent"]["email_failing_since"] is None


def test_delayed_then_delivered(world, relay):
    thread, token = sent(world, relay)
    settle(Report(token, Fate.DELAYED, "4.4.1"), timezone.now())
    assert settle(Report(token, Fate.DELIVERED, "2.0.0"), timezone.now())
    assert (told(thread).state, told(thread).cause) == ("handed_over", "")


@pytest.mark.parametrize("status", ["5.7.1", "5.6.0", "4.2.2", ""])
def test_what_is_not_of_the_address_does_not_condemn_it(world, relay, status):
    thread, token = sent(world, relay)
    returned(token, status)
    assert told(thread).returned_at is not None
    assert shown(thread)["adherent"]["email_failing_since"] is None


def test_those_who_share_the_address_cannot_be_reached_either(world, relay):
    other = world.stranger
    other.user.email = world.adherent.user.email.upper()
    other.user.save()
    theirs = world.send(other)
    _, token = sent(world, relay)
    before = read_changes("lorraine", 0, 10).cursor
    returned(token)
    assert shown(theirs)["adherent"]["email_failing_since"] is not None
    assert [each.thread_id for each in read_changes("lorraine", before, 10).changes] == [theirs.pk]


def test_a_changed_address_clears_it(world, relay):
    thread, token = sent(world, relay)
    returned(token)
    confirm_email(world.adherent.user, "autre@exemple-msa.test")
    assert shown(thread)["adherent"]["email_failing_since"] is None


def test_an_account_letter_that_comes_back_is_known_too(world, relay):
    thread = world.send()
    post_letter("jeanne@exemple-msa.test", RenderedMail("Votre code", "123", "<p>123</p>"))
    relay.run_once()
    letter = ReturnToken.objects.get(email__notification__isnull=True)
    assert returned(letter.token)
    assert told(thread).state == "handed_over"
    assert shown(thread)["adherent"]["email_failing_since"] is not None


def test_a_later_email_that_does_not_come_back_clears_it(world, relay):
    thread, token = sent(world, relay)
    returned(token)
    with later(timedelta(hours=2)):
        sent(world, relay)
        assert forgive_silent(timezone.now()) == 0, "it may still come back"
    with later(timedelta(hours=3) + SILENCE):
        before = read_changes("picardie", 0, 20).cursor
        assert forgive_silent(timezone.now()) == 1
        assert shown(thread)["adherent"]["email_failing_since"] is None
        assert len(read_changes("picardie", before, 20).changes) == 2, "both open exchanges"


def test_a_later_one_that_comes_back_too_does_not(world, relay):
    _, token = sent(world, relay)
    returned(token)
    since = failing_since(Adherent.objects.get(pk=world.adherent.pk))
    with later(timedelta(hours=2)):
        _, again = sent(world, relay)
        returned(again)
    with later(timedelta(days=3)):
        assert forgive_silent(timezone.now()) == 0
    assert failing_since(Adherent.objects.get(pk=world.adherent.pk)) == since


def test_the_report_is_faster_than_our_own_record(world, relay, mail_server):
    """A server next door bounces before the relay has written that it handed over."""
    thread = world.send()

    class Quick(EmailBackend):
        def send_messages(self, messages):
            taken = super().send_messages(messages)
            returned(ReturnToken.objects.get().token)
            return taken

    Relay(connect=lambda: Quick(host="127.0.0.1", port=mail_server.port)).run_once()
    notification = told(thread)
    assert (notification.state, notification.cause) == ("failed", "mailbox_unknown")
    assert notification.handed_over_at is not None
    assert Email.objects.get().status == STATUS.sent


def test_come_back_it_is_not_tried_again(world, relay, mail_server):
    """The line broke before the server's answer: its report proves that it had the e-mail."""
    thread = world.send()
    mail_server.manner = Manner.KEEP_AND_HANG_UP
    relay.run_once()
    assert told(thread).next_try_at is not None
    returned(ReturnToken.objects.get().token)
    assert told(thread).next_try_at is None
    with later(timedelta(hours=1)):
        assert relay.run_once() == 0


def test_a_report_of_nothing_known_changes_nothing(world, relay):
    thread, _ = sent(world, relay)
    assert not returned("f" * 32)
    assert told(thread).state == "handed_over"


def test_nothing_personal_is_logged(world, relay, caplog):
    caplog.set_level("INFO")
    _, token = sent(world, relay)
    returned(token)
    written = " ".join(r.getMessage() for r in caplog.records if r.name.startswith("portal"))
    assert "5.1.1" in written
    assert token not in written
    assert world.adherent.user.email not in written
