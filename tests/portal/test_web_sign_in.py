"""The two doors (R-AUT-02, R-AUT-03, R-AUT-05, R-AUT-07) and what keeps them shut."""

from typing import Any

import pytest
from django.test import Client

from portal.accounts.models import User
from portal.web.models import Draft
from tests.support.reader import Reader, words
from tests.support.web_world import COMPANY, ODILE, PASSWORD, QUESTION, WebWorld

WRONG = ["L’identifiant ou le mot de passe n’est pas le bon. Vérifiez-les et recommencez."]


def sign_in(login: str, password: str = PASSWORD, door: str = "/connexion/") -> Reader:
    return Reader().open(door).press("Se connecter", login=login, password=password)


@pytest.mark.parametrize(
    "login",
    [
        ODILE,
        "2 63 07 60 999 000",
        "2 63 07 60 999 000 61",
        f"{ODILE}61",
        " 2.63.07.60.999.000 ",
    ],
)
def test_r_aut_03_nir_without_key_blanks_and_a_right_key_tolerated(
    web: WebWorld, login: str
) -> None:
    page = sign_in(login)
    assert page.path == "/contact/"
    assert words(page.one(".account__name")) == "Odile"


def test_employers_sign_in_by_siret(web: WebWorld) -> None:
    assert sign_in("000 000 002 00006").path == "/contact/"


@pytest.mark.parametrize(
    ("login", "said"),
    [
        (f"{ODILE}62", "La clé (les deux derniers chiffres) ne correspond pas à ce numéro."),
        (COMPANY[:-1] + "7", "Ce numéro SIRET n’est pas le bon."),
        ("26307", "Saisissez votre numéro de sécurité sociale sans la clé (13 caractères)"),
        ("odile", "Saisissez votre numéro de sécurité sociale sans la clé (13 caractères)"),
        ("", "Saisissez votre identifiant."),
    ],
)
def test_what_can_be_nobodys_identifier_is_said_beside_the_field(
    web: WebWorld, login: str, said: str
) -> None:
    page = sign_in(login)
    assert page.path == "/connexion/"
    (error,) = page.errors()
    assert error.startswith(said)
    field = page.one("#id_login")
    assert field["aria-invalid"] == "true"
    assert words(page.one("#id_login_error")) == error
    assert "id_login_error" in str(field["aria-describedby"])
    assert field.get("value", "") == login


def test_a_missing_password_is_said_beside_its_field(web: WebWorld) -> None:
    assert sign_in(ODILE, "").errors() == ["Saisissez votre mot de passe."]


@pytest.mark.parametrize(
    ("login", "password"),
    [(ODILE, "pas-le-bon-2026"), ("1560799131000", PASSWORD)],
    ids=["wrong password", "unknown account"],
)
def test_unknown_account_and_wrong_password_are_told_alike(
    web: WebWorld, login: str, password: str
) -> None:
    page = sign_in(login, password)
    assert page.errors() == WRONG
    assert PASSWORD not in page.response.content.decode()


def test_a_disabled_account_is_told_the_same(web: WebWorld) -> None:
    User.objects.filter(username=ODILE).update(is_active=False)
    assert sign_in(ODILE).errors() == WRONG


def test_an_agent_may_not_sign_in_on_the_adherents_page(web: WebWorld) -> None:
    page = sign_in("claire.exemple")
    assert page.path == "/connexion/"
    User.objects.filter(username="claire.exemple").update(username="1710587999999")
    web.firmin.user.delete()
    assert sign_in("1710587999999").errors() == WRONG


def test_an_adherent_may_not_sign_in_on_the_agents_page(web: WebWorld) -> None:
    page = sign_in(ODILE, door="/agents/connexion/")
    assert page.errors() == WRONG
    assert not page.client.session.get("_auth_user_id")


def test_the_wrong_door_counts_as_a_failure(web: WebWorld) -> None:
    for _ in range(5):
        assert sign_in(ODILE, door="/agents/connexion/").errors() == WRONG
    assert "Trop d’essais" in sign_in(ODILE, door="/agents/connexion/").errors()[0]


@pytest.mark.parametrize("door", ["/connexion/", "/agents/connexion/"])
def test_five_failures_suspend_an_identifier_even_with_the_right_password(
    web: WebWorld, door: str
) -> None:
    login = ODILE if door == "/connexion/" else "claire.exemple"
    for _ in range(5):
        assert sign_in(login, "pas-le-bon-2026", door).errors() == WRONG
    page = sign_in(login, PASSWORD, door)
    assert page.errors()[0].startswith("Trop d’essais avec cet identifiant.")
    assert page.path == door


