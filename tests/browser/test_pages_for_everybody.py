"""axe-core finds nothing, nothing overflows at 320 px, in both schemes: every page reached."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import OpenPage, SignIn
from tests.browser.looking import PHONE, Look
from tests.support.axe import violations
from tests.support.deposits import png
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
    "/mon-compte/connexions/",
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


@pytest.mark.parametrize(
    ("scheme", "size", "script"),
    [
        ("light", WIDE, True),
        pytest.param("dark", NARROW, True, marks=pytest.mark.long),
        pytest.param("light", PHONE, False, marks=pytest.mark.long),
    ],
)
def test_axe_finds_nothing_in_the_private_space(
    signed_in: SignIn, look: Look, scheme: str, size: dict[str, int], script: bool
) -> None:
    page = signed_in(color_scheme=scheme, viewport=size, java_script_enabled=script)
    every_page(page, lambda place: look(page, f"{place} {scheme}"))


@pytest.mark.parametrize(
    ("scheme", "size", "script"),
    [
        ("light", WIDE, True),
        ("dark", NARROW, True),
        pytest.param("light", PHONE, False, marks=pytest.mark.long),
    ],
)
def test_axe_finds_nothing_while_documents_are_sent(
    signed_in: SignIn, look: Look, scheme: str, size: dict[str, int], script: bool
) -> None:
    """The six steps of « Envoyer un document », with what can be done wrong at each."""
    page = signed_in(color_scheme=scheme, viewport=size, java_script_enabled=script)

    def at(step: str) -> None:
        look(page, f"deposit {step} {scheme}")

    validate = page.get_by_role("button", name="Valider")
    send = page.get_by_role("button", name="Envoyer")
    files = page.get_by_label("Ajouter les fichiers du document 1")
    page.goto("/documents/envoyer/")
    at("object")
    page.get_by_label("D'autres documents").check()
    press(page, validate)
    at("number")
    page.get_by_label("1", exact=True).check()
    press(page, validate)
    at("information")
    page.get_by_label("Nature du document").select_option("medical")
    press(page, validate)
    assert page.get_by_role("alert").get_by_text("service médical").first.is_visible()
    at("information, a medical document and the rest missing")
    page.get_by_label("Nature du document").select_option("identity")
    page.get_by_label("Nom de la personne concernée").fill("Odile Ferrandier")
    page.get_by_label("Motif de l'envoi").fill("Demande de carte")
    press(page, validate)
    at("files")
    files.set_input_files({"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"MZ"})
    press(page, page.get_by_role("button", name="Ajouter ces fichiers"))
    at("files, one refused")
    files.set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": png()})
    press(page, page.get_by_role("button", name="Ajouter ces fichiers"))
    at("files, one received")
    press(page, send)
    at("files, nothing attested")
    page.get_by_label("J’atteste").check()
    page.get_by_label("Aucun de ces documents").check()
    press(page, send)
    assert page.get_by_role("heading", name="Vos documents ont été envoyés").is_visible()
    at("sent")
    page.goto("/documents/")
    at("what was sent")


@pytest.mark.parametrize(("scheme", "size"), [("light", WIDE), ("dark", NARROW)])
def test_axe_finds_nothing_where_the_kept_promises_are_published(
    open_page: OpenPage, portal: RunningPortal, look: Look, scheme: str, size: dict[str, int]
) -> None:
    a_month_is_published(portal)
    page = open_page(color_scheme=scheme, viewport=size)
    page.goto("/engagements/")
    assert page.get_by_text("98,7").first.is_visible()
    look(page, f"promises kept {scheme}")


def a_month_is_published(portal: RunningPortal) -> None:
    """Of one caisse, the others having none. Not by Django, which would refuse: Playwright's loop
    runs on this thread.
    """
    now = datetime.now(ZoneInfo("Europe/Paris"))
    month = f"{now.replace(day=1) - timedelta(days=1):%Y-%m}"
    path = portal.database_url.removeprefix("sqlite://")
    with closing(sqlite3.connect(path, timeout=20)) as database, database:
        database.execute(
            "INSERT OR IGNORE INTO supervision_monthlyreport"
            " (caisse_id, month, made_at, judged, kept, content) VALUES (?,?,?,?,?,?)",
            ("picardie", month, now.astimezone(UTC).isoformat(" "), 1_000, 987, b""),
        )


@pytest.mark.parametrize(("scheme", "size"), [("light", WIDE), ("dark", NARROW)])
@pytest.mark.parametrize("path", PUBLIC)
def test_axe_finds_nothing_on_the_public_pages(
    open_page: OpenPage, look: Look, scheme: str, size: dict[str, int], path: str
) -> None:
    page = open_page(color_scheme=scheme, viewport=size)
    page.goto(path)
    look(page, f"{path} {scheme}")


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
