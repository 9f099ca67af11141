"""Whether an SMS reached the telephone: the gateway is asked, and agents are told."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from portal.accounts.models import Adherent
from portal.api.shapes import notification_shape
from portal.messaging.models import Change, Thread
from portal.notifications.models import Notification, Sms
from portal.notifications.sms.owing import owe_code_sms
from portal.notifications.sms.receipts import PAUSES, SmsReceipts
from portal.notifications.sms.relay import FIRST_QUESTION, SmsRelay
from portal.serving.worker import work_once
from tests.support.api_world import World, build_world
from tests.support.sms_gateway import SmsGateway

NUMBER = "+33612345678"


@pytest.fixture
def gateway(settings) -> Iterator[SmsGateway]:
    with SmsGateway() as server:
        settings.SMS = server.account
        yield server


@pytest.fixture
def world(db, gateway: SmsGateway) -> World:
    world = build_world()
    Adherent.objects.filter(pk=world.adherent.pk).update(
        mobile_phone=NUMBER, mobile_verified_at=timezone.now(), notify_by_sms=True
    )
    world.adherent.refresh_from_db()
    return world


def handed_over(world: World) -> Thread:
    thread = world.send()
    assert SmsRelay().run_once() == 1
    return thread


def by_sms() -> Notification:
    return Notification.objects.get(channel="sms")


def later(wait: timedelta):
    return time_machine.travel(timezone.now() + wait + timedelta(seconds=1), tick=False)


def test_an_sms_that_arrived_is_told_once(world, gateway):
    handed_over(world)
    assert SmsReceipts().run_once() == 0, "not at once"
    seen = Change.objects.count()
    with later(FIRST_QUESTION):
        assert SmsReceipts().run_once() == 1
        assert (by_sms().state, by_sms().delivered_at) == ("handed_over", None)
        gateway.reports[NUMBER] = (1, 4)
        assert SmsReceipts().run_once() == 0
        with later(PAUSES[0]):
            assert SmsReceipts().run_once() == 1
            told = by_sms()
            assert (told.state, told.cause, told.returned_at) == ("handed_over", "", None)
            assert notification_shape(told)["delivered_at"] == timezone.now()
            (change,) = Change.objects.order_by("seq")[seen:]
            assert change.event == "notification"
    with later(timedelta(days=9)):
        assert SmsReceipts().run_once() == 0


@pytest.mark.parametrize(
    ("receipt", "why", "cause"),
    [
        (2, 23, "number_refused"),
        (2, 24, "telephone_unreachable"),
        (2, 8, "telephone_unreachable"),
        (16, 25, "sms_undelivered"),
        (2, 999, "sms_undelivered"),
    ],
)
def test_an_sms_that_did_not_is_failed_with_why(world, gateway, receipt, why, cause):
    thread = handed_over(world)
    version = Thread.objects.get(pk=thread.pk).version
    gateway.reports[NUMBER] = (receipt, why)
    with later(FIRST_QUESTION):
        assert SmsReceipts().run_once() == 1
        told = by_sms()
    assert (told.state, told.cause, told.next_try_at) == ("failed", cause, None)
    assert told.handed_over_at < told.returned_at
    assert Change.objects.order_by("-seq")[0].event == "notification"
    assert Thread.objects.get(pk=thread.pk).version == version, "no reply becomes stale by it"
    assert Sms.objects.get().ask_at is None


def test_a_gateway_that_is_away_or_silent_is_asked_again_and_not_for_ever(world, gateway):
    handed_over(world)
    account = gateway.account
    gateway.stop()
    with later(FIRST_QUESTION):
        assert SmsReceipts().run_once() == 1, "asked in vain"
        assert SmsReceipts().run_once() == 0
    with SmsGateway() as another:
        another.sent = gateway.sent
        assert account.service == another.account.service
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("django.conf.settings.SMS", another.account)
            now = timezone.now() + FIRST_QUESTION
            for pause in PAUSES:
                now += pause + timedelta(seconds=2)
                with time_machine.travel(now, tick=False):
                    assert SmsReceipts().run_once() == 1
    sms = Sms.objects.get()
    assert (sms.asked, sms.ask_at) == (len(PAUSES) + 1, None)
    assert (by_sms().state, by_sms().delivered_at) == ("handed_over", None)


def test_nobody_asks_after_a_code_and_the_worker_asks_after_the_rest(world, gateway):
    now = timezone.now()
    owe_code_sms(world.adherent, NUMBER, "Votre code est 123456.", now + timedelta(minutes=9))
    assert SmsRelay().run_once() == 1
    assert Sms.objects.get().ask_at is None
    handed_over(world)
    gateway.reports[NUMBER] = (1, 4)
    with later(FIRST_QUESTION):
        work_once(_Nothing())
    assert by_sms().delivered_at is not None


class _Nothing:
    """No e-mail is due here."""

    def run_once(self) -> int:
        return 0
