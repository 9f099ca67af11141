"""Signing in to desk over HTTP, as a browser and desk do it (RFC 6749, 7636, 8252, 9207, 9700)."""

import base64
import hashlib
import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import parse_qs, parse_qsl, urljoin, urlsplit

import pytest
import requests
from bs4 import BeautifulSoup
from django.utils import timezone

from portal.accounts.models import Agent
from portal.api.oauth.configuration import REFRESH_GRACE_S
from portal.api.oauth.tokens import checksum
from tests.support.api_server import PortalProcess, serving
from tests.support.api_world import PASSWORD, World, build_world
from tests.support.databases import SqliteDatabases, using

TIMEOUT = 20
REDIRECT = "http://127.0.0.1:49152/callback"


@dataclass(frozen=True)
class Place:
    """A running portal and who is in it."""

    portal: PortalProcess
    world: World

    @property
    def url(self) -> str:
        return self.portal.url


@pytest.fixture(scope="module")
def place(
    sqlite_databases: SqliteDatabases, django_db_blocker, tmp_path_factory
) -> Iterator[Place]:
    with django_db_blocker.unblock(), using(sqlite_databases.new()) as database:
        world = build_world(PASSWORD)
        with serving(database, tmp_path_factory.mktemp("oauth")) as portal:
            yield Place(portal, world)


@pytest.fixture
def browser() -> Iterator[requests.Session]:
    with requests.Session() as session:
        yield session


@dataclass(frozen=True)
class Pkce:
    verifier: str

    @classmethod
    def new(cls) -> "Pkce":
        return cls(secrets.token_urlsafe(48))

    @property
    def challenge(self) -> str:
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def authorization(pkce: Pkce, **changes: str | None) -> dict[str, str]:
    asked = {
        "response_type": "code",
        "client_id": "desk",
        "redirect_uri": REDIRECT,
        "scope": "desk",
        "state": "etat-invente",
        "code_challenge": pkce.challenge,
        "code_challenge_method": "S256",
        **changes,
    }
    return {name: value for name, value in asked.items() if value is not None}


def authorize(place: Place, browser: requests.Session, **asked: str) -> requests.Response:
    return browser.get(
        f"{place.url}/o/authorize/", params=asked, allow_redirects=False, timeout=TIMEOUT
    )


def follow(browser: requests.Session, response: requests.Response) -> str:
    """The address outside of the portal that the redirects lead to."""
    here = response.url
    for _ in range(10):
        assert response.status_code == 302, response.status_code
        here = urljoin(here, response.headers["Location"])
        if urlsplit(here).path == "/callback":
            return here
        response = browser.get(here, allow_redirects=False, timeout=TIMEOUT)
    raise AssertionError("too many redirects")


def sign_in(
    place: Place, browser: requests.Session, pkce: Pkce, login: str = "claire.exemple", **changes
) -> dict[str, str]:
    """Through the sign-in page to the loopback address; what desk finds in its query."""
    asked = authorize(place, browser, **authorization(pkce, **changes))
    assert asked.status_code == 302
    page_url = urljoin(asked.url, asked.headers["Location"])
    assert urlsplit(page_url).path == "/agents/connexion/"
    page = browser.get(page_url, timeout=TIMEOUT)
    assert "http://127.0.0.1:*" in form_action(page), "Chromium would block the way back to desk"
    form = BeautifulSoup(page.text, "html.parser").find("form", method="post")
    fields = {field["name"]: field.get("value", "") for field in form.find_all("input")}
    typed = {"text": login, "password": PASSWORD}
    for field in form.find_all("input"):
        if field.get("type") in typed:
            fields[field["name"]] = typed[field["type"]]
    answered = browser.post(
        urljoin(page_url, form.get("action") or page_url),
        data=fields,
        headers={"Referer": page_url},
        allow_redirects=False,
        timeout=TIMEOUT,
    )
    return dict(parse_qsl(urlsplit(follow(browser, answered)).query))


def form_action(page: requests.Response) -> str:
    policy = page.headers.get("Content-Security-Policy", "")
    directives = [directive.strip() for directive in policy.split(";")]
    return next((text for text in directives if text.startswith("form-action")), "")


def token(place: Place, **asked: str) -> requests.Response:
    return requests.post(
        f"{place.url}/o/token/", data={"client_id": "desk", **asked}, timeout=TIMEOUT
    )


