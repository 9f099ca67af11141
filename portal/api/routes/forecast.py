"""``/supervision/forecast``: what will break, and what if."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from portal.accounts.models import Role
from portal.api import schemas
from portal.api.acting import BODY_PROBLEMS
from portal.api.bearer import agent_calling
from portal.api.problems import ApiProblem, Problem
from portal.api.routing import answer, declare
from portal.api.schemas.forecast import DAYS_MAX, SEED_MAX
from portal.api.throttles import AgentThrottle
from portal.deadlines.engine import FramesError, read_frames

if TYPE_CHECKING:
    from portal.forecast.engine import ExtraOpening, Move

router = Router(tags=["supervision"])

SUPERVISORS = frozenset({Role.SUPERVISOR})
RATE = AgentThrottle(
    "forecast", limit=max(10, settings.ENVIRONMENT.api_calls_per_minute // 40), seconds=60
)
"""A simulation may cost a second of a processor."""


@declare(
    router,
    "GET",
    "/supervision/forecast",
    name="forecast",
    summary="How many deadlines will break, when and in which motif",
    roles=SUPERVISORS,
    answers={200: schemas.Forecast},
    problems=[Problem.INVALID_PARAMETERS],
    rate=RATE,
)
def show_forecast(
    request: HttpRequest,
    days: Annotated[
        int, Query(ge=1, le=DAYS_MAX, description="Local days, today's among them")
    ] = 10,
    seed: Annotated[int, Query(ge=0, le=SEED_MAX, description="Of the simulation")] = 1,
) -> HttpResponse:
    """Of the supervisor's caisse: a simulation, the same for the same state, instant and seed."""
    return _forecast(request, days, seed, [], [])


@declare(
    router,
    "POST",
    "/supervision/forecast",
    name="forecastWhatIf",
    summary="What if agents move to another team, or people come when it is closed",
    roles=SUPERVISORS,
    answers={200: schemas.Forecast},
    problems=[*BODY_PROBLEMS, Problem.INVALID_PARAMETERS],
    rate=RATE,
)
def what_if(request: HttpRequest, body: schemas.ForecastRequest) -> HttpResponse:
    """Nothing is written. `unchanged` holds the same days without the changes."""
    # Late, here and below: numpy costs a tenth of a second that only forecasts need.
    from portal.forecast.engine import ExtraOpening, Move

    openings = []
    for place, each in enumerate(body.openings):
        try:
            day, frames = date.fromisoformat(each.day), read_frames(each.frames)
        except (ValueError, FramesError) as error:
            raise _refused(f"body.openings.{place}", str(error)) from None
        openings.append(ExtraOpening(day, frames, each.agents))
    moves = [Move(each.agents, each.from_team, each.to_team) for each in body.moves]
    return _forecast(request, body.days, body.seed, moves, openings)


def _forecast(
    request: HttpRequest,
    days: int,
    seed: int,
    moves: Sequence["Move"],
    openings: Sequence["ExtraOpening"],
) -> HttpResponse:
    from portal.api.forecast_shape import forecast_shape
    from portal.forecast.engine import ChangeRefused
    from portal.forecast.making import make

    caisse = agent_calling(request).caisse
    try:
        made = make(caisse, datetime.now(UTC), days=days, seed=seed, moves=moves, openings=openings)
    except ChangeRefused as refusal:
        raise _refused("body.moves", str(refusal)) from None
    return answer(forecast_shape(made, caisse.timezone))


def _refused(where: str, message: str) -> ApiProblem:
    return ApiProblem(
        Problem.INVALID_PARAMETERS, members={"errors": [{"where": where, "message": message}]}
    )
