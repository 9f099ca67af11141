"""Chromium on a portal that runs as its own process, with the demonstration's invented people."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.browser.looking import Look, faults_of
from tests.support.axe import axe_source
from tests.support.french import compile_if_stale
from tests.support.identity_provider import IdentityProvider, running_provider
from tests.support.portal_process import ADHERENT_PASSWORD, RunningPortal, running_portal

compile_if_stale()

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
DEMO = Path(__file__).parents[2] / "resources" / "demo" / "messages.yaml"
DEADLINE_MS = 15_000

OpenPage = Callable[..., Page]
SignIn = Callable[..., Page]


def name_of(nir: str) -> tuple[str, str]:
    """First name and name of one of the demonstration's people."""
    messages = yaml.safe_load(DEMO.read_text(encoding="utf-8"))["messages"]
    person = next(each["expediteur"] for each in messages if each["expediteur"].get("nir") == nir)
    return person["prenom"], person["nom"]


@pytest.fixture(scope="session")
def identity_provider() -> Iterator[IdentityProvider]:
    """What stands for FranceConnect."""
    with running_provider() as running:
        yield running


@pytest.fixture(scope="session")
def portal(
    tmp_path_factory: pytest.TempPathFactory, identity_provider: IdentityProvider
) -> Iterator[RunningPortal]:
    with running_portal(
        tmp_path_factory.mktemp("browser") / "portal",
        PORTAL_FRANCECONNECT_ISSUER=identity_provider.url,
        PORTAL_FRANCECONNECT_CLIENT_ID="portal",
        PORTAL_FRANCECONNECT_CLIENT_SECRET="a-secret",
    ) as running:
        yield running


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Ends with its module: while Playwright is open its event loop runs on this thread, and Django
    refuses its database to whatever test comes next.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    return axe_source()


@pytest.fixture(scope="session")
def _people() -> Iterator[str]:
    """The numbers of the demonstration's private persons and farmers, each handed out once."""
    messages = yaml.safe_load(DEMO.read_text(encoding="utf-8"))["messages"]
    wanted = {"particulier", "exploitant"}
    people = [
        message["expediteur"]["nir"]
        for message in messages
        if message["profil"] in wanted and "nir" in message["expediteur"]
    ]
    return iter(dict.fromkeys(people))


@pytest.fixture
def nir(_people: Iterator[str]) -> str:
    """Someone whom no other test has used."""
    return next(_people)


@pytest.fixture
def another_nir(_people: Iterator[str]) -> str:
    """Somebody else whom no other test has used."""
    return next(_people)


@pytest.fixture
def _scriptless() -> set[BrowserContext]:
    """The windows that run no script."""
    return set()


@pytest.fixture
def look(axe: str, _scriptless: set[BrowserContext]) -> Iterator[Look]:
    """Looks at a page; what is found fails the test at its end."""
    found: list[str] = []

    def looked(page: Page, name: str) -> None:
        found.extend(faults_of(page, axe, name, script=page.context not in _scriptless))

    yield looked
    assert found == []


@pytest.fixture
def open_page(
    chromium: Browser, portal: RunningPortal, _scriptless: set[BrowserContext]
) -> Iterator[OpenPage]:
    """Opens a window of its own; a page that complains in its console fails the test."""
    complaints: list[str] = []
    contexts = []

    def note(message: ConsoleMessage) -> None:
        # The browser also complains of an address that a test asked for on purpose.
        if message.type in ("error", "warning") and "status of 404" not in message.text:
            complaints.append(message.text)

    def opened(**options: Any) -> Page:
        context = chromium.new_context(base_url=portal.url, locale="fr-FR", **options)
        context.set_default_timeout(DEADLINE_MS)
        contexts.append(context)
        if not options.get("java_script_enabled", True):
            _scriptless.add(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def signed_in(open_page: OpenPage, portal: RunningPortal, nir: str) -> SignIn:
    """Opens a window and signs somebody new in, to land on the messaging's home."""

    def sign_in(**options: Any) -> Page:
        page = open_page(**options)
        page.goto("/messages/")
        page.get_by_label("Mon numéro de sécurité sociale").fill(nir)
        page.get_by_label("Mot de passe").fill(ADHERENT_PASSWORD)
        page.get_by_role("button", name="Se connecter").click()
        page.wait_for_url(f"{portal.url}/messages/")
        return page

    return sign_in
