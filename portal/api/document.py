"""The published contract: ``docs/openapi.json``, written from the routes' declarations."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from portal.api.examples import FOR_OPERATIONS, FOR_PROBLEMS, REQUESTS
from portal.api.oauth.tokens import SCOPE
from portal.api.problems import MEDIA_TYPE, PREFIX
from portal.api.problems import Problem as Kind
from portal.api.v1 import build_api

Node = dict[str, Any]

SECURITY = "desk"
PROBLEM = {"$ref": "#/components/schemas/Problem"}

HEADERS: Node = {
    "Portal-Time": {
        "description": "The portal's clock when it answered (RFC 3339, UTC, milliseconds)",
        "required": True,
        "schema": {"type": "string", "format": "date-time"},
    },
    "Retry-After": {
        "description": "Seconds to wait before asking again",
        "schema": {"type": "string", "pattern": "^[0-9]+$"},
    },
    "WWW-Authenticate": {
        "description": "Bearer (RFC 6750)",
        "required": True,
        "schema": {"type": "string"},
    },
}


def document_path() -> Path:
    """Where the document is kept."""
    path: Path = settings.REPOSITORY / "docs" / "openapi.json"
    return path


def write_document() -> Path:
    """Write the document and return where."""
    path = document_path()
    path.parent.mkdir(exist_ok=True)
    path.write_text(render(), encoding="utf-8")
    return path


def check_document() -> str:
    """What is wrong with the document that is kept, in a sentence; empty when it is up to date."""
    path = document_path()
    if path.is_file() and path.read_text(encoding="utf-8") == render():
        return ""
    return "docs/openapi.json is not what the code says: run `portal openapi` and commit it"


def render() -> str:
    """The OpenAPI 3.1 document as JSON; the same text for the same code, on every machine."""
    return json.dumps(build(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def build() -> Node:
    """The OpenAPI 3.1 document."""
    document: Node = json.loads(json.dumps(build_api().get_openapi_schema(path_prefix="api/v1/")))
    for operation in _operations(document):
        _complete(operation)
    document["components"].update(
        {
            "securitySchemes": {SECURITY: _authorization_code()},
            "headers": HEADERS,
            "examples": {_slug(kind): {"value": value} for kind, value in FOR_PROBLEMS.items()},
        }
    )
    document["servers"] = [{"url": "/", "description": "The portal itself"}]
    document["tags"] = [
        {"name": "portal", "description": "The server"},
        {"name": "agent", "description": "Who is signed in"},
        {"name": "catalogue", "description": "Thème → sujet → motif"},
        {"name": "feed", "description": "Keeping a copy of one's caisse"},
        {"name": "threads", "description": "Exchanges and replies"},
        {"name": "appointments", "description": "Requests for appointments and their answers"},
        {"name": "drafts", "description": "Going on from another PC"},
        {"name": "supervision", "description": "What supervisors watch and do"},
    ]
    return document


def _operations(document: Node) -> Iterator[Node]:
    for path in document["paths"].values():
        yield from path.values()


def _authorization_code() -> Node:
    return {
        "type": "oauth2",
        "description": (
            "Authorization code with PKCE (S256) for the public client `desk` on "
            "http://127.0.0.1:<any port>/callback (RFC 8252). Endpoints are also published at "
            "/.well-known/oauth-authorization-server (RFC 8414); /o/revoke_token/ revokes "
            "(RFC 7009). Refresh tokens rotate: one used twice ends its whole family."
        ),
        "flows": {
            "authorizationCode": {
                "authorizationUrl": "/o/authorize/",
                "tokenUrl": "/o/token/",
                "refreshUrl": "/o/token/",
                "scopes": {SCOPE: settings.OAUTH2_PROVIDER["SCOPES"][SCOPE]},
            }
        },
    }


def _complete(operation: Node) -> None:
    """Add to what ninja wrote: problem media types, headers, examples, the security scheme."""
    name = operation["operationId"]
    if "security" in operation:
        operation["security"] = [{SECURITY: [SCOPE]}]
    else:
        operation["security"] = []
    problems = [_kind(urn) for urn in operation["x-problems"]]
    headers = operation.pop("x-response-headers")
    sometimes = operation.pop("x-occasional-headers")
    for status, response in operation["responses"].items():
        described: Node = {
            header: {"description": text, "required": True, "schema": {"type": "string"}}
            for header, text in headers.get(status, {}).items()
        }
        if int(status) < 300:
            described |= {
                header: {"description": text, "schema": {"type": "string"}}
                for header, text in sometimes.items()
            }
        response["headers"] = {**_shared_header("Portal-Time"), **described}
        kinds = [kind for kind in problems if kind.status == int(status)]
        if kinds:
            _describe_problem(response, kinds)
        elif "application/json" in response.get("content", {}):
            response["content"]["application/json"]["examples"] = {
                "example": {"value": FOR_OPERATIONS[name]}
            }
    if "requestBody" in operation:
        body = operation["requestBody"]["content"]["application/json"]
        body["examples"] = {"example": {"value": REQUESTS[name]}}


def _kind(urn: str) -> Kind:
    return Kind[urn.removeprefix(PREFIX).upper().replace("-", "_")]


def _describe_problem(response: Node, kinds: list[Kind]) -> None:
    status = kinds[0].status
    types = " or ".join(f"`{kind.type}`" for kind in kinds)
    response["description"] = f"{response['description']}: {types}"
    response["content"] = {
        MEDIA_TYPE: {
            "schema": PROBLEM,
            "examples": {
                _slug(kind): {"$ref": f"#/components/examples/{_slug(kind)}"} for kind in kinds
            },
        }
    }
    if status in (429, 503):
        response["headers"].update(_shared_header("Retry-After"))
    if status == 401:
        response["headers"].update(_shared_header("WWW-Authenticate"))


def _shared_header(name: str) -> Node:
    return {name: {"$ref": f"#/components/headers/{name}"}}


def _slug(kind: Kind) -> str:
    return kind.type.removeprefix(PREFIX)
