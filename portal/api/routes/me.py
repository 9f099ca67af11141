"""``GET /me``: who is signed in."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router

from portal.api import schemas
from portal.api.bearer import EVERY_ROLE, agent_calling
from portal.api.routing import answer, declare
from portal.api.shapes import me_shape

router = Router(tags=["agent"])


@declare(
    router,
    "GET",
    "/me",
    name="me",
    summary="The agent who is signed in, and their caisse",
    roles=EVERY_ROLE,
    answers={200: schemas.Me},
)
def me(request: HttpRequest) -> HttpResponse:
    """Holds what reply templates need of the caisse."""
    return answer(me_shape(agent_calling(request), f"{settings.ENVIRONMENT.base_url}/"))
