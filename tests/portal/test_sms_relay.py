"""SMS against a gateway that behaves as the provider's does: every way a hand-over can end."""

from collections.abc import Iterator
from datetime import timedelta
from email.utils import format_datetime

import pytest
import time_machine
from django.utils import timezone

from portal.accounts.models import Adherent
from portal.api.shapes import notification_shape
from portal.messaging.errors import TooLate
from portal.messaging.models import Change
from portal.notifications.models import Notification, Sms
from portal.notifications.retrying import RetryPolicy
from portal.notifications.sms.gateway import SmsNotTaken
from portal.notifications.sms.ovh import OvhGateway
from portal.notifications.sms.relay import LEASE, SmsRelay
from portal.serving.checking import findings
from tests.support.acting import Acting, with_undo
from tests.support.api_world import QUESTION, World, build_world
from tests.support.sms_gateway import REFUSED, Manner, SmsGateway

NUMBER = "+33612345678"
POLICY = RetryPolicy(
    first=timedelta(seconds=30), cap=timedelta(minutes=2), jitter=0, max_attempts=4
)


@pytest.fixture
def gateway(settings) -> Iterator[SmsGateway]:
    with SmsGateway() as server:
        settings.SMS = server.account
        yield server


@pytest.fixture
def world(db, gateway: SmsGateway) -> World:
    world = build_world()
    wishes(world.adherent)
    return world


@pytest.fixture
def relay(gateway: SmsGateway) -> SmsRelay:
    return SmsRelay(retries=POLICY)


def wishes(adherent: Adherent, number: str = NUMBER, **values: object) -> None:
    usual = {"mobile_verified_at": timezone.now(), "notify_by_sms": True}
    for name, value in ({"mobile_phone": number} | usual | values).items():
        setattr(adherent, name, value)
    adherent.save()


def later(seconds: float):
    return time_machine.travel(timezone.now() + timedelta(seconds=seconds), tick=False)


def by_sms() -> Notification:
    return Notification.objects.get(channel="sms")


def state() -> tuple[str, str, int]:
    told = by_sms()
    return told.state, told.cause, told.attempts


def test_r_not_03_an_sms_confirms_the_message_and_another_tells_of_the_reply(world, relay, gateway):
    thread = world.send()
    assert relay.run_once() == 1
    (job,) = gateway.sent
    told = by_sms()
    assert (job["receivers"], job["tag"], job["noStopClause"]) == ([NUMBER], told.mail_id, True)
    assert (job["coding"], job["sender"]) == ("7bit", "MSA")
    assert job["message"] == (
        f"MSA Picardie : votre message réf. {thread.reference} est bien envoyé."
        " Il sera traité sous 48h. Ne répondez pas à ce SMS."
    )
    assert state() == ("handed_over", "", 1)
    assert notification_shape(told)["channel"] == "sms"
    assert [change.event for change in Change.objects.order_by("seq")] == ["sent", "notification"]
    kept = Sms.objects.get()
    assert (kept.to, kept.text) == ("", ""), "neither is needed any more"

    Acting(world.claire, thread).publish("Votre attestation est disponible.")
    assert relay.run_once() == 1
    confirmed, answered = gateway.sent_to(NUMBER)
    assert "une réponse à votre message" in answered
    for text in (confirmed, answered):
        for never in (QUESTION[:20], "attestation", world.adherent.family_name, "http"):
            assert never not in text
    assert relay.run_once() == 0


@pytest.mark.parametrize(
    "values",
    [
        {"notify_by_sms": False},
        {"mobile_verified_at": None},
        {"number": ""},
        {"number": "+14155550123"},
    ],
)
def test_no_sms_without_wish_proof_number_or_in_a_country_it_does_not_go_to(
    world, relay, gateway, values
):
    wishes(world.adherent, **values)
    world.send()
    assert relay.run_once() == 0
    assert [told.channel for told in Notification.objects.all()] == ["email"]


def test_a_reply_taken_back_rings_no_telephone_and_one_that_has_left_stays(
    world, relay, gateway, settings
):
    settings.ENVIRONMENT = with_undo(15)
    claire = Acting(world.claire, world.send())
    relay.run_once()
    claire.withdraw(claire.publish().message.pk)
    with later(16):
        assert relay.run_once() == 0
    assert [told.kind for told in Notification.objects.all()] == ["acknowledgement"] * 2
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        second = claire.publish("Bonjour, voici la bonne réponse.").message
        assert relay.run_once() == 0, "it waits while the reply may be taken back"
        clock.move_to(second.undo_until)
        assert relay.run_once() == 1
        clock.move_to(start)  # another host's clock is late
        with pytest.raises(TooLate):
            claire.withdraw(second.pk)
    assert len(gateway.sent) == 2


def test_without_a_gateway_nothing_is_promised(world, relay, settings):
    settings.SMS = None
    world.send()
    assert [told.channel for told in Notification.objects.all()] == ["email"]
    assert relay.run_once() == 0


