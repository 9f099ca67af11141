"""A procuration from its giving to its end: two people, each at a browser of their own."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, SignIn, name_of
from tests.browser.looking import DESKTOP, PHONE, Look
from tests.support.portal_process import ADHERENT_PASSWORD

pytestmark = pytest.mark.browser

TEXT = "Bonjour, j’écris pour ma voisine. Que dois-je vous envoyer ?"


def press(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=button).first.click()


def write(page: Page) -> str:
    """The wizard, from « Ecrire un nouveau message » to its end: the reference given."""
    with page.expect_navigation():
        page.get_by_role("link", name="Ecrire un nouveau message").click()
    for choice in (
        "Famille, logement",
        "Allocations familiales",
        "Autre question Allocations familiales",
    ):
        page.get_by_label(choice, exact=True).check()
        press(page, "Valider")
    page.locator("textarea").fill(TEXT)
    with page.expect_navigation():
        page.locator("button[name=action][value=validate]").click()
    press(page, "Envoyer")
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre message est envoyé")
    return page.locator("main").get_by_text(re.compile(r"MSG-\d{4}-\d{6}")).first.inner_text()


@pytest.mark.parametrize(
    ("size", "script", "ended_by_holder"),
    [
        (DESKTOP, True, True),
        pytest.param(PHONE, False, False, marks=pytest.mark.long),
        pytest.param(PHONE, True, True, marks=pytest.mark.long),
        pytest.param(DESKTOP, False, False, marks=pytest.mark.long),
    ],
)
def test_a_procuration_given_used_seen_by_both_and_ended(
    signed_in: SignIn,
    open_page: OpenPage,
    look: Look,
    nir: str,
    another_nir: str,
    size: dict[str, int],
    script: bool,
    ended_by_holder: bool,
) -> None:
    principal, writer = " ".join(name_of(nir)), " ".join(name_of(another_nir))

    holder = signed_in(viewport=size, java_script_enabled=script)
    holder.goto("/mon-compte/")
    holder.get_by_role("link", name="Procurations").click()
    look(holder, "mandates-none")
    holder.get_by_role("link", name="Donner une procuration").click()
    holder.get_by_label("Numéro de sécurité sociale de la personne").fill(another_nir)
    holder.get_by_label("Nom de famille de la personne").fill(name_of(another_nir)[1])
    holder.get_by_label("lire et écrire des messages").check()
    holder.get_by_label("Au (inclus)").fill(f"{datetime.now(UTC) + timedelta(days=90):%d/%m/%Y}")
    look(holder, "mandate-give")
    press(holder, "Donner cette procuration")
    look(holder, "mandate-given")

    proxy = open_page(viewport=size, java_script_enabled=script)
    proxy.goto("/procurations/")
    proxy.get_by_label("Mon numéro de sécurité sociale").fill(another_nir)
    proxy.get_by_label("Mot de passe").fill(ADHERENT_PASSWORD)
    press(proxy, "Se connecter")
    look(proxy, "mandate-offered")
    press(proxy, "Accepter")
    press(proxy, f"Agir pour {principal}")
    banner = proxy.get_by_role("region", name="Procuration")
    expect(banner).to_contain_text(principal)
    look(proxy, "acting")
    proxy.goto("/messages/")
    holder.goto("/messages/")
    history = holder.locator("details.exchange")
    expect(proxy.locator("details.exchange")).to_have_count(history.count())
    reference = write(proxy)
    proxy.goto("/messages/")
    told = f"écrit par {writer} pour {principal}"
    expect(proxy.locator("details.exchange").first).to_contain_text(told)
    look(proxy, "acting-history")

    holder.goto("/messages/")
    expect(history.first).to_contain_text(told)
    look(holder, "written-by-a-proxy")
    for page, other in ((holder, writer), (proxy, principal)):
        page.goto("/procurations/")
        look(page, "mandates")
        page.get_by_role("link", name=other).first.click()
        expect(page.get_by_role("table")).to_contain_text("message envoyé")
        expect(page.get_by_role("table")).to_contain_text(reference)
        look(page, "mandate-of-the-holder" if page is holder else "mandate-of-the-proxy")

    press(holder if ended_by_holder else proxy, "Y mettre fin")
    for page in (holder, proxy):
        page.reload()
        expect(page.get_by_text("terminée", exact=True)).to_be_visible()
        expect(page.get_by_role("button", name="Agir pour")).to_have_count(0)
    look(proxy, "mandate-ended")
    proxy.goto("/messages/?ouvert=tout")
    expect(banner).to_have_count(0)
    expect(proxy.get_by_text(reference)).to_have_count(0)
    for path in ("imprimer", "pdf", "precision"):
        answer = proxy.request.get(f"/messages/{reference}/{path}/")
        assert answer.status == 404, path
    holder.goto("/messages/")
    expect(history.first).to_contain_text(reference)
