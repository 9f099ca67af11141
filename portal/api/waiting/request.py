"""Reads from a bare ASGI request whether its client is ready to wait."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from portal.api.bearer import token_in
from portal.api.routes.feed import LONGEST_WAIT

PATH = "/api/v1/changes"


@dataclass(frozen=True)
class WaitingRequest:
    """A well-formed ``GET /changes`` with ``wait`` above 0, from somebody with a token."""

    token: str
    uri: str
    since: int
    seconds: int
    feed: str = ""
    """The feed that `since` belongs to, when the client says so."""


def read_waiting_request(scope: dict[str, object]) -> WaitingRequest | None:
    """None for every other request, and for one with a fault: Django then says which."""
    if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] != PATH:
        return None
    headers = scope["headers"]
    query = scope["query_string"]
    if not isinstance(headers, list) or not isinstance(query, bytes):
        return None
    try:
        values = dict(parse_qsl(query.decode("ascii")))
        since, seconds = _number(values["since"]), _number(values["wait"])
    except (UnicodeDecodeError, KeyError, ValueError):
        return None
    if not 1 <= seconds <= LONGEST_WAIT:
        return None
    named = {name.lower(): value for name, value in headers}
    token = token_in(named.get(b"authorization", b"").decode("latin-1"))
    if token is None:
        return None
    host = named.get(b"host", b"").decode("latin-1")
    return WaitingRequest(
        token=token,
        uri=f"{scope['scheme']}://{host}{PATH}",
        since=since,
        seconds=seconds,
        feed=values.get("feed", ""),
    )


def _number(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 19:
        raise ValueError("not a number")
    return int(text)
