"""Reads the headers that make a call conditional (RFC 9110) or repeatable (Idempotency-Key)."""

import hashlib
import re
from uuid import UUID

from django.http import HttpRequest

from portal.api.problems import ApiProblem, Problem

VERSION_TAG = re.compile(r'"([0-9]{1,10})"')
KEY = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def version_tag(version: int) -> str:
    """The strong ETag of an exchange at `version`."""
    return f'"{version}"'


def content_tag(body: bytes) -> str:
    """A strong ETag for these very bytes."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def seen_version(request: HttpRequest) -> int:
    """The version that the caller says it has seen.

    Raises:
        ApiProblem: 428 without If-Match or with an empty one, 400 when it is not one version's
            ETag (a list, ``*`` or a weak tag would not say what the agent has seen).
    """
    header = request.headers.get("If-Match")
    if not header:
        raise ApiProblem(Problem.PRECONDITION_REQUIRED)
    found = VERSION_TAG.fullmatch(header.strip(" \t"))
    if found is None:
        raise ApiProblem(Problem.MALFORMED_IF_MATCH)
    return int(found[1])


def seen_revision(request: HttpRequest) -> int | None:
    """The revision of a draft that the caller continues, None when it says that there is none.

    Raises:
        ApiProblem: 428 without If-Match and ``If-None-Match: *``, 400 when they are unreadable.
    """
    if "If-Match" in request.headers:
        return seen_version(request)
    header = request.headers.get("If-None-Match")
    if header is None:
        raise ApiProblem(Problem.PRECONDITION_REQUIRED)
    if header.strip(" \t") != "*":
        raise ApiProblem(Problem.MALFORMED_IF_MATCH)
    return None


def idempotency_key(request: HttpRequest) -> UUID:
    """The key that the caller made for this reply or act.

    Raises:
        ApiProblem: 400 when it is missing or not a UUID in its usual form.
    """
    header = request.headers.get("Idempotency-Key", "").strip(" \t")
    if KEY.fullmatch(header) is None:
        raise ApiProblem(Problem.MALFORMED_IDEMPOTENCY_KEY)
    return UUID(header)


def has_current(request: HttpRequest, etag: str) -> bool:
    """Whether the caller already holds what `etag` names (If-None-Match, weak comparison)."""
    header = request.headers.get("If-None-Match", "")
    if header.strip() == "*":
        return True
    return any(tag.strip().removeprefix("W/") == etag for tag in header.split(","))