def exchange(place: Place, code: str, pkce: Pkce, **changes: str) -> requests.Response:
    asked = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": REDIRECT,
        "code_verifier": pkce.verifier,
        **changes,
    }
    return token(place, **asked)


def refresh(place: Place, refresh_token: str) -> requests.Response:
    return token(place, grant_type="refresh_token", refresh_token=refresh_token)


def me(place: Place, access_token: str) -> int:
    return requests.get(
        f"{place.url}/api/v1/me",
        headers={"Authorization": f"Bearer {access_token}"},
        timeout=TIMEOUT,
    ).status_code


@pytest.fixture
def tokens(place: Place, browser: requests.Session) -> dict[str, str]:
    """What desk holds after a sign-in."""
    pkce = Pkce.new()
    return exchange(place, sign_in(place, browser, pkce)["code"], pkce).json()


def test_the_metadata_says_where_to_go(place):
    found = requests.get(
        f"{place.url}/.well-known/oauth-authorization-server", timeout=TIMEOUT
    ).json()
    assert found["issuer"] == place.url
    assert found["authorization_endpoint"] == f"{place.url}/o/authorize/"
    assert found["token_endpoint"] == f"{place.url}/o/token/"
    assert found["revocation_endpoint"] == f"{place.url}/o/revoke_token/"
    assert found["response_types_supported"] == ["code"]
    assert found["grant_types_supported"] == ["authorization_code", "refresh_token"]
    assert found["code_challenge_methods_supported"] == ["S256"]
    assert found["authorization_response_iss_parameter_supported"] is True
    assert found["token_endpoint_auth_methods_supported"] == ["none"]


def test_from_sign_in_to_tokens(place, browser):
    pkce = Pkce.new()
    returned = sign_in(place, browser, pkce)
    assert returned["state"] == "etat-invente"
    assert returned["iss"] == place.url
    answered = exchange(place, returned["code"], pkce)
    assert answered.status_code == 200
    assert answered.headers["Cache-Control"] == "no-store"
    given = answered.json()
    assert given["token_type"] == "Bearer"
    assert given["expires_in"] == 600
    assert given["scope"] == "desk"
    assert me(place, given["access_token"]) == 200


def test_signed_in_once_the_browser_asks_no_more(place, browser):
    sign_in(place, browser, Pkce.new())
    pkce = Pkce.new()
    again = authorize(place, browser, **authorization(pkce))
    returned = dict(parse_qsl(urlsplit(follow(browser, again)).query))
    assert exchange(place, returned["code"], pkce).status_code == 200


def test_prompt_login_always_asks(place, browser):
    sign_in(place, browser, Pkce.new())
    pkce = Pkce.new()
    returned = sign_in(place, browser, pkce, login="karim.exemple", prompt="login")
    given = exchange(place, returned["code"], pkce).json()
    answer = requests.get(
        f"{place.url}/api/v1/me",
        headers={"Authorization": f"Bearer {given['access_token']}"},
        timeout=TIMEOUT,
    )
    assert answer.json()["login"] == "karim.exemple"


def test_only_digests_are_stored(place, tokens):
    from oauth2_provider.models import get_access_token_model, get_refresh_token_model

    for model, value in (
        (get_access_token_model(), tokens["access_token"]),
        (get_refresh_token_model(), tokens["refresh_token"]),
    ):
        stored = model.objects.get(token_checksum=checksum(value))
        assert stored.token == ""


def test_a_refresh_rotates(place, tokens):
    answered = refresh(place, tokens["refresh_token"])
    assert answered.status_code == 200
    rotated = answered.json()
    assert rotated["refresh_token"] != tokens["refresh_token"]
    assert me(place, rotated["access_token"]) == 200
    assert me(place, tokens["access_token"]) == 401


def past_its_grace(refresh_token: str) -> None:
    from oauth2_provider.models import get_refresh_token_model

    get_refresh_token_model().objects.filter(token_checksum=checksum(refresh_token)).update(
        revoked=timezone.now() - timedelta(seconds=REFRESH_GRACE_S + 1)
    )