def test_too_many_requests_from_one_address_get_a_page(web: WebWorld, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    sign_in(ODILE, "pas-le-bon-2026")
    page = sign_in(ODILE, "pas-le-bon-2026")
    assert page.status == 429
    assert page.heading() == "Trop d’essais"


def test_behind_a_proxy_attempts_count_for_the_adherents_address(
    web: WebWorld, settings: Any
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    form = {"login": ODILE, "password": "pas-le-bon-2026"}

    def status(address: str) -> int:
        forwarded = {"x-forwarded-for": address}
        return Client().post("/connexion/", form, headers=forwarded).status_code

    assert [status("192.0.2.1"), status("192.0.2.2"), status("192.0.2.1")] == [200, 200, 429]


def test_an_agent_signs_in_and_is_led_to_desk(web: WebWorld) -> None:
    page = sign_in("claire.exemple", door="/agents/connexion/")
    assert page.path == "/agents/"
    assert "desk" in page.text()
    assert page.open("/").path == "/agents/"
    assert page.open("/messages/").path == "/agents/"


def test_the_agents_page_leads_back_to_the_oauth_server(web: WebWorld) -> None:
    page = Reader().open("/agents/connexion/?next=/o/authorize/%3Fclient_id%3Dnobody")
    address, form = page.form("Se connecter")
    form |= {"login": "claire.exemple", "password": PASSWORD}
    response = page.client.post(address, form)
    assert response.status_code == 302
    assert response["Location"] == "/o/authorize/?client_id=nobody"


def test_an_adherent_signed_in_still_sees_the_agents_form(web: WebWorld) -> None:
    """Redirecting them would go round in circles between this page and the OAuth server."""
    page = web.reader().open("/agents/connexion/?next=/o/authorize/")
    assert page.path == "/agents/connexion/"
    assert "ferme cette autre session" in page.notices()[0]
    page.press("Se connecter", login="claire.exemple", password=PASSWORD)
    assert page.client.session["_auth_user_id"] == str(web.claire.user_id)


def test_a_signed_in_adherent_passes_the_door(web: WebWorld) -> None:
    assert web.reader().open("/connexion/?next=/messages/").path == "/messages/"


def test_nobody_is_sent_to_another_site_after_sign_in(web: WebWorld) -> None:
    page = Reader().open("/connexion/?next=https://exemple-ailleurs.test/")
    response = page.client.post(
        "/connexion/",
        {"login": ODILE, "password": PASSWORD, "next": "https://exemple-ailleurs.test/"},
    )
    assert response["Location"] == "/"


def test_pages_of_the_private_space_ask_to_sign_in_and_lead_back(web: WebWorld) -> None:
    page = Reader().open("/mon-compte/")
    assert page.path == "/connexion/"
    assert page.press("Se connecter", login=ODILE, password=PASSWORD).path == "/mon-compte/"


def test_r_aut_07_se_deconnecter(web: WebWorld) -> None:
    page = web.reader().open("/messages/").press("Se déconnecter")
    assert page.path == "/connexion/"
    assert page.notices() == ["Vous êtes déconnecté."]
    assert page.open("/messages/").path == "/connexion/"


def test_signing_out_needs_the_button(web: WebWorld) -> None:
    page = web.reader().open("/deconnexion/")
    assert page.status == 405
    assert page.open("/messages/").path == "/messages/"


def test_pages_left_open_cannot_write_after_signing_out(web: WebWorld) -> None:
    page = web.writing()
    address, form = page.form("Valider")
    page.press("Valider", text=QUESTION).press("Se déconnecter")
    page.post(address, form | {"text": "Quelqu’un d’autre au même poste."})
    assert Draft.objects.get().text == QUESTION


def test_the_session_ends_with_the_browser_and_after_half_an_hour(web: WebWorld) -> None:
    page = sign_in(ODILE)
    cookie = page.client.cookies["sessionid"]
    assert cookie["max-age"] == ""
    assert cookie["httponly"]
    assert page.client.session.get_expiry_age() == 1800


def test_the_nir_travels_in_no_address_and_no_cookie(web: WebWorld) -> None:
    page = sign_in(ODILE)
    assert all(ODILE not in url for url, _ in page.response.redirect_chain)  # type: ignore[attr-defined]
    assert all(ODILE not in cookie.value for cookie in page.client.cookies.values())


def test_r_aut_06_help_for_who_cannot_sign_in(db: None) -> None:
    page = Reader().open("/connexion/").follow("Aide à la connexion")
    assert page.heading() == "Aide à la connexion"


def test_a_form_needs_its_token(web: WebWorld) -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post("/connexion/", {"login": ODILE, "password": PASSWORD})
    assert response.status_code == 403
    assert "Ce formulaire a expiré" in response.content.decode()
    assert PASSWORD not in response.content.decode()


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/connexion/", "form-action 'self'"),
        ("/agents/connexion/", "form-action 'self' http://127.0.0.1:*"),
    ],
)
def test_only_the_agents_page_may_lead_to_the_loopback(db: None, path: str, allowed: str) -> None:
    policy = Client().get(path)["Content-Security-Policy"].split("; ")
    assert allowed in policy
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
