"""``/supervision``: the board « maintenant », the messages behind it, who is there."""

from datetime import UTC, datetime
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router

from portal.accounts.absence import set_absence
from portal.accounts.models import Agent, Role
from portal.api import schemas
from portal.api.acting import BODY_PROBLEMS
from portal.api.bearer import agent_calling
from portal.api.feed_identity import identity
from portal.api.problems import ApiProblem, Problem
from portal.api.routing import answer, declare
from portal.api.schemas.supervision import Figure as FigureName
from portal.api.schemas.supervision import Grouping as GroupingName
from portal.api.supervision_shape import (
    board_shape,
    found_shape,
    member_shape,
    plan_shape,
    team_shape,
)
from portal.supervision.apps import SupervisionConfig
from portal.supervision.board import Grouping, board
from portal.supervision.figures import Figure
from portal.supervision.finding import MAX_PAGE, MalformedCursor, Wanted, find
from portal.supervision.sharing import plan
from portal.supervision.team import members

router = Router(tags=["supervision"])

SUPERVISORS = frozenset({Role.SUPERVISOR})
AgentId = Annotated[int, Path(ge=1, le=2**63 - 1, description="The agent's id")]


@declare(
    router,
    "GET",
    "/supervision/board",
    name="board",
    summary="What is open now, and what will be late",
    roles=SUPERVISORS,
    answers={200: schemas.Board},
)
def show_board(request: HttpRequest) -> HttpResponse:
    """Of the supervisor's caisse, whole and by thème, sujet, motif, team, agent and site."""
    caisse = agent_calling(request).caisse
    found = SupervisionConfig.open_sets().of(caisse.pk, identity())
    return answer(board_shape(board(caisse, datetime.now(UTC), found)))


@declare(
    router,
    "GET",
    "/supervision/threads",
    name="boardThreads",
    summary="The messages behind a figure, the first due first",
    roles=SUPERVISORS,
    answers={200: schemas.ThreadsFound},
    problems=[Problem.INVALID_PARAMETERS],
)
def behind_a_figure(
    request: HttpRequest,
    figure: Annotated[FigureName, Query(description="Which figure")] = "open",
    by: Annotated[GroupingName | None, Query(description="Of one part only: which kind")] = None,
    key: Annotated[
        str, Query(max_length=120, description="Of one part only: its `key` of the board")
    ] = "",
    due_from: Annotated[schemas.Instant | None, Query()] = None,
    due_until: Annotated[schemas.Instant | None, Query()] = None,
    after: Annotated[str | None, Query(max_length=80, description="`next_after`")] = None,
    limit: Annotated[int, Query(ge=1, le=MAX_PAGE)] = 200,
) -> HttpResponse:
    """The same definitions as the board's. `due_until` is exclusive, as a half-day's end."""
    now = datetime.now(UTC)
    wanted = Wanted(
        figure=Figure(figure),
        by=None if by is None else Grouping(by),
        key=key.replace("\0", ""),
        due_from=due_from,
        due_until=due_until,
    )
    try:
        page = find(agent_calling(request).caisse_id, wanted, now, after, limit)
    except MalformedCursor:
        raise ApiProblem(
            Problem.INVALID_PARAMETERS,
            members={"errors": [{"where": "query.after", "message": "not a page's next_after"}]},
        ) from None
    return answer(found_shape(page, now))


@declare(
    router,
    "GET",
    "/supervision/agents",
    name="team",
    summary="Who is there, and what is with them",
    roles=SUPERVISORS,
    answers={200: schemas.Team},
)
def show_team(request: HttpRequest) -> HttpResponse:
    """By name. When an agent was last seen is kept to the minute, and no more than the last."""
    now = datetime.now(UTC)
    return answer(team_shape(members(agent_calling(request).caisse_id, now), now))


@declare(
    router,
    "PUT",
    "/supervision/agents/{agent_id}/absence",
    name="setAgentAbsence",
    summary="Say until when an agent is away",
    roles=SUPERVISORS,
    answers={200: schemas.TeamAgent},
    problems=[*BODY_PROBLEMS, Problem.INVALID_PARAMETERS, Problem.NOT_FOUND],
)
def absence(request: HttpRequest, agent_id: AgentId, body: schemas.AbsenceRequest) -> HttpResponse:
    """Null: there again. Their scheduled replies are held meanwhile."""
    supervisor = agent_calling(request)
    away = Agent.objects.select_related("user", "caisse").filter(
        pk=agent_id, caisse=supervisor.caisse_id, user__is_active=True
    )
    found = away.first()
    if found is None:
        raise ApiProblem(Problem.NOT_FOUND)
    set_absence(found, body.until, by=supervisor)
    everyone = members(supervisor.caisse_id, datetime.now(UTC))
    return answer(next(member_shape(each) for each in everyone if each.agent.pk == agent_id))


@declare(
    router,
    "POST",
    "/supervision/share-out",
    name="shareOut",
    summary="Plan an even sharing; nothing is changed",
    roles=SUPERVISORS,
    answers={200: schemas.SharePlan},
    problems=[*BODY_PROBLEMS, Problem.INVALID_PARAMETERS],
)
def share_out(request: HttpRequest, body: schemas.ShareOutRequest) -> HttpResponse:
    """By competence, presence and what is with each. `assign` applies the plan."""
    now = datetime.now(UTC)
    found = plan(
        agent_calling(request).caisse_id, body.thread_ids, now, present_only=body.present_only
    )
    return answer(plan_shape(found, now))
