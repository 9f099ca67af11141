"""The exchange with FranceConnect: OpenID Connect's authorization code with PKCE, state and nonce.

Authlib does the protocol. Here is what FranceConnect adds to it: `acr_values`, and an answer about
the person that is a signed JWT with the provider of today (v2) and plain JSON with others.
"""

from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Literal

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.django_client import DjangoOAuth2App, OAuth
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from portal.accounts.identity import CivilStatus, Gender
from portal.federation.configuration import FranceConnect

SCOPE = "openid profile birth email"
"""`profile` and `birth` hold the pivot identity (arrêté of 8 November 2018; law C8)."""
TIMEOUT_SECONDS = 10


class FederationFailed(Exception):
    """No identity came.

    Attributes:
        cause: ``refused`` by the person, ``unreachable``, ``incomplete`` identity, or ``invalid``.
    """

    def __init__(self, cause: Literal["refused", "unreachable", "incomplete", "invalid"]) -> None:
        super().__init__(cause)
        self.cause = cause


@dataclass(frozen=True)
class FederatedPerson:
    """Who FranceConnect says is there.

    Attributes:
        id_token: handed back at sign-out, so that FranceConnect's session ends too.
    """

    subject: str
    family_name: str
    given_names: str
    birth_date: str
    gender: Gender | None
    birth_place: str
    email: str
    id_token: str

    @property
    def status(self) -> CivilStatus:
        """The pivot identity, to be compared with what is on file."""
        return CivilStatus(
            family_name=self.family_name,
            given_names=self.given_names,
            birth_date=date.fromisoformat(self.birth_date),
            gender=self.gender,
            birth_place=self.birth_place,
        )

    def kept(self) -> dict[str, Any]:
        """As the session keeps it between two pages; `FederatedPerson(**kept)` reads it."""
        return asdict(self)


def configured() -> FranceConnect | None:
    """FranceConnect as this portal is registered with it, None when it is not."""
    configuration: FranceConnect | None = settings.FRANCECONNECT
    return configuration


@lru_cache(maxsize=2)
def _client(configuration: FranceConnect) -> DjangoOAuth2App:
    """Kept, so that the provider's description and keys are not fetched at each sign-in."""
    client: DjangoOAuth2App = OAuth().register(
        "franceconnect",
        client_id=configuration.client_id,
        client_secret=configuration.client_secret,
        server_metadata_url=f"{configuration.issuer}/.well-known/openid-configuration",
        client_kwargs={
            "scope": SCOPE,
            "code_challenge_method": "S256",
            "default_timeout": TIMEOUT_SECONDS,
            "token_endpoint_auth_method": "client_secret_post",
        },
    )
    return client


def lead_there(request: HttpRequest, configuration: FranceConnect) -> HttpResponse:
    """Redirect to FranceConnect; state, nonce and PKCE's verifier stay in the session.

    Raises:
        FederationFailed: FranceConnect does not answer.
    """
    try:
        response: HttpResponse = _client(configuration).authorize_redirect(
            request, _return_address(), acr_values="eidas1"
        )
    except (requests.RequestException, ValueError) as error:
        raise FederationFailed("unreachable") from error
    return response


def person_of(request: HttpRequest, configuration: FranceConnect) -> FederatedPerson:
    """Read who came back from FranceConnect.

    Raises:
        FederationFailed: nobody, or nothing that can be believed.
    """
    client = _client(configuration)
    try:
        token = client.authorize_access_token(request)
        claims = token.get("userinfo")
        if not claims:
            raise FederationFailed("invalid")  # without an ID token, nothing binds it to us
        told = _told(client, token)
    except OAuthError as error:
        refused = error.error == "access_denied"
        raise FederationFailed("refused" if refused else "invalid") from error
    except requests.RequestException as error:
        raise FederationFailed("unreachable") from error
    except (JoseError, ValueError, KeyError) as error:
        raise FederationFailed("invalid") from error
    if told.get("sub") != claims.get("sub"):
        raise FederationFailed("invalid")  # OpenID Connect Core, 5.3.2
    return _person(told, str(token["id_token"]))


def sign_out_address(id_token: str, configuration: FranceConnect) -> str | None:
    """Where FranceConnect ends its own session, None when it does not say or does not answer."""
    try:
        result = _client(configuration).create_logout_url(
            f"{settings.ENVIRONMENT.base_url}{reverse('account_login')}", id_token
        )
    except (requests.RequestException, RuntimeError, ValueError):
        return None
    return str(result["url"])


def _return_address() -> str:
    return f"{settings.ENVIRONMENT.base_url}{reverse('franceconnect-return')}"


def _told(client: DjangoOAuth2App, token: dict[str, Any]) -> dict[str, Any]:
    metadata = client.load_server_metadata()
    answer = client.get(metadata["userinfo_endpoint"], token=token)
    answer.raise_for_status()
    if not answer.headers.get("Content-Type", "").startswith("application/jwt"):
        plain: dict[str, Any] = answer.json()
        return plain
    signed = jwt.decode(
        answer.text,
        KeySet.import_key_set(client.fetch_jwk_set()),
        registry=JWSRegistry(
            algorithms=metadata.get("userinfo_signing_alg_values_supported") or ["ES256", "RS256"],
            strict_check_header=False,
        ),
    )
    wanted = jwt.JWTClaimsRegistry(
        iss={"essential": True, "value": metadata["issuer"]},
        aud={"essential": True, "value": client.client_id},
    )
    wanted.validate(signed.claims)
    return dict(signed.claims)


def _person(told: dict[str, Any], id_token: str) -> FederatedPerson:
    try:
        born = date.fromisoformat(str(told["birthdate"])).isoformat()
        family_name, given_names = str(told["family_name"]), str(told["given_name"])
    except (KeyError, ValueError) as error:
        # Also of who was born on a day that nobody recorded: « 1950-00-00 ».
        raise FederationFailed("incomplete") from error
    gender = told.get("gender")
    return FederatedPerson(
        subject=str(told["sub"]),
        family_name=family_name,
        given_names=given_names,
        birth_date=born,
        gender=gender if gender in ("female", "male") else None,
        birth_place=str(told.get("birthplace") or ""),
        email=str(told.get("email") or ""),
        id_token=id_token,
    )
