"""``GET /catalogue``: thème → sujet → motif, online services, competences."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from ninja import Router
from pydantic_core import to_json

from portal.api import schemas
from portal.api.bearer import EVERY_ROLE
from portal.api.catalogue_shape import catalogue_shape
from portal.api.preconditions import content_tag, has_current
from portal.api.routing import declare

router = Router(tags=["catalogue"])

ETAG = {"ETag": "Strong validator of this very catalogue, for If-None-Match"}


@declare(
    router,
    "GET",
    "/catalogue",
    name="catalogue",
    summary="The whole catalogue, inactive entries included",
    roles=EVERY_ROLE,
    answers={200: schemas.Catalogue, 304: None},
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
def catalogue(request: HttpRequest) -> HttpResponse:
    """The same for every caisse. Keep it, and ask again with its ETag."""
    body = to_json(catalogue_shape())
    etag = content_tag(body)
    response: HttpResponse
    if has_current(request, etag):
        response = HttpResponseNotModified()
    else:
        response = HttpResponse(body, content_type="application/json")
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    return response
