"""One request to the portal and its answer, or the family of what came instead."""

import errno
import http.client
import http.cookiejar
import importlib.metadata
import ssl
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Generic, Protocol, TypeVar
from urllib.parse import urlsplit

import msgspec
import requests
from requests.auth import AuthBase
from urllib3.exceptions import (
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
)

from desk.api_client import timeouts
from desk.api_client.connections import HangUp, WatchedAdapter
from desk.api_client.errors import (
    AGENT_REVOKED,
    Aborted,
    ClaimedOrAnswered,
    CursorExpired,
    Offline,
    PortalBroken,
    PortalError,
    Refused,
    SignInNeeded,
    Stale,
    Throttled,
)
from desk.clock import PortalClock
from desk.wire import Problem

T = TypeVar("T")

NO_WAY_OUT = frozenset({errno.ENETUNREACH, errno.ENETDOWN})
CERTIFICATES = {
    # OpenSSL's codes: expired, not yet valid; another host's; no authority that the system trusts.
    9: "certificate_expired",
    10: "certificate_expired",
    62: "certificate_name",
    64: "certificate_name",
    18: "certificate_authority",
    19: "certificate_authority",
    20: "certificate_authority",
    21: "certificate_authority",
}
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
MAX_BODY = 64 * 1024 * 1024
"""Bytes. The largest page (2,000 threads with long replies) stays under 20 MB."""
CHUNK = 64 * 1024
POOL = 8
"""Connections kept open: the request lanes, the feed, one to spare."""
LONGEST_PAUSE_S = 300.0
"""A `Retry-After` above this is cut: an agent who waits for a portal looks after five minutes."""


class Tokens(Protocol):
    """Where bearer tokens come from."""

    def access_token(self) -> str:
        """The present token, renewed if it is known to have ended.

        Raises:
            SignInNeeded: there is no session.
            Offline, PortalBroken, Throttled: it had to be renewed and could not be.
        """
        ...

    def renew(self, refused: str) -> str:
        """Another token than `refused`, which the portal no longer takes. Raises as above."""
        ...

    def revoked(self) -> None:
        """The portal says that this agent may not work here any more: the session is over."""
        ...


class InsecureAddress(ValueError):
    """Plain HTTP to another machine: texts and tokens would travel readable."""


class _Bearer(AuthBase):
    """Sets the token itself: requests would otherwise put a ``.netrc`` password in its place."""

    def __init__(self, token: str | None) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token is not None:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


@dataclass(frozen=True)
class Answer(Generic[T]):
    """A good answer. `value` is None for 204 and 304, which have no body."""

    status: int
    value: T | None
    etag: str | None