def test_a_refresh_whose_answer_was_lost_is_answered_anew(place, tokens):
    lost = refresh(place, tokens["refresh_token"]).json()
    again = refresh(place, tokens["refresh_token"])
    assert again.status_code == 200
    given = again.json()
    assert given["refresh_token"] not in (lost["refresh_token"], tokens["refresh_token"])
    assert me(place, given["access_token"]) == 200
    assert me(place, lost["access_token"]) == 401, "what nobody received is worth nothing"
    assert refresh(place, given["refresh_token"]).status_code == 200


def test_who_uses_what_was_called_lost_ends_the_family(place, tokens):
    """Two hold the session: one of them is a thief, and neither goes on."""
    first = refresh(place, tokens["refresh_token"]).json()
    second = refresh(place, tokens["refresh_token"]).json()
    assert refresh(place, first["refresh_token"]).status_code == 400
    assert me(place, second["access_token"]) == 401
    assert refresh(place, second["refresh_token"]).status_code == 400


def test_a_token_of_two_generations_ago_has_no_grace(place, tokens):
    rotated = refresh(place, tokens["refresh_token"]).json()
    present = refresh(place, rotated["refresh_token"]).json()
    assert refresh(place, tokens["refresh_token"]).status_code == 400
    assert me(place, present["access_token"]) == 401


def test_a_refresh_token_replayed_after_its_grace_ends_its_family(place, tokens):
    rotated = refresh(place, tokens["refresh_token"]).json()
    past_its_grace(tokens["refresh_token"])
    replayed = refresh(place, tokens["refresh_token"])
    assert replayed.status_code == 400
    assert replayed.json()["error"] == "invalid_grant"
    assert replayed.json().get("error_description") != "agent-revoked"
    assert me(place, rotated["access_token"]) == 401
    assert refresh(place, rotated["refresh_token"]).status_code == 400


def test_of_simultaneous_refreshes_one_answer_is_worth_something(place, tokens):
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: refresh(place, tokens["refresh_token"]), range(4)))
    assert {answer.status_code for answer in answers} == {200}
    good = [each for each in answers if me(place, each.json()["access_token"]) == 200]
    assert len(good) == 1
    assert refresh(place, good[0].json()["refresh_token"]).status_code == 200


def test_a_code_serves_once(place, browser):
    pkce = Pkce.new()
    code = sign_in(place, browser, pkce)["code"]
    with ThreadPoolExecutor(4) as pool:
        statuses = sorted(
            answer.status_code
            for answer in pool.map(lambda _: exchange(place, code, pkce), range(4))
        )
    assert statuses == [200, 400, 400, 400]


def test_revocation(place, tokens):
    revoked = requests.post(
        f"{place.url}/o/revoke_token/",
        data={"client_id": "desk", "token": tokens["refresh_token"]},
        timeout=TIMEOUT,
    )
    assert revoked.status_code == 200
    assert me(place, tokens["access_token"]) == 401
    assert refresh(place, tokens["refresh_token"]).status_code == 400


@pytest.mark.parametrize("verifier", ["autre-" * 10, ""])
def test_the_verifier_must_be_the_right_one(place, browser, verifier):
    pkce = Pkce.new()
    code = sign_in(place, browser, pkce)["code"]
    assert exchange(place, code, pkce, code_verifier=verifier).status_code == 400


@pytest.mark.parametrize(
    "changes",
    [
        {"code_challenge": None, "code_challenge_method": None},
        {"code_challenge_method": None},
        {"code_challenge_method": "plain"},
        {"code_challenge_method": "S512"},
        {"code_challenge": "court"},
        {"code_challenge": "A" * 200},
        {"response_type": "token"},
        {"scope": "tout"},
    ],
    ids=str,
)
def test_requests_that_are_not_as_they_must(place, browser, changes):
    """Told to desk, on its own address, with the state and the issuer."""
    sign_in(place, browser, Pkce.new())
    refused = authorize(place, browser, **authorization(Pkce.new(), **changes))
    assert refused.status_code == 302
    location = urlsplit(refused.headers["Location"])
    assert f"{location.scheme}://{location.netloc}{location.path}" == REDIRECT
    returned = parse_qs(location.query)
    assert "code" not in returned
    assert returned["error"]
    assert returned["iss"] == [place.url]


