"""``/adherents/{id}/exchanges``: what an adherent and the caisse have written to each other."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router

from portal.api import schemas
from portal.api.bearer import EVERY_ROLE, agent_calling
from portal.api.problems import ApiProblem, Problem
from portal.api.routing import answer, declare
from portal.api.shapes import thread_shape
from portal.audit import trail
from portal.messaging.history import AdherentNotFound, exchanges_with

router = Router(tags=["adherents"])

AdherentId = Annotated[int, Path(ge=1, le=2**63 - 1, description="The adherent's id")]


@declare(
    router,
    "GET",
    "/adherents/{adherent_id}/exchanges",
    name="adherentExchanges",
    summary="The adherent's exchanges of 36 months, at most 50; recorded",
    roles=EVERY_ROLE,
    answers={200: schemas.AdherentExchanges},
    problems=[Problem.NOT_FOUND, Problem.INVALID_PARAMETERS],
)
def adherent_exchanges(request: HttpRequest, adherent_id: AdherentId) -> HttpResponse:
    """With the agent's own caisse only. Reading them is recorded as one act, with their number
    (law C3).
    """
    agent = agent_calling(request)
    try:
        found = exchanges_with(agent.caisse, adherent_id)
    except AdherentNotFound as error:
        raise ApiProblem(Problem.NOT_FOUND) from error
    trail.record(
        "adherent.exchanges_read",
        actor=agent.user,
        caisse=agent.caisse,
        adherent_id=adherent_id,
        count=len(found),
    )
    return answer({"threads": [thread_shape(thread) for thread in found]})
