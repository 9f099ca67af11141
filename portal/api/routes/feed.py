"""``GET /changes`` and ``GET /snapshot``: how desk keeps its copy of its caisse."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from portal.api import schemas
from portal.api.bearer import EVERY_ROLE, agent_calling
from portal.api.feed_identity import identity
from portal.api.me_mark import me_mark
from portal.api.problems import Problem
from portal.api.routing import answer, declare
from portal.api.shapes import changes_shape, snapshot_shape
from portal.appointments.reading import named_in_caisse, open_in_caisse
from portal.messaging.apps import MessagingConfig
from portal.messaging.feed import MAX_SLICE, CursorExpired, read_snapshot

router = Router(tags=["feed"])

BIGGEST = 2**63 - 1
LONGEST_WAIT = 30
"""Seconds; below the idle time-outs of usual proxies."""


@declare(
    router,
    "GET",
    "/changes",
    name="changes",
    summary="What changed in the agent's caisse since a cursor",
    roles=EVERY_ROLE,
    answers={200: schemas.ChangesPage},
    problems=[Problem.CURSOR_EXPIRED, Problem.INVALID_PARAMETERS],
)
def changes(
    request: HttpRequest,
    since: Annotated[int, Query(ge=0, le=BIGGEST, description="The cursor of the last page read")],
    limit: Annotated[
        int, Query(ge=1, le=MAX_SLICE, description="The most changes to answer with")
    ] = 500,
    wait: Annotated[
        int,
        Query(
            ge=0,
            le=LONGEST_WAIT,
            description="Seconds to wait for a change when there is none yet (long poll)",
        ),
    ] = 0,
    feed: Annotated[
        str, Query(max_length=36, description="The feed that the cursor belongs to, if known")
    ] = "",
) -> HttpResponse:
    """Numbers never appear late: whoever has read up to the cursor has seen everything before it.

    410 when the cursor is older than what is kept, or from another database: take a snapshot.
    """
    present = identity()
    if feed and feed != present:
        raise CursorExpired(since)
    # The waiting is done before Django is asked (`portal.api.waiting`); under a server that
    # cannot wait, the answer is simply given at once.
    agent = agent_calling(request)
    page = MessagingConfig.shared_changes().read(present, agent.caisse_id, since, limit)
    appointments = named_in_caisse(agent.caisse, page.appointment_ids)
    mark = "" if page.more else me_mark(agent)
    return answer(changes_shape(page, appointments, present, mark))


@declare(
    router,
    "GET",
    "/snapshot",
    name="snapshot",
    summary="All exchanges of the agent's caisse, page by page",
    roles=EVERY_ROLE,
    answers={200: schemas.SnapshotPage},
    problems=[Problem.INVALID_PARAMETERS],
)
def snapshot(
    request: HttpRequest,
    after: Annotated[
        int, Query(ge=0, le=BIGGEST, description="The next_after of the previous page")
    ] = 0,
    limit: Annotated[
        int, Query(ge=1, le=MAX_SLICE, description="The most exchanges to answer with")
    ] = 500,
) -> HttpResponse:
    """Keep the cursor of the first page, and follow the changes from there."""
    caisse = agent_calling(request).caisse
    page = read_snapshot(caisse.pk, after, limit)
    # Read after the cursor, as the exchanges are: what comes in between comes again.
    appointments = [] if after else open_in_caisse(caisse, timezone.now())
    return answer(snapshot_shape(page, appointments, identity()))
