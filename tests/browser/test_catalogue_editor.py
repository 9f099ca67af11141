"""The editor of the catalogue in a browser: by its labels; axe-core finds nothing on its pages."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.axe import violations
from tests.support.portal_process import RunningPortal, portal_command

pytestmark = [pytest.mark.browser, pytest.mark.long]

PASSWORD = "un-mot-de-passe-invente"
ROWS = "/administration/catalogue/catalogueversion/"


@pytest.fixture(scope="module")
def editor(portal: RunningPortal) -> str:
    made = portal_command(
        *("create-agent", "nadia.exemple", "--embedded", "--caisse", "picardie"),
        *("--first-name", "Nadia", "--last-name", "Exemple"),
        *("--catalogue-editor", "--password-stdin"),
        environment=portal.environment,
        given=PASSWORD,
    )
    assert made.returncode == 0, made.stderr
    return "nadia.exemple"


def signed_in(chromium: Browser, portal: RunningPortal, editor: str, scheme: str) -> Page:
    # Not `open_page`: axe-core's own look at an imported style sheet is told in the console.
    context = chromium.new_context(base_url=portal.url, locale="fr-FR", color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{ROWS}draft/")
    page.get_by_label("Identifiant").fill(editor)
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_role("heading", name="Brouillon du catalogue")).to_be_visible()
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_motif_is_added_renamed_moved_and_published(
    chromium: Browser, portal: RunningPortal, editor: str, axe: str, scheme: str
) -> None:
    page = signed_in(chromium, portal, editor, scheme)
    found = violations(page, axe)
    label = f"Aide au déménagement ({scheme})"
    page.get_by_role("link", name="Famille, logement").click()
    found += violations(page, axe)
    page.get_by_role("link", name="Aides au logement").click()
    found += violations(page, axe)
    page.get_by_role("link", name="Nouveau motif").click()
    page.get_by_role("button", name="Garder dans le brouillon").click()
    expect(page.get_by_text("Saisissez le libellé.")).to_be_visible()
    found += violations(page, axe)
    page.get_by_label("Libellé").fill(label)
    page.get_by_role("button", name="Garder dans le brouillon").click()
    page.goto(f"{ROWS}draft/sujet/famille-aides-logement/")
    page.get_by_role("button", name=f"Monter : {label}").click()
    page.get_by_role("link", name="Impayé de loyer").click()
    page.get_by_role("button", name="Retirer" if scheme == "light" else "Le proposer").click()
    page.goto(f"{ROWS}draft/motif/famille-aides-logement-autre/")
    elsewhere = "Allocations familiales" if scheme == "light" else "Aides au logement"
    page.get_by_label("Fait partie de").select_option(label=elsewhere)
    page.get_by_role("button", name="Garder dans le brouillon").click()
    page.get_by_role("link", name="Voir ce qui changerait").click()
    expect(page.get_by_role("heading", name="Ajouté (1)")).to_be_visible()
    expect(page.get_by_role("heading", name="Rangé ailleurs (1)")).to_be_visible()
    found += violations(page, axe)
    page.get_by_role("button", name="Publier comme version").click()
    expect(page.get_by_text("est en vigueur")).to_be_visible()
    found += violations(page, axe)
    page.goto(f"{ROWS}draft/services/")
    found += violations(page, axe)
    page.context.close()
    assert found == []
