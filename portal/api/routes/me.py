"""``GET /me``: who is signed in; ``PUT /me/absence``: until when they are away."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router

from portal.accounts.absence import set_absence
from portal.accounts.models import Agent
from portal.api import schemas
from portal.api.acting import BODY_PROBLEMS
from portal.api.bearer import EVERY_ROLE, agent_calling
from portal.api.problems import Problem
from portal.api.routing import answer, declare
from portal.api.shapes import me_shape
from portal.reviews.reviewers import reviewers_for

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
    return _told(agent_calling(request))


@declare(
    router,
    "PUT",
    "/me/absence",
    name="setAbsence",
    summary="Say until when one is away",
    roles=EVERY_ROLE,
    answers={200: schemas.Me},
    problems=[*BODY_PROBLEMS, Problem.INVALID_PARAMETERS],
)
def absence(request: HttpRequest, body: schemas.AbsenceRequest) -> HttpResponse:
    """Meanwhile one's scheduled replies are held. Null: back again."""
    agent = agent_calling(request)
    set_absence(agent, body.until)
    return _told(agent)


def _told(agent: Agent) -> HttpResponse:
    return answer(me_shape(agent, f"{settings.ENVIRONMENT.base_url}/", reviewers_for(agent)))
