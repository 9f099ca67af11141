"""« Mon compte » and « Gérer vos préférences » (R-AUT-08, R-NOT-07)."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import hashers
from post_office.models import Email

from portal.accounts.contact import email_state
from portal.accounts.failing import fails
from portal.accounts.models import Adherent, User
from portal.accounts.opening import confirm_email
from portal.accounts.phone import WrongPhone, read_mobile, shown_mobile
from portal.api.shapes import adherent_shape
from portal.audit.models import AuditEvent
from portal.messaging.models import Change
from portal.registration.models import OneTimeCode
from tests.support.member import LEA, known_member, last_code
from tests.support.reader import Reader, words
from tests.support.web_world import COMPANY, ODILE, PASSWORD, WebWorld

NEW = "une phrase que moi seule connais"
NEW_ADDRESS = "nouvelle@exemple-adherent.test"


def acts() -> list[str]:
    return list(AuditEvent.objects.order_by("pk").values_list("action", flat=True))


def test_r_aut_08_address(web: WebWorld) -> None:
    page = web.reader().open("/mon-compte/").follow("Modifier mon adresse")
    page.press("Enregistrer", street="", postal_code="8", town="Amiens")
    assert page.errors() == [
        "Saisissez le numéro et la rue.",
        "Ce n’est pas un code postal, tel que 80000.",
    ]
    page.press("Enregistrer", street="3 rue du Verger", postal_code="80000", town="Amiens")
    assert page.path == "/mon-compte/"
    assert page.notices() == ["Votre adresse est modifiée."]
    assert Adherent.objects.get(pk=web.odile.pk).postal_address == "3 rue du Verger\n80000 Amiens"
    (event,) = AuditEvent.objects.filter(action="account.address_changed")
    assert "Verger" not in str(event.detail)
    told = Email.objects.get()
    assert (told.to, told.subject) == (
        ["odile@exemple-msa.test"],
        "L’adresse postale de votre espace privé MSA a changé",
    )
    assert "Verger" not in told.message + told.html_message
    page.follow("Modifier mon adresse").press("Enregistrer")
    assert Email.objects.count() == 1, "nothing was changed"


def test_r_aut_08_e_mail_replaces_the_old_one_once_its_code_is_typed(web: WebWorld) -> None:
    thread = web.exchange()
    seen = Change.objects.order_by("-seq")[0].seq
    page = web.reader().open("/mon-compte/").follow("Modifier mon adresse e-mail")
    page.press("Recevoir mon code", email=NEW_ADDRESS, password="pas-le-bon-2026")
    assert page.errors() == ["Ce n’est pas votre mot de passe actuel."]
    page.press("Recevoir mon code", email=NEW_ADDRESS, password=PASSWORD)
    assert User.objects.get(username=ODILE).email == "odile@exemple-msa.test"
    code = last_code(NEW_ADDRESS)
    page.press("Valider", code=f"{(int(code) + 1) % 10**6:06d}")
    assert page.errors() == ["Ce code n’est pas le bon. Vous pouvez encore essayer 4 fois."]
    page.press("Valider", code=code)
    assert page.path == "/mon-compte/"
    odile = Adherent.objects.get(pk=web.odile.pk)
    assert (odile.user.email, email_state(odile)) == (NEW_ADDRESS, "verified")
    told = Email.objects.order_by("-pk")[0]
    assert told.to == ["odile@exemple-msa.test"], "the old address is told"
    assert NEW_ADDRESS not in told.message
    assert [(change.thread_id, change.event) for change in Change.objects.filter(seq__gt=seen)] == [
        (thread.pk, "adherent")
    ]
    assert "account.email_changed" in acts()


def test_whose_e_mails_come_back_is_told_so_until_the_address_is_another(web: WebWorld) -> None:
    since = datetime(2026, 11, 19, 9, tzinfo=UTC)
    fails(Adherent.objects.filter(pk=web.odile.pk), "odile@exemple-msa.test", since)
    (notice,) = web.reader().open("/mon-compte/").notices()
    assert notice.startswith("Depuis le jeudi 19 novembre 2026, les e-mails que nous envoyons à ")
    confirm_email(User.objects.get(username=ODILE), NEW_ADDRESS)
    assert web.reader().open("/mon-compte/").notices() == []


def test_a_code_for_an_address_serves_nobody_else(web: WebWorld) -> None:
    page = web.reader().open("/mon-compte/e-mail/")
    page.press("Recevoir mon code", email=NEW_ADDRESS, password=PASSWORD)
    code_id = page.client.session["code-email"]
    page.client.force_login(web.firmin.user)
    stranger = page.client.session
    stranger["code-email"] = code_id
    stranger.save()
    page.open("/mon-compte/e-mail/code/").press("Valider", code=last_code(NEW_ADDRESS))
    assert page.path == "/mon-compte/e-mail/"
    assert not User.objects.filter(email=NEW_ADDRESS).exists()


@pytest.mark.parametrize("typed", ["06 12 34 56 78", "+33 6 12 34 56 78", "0033612345678"])
def test_r_aut_08_telephone(web: WebWorld, typed: str) -> None:
    page = web.reader().open("/mon-compte/telephone/").press("Enregistrer", mobile_phone=typed)
    assert Adherent.objects.get(pk=web.odile.pk).mobile_phone == "+33612345678"
    assert "06 12 34 56 78" in page.text()
    told = Email.objects.get()
    assert told.subject == "Le numéro de téléphone de votre espace privé MSA a changé"
    assert "12 34" not in told.message + told.html_message
    page.open("/mon-compte/telephone/").press("Enregistrer", mobile_phone=typed)
    assert Email.objects.count() == 1, "the same number"
    page.open("/mon-compte/telephone/").press("Enregistrer", mobile_phone="")
    assert Email.objects.count() == 2, "none any more"


@pytest.mark.parametrize("typed", ["0322334455", "+33322334455", "06 12", "abc", "+0612345678"])
def test_what_is_no_mobile_number(typed: str) -> None:
    with pytest.raises(WrongPhone):
        read_mobile(typed)


def test_a_number_from_abroad_is_kept_as_it_is() -> None:
    assert read_mobile("+32 470 12 34 56") == "+32470123456"
    assert shown_mobile("+32470123456") == "+32470123456"


def test_r_aut_08_password_and_other_sessions_end(web: WebWorld) -> None:
    elsewhere = web.reader().open("/mon-compte/")
    page = web.reader().open("/mon-compte/mot-de-passe/")
    fields = {"new_password": NEW, "repeated_password": NEW}
    page.press("Enregistrer", password="pas-le-bon-2026", **fields)
    assert page.errors() == ["Ce n’est pas votre mot de passe actuel."]
    page.press("Enregistrer", password=PASSWORD, **fields)
    assert page.path == "/mon-compte/", "this session goes on"
    assert elsewhere.open("/mon-compte/").path == "/connexion/"
    assert User.objects.get(username=ODILE).check_password(NEW)
    assert Email.objects.get().subject.endswith("a changé")
    assert "account.password_changed" in acts()


def test_guesses_of_the_present_password_are_counted(web: WebWorld) -> None:
    page = web.reader().open("/mon-compte/mot-de-passe/")
    for _ in range(6):
        page.press("Enregistrer", password="pas-le-bon", new_password=NEW, repeated_password=NEW)
    assert page.errors() == ["Trop d’essais. Attendez cinq minutes avant de recommencer."]


def test_r_not_07_gerer_vos_preferences(web: WebWorld) -> None:
    thread = web.exchange()
    page = web.reader().open("/mon-compte/").follow("Gérer mes préférences")
    assert page.one("#id_notify_by_email").has_attr("checked")
    assert page.one("#id_notify_by_sms").has_attr("disabled")
    assert "votre MSA n’envoie pas de SMS actuellement" in page.text()
    page.press("Enregistrer", notify_by_post="on")
    assert page.errors()[0].startswith("Pour recevoir les réponses par courrier, indiquez d’abord")
    Adherent.objects.filter(pk=web.odile.pk).update(street="3 rue du Verger", town="Amiens")
    address, _ = page.form("Enregistrer")
    # A choice that the page does not offer is not made by who posts it all the same.
    page.post(address, {"notify_by_post": "on", "notify_by_sms": "on"})
    assert page.notices() == ["Vos préférences sont enregistrées."]
    told = Change.objects.order_by("-seq")[0]
    assert (told.thread_id, told.event) == (thread.pk, "adherent"), "agents see it at once"
    odile = Adherent.objects.get(pk=web.odile.pk)
    shape = adherent_shape(odile)
    assert [shape[f"notify_by_{way}"] for way in ("email", "sms", "post")] == [False, False, True]
    assert acts().count("account.preferences_changed") == 1


def test_taking_the_number_off_file_ends_the_sms(web: WebWorld) -> None:
    Adherent.objects.filter(pk=web.odile.pk).update(mobile_phone="+33612345678", notify_by_sms=True)
    web.reader().open("/mon-compte/telephone/").press("Enregistrer", mobile_phone="")
    odile = Adherent.objects.get(pk=web.odile.pk)
    assert (odile.mobile_phone, odile.notify_by_sms) == ("", False)


def test_the_page_shows_what_is_on_file(web: WebWorld) -> None:
    page = web.reader(web.company).open("/mon-compte/")
    facts = words(page.one(".account-facts"))
    assert "Vergers d'exemple" in facts
    assert "vergers@exemple-msa.test" in facts
    assert COMPANY not in page.response.content.decode()


def test_sign_in_computes_as_many_hashes_for_everybody(
    web: WebWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hash takes far longer than all the rest: their number is what a clock would betray."""
    known_member()
    hasher = hashers.get_hasher()
    count = 0

    def counted(method: str) -> None:
        original = getattr(type(hasher), method)

        def counting(self: object, *args: object, **kwargs: object) -> object:
            nonlocal count
            count += 1
            return original(self, *args, **kwargs)

        monkeypatch.setattr(type(hasher), method, counting)

    counted("encode")
    counted("verify")
    User.objects.filter(username=COMPANY).update(is_active=False)
    counts = {}
    for login in (ODILE, LEA, COMPANY, "1560799131000"):
        count = 0
        page = Reader().open("/connexion/")
        page.press("Se connecter", login=login, password="pas-le-bon-2026")
        counts[login] = count
    assert len(set(counts.values())) == 1, counts
    assert count > 0
    assert not OneTimeCode.objects.exists()
