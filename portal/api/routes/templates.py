"""``GET /templates``: the caisse's reply templates in force."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from ninja import Router
from pydantic_core import to_json

from portal.api import schemas
from portal.api.bearer import EVERY_ROLE, agent_calling
from portal.api.preconditions import content_tag, has_current
from portal.api.routing import declare
from portal.reply_templates.editing import in_force
from portal.reply_templates.models import TemplateVersion

router = Router(tags=["catalogue"])

ETAG = {"ETag": "Strong validator of these very templates, for If-None-Match"}


@declare(
    router,
    "GET",
    "/templates",
    name="templates",
    summary="The reply templates of the agent's caisse",
    roles=EVERY_ROLE,
    answers={200: schemas.ReplyTemplates, 304: None},
    headers={200: ETAG, 304: ETAG},
    parameters=[
        {
            "in": "header",
            "name": "If-None-Match",
            "required": False,
            "description": "The ETag already held: 304 without a body while it is current",
            "schema": {"type": "string"},
        }
    ],
)
def templates(request: HttpRequest) -> HttpResponse:
    """Edited in the portal's administration. Keep them, and ask again with their ETag."""
    versions = in_force(agent_calling(request).caisse)
    body = to_json({"templates": [_shape(each) for each in versions]})
    etag = content_tag(body)
    response: HttpResponse
    if has_current(request, etag):
        response = HttpResponseNotModified()
    else:
        response = HttpResponse(body, content_type="application/json")
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    return response


def _shape(version: TemplateVersion) -> dict[str, Any]:
    service = {"priority": version.service, "default": version.service_code or None}
    return {
        "code": version.code,
        "number": version.number,
        "title": version.title,
        "category": version.category,
        "themes": version.themes,
        "kind": version.kind,
        "advice": version.advice,
        "online_service": service if version.service else None,
        "fields": version.fields,
        "body": version.body,
    }
