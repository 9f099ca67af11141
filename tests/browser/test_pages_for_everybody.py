"""axe-core finds nothing, nothing overflows at 320 px, in both schemes: every page reached."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import OpenPage, SignIn
from tests.support.axe import violations
from tests.support.portal_process import RunningPortal

pytestmark = pytest.mark.browser

PUBLIC = [
    "/connexion/",
    "/agents/connexion/",
    "/connexion/aide/",
    "/accessibilite/",
    "/inscription/",
    "/mot-de-passe-oublie/",
    "/perdu/",
]
PRIVATE = [
    "/contact/",
    "/coordonnees/",
    "/documents/",
    "/documents/envoyer/",
    "/mon-compte/",
    "/services/",
    "/services/carte-europeenne/",
    "/recherche/",
    "/mon-compte/donnees/",
    "/rendez-vous/",
    "/rendez-vous/mes-demandes/",
    "/messages/?ouvert=rien",
    "/messages/?ouvert=tout",
]
WIDE = {"width": 1280, "height": 900}
# 1280 px enlarged four times (WCAG 1.4.10).
NARROW = {"width": 320, "height": 640}


CHOICES = ["Famille, logement", "Allocations familiales", "Changement de situation - Famille"]
WIDER_SPACING = """() => {
    const wider = new CSSStyleSheet();
    wider.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; }
        p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [wider];
}"""


def press(page: Page, what: Locator) -> None:
    """Click and wait for the page it leads to."""
    with page.expect_navigation():
        what.click()


def every_page(page: Page, look: Callable[[str], None]) -> None:
    """Visit what an adherent can reach, with the errors that they can make on the way."""
    for path in PRIVATE:
        page.goto(path)
        look(path)
    page.goto("/rendez-vous/")
    send = page.get_by_role("button", name="Envoyer ma demande")
    press(page, send)
    look("appointment, nothing chosen")
    page.get_by_label("Motif du rendez-vous").select_option(index=1)
    page.get_by_label("Première demi-journée").select_option(index=1)
    page.get_by_label("Deuxième demi-journée").select_option(index=2)
    press(page, send)
    assert "/rendez-vous/RDV-" in page.url
    look("appointment asked for")
    press(page, page.get_by_role("link", name="Retirer ma demande"))
    look("appointment, to be withdrawn")
    page.goto("/rendez-vous/mes-demandes/")
    look("appointments")
    validate = page.get_by_role("button", name="Valider").last
    page.goto("/messages/nouveau/")
    look("theme")
    press(page, validate)
    look("theme, nothing chosen")
    for label in CHOICES:
        page.get_by_label(label, exact=True).check()
        press(page, validate)
        look(f"after {label}")
    press(page, page.get_by_role("link", name="J’écris mon message"))
    look("writing")
    page.locator("textarea").fill("court")
    press(page, validate)
    look("writing, too short")
    page.goto("/messages/nouveau/")
    look("message in progress")
    press(page, page.get_by_role("link", name="Le reprendre"))
    page.locator("textarea").fill("Bonjour, voici ma question.")
    press(page, validate)
    look("recap")
    press(page, page.get_by_role("button", name="Envoyer"))
    assert "/messages/envoye/" in page.url
    look("sent")


@pytest.mark.parametrize(("scheme", "size"), [("light", WIDE), ("dark", NARROW)])
def test_axe_finds_nothing_in_the_private_space(
    signed_in: SignIn, axe: str, scheme: str, size: dict[str, int]
) -> None:
    page = signed_in(color_scheme=scheme, viewport=size)
    found = []

    def look(place: str) -> None:
        found.extend(f"{place}: {violation}" for violation in violations(page, axe))

    every_page(page, look)
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PUBLIC)
def test_axe_finds_nothing_on_the_public_pages(
    open_page: OpenPage, axe: str, scheme: str, path: str
) -> None:
    page = open_page(color_scheme=scheme)
    page.goto(path)
    assert violations(page, axe) == []


def test_axe_would_see_a_fault(open_page: OpenPage, axe: str) -> None:
    page = open_page()
    page.goto("/connexion/")
    page.locator("label[for=id_password]").evaluate("it => it.remove()")
    assert any(found.startswith("label ") for found in violations(page, axe))


def test_axe_finds_nothing_on_a_refused_sign_in(open_page: OpenPage, axe: str) -> None:
    page = open_page()
    page.goto("/connexion/")
    page.get_by_label("Mon numéro de sécurité sociale").fill("12")
    page.get_by_role("button", name="Se connecter").click()
    page.locator(".errorlist").first.wait_for()
    assert violations(page, axe) == []


def test_nothing_overflows_at_320_px(signed_in: SignIn) -> None:
    page = signed_in(viewport=NARROW)
    too_wide = []

    def look(place: str) -> None:
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > NARROW["width"]:
            too_wide.append((place, width))

    every_page(page, look)
    assert too_wide == []


def test_text_spacing_may_be_widened(signed_in: SignIn) -> None:
    """WCAG 1.4.12: nothing is cut off when a reader sets wider spacing."""
    page = signed_in(viewport=NARROW)
    cut = []

    def look(place: str) -> None:
        page.evaluate(WIDER_SPACING)
        if page.evaluate("document.documentElement.scrollWidth") > NARROW["width"]:
            cut.append(place)

    every_page(page, look)
    assert cut == []


def test_nothing_moves_for_who_asked_for_less_motion(open_page: OpenPage) -> None:
    page = open_page(reduced_motion="reduce")
    page.goto("/connexion/")
    duration = page.locator("main button").evaluate("it => getComputedStyle(it).transitionDuration")
    assert duration == "0s"


def test_nothing_is_asked_of_another_site(signed_in: SignIn, portal: RunningPortal) -> None:
    page = signed_in()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    every_page(page, lambda _: None)
    assert asked
    assert [url for url in asked if not url.startswith(portal.url)] == []
