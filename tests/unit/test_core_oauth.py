"""Signing in: the vectors of RFC 7636, what the loopback listener takes, what discovery refuses."""

import http.client
import json
import re
import socket
import threading
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from desk.api_client import oauth
from desk.api_client.errors import PortalBroken, SignInNeeded
from desk.api_client.loopback import PAGE, LoopbackListener
from desk.api_client.oauth import Metadata, Pkce, Redirection, SignInRefused
from desk.api_client.transport import Transport
from desk.clock import PortalClock
from tests.support.scripted_server import Request, ScriptedServer, answer

METADATA = Metadata(
    "https://portail.test",
    "https://portail.test/o/authorize/",
    "https://portail.test/o/token/",
    "https://portail.test/o/revoke_token/",
    ["S256"],
)
NEVER = threading.Event()


def test_rfc_7636_appendix_b() -> None:
    octets = [
        116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186,
        22, 212, 37, 77, 105, 214, 191, 240, 91, 88, 5, 88, 83, 132, 141, 121,
    ]  # fmt: skip
    import base64

    verifier = base64.urlsafe_b64encode(bytes(octets)).rstrip(b"=").decode()
    assert verifier == "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert Pkce.of(verifier).challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_each_sign_in_has_its_own_verifier() -> None:
    made = {Pkce.new().verifier for _ in range(50)}
    assert len(made) == 50
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", each) for each in made)
    assert "dBjft" not in repr(Pkce.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))


def test_authorization_url() -> None:
    pkce = Pkce.of("x" * 43)
    url = oauth.authorization_url(METADATA, "http://127.0.0.1:5000/callback", "état &", pkce)
    fields = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    assert url.startswith("https://portail.test/o/authorize/?")
    assert fields == {
        "response_type": "code",
        "client_id": "desk",
        "redirect_uri": "http://127.0.0.1:5000/callback",
        "scope": "desk",
        "state": "état &",
        "code_challenge": pkce.challenge,
        "code_challenge_method": "S256",
    }
    assert pkce.verifier not in url


@pytest.mark.parametrize(
    ("redirection", "code"),
    [
        (Redirection("c", "other", METADATA.issuer, None), "state"),
        (Redirection("c", "s", None, None), "issuer"),
        (Redirection("c", "s", "https://ailleurs.test", None), "issuer"),
        (Redirection(None, "s", METADATA.issuer, "access_denied"), "refused"),
        (Redirection("c", "s", METADATA.issuer, "server_error"), "refused"),
        (Redirection(None, "s", METADATA.issuer, None), "refused"),
    ],
)
def test_redirections_that_are_not_our_answer(redirection: Redirection, code: str) -> None:
    with pytest.raises(SignInRefused) as caught:
        oauth.code_of(redirection, "s", METADATA)
    assert caught.value.code == code


def test_our_answer() -> None:
    assert oauth.code_of(Redirection("c", "s", METADATA.issuer, None), "s", METADATA) == "c"


def ask(port: int, target: str, host: str | None = None) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", target, headers={"Host": host or f"127.0.0.1:{port}"})
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response.status, body


def test_the_listener_takes_one_answer_with_our_state() -> None:
    with LoopbackListener("our-state") as listener:
        assert listener.redirect_uri == f"http://127.0.0.1:{listener.port}/callback"
        good = "/callback?" + urlencode({"code": "c", "state": "our-state", "iss": "https://i"})
        assert ask(listener.port, "/favicon.ico")[0] == 404
        assert ask(listener.port, "/callback?code=x&state=other")[0] == 400
        assert ask(listener.port, "/callback?code=x")[0] == 400
        assert ask(listener.port, "/callback?state=our-state&state=our-state&code=x")[0] == 400
        assert ask(listener.port, good, host=f"ailleurs.test:{listener.port}")[0] == 404
        status, page = ask(listener.port, good)
        assert status == 200
        assert "fermer cet onglet" in page
        assert ask(listener.port, good)[0] == 410
        found = listener.wait(5, NEVER)
    assert found == Redirection("c", "our-state", "https://i", None)
    with pytest.raises(ConnectionRefusedError):
        ask(listener.port, good)


def test_a_refusal_is_told_and_taken() -> None:
    with LoopbackListener("s") as listener:
        status, page = ask(listener.port, "/callback?error=access_denied&state=s&iss=i")
        assert (status, "non terminée" in page) == (200, True)
        assert listener.wait(5, NEVER) == Redirection(None, "s", "i", "access_denied")


