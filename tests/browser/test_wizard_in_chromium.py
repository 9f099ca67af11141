"""The whole way of a message in a real browser: with and without JavaScript, by keyboard alone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, SignIn
from tests.support.portal_process import ADHERENT_PASSWORD, RunningPortal

pytestmark = pytest.mark.browser

TEXT = "Bonjour, mon fils a quitté la maison. Que dois-je vous envoyer ?"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


FOCUS_READS = """() => {
    const it = document.activeElement;
    return (it.labels && it.labels.length ? it.labels[0] : it).innerText.trim();
}"""
FOCUS_OUTLINE = """() => {
    const it = document.activeElement;
    return getComputedStyle(it.closest(".choice") || it).outlineStyle;
}"""


def choose(page: Page, *labels: str) -> None:
    for label in labels:
        page.get_by_label(label, exact=True).check()
        page.get_by_role("button", name="Valider").click()


def to_writing(page: Page) -> None:
    page.get_by_role("link", name="Ecrire un nouveau message").click()
    choose(page, "Famille, logement", "Allocations familiales", "Changement de situation - Famille")
    page.get_by_role("link", name="J’écris mon message").click()
    expect(page.get_by_label("Mon message", exact=True)).to_be_visible()


def write(page: Page, text: str) -> None:
    page.get_by_label("Mon message", exact=True).fill(text)
    page.locator("button[value=validate]").click()


def exchanges(page: Page) -> int:
    page.goto("/messages/")
    return page.locator("details.exchange").count()


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_message_is_sent_and_found_again(signed_in: SignIn, script: bool) -> None:
    page = signed_in(java_script_enabled=script)
    before = exchanges(page)
    to_writing(page)
    write(page, TEXT)
    expect(page.get_by_role("heading", level=1)).to_have_text("Récapitulatif de ma demande")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre message est envoyé")
    reference = page.locator("main").get_by_text(re.compile(r"MSG-\d{4}-\d{6}")).inner_text()
    assert exchanges(page) == before + 1
    newest = page.locator("details.exchange").first
    expect(newest).to_contain_text(reference)
    expect(newest).to_contain_text(TEXT)


def test_the_service_opens_as_a_window_and_escape_leads_to_writing(signed_in: SignIn) -> None:
    page = signed_in()
    page.get_by_role("link", name="Ecrire un nouveau message").click()
    choose(page, "Famille, logement", "Allocations familiales", "Changement de situation - Famille")
    window = page.get_by_role("dialog", name="Un service en ligne répond à votre besoin")
    expect(window).to_be_visible()
    # The page's script makes a modal window of what was first part of the page.
    expect(page.get_by_role("link", name="J'utilise le service en ligne")).to_be_focused()
    assert page.locator("dialog").evaluate("dialog => dialog.matches(':modal')")
    page.keyboard.press("Escape")
    page.wait_for_url("**/messages/nouveau/message/")


def test_without_javascript_the_service_is_part_of_the_page(signed_in: SignIn) -> None:
    page = signed_in(java_script_enabled=False)
    page.get_by_role("link", name="Ecrire un nouveau message").click()
    choose(page, "Famille, logement", "Allocations familiales", "Changement de situation - Famille")
    expect(page.get_by_role("link", name="J'utilise le service en ligne")).to_be_visible()
    expect(page.get_by_role("link", name="le sujet", exact=True)).to_be_visible()


def test_double_click_on_envoyer_sends_once(signed_in: SignIn) -> None:
    page = signed_in()
    before = exchanges(page)
    to_writing(page)
    write(page, TEXT)
    page.get_by_role("button", name="Envoyer").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre message est envoyé")
    assert exchanges(page) == before + 1


def test_back_and_envoyer_again_sends_once(signed_in: SignIn) -> None:
    page = signed_in()
    before = exchanges(page)
    to_writing(page)
    write(page, TEXT)
    sent_from = page.locator("form#send").inner_html()
    page.get_by_role("button", name="Envoyer").click()
    page.wait_for_url("**/messages/envoye/**")
    confirmation = page.url
    page.go_back()
    # The page is asked anew, and there is no such message any more; so send its old form.
    page.evaluate(
        """form => {
            const again = document.createElement("form");
            again.method = "post"; again.action = "/messages/nouveau/envoyer/";
            again.innerHTML = form; document.body.append(again); again.submit();
        }""",
        sent_from,
    )
    page.wait_for_url(confirmation)
    assert exchanges(page) == before + 1


def test_the_counter_counts_what_one_sees(signed_in: SignIn) -> None:
    page = signed_in()
    to_writing(page)
    counter = page.locator("[data-counter]")
    expect(counter).to_be_visible()
    expect(counter).to_have_text("750 caractères restants.")
    field = page.get_by_label("Mon message", exact=True)
    field.press_sequentially("é")
    expect(counter).to_have_text("749 caractères restants.")
    field.fill(FAMILY * 2 + "e\u0301")
    expect(counter).to_have_text("747 caractères restants.")
    field.fill("a" * 749)
    expect(counter).to_have_text("1 caractère restant.")
    field.fill("a" * 750)
    expect(counter).to_have_text("0 caractère restant.")
    field.fill("a" * 753)
    expect(counter).to_have_text("3 caractères en trop.")
    expect(page.locator("[data-counter-voice]")).to_have_text("3 caractères en trop.")
    page.locator("button[value=validate]").click()
    expect(page.locator("#id_text_error")).to_contain_text("753 caractères")
    expect(field).to_have_value("a" * 753)


def test_the_counter_is_heard_at_thresholds_only(signed_in: SignIn) -> None:
    page = signed_in()
    to_writing(page)
    field, voice = (
        page.get_by_label("Mon message", exact=True),
        page.locator("[data-counter-voice]"),
    )
    field.fill("a" * 600)
    expect(page.locator("[data-counter]")).to_have_text("150 caractères restants.")
    expect(voice).to_have_text("")
    field.fill("a" * 655)
    expect(voice).to_have_text("95 caractères restants.")
    field.press_sequentially("b")
    expect(page.locator("[data-counter]")).to_have_text("94 caractères restants.")
    expect(voice).to_have_text("95 caractères restants.")


def test_without_javascript_no_counter_stands_still(signed_in: SignIn) -> None:
    page = signed_in(java_script_enabled=False)
    to_writing(page)
    expect(page.locator("[data-counter]")).to_be_hidden()
    expect(page.get_by_text("Entre 10 et 750 caractères.")).to_be_visible()


def test_all_exchanges_are_shown_and_hidden_at_once(signed_in: SignIn) -> None:
    page = signed_in()
    to_writing(page)
    write(page, TEXT)
    page.get_by_role("button", name="Envoyer").click()
    page.goto("/messages/")
    every, opened = page.locator("details.exchange"), page.locator("details.exchange[open]")
    page.get_by_role("link", name="afficher tout").first.click()
    expect(opened).to_have_count(every.count())
    page.get_by_role("link", name="masquer tout").last.click()
    expect(opened).to_have_count(0)
    assert page.url.endswith("/messages/")
    every.first.locator("summary").click()
    expect(opened).to_have_count(1)


def test_a_session_that_ends_while_writing_loses_nothing(signed_in: SignIn, nir: str) -> None:
    page = signed_in()
    to_writing(page)
    page.context.clear_cookies(name="sessionid")
    write(page, TEXT)
    expect(page.get_by_role("status")).to_contain_text("Votre texte est conservé")
    page.get_by_label("Mon numéro de sécurité sociale").fill(nir)
    page.get_by_label("Mot de passe").fill(ADHERENT_PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_label("Mon message", exact=True)).to_have_value(TEXT)


def test_enter_on_the_kind_of_message_validates(signed_in: SignIn) -> None:
    page = signed_in()
    to_writing(page)
    page.get_by_label("Mon message", exact=True).fill(TEXT)
    page.get_by_label("Une information à signaler").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/messages/nouveau/recapitulatif/")


def test_by_keyboard_alone(open_page: OpenPage, portal: RunningPortal, nir: str) -> None:
    """From the sign-in page to the confirmation with Tab, arrows, Space and Enter."""
    page = open_page()
    page.goto("/messages/")

    def tab_to(name: str) -> None:
        """Press Tab until what has the focus reads, or is labelled, `name`; it must be visible."""
        for _ in range(60):
            page.keyboard.press("Tab")
            reads = page.evaluate(FOCUS_READS)
            if reads == name:
                shown = page.evaluate(FOCUS_OUTLINE)
                assert shown == "solid", f"the focus is not seen on {name}"
                return
        raise AssertionError(f"Tab never reached {name}")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_in_viewport()
    tab_to("Mon numéro de sécurité sociale (sans la clé)")
    page.keyboard.type(nir)
    tab_to("Mot de passe")
    page.keyboard.type(ADHERENT_PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{portal.url}/messages/")
    tab_to("Ecrire un nouveau message")
    page.keyboard.press("Enter")
    page.wait_for_url("**/theme/")
    tab_to("Santé")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")  # as everywhere, Enter on a radio button presses « Valider »
    page.wait_for_url("**/sujet/")
    tab_to('Paiements et décomptes "famille"')
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    tab_to("Valider")
    page.keyboard.press("Space")
    page.wait_for_url("**/motif/")
    tab_to("Paiements et décomptes - Famille")
    page.keyboard.press("ArrowUp")  # round to the last one, which has no service
    tab_to("Valider")
    page.keyboard.press("Enter")
    page.wait_for_url("**/message/")
    tab_to("Mon message")
    page.keyboard.type(TEXT)
    tab_to("Valider")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recapitulatif/")
    tab_to("Envoyer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre message est envoyé")