@dataclass(frozen=True)
class Raw:
    """What came back, unjudged."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def user_agent() -> str:
    """``desk/<version>``."""
    try:
        return f"desk/{importlib.metadata.version('msa-desk')}"
    except importlib.metadata.PackageNotFoundError:
        return "desk"


class Transport:
    """Speaks HTTP with one portal. Thread-safe.

    Guarantees: TLS checked against the system's trust store, or a loopback address; each request
    has its time limits; no cookie, redirect or ``.netrc`` is followed; every failure is one of the
    families of `desk.api_client.errors`; an answer that is not the portal's is never taken for
    one.
    """

    def __init__(self, base_url: str, clock: PortalClock, tokens: Tokens | None = None) -> None:
        """Raises InsecureAddress for plain HTTP to another machine."""
        parts = urlsplit(base_url)
        loopback = parts.hostname in LOOPBACK
        if parts.scheme != "https" and not (parts.scheme == "http" and loopback):
            raise InsecureAddress("the portal must be reached by https")
        self.base_url = base_url.rstrip("/")
        self._clock = clock
        self._tokens = tokens
        self._hang_up = HangUp()
        self._session = requests.Session()
        # A company's proxy is taken from the environment; it never stands before this machine.
        self._session.trust_env = not loopback
        self._session.cookies.set_policy(http.cookiejar.DefaultCookiePolicy(allowed_domains=[]))
        self._session.headers.update({"User-Agent": user_agent(), "Accept-Language": "fr"})
        adapter = WatchedAdapter(self._hang_up, POOL)
        self._session.mount("https://", adapter)
        self._session.mount("http://", adapter)

    def abort(self) -> None:
        """Hang up: every request under way, in any thread, ends with `Aborted`, and new ones too.

        Takes effect within `timeouts.ABORT`, except while a name is being resolved.
        """
        self._hang_up.now()

    def resume(self) -> None:
        """Requests are welcome again after `abort`."""
        self._hang_up.reset()

    def close(self) -> None:
        """Hang up for good and let the connections go."""
        self._hang_up.now()
        self._session.close()

    def call(
        self,
        method: str,
        path: str,
        shape: type[T],
        *,
        parameters: Mapping[str, int | str] | None = None,
        body: msgspec.Struct | None = None,
        headers: Mapping[str, str] | None = None,
        read_timeout_s: float = timeouts.READ,
        signed_in: bool = True,
    ) -> Answer[T]:
        """Ask the API and decode the answer as `shape`.

        A 401 is answered by one silent renewal of the token and one repetition.

        Raises:
            PortalError: one of its families.
        """
        sent_headers = {"Accept": "application/json", **(headers or {})}
        content: bytes | None = None
        if body is not None:
            content = msgspec.json.encode(body)
            sent_headers["Content-Type"] = "application/json"
        token = self._tokens.access_token() if signed_in and self._tokens is not None else None
        for last in (False, True):
            raw = self.exchange(
                method,
                self.base_url + path,
                parameters=parameters,
                content=content,
                headers=sent_headers,
                read_timeout_s=read_timeout_s,
                token=token,
            )
            if raw.status == 401 and token is not None and _says_revoked(raw):
                assert self._tokens is not None  # noqa: S101 - the token came from there
                self._tokens.revoked()
                raise SignInNeeded(AGENT_REVOKED)
            if raw.status == 401 and token is not None and not last and _is_bearer_refusal(raw):
                assert self._tokens is not None  # noqa: S101 - the token came from there
                token = self._tokens.renew(token)
                continue
            break
        return _judge(raw, shape)

    def exchange(
        self,
        method: str,
        url: str,
        *,
        parameters: Mapping[str, int | str] | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        read_timeout_s: float = timeouts.READ,
        token: str | None = None,
    ) -> Raw:
        """One request, unjudged except for what broke on the way; the clock learns from it.

        Raises:
            Offline, PortalBroken, Aborted.
        """
        if self._hang_up.hung_up:
            raise Aborted
        sent_s = self._clock.elapsed()
        try:
            response = self._session.request(
                method,
                url,
                params=dict(parameters) if parameters else None,
                data=content,
                headers=dict(headers) if headers else None,
                timeout=(timeouts.CONNECT, read_timeout_s),
                allow_redirects=False,
                stream=True,
                auth=_Bearer(token),
            )
            received_s = self._clock.elapsed()
            with response:
                body = _read_whole(response)
        except requests.RequestException as error:
            if self._hang_up.hung_up:
                raise Aborted from None
            # `from None`: the original's words hold the address and may hold more.
            raise _family_of(error) from None
        except PortalError:
            if self._hang_up.hung_up:
                raise Aborted from None
            raise
        if self._hang_up.hung_up:
            raise Aborted
        portal_time = _portal_time(response.headers)
        if portal_time is not None:
            self._clock.observe(portal_time, sent_s, received_s)
        return Raw(response.status_code, response.headers, body)


def _read_whole(response: requests.Response) -> bytes:
    deadline = time.monotonic() + timeouts.BODY
    parts = bytearray()
    for chunk in response.iter_content(CHUNK):
        parts += chunk
        if len(parts) > MAX_BODY:
            raise PortalBroken("too_large", maybe_received=True)
        if time.monotonic() > deadline:
            raise PortalBroken("too_slow", maybe_received=True)
    return bytes(parts)


def _family_of(error: requests.RequestException) -> PortalError:
    if isinstance(error, requests.exceptions.SSLError):
        return PortalBroken(_tls_code(error), maybe_received=False)
    if isinstance(error, requests.exceptions.ProxyError):
        refused = any("Tunnel connection failed" in str(each) for each in _chain(error))
        return Offline("proxy_refused" if refused else "proxy", maybe_received=False)
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return Offline("connect_timeout", maybe_received=False)
    if isinstance(error, requests.exceptions.Timeout):
        return Offline("timeout", maybe_received=True)
    if isinstance(
        error,
        requests.exceptions.ChunkedEncodingError | requests.exceptions.ContentDecodingError,
    ):
        return PortalBroken("truncated", maybe_received=True)
    if isinstance(error, requests.ConnectionError):
        cause = error.args[0] if error.args else None
        reason = cause.reason if isinstance(cause, MaxRetryError) else cause
        if isinstance(reason, NameResolutionError):
            return Offline("dns", maybe_received=False)
        if isinstance(reason, NewConnectionError):
            codes = {getattr(each, "errno", None) for each in _chain(reason)}
            code = "no_network" if codes & NO_WAY_OUT else "unreachable"
            return Offline(code, maybe_received=False)
        if isinstance(reason, ReadTimeoutError):  # while the body was being read
            return Offline("timeout", maybe_received=True)
        if isinstance(reason, ProtocolError) and _is_no_http(reason):
            return PortalBroken("not_the_portal", maybe_received=True)
    return Offline("cut", maybe_received=True)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception and all that are wrapped in it, however each library wraps them."""
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        each = waiting.pop()
        if not isinstance(each, BaseException) or id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        waiting += [each.__cause__, each.__context__, getattr(each, "reason", None), *each.args]