@pytest.mark.parametrize(
    ("manner", "cause"),
    [
        (Manner(status=500, keeps=False), "gateway_failed"),
        (Manner(status=503, keeps=False), "gateway_failed"),
        (Manner(status=429, keeps=False), "gateway_busy"),
        (Manner(status=401, keeps=False), "gateway_sign_in_refused"),
        (Manner(status=402, keeps=False), "gateway_out_of_credit"),
        (Manner(status=302, keeps=False, headers={"Location": "/"}), "gateway_misread"),
        (Manner(keeps=False, body=b"<html>maintenance</html>"), "gateway_misread"),
        (Manner(keeps=False, body=b"{}"), "gateway_misread"),
        (Manner(keeps=False, body=b'{"ids": [], "invalidReceivers": []}'), "gateway_misread"),
        (Manner(keeps=False, body=b"[" * 100_000), "gateway_misread"),
        (Manner(keeps=False, body=b"{}", headers={"Content-Length": "200"}), "connection_lost"),
        (Manner(status=0, keeps=False), "gateway_unreachable"),
    ],
)
def test_not_taken_for_now_then_taken(world, relay, gateway, manner, cause):
    world.send()
    gateway.manner = manner
    assert relay.run_once() == 1
    assert state() == ("failed", cause, 1)
    assert relay.run_once() == 0, "not before its time"
    gateway.manner = Manner()
    with later(31):
        assert relay.run_once() == 1
    assert state() == ("handed_over", "", 2)
    assert len(gateway.sent) == 1


@pytest.mark.parametrize(
    "manner",
    [
        Manner(status=0),
        Manner(status=502),
        Manner(body=b'{"ids": '),
    ],
)
def test_taken_without_our_hearing_it_is_not_sent_twice(world, relay, gateway, manner):
    world.send()
    gateway.manner = manner
    relay.run_once()
    assert (by_sms().state, len(gateway.sent)) == ("failed", 1)
    with later(31):
        relay.run_once()
    assert (by_sms().state, len(gateway.sent)) == ("handed_over", 1)
    assert gateway.asked[-1].startswith("GET ")


def test_a_sender_that_dies_after_the_gateway_took_it(world, relay, gateway, monkeypatch):
    world.send()

    def dies(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("portal.notifications.sms.relay._record_success", dies)
        with pytest.raises(KeyboardInterrupt):
            relay.run_once()
    assert relay.run_once() == 0, "its lease still runs"
    with later(LEASE.total_seconds() + 1):
        assert relay.run_once() == 1
    assert (by_sms().state, len(gateway.sent)) == ("handed_over", 1)


@pytest.mark.parametrize("as_date", [False, True])
def test_the_gateway_says_when_to_come_back_and_the_others_wait_too(world, relay, gateway, as_date):
    for _ in range(3):
        world.send()
    when = timezone.now() + timedelta(seconds=600)
    wait = format_datetime(when, usegmt=True) if as_date else "600"
    gateway.manner = Manner(status=429, keeps=False, headers={"Retry-After": wait})
    assert relay.run_once() == 1, "it does not knock on"
    gateway.manner = Manner()
    with later(590):
        assert relay.run_once() == 0
    with later(601):
        assert relay.run_once() == 3
    assert len(gateway.sent) == 3


@pytest.mark.parametrize(
    ("number", "manner", "cause"),
    [
        (REFUSED, Manner(), "number_refused"),
        (NUMBER, Manner(status=400, keeps=False), "text_refused"),
    ],
)
def test_refused_for_good_ends_at_once(world, relay, gateway, number, manner, cause):
    wishes(world.adherent, number)
    world.send()
    gateway.manner = manner
    relay.run_once()
    assert state() == ("failed", cause, 1)
    assert by_sms().next_try_at is None
    kept = Sms.objects.get()
    assert (kept.state, kept.to, kept.text) == ("failed", "", "")
    with later(10**6):
        assert relay.run_once() == 0


def test_a_gateway_that_is_down_is_waited_for_longer_and_longer_then_given_up(
    world, relay, gateway, settings
):
    world.send()
    gateway.stop()
    waits = []
    with time_machine.travel(timezone.now(), tick=False) as clock:
        while True:
            assert relay.run_once() == 1
            told = by_sms()
            assert (told.state, told.cause) == ("failed", "gateway_unreachable")
            if told.next_try_at is None:
                break
            waits.append((told.next_try_at - timezone.now()).total_seconds())
            clock.move_to(told.next_try_at)
    assert waits == [30, 60, 120]


def test_what_waited_too_long_for_a_gateway_is_given_up_unsent(world, relay, gateway):
    world.send()
    with later(3 * 86_400):
        relay.run_once()
    assert state() == ("failed", "too_late", 1)
    assert not gateway.sent


def test_the_check_says_what_is_wrong_with_the_gateway(world, gateway, settings):
    def said() -> str:
        return "\n".join(finding.words for finding in findings())

    gateway.senders = ["AUTRE"]
    assert "MSA is not declared with the gateway" in said()
    assert "12 credits left" in said()
    settings.SMS = type(gateway.account)(
        **{**vars(gateway.account), "application_secret": "pas-le-bon"}
    )
    assert "refuses keys, rights or service" in said()
    with pytest.raises(SmsNotTaken, match="gateway_sign_in_refused"):
        OvhGateway(settings.SMS).has("msa-0")
