"""Why a request came to nothing, sorted into the families that decide what happens next."""

import errno
import http.client
import ssl
from collections.abc import Iterator

import requests
from urllib3.exceptions import (
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
)

from desk.api_client.errors import Offline, PortalBroken, PortalError

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


def family_of(error: requests.RequestException) -> PortalError:
    """The family of what `requests` raised, and whether the portal may have got the request."""
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
