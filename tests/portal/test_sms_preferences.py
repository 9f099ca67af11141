"""« Gérer vos préférences », where the portal sends SMS: a number is proved before one leaves."""

import re
from collections.abc import Iterator

import pytest

from portal.accounts.models import Adherent
from portal.api.shapes import adherent_shape
from portal.audit.models import AuditEvent
from portal.messaging.models import Change
from portal.notifications.models import Notification
from portal.notifications.sms.relay import SmsRelay
from tests.support.reader import Reader
from tests.support.sms_gateway import SmsGateway
from tests.support.web_world import WebWorld

NUMBER = "+33612345678"


@pytest.fixture
def gateway(settings) -> Iterator[SmsGateway]:
    with SmsGateway() as server:
        settings.SMS = server.account
        yield server


def code_sent(gateway: SmsGateway, number: str = NUMBER) -> str:
    SmsRelay().run_once()
    found = re.search(r"votre code est ([0-9]{6})\.", gateway.sent_to(number)[-1])
    assert found is not None
    return found[1]


def asked_for(page: Reader, number: str = "06 12 34 56 78") -> Reader:
    return page.open("/mon-compte/telephone/").press("Recevoir mon code", mobile_phone=number)


def test_r_not_07_sms_leave_once_the_number_is_proved_and_chosen(
    web: WebWorld, gateway: SmsGateway
) -> None:
    thread = web.exchange()
    seen = Change.objects.order_by("-seq")[0].seq
    Adherent.objects.filter(pk=web.odile.pk).update(mobile_phone=NUMBER)
    page = web.reader().open("/mon-compte/").follow("Gérer mes préférences")
    page.press("Enregistrer", notify_by_sms="on")
    assert page.errors()[0].startswith("Pour être prévenu par SMS, confirmez d’abord")
    asked_for(page)
    code = code_sent(gateway)
    page.press("Valider", code=f"{(int(code) + 1) % 10**6:06d}")
    assert page.errors() == ["Ce code n’est pas le bon. Vous pouvez encore essayer 4 fois."]
    page.press("Valider", code=code)
    assert page.notices() == ["Votre numéro de téléphone est confirmé."]
    page.open("/preferences/").press("Enregistrer", notify_by_email="on", notify_by_sms="on")
    assert page.notices() == ["Vos préférences sont enregistrées."]
    odile = Adherent.objects.get(pk=web.odile.pk)
    shape = adherent_shape(odile)
    assert (shape["notify_by_sms"], shape["sms_state"]) == (True, "verified")
    told = Change.objects.filter(seq__gt=seen, thread_id=thread.pk)
    assert {change.event for change in told} == {"adherent"}

    web.exchange(adherent=odile)
    SmsRelay().run_once()
    assert "est bien envoyé" in gateway.sent_to(NUMBER)[-1]
    assert Notification.objects.filter(channel="sms", state="handed_over").count() == 1
    for event in AuditEvent.objects.all():
        assert "612345678" not in str(event.detail)
        assert code not in str(event.detail)


def test_the_present_number_stays_until_the_code_is_typed(
    web: WebWorld, gateway: SmsGateway
) -> None:
    Adherent.objects.filter(pk=web.odile.pk).update(mobile_phone="+33698765432")
    page = asked_for(web.reader())
    code = code_sent(gateway)
    assert Adherent.objects.get(pk=web.odile.pk).mobile_phone == "+33698765432"
    # The code of one is of no use to another.
    code_id = page.client.session["code-phone"]
    other = web.reader(web.firmin)
    stranger = other.client.session
    stranger["code-phone"] = code_id
    stranger.save()
    other.open("/mon-compte/telephone/code/").press("Valider", code=code)
    assert other.path == "/mon-compte/telephone/"
    assert not Adherent.objects.filter(mobile_phone=NUMBER).exists()


def test_a_number_abroad_is_kept_and_gets_no_sms(web: WebWorld, gateway: SmsGateway) -> None:
    page = asked_for(web.reader(), "+1 415 555 0123")
    assert page.path == "/mon-compte/"
    page.open("/preferences/").press("Enregistrer", notify_by_sms="on")
    assert page.errors() == ["Votre MSA n’envoie pas de SMS aux numéros de ce pays."]
    assert SmsRelay().run_once() == 0


def test_codes_by_sms_are_counted(web: WebWorld, gateway: SmsGateway) -> None:
    page = web.reader()
    for _ in range(6):
        asked_for(page)
    assert "Trop d’essais. Attendez une heure avant de recommencer." in page.text()
    SmsRelay().run_once()
    assert len(gateway.sent) == 5


def test_another_number_is_not_proved(web: WebWorld, gateway: SmsGateway, settings) -> None:
    page = asked_for(web.reader())
    page.press("Valider", code=code_sent(gateway))
    Adherent.objects.filter(pk=web.odile.pk).update(notify_by_sms=True)
    settings.SMS = None
    page.open("/mon-compte/telephone/").press("Enregistrer", mobile_phone="06 98 76 54 32")
    odile = Adherent.objects.get(pk=web.odile.pk)
    assert (odile.mobile_phone, odile.mobile_verified_at) == ("+33698765432", None)
    assert odile.notify_by_sms is False