def _tls_code(error: requests.exceptions.SSLError) -> str:
    """What the agent's assistance must know: an expired certificate and an unknown authority are
    mended by different people.
    """
    for each in _chain(error):
        if isinstance(each, ssl.SSLCertVerificationError):
            return CERTIFICATES.get(each.verify_code, "certificate")
    return "tls"


def _is_no_http(error: ProtocolError) -> bool:
    """Whether something came back that is not HTTP, rather than nothing."""
    cause = error.args[1] if len(error.args) > 1 else None
    return isinstance(cause, http.client.HTTPException) and not isinstance(cause, ConnectionError)


def _judge(raw: Raw, shape: type[T]) -> Answer[T]:
    """An answer of the portal, or the family of what it is instead."""
    kind = raw.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if _portal_time(raw.headers) is None:
        if raw.status >= 500 and raw.status != 511:
            raise PortalBroken(f"status_{raw.status}", maybe_received=True)
        if raw.status == 407:
            raise Offline("proxy_refused", maybe_received=False)
        code = "redirect" if 300 <= raw.status < 400 else "not_the_portal"
        if raw.status == 511 or (raw.status == 200 and kind == "text/html"):
            code = "captive_portal"
        raise PortalBroken(code, maybe_received=True)
    if raw.status in (204, 304):
        return Answer(raw.status, None, raw.headers.get("ETag"))
    if raw.status in (200, 201):
        if kind != "application/json":
            raise PortalBroken("content_type", maybe_received=True)
        try:
            value = msgspec.json.decode(raw.body, type=shape)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            # `from None`: a decoding error quotes what it could not decode.
            raise PortalBroken("undecodable", maybe_received=True) from None
        return Answer(raw.status, value, raw.headers.get("ETag"))
    raise _refusal(raw, kind)


def _refusal(raw: Raw, kind: str) -> PortalError:
    if kind != "application/problem+json":
        code = f"status_{raw.status}" if raw.status >= 500 else "not_the_portal"
        return PortalBroken(code, maybe_received=True)
    try:
        problem = msgspec.json.decode(raw.body, type=Problem)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return PortalBroken("undecodable", maybe_received=True)
    match raw.status:
        case 401:
            return SignInNeeded()
        case 409:
            return ClaimedOrAnswered(problem)
        case 410:
            return CursorExpired(problem)
        case 412:
            return Stale(problem)
        case 429 | 503:
            return Throttled(problem.type.rsplit(":", 1)[-1], _retry_after(raw.headers))
        case status if 400 <= status < 500:
            return Refused(problem)
        case status:
            return PortalBroken(f"status_{status}", maybe_received=True)


def _says_revoked(raw: Raw) -> bool:
    """Whether it is the portal's own word: what it costs, nothing else may be taken for it."""
    kind = raw.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if kind != "application/problem+json" or _portal_time(raw.headers) is None:
        return False
    try:
        problem = msgspec.json.decode(raw.body, type=Problem)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False
    return problem.type.endswith(f":{AGENT_REVOKED}")


def _is_bearer_refusal(raw: Raw) -> bool:
    return "bearer" in raw.headers.get("WWW-Authenticate", "").lower()


def _portal_time(headers: Mapping[str, str]) -> datetime | None:
    try:
        found = datetime.fromisoformat(headers.get("Portal-Time", ""))
    except ValueError:
        return None
    return None if found.tzinfo is None else found.astimezone(UTC)


def _retry_after(headers: Mapping[str, str]) -> float:
    """Seconds, from either form of the header (RFC 9110 section 10.2.3); 5 when it says nothing."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        seconds = float(value)
    else:
        try:
            until = parsedate_to_datetime(value)
        except (TypeError, ValueError):
            return 5.0
        if until.tzinfo is None:
            until = until.replace(tzinfo=UTC)
        seconds = (until - datetime.now(UTC)).total_seconds()
    return min(max(seconds, 1.0), LONGEST_PAUSE_S)