def test_a_connection_that_says_nothing_blocks_nobody() -> None:
    with LoopbackListener("s") as listener, socket.create_connection(("127.0.0.1", listener.port)):
        assert ask(listener.port, "/callback?code=c&state=s&iss=i")[0] == 200
        assert listener.wait(5, NEVER) is not None


def test_nobody_comes_and_the_agent_cancels() -> None:
    with LoopbackListener("s") as listener:
        assert listener.wait(0.05, NEVER) is None
        cancelled = threading.Event()
        cancelled.set()
        assert listener.wait(60, cancelled) is None


def test_the_page_shows_nothing_of_the_request() -> None:
    assert set(re.findall(r"\{(\w+)\}", PAGE.replace("{{", "").replace("}}", ""))) == {
        "title",
        "text",
    }


def metadata_of(base: str, **changes: object) -> bytes:
    found = {
        "issuer": base,
        "authorization_endpoint": f"{base}/o/authorize/",
        "token_endpoint": f"{base}/o/token/",
        "revocation_endpoint": f"{base}/o/revoke_token/",
        "code_challenge_methods_supported": ["S256"],
    }
    return json.dumps(found | changes).encode()


def discover(**changes: object) -> Metadata:
    def play(request: Request, connection: socket.socket) -> None:
        answer(body=metadata_of(f"http://{request.headers['host']}", **changes))(
            request, connection
        )

    with ScriptedServer([play]) as server:
        asked = Transport(server.url, PortalClock())
        try:
            return oauth.discover(asked)
        finally:
            asked.close()


def test_discovery() -> None:
    found = discover()
    assert found.token_endpoint.endswith("/o/token/")


@pytest.mark.parametrize(
    "changes",
    [
        {"token_endpoint": "https://ailleurs.test/o/token/"},
        {"authorization_endpoint": "http://127.0.0.1:1/o/authorize/"},
        {"issuer": "https://ailleurs.test"},
        {"code_challenge_methods_supported": ["plain"]},
        {"token_endpoint": None},
    ],
)
def test_discovery_sends_tokens_to_the_portal_alone(changes: dict[str, object]) -> None:
    with pytest.raises(SignInRefused) as caught:
        discover(**changes)
    assert caught.value.code == "not_the_portal"


def exchanged(*scripts: object) -> tuple[object, ScriptedServer]:
    with ScriptedServer(list(scripts)) as server:  # type: ignore[arg-type]
        asked = Transport(server.url, PortalClock())
        metadata = Metadata(server.url, "", f"{server.url}/o/token/", f"{server.url}/r/", ["S256"])
        try:
            pkce = Pkce.of("v" * 43)
            got = oauth.exchange_code(asked, metadata, "the-code", "http://127.0.0.1:1/c", pkce)
            return got, server
        finally:
            asked.close()


def test_code_is_exchanged_with_the_verifier_in_the_body_only() -> None:
    body = json.dumps(
        {"access_token": "a", "token_type": "Bearer", "expires_in": 600, "refresh_token": "r"}
    ).encode()
    got, server = exchanged(answer(body=body, portal_time=None))
    (request,) = server.requests
    assert (request.method, request.target) == ("POST", "/o/token/")
    fields = {name: values[0] for name, values in parse_qs(request.body.decode()).items()}
    assert (fields["code"], fields["code_verifier"], fields["client_id"]) == (
        "the-code",
        "v" * 43,
        "desk",
    )
    assert isinstance(got, oauth.TokenAnswer)
    assert repr(got) == str(got) == "TokenAnswer(…)"


def test_refused_code() -> None:
    with pytest.raises(SignInNeeded) as caught:
        exchanged(answer(400, b'{"error": "invalid_grant"}', portal_time=None))
    assert caught.value.code == "invalid_grant"


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (200, b"<html>", "text/html"),
        (200, b"{}", "application/json"),
        (400, b"<html>", "text/html"),
        (302, b"", "text/html"),
        (500, b"{}", "application/json"),
        (
            200,
            b'{"access_token":"a","token_type":"mac","expires_in":1,"refresh_token":"r"}',
            "application/json",
        ),
    ],
)
def test_token_answers_that_are_not_the_portals(status: int, body: bytes, kind: str) -> None:
    with pytest.raises(PortalBroken):
        exchanged(answer(status, body, kind, None))
