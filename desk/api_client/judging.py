"""What came back: an answer of the portal, a refusal of its own, or somebody else's words."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Generic, TypeVar

import msgspec

from desk.api_client.errors import (
    AGENT_REVOKED,
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
from desk.wire import Problem

T = TypeVar("T")

LONGEST_PAUSE_S = 300.0
"""A `Retry-After` above this is cut: an agent who waits for a portal looks after five minutes."""


class Answer(msgspec.Struct, Generic[T], frozen=True):
    """A good answer. `value` is None for 204 and 304, which have no body."""

    status: int
    value: T | None
    etag: str | None


class Raw(msgspec.Struct, frozen=True):
    """What came back, unjudged."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def judge(raw: Raw, shape: type[T]) -> Answer[T]:
    """An answer of the portal, or the family of what it is instead."""
    kind = _kind_of_the_portals(raw)
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


def judge_file(raw: Raw, media_type: str) -> bytes:
    """A file of this kind, or the family of what came instead."""
    kind = _kind_of_the_portals(raw)
    if raw.status != 200:
        raise _refusal(raw, kind)
    if kind != media_type:
        raise PortalBroken("content_type", maybe_received=True)
    return raw.body


def _kind_of_the_portals(raw: Raw) -> str:
    """The media type of an answer. Raises the family of what is not the portal's."""
    kind = raw.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if portal_time(raw.headers) is None:
        if raw.status >= 500 and raw.status != 511:
            raise PortalBroken(f"status_{raw.status}", maybe_received=True)
        if raw.status == 407:
            raise Offline("proxy_refused", maybe_received=False)
        code = "redirect" if 300 <= raw.status < 400 else "not_the_portal"
        if raw.status == 511 or (raw.status == 200 and kind == "text/html"):
            code = "captive_portal"
        raise PortalBroken(code, maybe_received=True)
    return kind


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


def says_revoked(raw: Raw) -> bool:
    """Whether it is the portal's own word: what it costs, nothing else may be taken for it."""
    kind = raw.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if kind != "application/problem+json" or portal_time(raw.headers) is None:
        return False
    try:
        problem = msgspec.json.decode(raw.body, type=Problem)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False
    return problem.type.endswith(f":{AGENT_REVOKED}")


def is_bearer_refusal(raw: Raw) -> bool:
    """Whether the token was refused, by whoever knows what a bearer token is (RFC 6750)."""
    return "bearer" in raw.headers.get("WWW-Authenticate", "").lower()


def portal_time(headers: Mapping[str, str]) -> datetime | None:
    """The portal\'s clock as its answer tells it; None: the answer is not the portal\'s."""
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
