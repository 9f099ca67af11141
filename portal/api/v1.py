"""The API, version 1: its routes put together."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.parser import Parser
from pydantic_core import from_json

from portal.api import refusals
from portal.api.problems import ApiProblem, Problem, respond
from portal.api.routes import (
    acts,
    adherents,
    appointments,
    catalogue,
    deadlines,
    documents,
    drafts,
    feed,
    forecast,
    health,
    me,
    proof,
    replies,
    reviews,
    scheduling,
    supervision,
    supervision_acts,
    templates,
    threads,
)

VERSION = "1.2.0"


class JsonParser(Parser):
    """Takes JSON only, and only when it is announced as such."""

    def parse_body(self, request: HttpRequest) -> Any:
        if request.content_type != "application/json":
            raise ApiProblem(Problem.UNSUPPORTED_MEDIA_TYPE)
        return from_json(request.body, allow_inf_nan=False)


def build_api() -> NinjaAPI:
    """Put the routes of version 1 together. Nothing is served of the document from here: it is
    published in ``docs/openapi.json``.
    """
    api = NinjaAPI(
        title="Messagerie sécurisée MSA — API de desk",
        version=VERSION,
        description=(
            "What desk, the agents' application, asks of the portal. Sign-in by OAuth 2.0 "
            "authorization code with PKCE; errors are RFC 9457 problem documents; every answer "
            "carries the portal's clock in Portal-Time."
        ),
        urls_namespace="api-v1",
        openapi_url=None,
        docs_url=None,
        parser=JsonParser(),
    )
    for part in (
        health,
        me,
        catalogue,
        templates,
        feed,
        threads,
        adherents,
        appointments,
        replies,
        acts,
        deadlines,
        documents,
        scheduling,
        reviews,
        drafts,
        supervision,
        supervision_acts,
        proof,
        forecast,
    ):
        # Ninja routers are templates: mounting one binds a copy of it to this API.
        api.add_router("", part.router)
    refusals.install(api)
    return api


def unknown_address(request: HttpRequest) -> HttpResponse:
    """Everything else under /api/."""
    return respond(ApiProblem(Problem.NOT_FOUND))
