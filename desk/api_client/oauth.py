"""Signing in by OAuth 2.0: authorization code with PKCE on a loopback redirect.

RFC 6749 (OAuth), 7009 (revocation), 7636 (PKCE), 8252 (native applications), 8414 (metadata),
9207 (issuer in the answer). desk is a public client: it holds no secret of its own.
"""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode, urlsplit

import msgspec

from desk.api_client.errors import AGENT_REVOKED, PortalBroken, SignInNeeded
from desk.api_client.judging import Raw
from desk.api_client.transport import Transport

T = TypeVar("T")

CLIENT_ID = "desk"
SCOPE = "desk"
METADATA_PATH = "/.well-known/oauth-authorization-server"
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}


class SignInRefused(Exception):
    """The sign-in came to nothing. `code`: ``refused`` (the agent or the portal said no),
    ``state`` or ``issuer`` (the answer is not to our question), ``not_the_portal``.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, repr=False)
class Pkce:
    """A verifier, known to this process alone, and the challenge that stands for it."""

    verifier: str
    challenge: str

    @classmethod
    def new(cls) -> "Pkce":
        """32 random bytes: 43 characters (RFC 7636 section 4.1)."""
        return cls.of(secrets.token_urlsafe(32))

    @classmethod
    def of(cls, verifier: str) -> "Pkce":
        """The S256 challenge of `verifier` (RFC 7636 section 4.2)."""
        digest = hashlib.sha256(verifier.encode("ascii")).digest()
        return cls(verifier, base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii"))


class Metadata(msgspec.Struct, frozen=True):
    """Where the authorization server's endpoints are (RFC 8414 section 2)."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    revocation_endpoint: str
    code_challenge_methods_supported: list[str] = []


class TokenAnswer(msgspec.Struct, frozen=True):
    """Answer of the token endpoint (RFC 6749 section 5.1). Its repr hides it."""

    access_token: str
    token_type: str
    expires_in: int
    refresh_token: str

    def __repr__(self) -> str:
        return "TokenAnswer(…)"


class _TokenProblem(msgspec.Struct, frozen=True):
    error: str
    error_description: str = ""


class Redirection(msgspec.Struct, frozen=True):
    """What the browser brought back to the loopback address."""

    code: str | None
    state: str
    issuer: str | None
    error: str | None


def authorization_url(
    metadata: Metadata, redirect_uri: str, state: str, pkce: Pkce, *, ask_who: bool = False
) -> str:
    """Where the system's browser is sent.

    `ask_who`: whoever is still signed in to the portal in that browser is signed out first, and
    asked for login and password (``prompt=login``).
    """
    asked = {
        "response_type": "code",
        "client_id": CLIENT_ID,
        "redirect_uri": redirect_uri,
        "scope": SCOPE,
        "state": state,
        "code_challenge": pkce.challenge,
        "code_challenge_method": "S256",
    }
    query = urlencode(asked | ({"prompt": "login"} if ask_who else {}))
    separator = "&" if urlsplit(metadata.authorization_endpoint).query else "?"
    return f"{metadata.authorization_endpoint}{separator}{query}"


def same_state(left: str, right: str) -> bool:
    """Compares in a time that says nothing about where they differ."""
    return hmac.compare_digest(left.encode(), right.encode())


def code_of(redirection: Redirection, state: str, metadata: Metadata) -> str:
    """The authorization code, if the redirection answers our question.

    Raises:
        SignInRefused: it does not, or it brings a refusal.
    """
    if not same_state(redirection.state, state):
        raise SignInRefused("state")
    # RFC 9207 section 2.4: an answer of another server must not be taken for ours.
    if redirection.issuer != metadata.issuer:
        raise SignInRefused("issuer")
    if redirection.error is not None or not redirection.code:
        raise SignInRefused("refused")
    return redirection.code


def discover(transport: Transport) -> Metadata:
    """Ask the portal where its endpoints are.

    Raises:
        SignInRefused: the answer is not this portal's (``not_the_portal``).
        PortalError: nobody answered, or with an error.
    """
    raw = transport.exchange("GET", transport.base_url + METADATA_PATH)
    if raw.status >= 500:
        raise PortalBroken(f"status_{raw.status}", maybe_received=True)
    metadata = _decode(raw, Metadata) if raw.status == 200 else None
    if metadata is None:
        raise SignInRefused("not_the_portal")
    # Tokens go to the portal's own origin and to no other place the document may name.
    named = (
        metadata.issuer,
        metadata.authorization_endpoint,
        metadata.token_endpoint,
        metadata.revocation_endpoint,
    )
    if any(_origin(each) != _origin(transport.base_url) for each in named):
        raise SignInRefused("not_the_portal")
    if "S256" not in metadata.code_challenge_methods_supported:
        raise SignInRefused("not_the_portal")
    return metadata


def exchange_code(
    transport: Transport, metadata: Metadata, code: str, redirect_uri: str, pkce: Pkce
) -> TokenAnswer:
    """Turn the code into tokens.

    Raises:
        SignInNeeded: the code is not taken.
        PortalError: nobody answered, or with an error.
    """
    return _ask_for_tokens(
        transport,
        metadata,
        {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "client_id": CLIENT_ID,
            "code_verifier": pkce.verifier,
        },
    )


def refresh(transport: Transport, metadata: Metadata, refresh_token: str) -> TokenAnswer:
    """A new access token, and the refresh token that takes the place of `refresh_token`.

    Raises:
        SignInNeeded: the session is over.
        PortalError: nobody answered (the old refresh token may or may not still be good).
    """
    return _ask_for_tokens(
        transport,
        metadata,
        {
            "grant_type": "refresh_token",
            "refresh_token": refresh_token,
            "client_id": CLIENT_ID,
            "scope": SCOPE,
        },
    )


def revoke(transport: Transport, metadata: Metadata, refresh_token: str) -> None:
    """End the session at the portal, with all its tokens (RFC 7009).

    Raises:
        PortalError: nobody answered, or with an error.
    """
    raw = transport.exchange(
        "POST",
        metadata.revocation_endpoint,
        content=urlencode(
            {
                "token": refresh_token,
                "token_type_hint": "refresh_token",
                "client_id": CLIENT_ID,
            }
        ).encode(),
        headers=FORM,
    )
    if raw.status != 200:
        raise PortalBroken(f"status_{raw.status}", maybe_received=True)


def _ask_for_tokens(transport: Transport, metadata: Metadata, form: dict[str, str]) -> TokenAnswer:
    raw = transport.exchange(
        "POST", metadata.token_endpoint, content=urlencode(form).encode(), headers=FORM
    )
    if raw.status in (400, 401):
        problem = _decode(raw, _TokenProblem)
        if problem is not None:
            if problem.error_description == AGENT_REVOKED:
                raise SignInNeeded(AGENT_REVOKED)
            # invalid_grant: used, expired or revoked. Whatever the word, only the agent can help.
            raise SignInNeeded(problem.error if problem.error.isidentifier() else "refused")
    if raw.status >= 500 or raw.status == 429:
        raise PortalBroken(f"status_{raw.status}", maybe_received=True)
    answer = _decode(raw, TokenAnswer) if raw.status == 200 else None
    if answer is None or answer.token_type.lower() != "bearer":
        raise PortalBroken("not_the_portal", maybe_received=True)
    return answer


def _decode(raw: Raw, shape: type[T]) -> T | None:
    kind = raw.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if kind != "application/json":
        return None
    try:
        return msgspec.json.decode(raw.body, type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    default = 443 if parts.scheme == "https" else 80
    return parts.scheme, parts.hostname, parts.port or default
