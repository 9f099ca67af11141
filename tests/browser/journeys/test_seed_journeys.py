"""The journeys of the five documents, step by step, by the words that the documents print.

Each page reached is looked at by axe-core (where there is JavaScript to run it) and must not be
wider than the screen. With ``PORTAL_SCREENS=<folder>`` each is also photographed there.
"""

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.conftest import DEMO, OpenPage, SignIn
from tests.browser.looking import DESKTOP, PHONE, Look
from tests.support.portal_process import ADHERENT_PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.long]

TEXT = "Bonjour, voici ma question. Merci de votre réponse."
FAMILY = ["Famille, logement", "Allocations familiales", "Changement de situation - Famille"]


def last_of(profile: str) -> str:
    """The NIR or SIRET of the demonstration's last person of a profile."""
    messages = yaml.safe_load(DEMO.read_text(encoding="utf-8"))["messages"]
    senders = [message["expediteur"] for message in messages if message["profil"] == profile]
    number: str = senders[-1].get("nir") or senders[-1]["siret"]
    return number


def sign_in_as(page: Page, profile: str) -> None:
    """« Je me connecte »: the number without its key, or the SIRET, and the password."""
    page.goto("/contact/")
    page.get_by_label("Mon numéro de sécurité sociale").fill(last_of(profile))
    page.get_by_label("Mot de passe").fill(ADHERENT_PASSWORD)
    press(page, "Se connecter")


def press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).last.click()


def follow(page: Page, link: str) -> None:
    with page.expect_navigation():
        page.get_by_role("link", name=link).first.click()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize(
    ("profile", "shown"),
    [
        ("particulier", "particulier"),
        ("exploitant", "exploitant"),
        ("entreprise", "employeur"),
        ("tiers", "tiers"),
    ],
)
def test_a_message_by_the_steps_of_the_tutorials(
    open_page: OpenPage,
    look: Look,
    profile: str,
    shown: str,
    size: dict[str, int],
    script: bool,
) -> None:
    """Documents 000 to 003: from the sign-in to the history, for each private space."""
    page = open_page(viewport=size, java_script_enabled=script)

    def looked(name: str) -> None:
        look(page, f"{profile}-{name}")

    sign_in_as(page, profile)
    expect(page.get_by_text(f"Mon espace privé : {shown}")).to_be_visible()
    for block in ("Mes documents", "Envoyer un document", "Mes messages", "Voir nos coordonnées"):
        expect(page.get_by_role("heading", name=block, exact=True)).to_be_visible()
    looked("contact")
    follow(page, "Accéder à la messagerie")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mes messages et mes réponses")
    looked("messages")
    follow(page, "Ecrire un nouveau message")
    # A private person and a farmer have the list of the documents; the others have their own.
    listed = profile in ("particulier", "exploitant")
    for step in range(3):
        expect(page.get_by_role("heading", level=1)).to_have_text("Envoyer un message")
        if listed:
            page.get_by_label(FAMILY[step], exact=True).check()
        else:
            page.get_by_role("radio").first.check()
        looked(("theme", "sujet", "motif")[step])
        press(page, "Valider")
    if listed:
        expect(page.get_by_role("link", name="J'utilise le service en ligne")).to_be_visible()
        looked("service")
    if page.url.endswith("/service/"):
        follow(page, "J’écris mon message")
    expect(page.get_by_text("de ne pas communiquer d'information relative")).to_be_visible()
    for modified in ("le thème", "le sujet", "le motif"):
        expect(page.get_by_role("button", name=f"Modifier {modified}")).to_be_visible()
    page.locator("textarea").fill(TEXT)
    looked("writing")
    press(page, "Valider")
    expect(page.get_by_role("heading", level=1)).to_have_text("Récapitulatif de ma demande")
    looked("recap")
    follow(page, "Précédent")
    expect(page.locator("textarea")).to_have_value(TEXT)
    press(page, "Valider")
    press(page, "Envoyer")
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre message est envoyé")
    expect(page.get_by_text("48 h").first).to_be_visible()
    looked("sent")
    page.goto("/messages/")
    expect(page.locator("details.exchange").first).to_contain_text(TEXT)
    looked("history")


@pytest.mark.parametrize(
    ("size", "script"), [(DESKTOP, True), (PHONE, True), (PHONE, False), (DESKTOP, False)]
)
def test_from_the_european_card_to_the_messaging(
    signed_in: SignIn, look: Look, size: dict[str, int], script: bool
) -> None:
    """Document 000: the envelope of a service; document 004: the services by rubric."""
    page = signed_in(viewport=size, java_script_enabled=script)

    def looked(name: str) -> None:
        look(page, name)

    follow(page, "Mes services")
    expect(page.get_by_role("heading", name="Mes services perso")).to_be_visible()
    looked("services")
    follow(page, "Demander ma carte européenne d'assurance maladie")
    looked("european-card")
    press(page, "Valider")
    expect(page.get_by_text("Choisissez le pays de votre séjour.")).to_be_visible()
    looked("european-card-refused")
    follow(page, "Écrire un message à propos de ce service")
    recalled = page.locator(".recall")
    for said in (
        "Santé",
        "Carte Vitale, carte européenne",
        "Carte européenne (soins à l'étranger)",
    ):
        expect(recalled).to_contain_text(said)
    looked("prefilled")
    expect(page.get_by_role("button", name="A+ texte plus grand")).to_be_visible(visible=script)


def test_search_size_and_paper(signed_in: SignIn, look: Look) -> None:
    """The header's search and « A+ », which keeps what is being written; the form completed."""
    page = signed_in(viewport=PHONE)
    page.get_by_role("searchbox", name="Rechercher").fill("carte")
    press(page, "Lancer la recherche")
    look(page, "search")
    page.get_by_role("searchbox", name="Rechercher").fill("zzz")
    press(page, "Lancer la recherche")
    look(page, "search-nothing")
    page.goto("/messages/nouveau/?motif=famille-allocations-familiales-autre")
    page.locator("textarea").fill(TEXT)
    larger = page.get_by_role("button", name="A+ texte plus grand")
    for _ in range(3):
        with page.expect_response("**/affichage/"):
            larger.click()
    expect(page.locator("html")).to_have_attribute("data-text", "3")
    expect(page.locator("textarea")).to_have_value(TEXT)
    look(page, "writing-largest")
    press(page, "Valider")
    expect(page.locator("html")).to_have_attribute("data-text", "3")
    press(page, "Envoyer")
    page.goto("/messages/")
    look(page, "messages-largest")
    follow(page, "Imprimer cet échange")
    look(page, "printed")
    page.goto("/messages/")
    follow(page, "Ajouter une précision")
    press(page, "Envoyer")
    expect(page.locator("#id_text_error")).to_be_visible()
    look(page, "completing-refused")
    page.locator("textarea").fill("Je précise ma question.")
    press(page, "Envoyer")
    expect(page.get_by_text("Votre précision est envoyée")).to_be_visible()
    page.goto("/mon-compte/donnees/")
    look(page, "own-data")
