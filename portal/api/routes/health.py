"""``GET /health``: for whoever watches over the portal."""

from importlib.metadata import version

from django.db import connection
from django.http import HttpRequest, HttpResponse
from ninja import Router

from portal.api import schemas
from portal.api.routing import answer, declare

router = Router(tags=["portal"])


@declare(
    router,
    "GET",
    "/health",
    name="health",
    summary="Whether the portal and its database answer",
    roles=None,
    answers={200: schemas.Health},
)
def health(request: HttpRequest) -> HttpResponse:
    """Needs no token. 503 when the database does not answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return answer({"status": "ok", "version": version("msa-desk")})