@pytest.mark.parametrize(
    "changes",
    [
        {"client_id": "autre"},
        {"client_id": "desk\x00"},
        {"redirect_uri": "http://127.0.0.1:49152/ailleurs"},
        {"redirect_uri": "http://localhost:49152/callback"},
        {"redirect_uri": "https://127.0.0.1/callback"},
        {"redirect_uri": "http://127.0.0.1.exemple.test/callback"},
        {"redirect_uri": "http://127.0.0.1:port/callback"},
        {"redirect_uri": "http://127.0.0.1:1/callback?x=1"},
        {"redirect_uri": "http://a@127.0.0.1:1/callback"},
    ],
    ids=str,
)
def test_never_redirected_to_anybody_else(place, browser, changes):
    sign_in(place, browser, Pkce.new())
    refused = authorize(place, browser, **authorization(Pkce.new(), **changes))
    assert refused.status_code == 400
    assert "Location" not in refused.headers
    assert "La connexion à desk a échoué" in refused.text


def test_any_port_of_the_loopback_address(place, browser):
    pkce = Pkce.new()
    for port in (1, 49153, 65535):
        redirect = f"http://127.0.0.1:{port}/callback"
        asked = authorization(pkce, redirect_uri=redirect)
        if port == 1:
            code = sign_in(place, browser, pkce, redirect_uri=redirect)["code"]
        else:
            answer = authorize(place, browser, **asked)
            code = parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]
        assert exchange(place, code, pkce, redirect_uri=redirect).status_code == 200


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"grant_type": "password", "username": "claire.exemple", "password": PASSWORD},
        {"grant_type": "client_credentials"},
        {"grant_type": "urn:ietf:params:oauth:grant-type:device_code"},
        {"grant_type": "authorization_code", "code": "\x00"},
        {"grant_type": "authorization_code", "code": "a" * 5000, "code_verifier": "a" * 43},
        {"grant_type": "refresh_token", "refresh_token": "\x00"},
        {"grant_type": "refresh_token"},
        {"grant_type": "autre"},
        {"client_id": "autre", "grant_type": "refresh_token", "refresh_token": "a"},
        {"client_secret": "a", "grant_type": "refresh_token", "refresh_token": "a"},
    ],
    ids=str,
)
def test_other_grants_and_nonsense_get_no_token(place, asked):
    answered = token(place, **asked)
    assert answered.status_code in {400, 401}
    assert "access_token" not in answered.text


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"token": "inconnu"},
        {"token": "\x00"},
        {"token": "a", "client_id": "autre"},
        {"token": "a", "client_secret": "a"},
        {"token": "a", "token_type_hint": "autre"},
    ],
    ids=str,
)
def test_nonsense_can_be_revoked_without_harm(place, asked):
    answered = requests.post(
        f"{place.url}/o/revoke_token/", data={"client_id": "desk", **asked}, timeout=TIMEOUT
    )
    assert answered.status_code in {200, 400, 401}


def test_a_disabled_agent_is_out_at_once(place, tokens):
    user = place.world.claire.user
    user.is_active = False
    user.save(update_fields=["is_active"])
    try:
        assert me(place, tokens["access_token"]) == 401
        refused = refresh(place, tokens["refresh_token"])
        assert refused.status_code == 400
        # desk wipes this agent's store upon these words, and upon no others.
        assert refused.json()["error"] == "invalid_grant"
        assert refused.json()["error_description"] == "agent-revoked"
        for other in ("inconnu", tokens["access_token"]):
            said = refresh(place, other).json()
            assert said["error"] == "invalid_grant"
            assert said.get("error_description") != "agent-revoked"
    finally:
        user.is_active = True
        user.save(update_fields=["is_active"])


def test_who_is_no_agent_any_more_is_told_so(place, browser):
    sign_in(place, browser, Pkce.new(), login="jean.exemple")
    jean = Agent.objects.get(user__username="jean.exemple")
    jean.delete()
    refused = authorize(place, browser, **authorization(Pkce.new()))
    assert refused.status_code == 403
    assert "Réservé aux agents" in refused.text
    assert "/agents/connexion/?next=" in refused.text


def test_the_toolkits_other_pages_are_not_there(place):
    for path in ("/o/applications/", "/o/introspect/", "/o/device/", "/o/register/"):
        assert requests.get(f"{place.url}{path}", timeout=TIMEOUT).status_code == 404
