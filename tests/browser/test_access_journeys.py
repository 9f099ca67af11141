"""Registration, account, preferences and FranceConnect as Chromium shows them.

Each page reached is looked at by axe-core and must not overflow. With ``PORTAL_SCREENS=<folder>``
each is also photographed there.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, SignIn, name_of
from tests.browser.looking import DESKTOP, PHONE, Look
from tests.support.identity_provider import IdentityProvider

pytestmark = pytest.mark.browser


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_registering_and_a_forgotten_password(
    open_page: OpenPage, look: Look, size: dict[str, int]
) -> None:
    page = open_page(viewport=size)
    page.goto("/connexion/")
    look(page, "sign-in")
    page.get_by_role("link", name="S’inscrire").click()
    look(page, "register")
    press(page, "Recevoir mon code")
    expect(page.get_by_text("Saisissez votre numéro de sécurité sociale.")).to_be_visible()
    look(page, "register-refused")
    page.get_by_label("Mon numéro de sécurité sociale").fill("1 56 07 99 131 000")
    page.get_by_label("Mon nom de famille").fill("Inconnu")
    page.get_by_label("Mon prénom").fill("Jean")
    page.get_by_label("Ma date de naissance").fill("15/07/1956")
    page.get_by_label("Mon adresse e-mail").fill("jean@exemple-adherent.test")
    press(page, "Recevoir mon code")
    expect(page.get_by_role("heading", level=1)).to_have_text("Saisissez votre code")
    look(page, "code")
    page.get_by_label("Le code reçu par e-mail").fill("123 456")
    press(page, "Valider")
    expect(page.get_by_text("Ce code n’est pas le bon.")).to_be_visible()
    look(page, "code-refused")
    page.goto("/inscription/employeur/")
    look(page, "register-company")
    page.goto("/mot-de-passe-oublie/")
    look(page, "forgotten")


@pytest.mark.parametrize("size", [DESKTOP, pytest.param(PHONE, marks=pytest.mark.long)])
def test_the_account(signed_in: SignIn, look: Look, size: dict[str, int]) -> None:
    page = signed_in(viewport=size)
    page.get_by_role("link", name="Mon compte").click()
    look(page, "account")
    page.get_by_role("link", name="Modifier mon adresse", exact=True).click()
    page.get_by_label("Numéro et rue").fill("3 rue du Verger")
    page.get_by_label("Code postal").fill("80000")
    page.get_by_label("Commune").fill("Amiens")
    look(page, "address")
    press(page, "Enregistrer")
    expect(page.get_by_text("80000 Amiens")).to_be_visible()
    for path in ("e-mail", "telephone", "mot-de-passe"):
        page.goto(f"/mon-compte/{path}/")
        look(page, path)
    page.goto("/preferences/")
    expect(page.get_by_label("Par SMS")).to_be_disabled()
    expect(page.get_by_text("votre MSA n’envoie pas de SMS actuellement")).to_be_visible()
    press(page, "Enregistrer")
    expect(page.get_by_text("Vos préférences sont enregistrées.")).to_be_visible()
    look(page, "preferences")


def test_franceconnect_there_and_back_and_out(
    open_page: OpenPage, look: Look, identity_provider: IdentityProvider, nir: str
) -> None:
    first_name, name = name_of(nir)
    identity_provider.knows(
        "somebody",
        family_name=name.upper(),
        given_name=first_name,
        birthdate=f"19{nir[1:3]}-{nir[3:5]}-15",
        gender="male" if nir[0] == "1" else "female",
    )
    page = open_page(viewport=DESKTOP)
    # The provider's own page is dressed by another site, which a test does not ask.
    page.route(lambda url: "127.0.0.1" not in url, lambda route: route.fulfill(body=""))
    page.goto("/messages/")
    page.get_by_role("link", name="S’identifier avec FranceConnect").click()
    page.get_by_placeholder("sub").fill("somebody")
    press(page, "Authorize")
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre numéro de sécurité sociale")
    look(page, "franceconnect-nir")
    page.get_by_label("Mon numéro de sécurité sociale").fill(nir)
    press(page, "Valider")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mes messages et mes réponses")
    press(page, "Se déconnecter")
    page.wait_for_url(f"{identity_provider.url}/**")
