"""An agent signs in to desk: our page, the OAuth server, and back to desk on the loopback address.

Browsers apply the page's Content-Security-Policy to each redirect of its form.
"""

import base64
import hashlib
import secrets
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from queue import Queue
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, SignIn
from tests.support.portal_process import AGENT_LOGIN, AGENT_PASSWORD

pytestmark = pytest.mark.browser

DEADLINE_S = 20


class Waiting:
    """What desk does meanwhile: waits on a free port for its code."""

    def __init__(self) -> None:
        self.received: Queue[str] = Queue()
        received = self.received

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                received.put(self.path)
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(b"<!doctype html><link rel=icon href=data:,><h1>desk</h1>")

            def log_message(self, *_: object) -> None:
                return

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    @property
    def redirect_uri(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/callback"

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join(DEADLINE_S)
        self._server.server_close()


@pytest.fixture
def desk() -> Iterator[Waiting]:
    waiting = Waiting()
    yield waiting
    waiting.close()


def authorize(desk: Waiting, state: str) -> str:
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest())
    return "/o/authorize/?" + urlencode(
        {
            "client_id": "desk",
            "response_type": "code",
            "redirect_uri": desk.redirect_uri,
            "scope": "desk",
            "state": state,
            "code_challenge": challenge.decode().rstrip("="),
            "code_challenge_method": "S256",
        }
    )


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_agents_page_leads_back_to_desk(
    open_page: OpenPage, desk: Waiting, script: bool
) -> None:
    page = open_page(java_script_enabled=script)
    page.goto(authorize(desk, "a-state"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Connexion des agents")
    page.get_by_label("Identifiant d’agent").fill(AGENT_LOGIN)
    page.get_by_label("Mot de passe").fill("pas-le-bon-2026")
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_role("alert")).to_contain_text("n’est pas le bon")
    page.get_by_label("Mot de passe").fill(AGENT_PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    answer = parse_qs(urlsplit(desk.received.get(timeout=DEADLINE_S)).query)
    assert answer["state"] == ["a-state"]
    assert answer["code"]
    expect(page.get_by_role("heading", level=1)).to_have_text("desk")


def test_an_adherent_in_the_same_browser_is_told_and_the_agent_can_sign_in(
    signed_in: SignIn, desk: Waiting
) -> None:
    page = signed_in()
    page.goto("/agents/connexion/?" + urlencode({"next": authorize(desk, "b-state")}))
    expect(page.get_by_text("ferme cette autre session")).to_be_visible()
    page.get_by_label("Identifiant d’agent").fill(AGENT_LOGIN)
    page.get_by_label("Mot de passe").fill(AGENT_PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    answer = parse_qs(urlsplit(desk.received.get(timeout=DEADLINE_S)).query)
    assert answer["code"]
    expect(page.get_by_role("heading", level=1)).to_have_text("desk")
