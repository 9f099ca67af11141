"""Reads from a bare ASGI request whether its client is ready to wait."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from portal.api.bearer import token_in
from portal.api.routes.feed import BIGGEST, LONGEST_WAIT
from portal.messaging.feed import MAX_SLICE

PATH = "/api/v1/changes"
USUAL_LIMIT = 500
LONGEST_FEED = 36
"""Characters; a UUID."""
SAID_ONCE = frozenset({b"authorization", b"host", b"x-forwarded-proto"})


@dataclass(frozen=True)
class WaitingRequest:
    """A well-formed ``GET /changes`` with ``wait`` above 0, from somebody with a token."""

    token: str
    uri: str
    since: int
    seconds: int
    feed: str = ""
    """The feed that `since` belongs to, when the client says so."""
    limit: int = USUAL_LIMIT
    host: str = ""
    secure: bool = False


def read_waiting_request(scope: dict[str, object]) -> WaitingRequest | None:
    """None for every other request, and for one with a fault: Django then says which."""
    if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] != PATH:
        return None
    headers = scope["headers"]
    query = scope["query_string"]
    if not isinstance(headers, list) or not isinstance(query, bytes):
        return None
    try:
        pairs = parse_qsl(query.decode("ascii"), keep_blank_values=True)
        values = dict(pairs)
        since, seconds = _number(values["since"]), _number(values["wait"])
        limit = _number(values.get("limit", str(USUAL_LIMIT)))
    except (UnicodeDecodeError, KeyError, ValueError):
        return None
    feed = values.get("feed", "")
    if len(values) < len(pairs) or len(feed) > LONGEST_FEED or since > BIGGEST:
        return None
    if not 1 <= seconds <= LONGEST_WAIT or not 1 <= limit <= MAX_SLICE:
        return None
    named = {name.lower(): value for name, value in headers if name.lower() in SAID_ONCE}
    if sum(name.lower() in SAID_ONCE for name, _ in headers) > len(named):
        return None
    token = token_in(named.get(b"authorization", b"").decode("latin-1"))
    host = named.get(b"host", b"").decode("latin-1")
    if token is None or not validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS):
        return None
    return WaitingRequest(
        token=token,
        uri=f"{scope['scheme']}://{host}{PATH}",
        since=since,
        seconds=seconds,
        feed=feed,
        limit=limit,
        host=host,
        secure=_is_secure(str(scope["scheme"]), named.get(b"x-forwarded-proto")),
    )


def _is_secure(scheme: str, forwarded: bytes | None) -> bool:
    """As Django's `HttpRequest.is_secure` with our settings."""
    if settings.SECURE_PROXY_SSL_HEADER is None or forwarded is None:
        return scheme == "https"
    return forwarded.partition(b",")[0].strip() == b"https"


def _number(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 19:
        raise ValueError("not a number")
    return int(text)
