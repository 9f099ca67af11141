"""Request and response headers shared by several routes, as the published document tells them."""

from typing import Any

IF_MATCH: dict[str, Any] = {
    "in": "header",
    "name": "If-Match",
    "required": True,
    "description": "The ETag of the exchange as last seen. Missing: 428; not current: 412",
    "schema": {"type": "string", "pattern": '^"[0-9]{1,10}"$'},
    "example": '"3"',
}

IDEMPOTENCY_KEY: dict[str, Any] = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": True,
    "description": (
        "A UUID made for this reply or act before the first byte leaves. The same key always gets "
        "the first answer"
    ),
    "schema": {
        "type": "string",
        "pattern": "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
    },
    "example": "7a1e5c0e-6c0b-4b7e-9a46-0f2f5d0c9c11",
}

APPOINTMENT_IF_MATCH: dict[str, Any] = {
    **IF_MATCH,
    "description": "The version of the request as last seen. Missing: 428; not current: 412",
}

DRAFT_IF_MATCH: dict[str, Any] = {
    "in": "header",
    "name": "If-Match",
    "required": False,
    "description": "The ETag of the draft that this text continues. Not current: 412",
    "schema": {"type": "string", "pattern": '^"[0-9]{1,10}"$'},
    "example": '"4"',
}

DRAFT_IF_NONE_MATCH: dict[str, Any] = {
    "in": "header",
    "name": "If-None-Match",
    "required": False,
    "description": (
        "« * »: this text continues no other. There is one: 412. One of the two headers is "
        "required: 428"
    ),
    "schema": {"type": "string", "enum": ["*"]},
    "example": "*",
}

APPOINTMENT_ETAG = {"ETag": "The request's version in quotes, for If-Match"}
DRAFT_ETAG = {"ETag": "The draft's revision in quotes, for If-Match"}
VERSION_ETAG = {"ETag": "The exchange's version in quotes, for If-Match"}
REPLAYED = {"Idempotent-Replayed": "« true »: this key was used before; this is its first answer"}
