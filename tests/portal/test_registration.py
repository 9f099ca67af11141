"""« S'inscrire » and « Mot de passe oublié » (R-AUT-06): codes, tries, no account betrayed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from post_office.models import Email

from portal.accounts.contact import email_state
from portal.accounts.models import Adherent, User
from portal.audit.models import AuditEvent
from portal.registration import codes
from portal.registration.models import OneTimeCode
from portal.serving.housekeeping import keep_house
from tests.support.member import LEA, LEA_TYPED, known_member, last_code
from tests.support.reader import Reader
from tests.support.web_world import COMPANY, ODILE, PASSWORD, WebWorld, at

NEW = "une phrase que moi seule connais"
ADDRESS = LEA_TYPED["email"]
SENT = "Si ce que vous avez saisi correspond au dossier de votre MSA"


def asked(**changed: str) -> Reader:
    page = Reader().open("/connexion/").follow("S’inscrire")
    return page.press("Recevoir mon code", **{**LEA_TYPED, **changed})


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


def test_r_aut_06_form_code_at_once_password_and_one_is_in(web: WebWorld) -> None:
    lea = known_member()
    page = asked()
    assert page.path == "/inscription/code/"
    code = last_code(ADDRESS)
    page.press("Valider", code=f"{code[:3]} {code[3:]}")
    assert page.path == "/inscription/mot-de-passe/"
    page.press("Enregistrer mon mot de passe", new_password=NEW, repeated_password=NEW)
    assert page.path == "/contact/"
    assert "Votre compte est ouvert" in page.notices()[0]
    lea = Adherent.objects.get(pk=lea.pk)
    assert lea.user.check_password(NEW)
    assert (lea.user.email, email_state(lea)) == (ADDRESS, "verified")
    assert AuditEvent.objects.filter(action="account.registered", actor=lea.user).exists()
    assert not OneTimeCode.objects.exists()
    page.press("Se déconnecter").press("Se connecter", login=LEA, password=NEW)
    assert page.path == "/contact/"


def test_the_code_goes_to_the_address_on_file_where_there_is_one(web: WebWorld) -> None:
    known_member(email="ancienne@exemple-adherent.test")
    asked()
    assert [mail.to for mail in Email.objects.all()] == [["ancienne@exemple-adherent.test"]]


@pytest.mark.parametrize(
    "changed",
    [
        {"nir": "1560799131000"},
        {"family_name": "Autre"},
        {"first_name": "Lea-Marie"},
        {"birth_date": "28/02/1988"},
    ],
    ids=["unknown", "name", "first name", "birth date"],
)
def test_who_is_not_on_file_sees_the_same_and_gets_nothing(
    web: WebWorld, changed: dict[str, str]
) -> None:
    known_member()
    page = asked(**changed)
    right = changed == {"first_name": "Lea-Marie"}  # further given names are no other person
    assert page.path == "/inscription/code/"
    assert SENT in page.text()
    assert Email.objects.exists() is right
    page.press("Valider", code="123456")
    assert page.errors() == ["Ce code n’est pas le bon. Vous pouvez encore essayer 4 fois."]


def test_who_has_an_account_is_told_by_e_mail_only(web: WebWorld) -> None:
    stranger, known = asked(), None
    known = asked(nir=ODILE, family_name="Exemple", first_name="Odile", birth_date="15/07/1963")
    assert known.text() == stranger.text()
    mail = Email.objects.get()
    assert mail.to == ["odile@exemple-msa.test"]
    assert mail.subject == "Vous avez déjà un compte dans votre espace privé MSA"
    assert "/connexion/" in mail.message
    for _ in range(5):
        known.press("Valider", code="000000")
    assert "n’est plus valable" in known.errors()[0]
    assert User.objects.get(username=ODILE).check_password(PASSWORD)


def test_employers_get_the_code_at_the_address_on_file_and_nowhere_else(web: WebWorld) -> None:
    User.objects.filter(username=COMPANY).update(password="!")
    page = Reader().open("/inscription/").follow("Je suis employeur ou tiers (SIRET)")
    page.press("Recevoir mon code", siret=COMPANY, email="un-autre@exemple.test")
    assert not Email.objects.exists()
    page = Reader().open("/inscription/employeur/")
    page.press("Recevoir mon code", siret=COMPANY, email="Vergers@exemple-msa.test")
    page.press("Valider", code=last_code("vergers@exemple-msa.test"))
    page.press("Enregistrer mon mot de passe", new_password=NEW, repeated_password=NEW)
    assert page.path == "/contact/"


def test_five_wrong_codes_void_it_and_another_can_be_asked_for_twice(web: WebWorld) -> None:
    known_member()
    page = asked()
    for sending in range(3):
        code = last_code(ADDRESS)
        for left in (4, 3, 2, 1):
            page.press("Valider", code=wrong(code))
            assert page.errors()[0].endswith(f"encore essayer {left} fois.")
        page.press("Valider", code=wrong(code))
        assert page.errors()[0].startswith("Trop de codes erronés")
        page.press("Valider", code=code)
        assert page.errors()[0].startswith("Trop de codes erronés")
        page.press("Recevoir un nouveau code")
        assert page.path == ("/inscription/code/" if sending < 2 else "/inscription/")
    assert Email.objects.count() == 3
    assert not User.objects.get(username=LEA).has_usable_password()


def test_a_new_code_voids_the_earlier_one(web: WebWorld) -> None:
    known_member()
    page = asked()
    first = last_code(ADDRESS)
    page.press("Recevoir un nouveau code")
    second = last_code(ADDRESS)
    if first != second:
        assert page.press("Valider", code=first).path == "/inscription/code/"
    assert page.press("Valider", code=second).path == "/inscription/mot-de-passe/"


def test_a_code_lasts_fifteen_minutes_and_so_does_what_it_opens(web: WebWorld) -> None:
    known_member()
    page = asked()
    code = last_code(ADDRESS)
    with at(timezone.now() + timedelta(minutes=16)):
        page.press("Valider", code=code)
    assert page.path == "/inscription/"
    assert "n’est plus valable" in page.notices()[0]
    page.press("Recevoir mon code", **LEA_TYPED).press("Valider", code=last_code(ADDRESS))
    with at(timezone.now() + timedelta(minutes=16)):
        page.press("Enregistrer mon mot de passe", new_password=NEW, repeated_password=NEW)
    assert page.path == "/inscription/"
    assert not User.objects.get(username=LEA).has_usable_password()
    keep_house(timezone.now() + timedelta(minutes=16))
    assert not OneTimeCode.objects.exists()


def test_the_password_page_needs_the_code_and_the_same_browser(web: WebWorld) -> None:
    known_member()
    page = asked()
    assert page.open("/inscription/mot-de-passe/").path == "/inscription/"
    page = asked()
    page.press("Valider", code=last_code(ADDRESS))
    assert Reader().open("/inscription/mot-de-passe/").path == "/inscription/"
    assert Reader().open("/inscription/code/").path == "/inscription/"


def test_a_weak_or_different_password_is_refused_beside_its_field(web: WebWorld) -> None:
    known_member()
    page = asked()
    page.press("Valider", code=last_code(ADDRESS))
    page.press("Enregistrer mon mot de passe", new_password="court", repeated_password="court")
    assert "12 caractères" in page.errors()[0]
    page.press("Enregistrer mon mot de passe", new_password=NEW, repeated_password=NEW + "!")
    assert page.errors() == ["Les deux mots de passe ne sont pas les mêmes."]


def test_the_code_is_kept_nowhere_but_in_the_e_mail(web: WebWorld) -> None:
    known_member()
    page = asked()
    code, row = last_code(ADDRESS), OneTimeCode.objects.get()
    assert code not in row.digest
    assert code not in str(page.client.session.items())
    assert LEA not in str(page.client.session.items())
    mail = Email.objects.get()
    assert code not in mail.subject
    assert "EXEMPLE" not in mail.message.replace("@exemple", "").upper()


def test_r_aut_06_password_forgotten(web: WebWorld) -> None:
    elsewhere = Reader().open("/connexion/").press("Se connecter", login=ODILE, password=PASSWORD)
    assert elsewhere.path == "/contact/"
    page = Reader().open("/connexion/").follow("Mot de passe oublié ?")
    page.press("Recevoir un code", identifier=f"{ODILE}61")
    page.press("Valider", code=last_code("odile@exemple-msa.test"))
    page.press("Enregistrer mon mot de passe", new_password=NEW, repeated_password=NEW)
    assert page.path == "/connexion/"
    assert elsewhere.open("/messages/").path == "/connexion/", "other sessions end"
    page.press("Se connecter", login=ODILE, password=NEW)
    assert page.path == "/contact/"
    assert Email.objects.order_by("-pk")[0].subject.endswith("a changé")
    assert AuditEvent.objects.filter(action="account.password_reset").exists()


def test_password_forgotten_says_the_same_of_everybody(web: WebWorld) -> None:
    known_member(email=ADDRESS)

    def page_of(identifier: str) -> str:
        page = Reader().open("/mot-de-passe-oublie/")
        return page.press("Recevoir un code", identifier=identifier).text()

    User.objects.filter(username=COMPANY).update(is_active=False)
    pages = {page_of(who) for who in (ODILE, LEA, COMPANY, "1560799131000")}
    assert len(pages) == 1
    assert {tuple(mail.to): mail.subject for mail in Email.objects.all()} == {
        ("odile@exemple-msa.test",): "Votre code pour votre espace privé MSA",
        (ADDRESS,): "Vous n’avez pas encore de compte dans Mon espace privé",
    }


def test_asking_is_counted_for_an_identifier_whether_or_not_it_exists(web: WebWorld) -> None:
    known_member()
    for nir in (LEA, "1560799131000"):
        cache.clear()
        for _ in range(5):
            assert asked(nir=nir).path == "/inscription/code/"
        page = asked(nir=nir)
        assert page.path == "/inscription/"
        assert page.errors()[0].startswith("Trop d’essais.")


@pytest.mark.parametrize(
    ("ask", "known", "unknown"),
    [
        (lambda nir: asked(nir=nir), LEA, "1560799131000"),
        (
            lambda nir: (
                Reader().open("/mot-de-passe-oublie/").press("Recevoir un code", identifier=nir)
            ),
            ODILE,
            "1560799131000",
        ),
    ],
    ids=["registration", "password forgotten"],
)
def test_as_much_is_done_for_a_stranger_as_for_a_member(
    web: WebWorld, ask: Callable[[str], Reader], known: str, unknown: str
) -> None:
    """What costs time: the database's queries and the rendering of e-mails; no hash is computed."""
    known_member()
    counts = []
    for nir in (known, unknown):
        with CaptureQueriesContext(connection) as queries:
            ask(nir)
        counts.append(len(queries))
    assert abs(counts[0] - counts[1]) <= 8, counts
    assert counts[0] > 20


def test_a_wrong_code_tries_at_the_same_instant_are_all_counted(database: str) -> None:
    from tests.support.threads import all_at_once

    user = User.objects.create(username=LEA)
    issued = codes.issue(codes.Purpose.EMAIL, user, ADDRESS)

    def guess() -> None:
        codes.prove(issued.row.pk, codes.Purpose.EMAIL, wrong(issued.text))

    outcomes = all_at_once([guess] * 8)
    assert all(isinstance(outcome, codes.CodeRefused) for outcome in outcomes)
    assert OneTimeCode.objects.get().tries_left == 0
    with pytest.raises(codes.CodeRefused):
        codes.prove(issued.row.pk, codes.Purpose.EMAIL, issued.text)
