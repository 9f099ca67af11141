"""Registration, account, preferences, procuration and FranceConnect as Chromium shows them.

Each page reached is looked at by axe-core and must not overflow. With ``PORTAL_SCREENS=<folder>``
each is also photographed there.
"""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.conftest import DEMO, OpenPage, SignIn
from tests.support.axe import violations
from tests.support.identity_provider import IdentityProvider
from tests.support.portal_process import ADHERENT_PASSWORD, RunningPortal

pytestmark = pytest.mark.browser

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
SCREENS = os.environ.get("PORTAL_SCREENS", "")

Look = Callable[[Page, str], None]


@pytest.fixture
def look(axe: str, request: pytest.FixtureRequest) -> Iterator[Look]:
    """Looks at a page; what is found fails the test at its end."""
    found: list[str] = []

    def looked(page: Page, name: str) -> None:
        found.extend(f"{name}: {violation}" for violation in violations(page, axe))
        room = page.evaluate("document.documentElement.clientWidth")
        if page.evaluate("document.documentElement.scrollWidth") > room:
            found.append(f"{name}: too wide")
        if SCREENS:
            width = page.viewport_size["width"] if page.viewport_size else 0
            folder = Path(SCREENS)
            folder.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=folder / f"{name}-{width}.png", full_page=True)

    yield looked
    assert found == []


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()


def name_of(nir: str) -> tuple[str, str]:
    """First name and name of one of the demonstration's people."""
    messages = yaml.safe_load(DEMO.read_text(encoding="utf-8"))["messages"]
    person = next(each["expediteur"] for each in messages if each["expediteur"].get("nir") == nir)
    return person["prenom"], person["nom"]


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
def test_the_account_and_a_procuration(
    signed_in: SignIn,
    open_page: OpenPage,
    look: Look,
    portal: RunningPortal,
    nir: str,
    another_nir: str,
    size: dict[str, int],
) -> None:
    proxy = another_nir
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

    page.goto("/procurations/donner/")
    page.get_by_label("Numéro de sécurité sociale de la personne").fill(proxy)
    page.get_by_label("Nom de famille de la personne").fill(name_of(proxy)[1])
    page.get_by_label("lire et écrire des messages").check()
    page.get_by_label("Au (inclus)").fill(f"{datetime.now(UTC) + timedelta(days=90):%d/%m/%Y}")
    look(page, "mandate-give")
    press(page, "Donner cette procuration")
    look(page, "mandate-given")

    other = open_page(viewport=size, java_script_enabled=size == DESKTOP)
    other.goto("/procurations/")
    other.get_by_label("Mon numéro de sécurité sociale").fill(proxy)
    other.get_by_label("Mot de passe").fill(ADHERENT_PASSWORD)
    press(other, "Se connecter")
    principal = " ".join(name_of(nir))
    other.get_by_role("button", name="Accepter").click()
    other.get_by_role("button", name=f"Agir pour {principal}").click()
    expect(other.get_by_role("region", name="Procuration")).to_contain_text(principal)
    if size == DESKTOP:
        look(other, "acting")
    other.goto("/messages/nouveau/")
    for choice in ("Famille, logement", "Allocations familiales"):
        other.get_by_label(choice, exact=True).check()
        press(other, "Valider")
    other.get_by_label("Autre question Allocations familiales").check()
    press(other, "Valider")
    other.locator("textarea").fill("Bonjour, j’écris pour ma voisine.")
    other.locator("button[name=action][value=validate]").click()
    press(other, "Envoyer")
    expect(other.get_by_role("heading", level=1)).to_have_text("Votre message est envoyé")

    page.goto("/messages/?ouvert=tout")
    writer = " ".join(name_of(proxy))
    expect(page.get_by_text(f"écrit par {writer} pour {principal}")).to_be_visible()
    look(page, "written-by-a-proxy")
    page.goto("/procurations/")
    look(page, "mandates")
    page.get_by_role("link", name=writer).click()
    expect(page.get_by_role("table")).to_contain_text("message envoyé")
    look(page, "mandate")


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
