"""``/supervision/proof``: whether the promise was kept, and the rows behind the figures."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from portal.accounts.models import Role
from portal.api import schemas
from portal.api.bearer import agent_calling
from portal.api.problems import ApiProblem, Problem
from portal.api.routing import answer, declare
from portal.api.schemas.proof import ProofBy
from portal.audit import trail
from portal.proof.definitions import DEFINITIONS
from portal.proof.export import MEDIA_TYPES, Format, render
from portal.proof.measuring import By, Measure, PeriodRefused, prove, rows

router = Router(tags=["supervision"])

SUPERVISORS = frozenset({Role.SUPERVISOR})
From = Annotated[schemas.Instant, Query(alias="from", description="The first instant")]
To = Annotated[schemas.Instant, Query(alias="to", description="Exclusive; 400 days at most")]


@declare(
    router,
    "GET",
    "/supervision/proof",
    name="proof",
    summary="Whether the promise was kept",
    roles=SUPERVISORS,
    answers={200: schemas.Proof},
    problems=[Problem.INVALID_PARAMETERS],
)
def show_proof(
    request: HttpRequest, since: From, until: To, by: Annotated[ProofBy, Query()] = "month"
) -> HttpResponse:
    """Of the supervisor's caisse, by the due instants of the messages."""
    caisse = agent_calling(request).caisse
    try:
        found = prove(caisse, since, until, By(by), datetime.now(UTC))
    except PeriodRefused:
        raise _refused_period() from None
    return answer(
        {
            "since": found.since,
            "until": found.until,
            "by": found.by.value,
            "total": _row("", caisse.name, found.total),
            "rows": [_row(part.key, part.label, part.measure) for part in found.parts],
            "definitions": [
                {"term": term, "meaning": str(meaning)} for term, meaning in DEFINITIONS
            ],
        }
    )


@declare(
    router,
    "GET",
    "/supervision/proof/export",
    name="exportProof",
    summary="The messages behind the proof, one row each, as a file",
    roles=SUPERVISORS,
    answers={200: None},
    problems=[Problem.INVALID_PARAMETERS],
    headers={200: {"Content-Disposition": "The file's name"}},
    media_types=[media.partition(";")[0] for media in MEDIA_TYPES.values()],
)
def export_proof(
    request: HttpRequest,
    since: From,
    until: To,
    file_format: Annotated[Literal["csv", "xlsx", "ods"], Query(alias="format")] = "csv",
) -> HttpResponse:
    """No name, no NIR, no text. Each export is recorded."""
    supervisor = agent_calling(request)
    wanted = Format(file_format)
    try:
        content = render(rows(supervisor.caisse, since, until, datetime.now(UTC)), wanted)
    except PeriodRefused:
        raise _refused_period() from None
    trail.record(
        "proof.exported",
        actor=supervisor.user,
        caisse=supervisor.caisse,
        since=since.isoformat(),
        until=until.isoformat(),
        format=wanted.value,
    )
    response = HttpResponse(content, content_type=MEDIA_TYPES[wanted])
    name = f"delais-{supervisor.caisse_id}-{since:%Y%m%d}-{until:%Y%m%d}.{wanted.value}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


def _row(key: str, label: str, measure: Measure) -> dict[str, Any]:
    return {
        "key": key,
        "label": label,
        "judged": measure.judged,
        "kept": measure.kept,
        "kept_permille": measure.kept_permille,
        "median_seconds": measure.quantile(50),
        "p90_seconds": measure.quantile(90),
    }


def _refused_period() -> ApiProblem:
    why = {"where": "query.to", "message": "after “from”, by 400 days at most"}
    return ApiProblem(Problem.INVALID_PARAMETERS, members={"errors": [why]})
