"""A forecast as the plain dict that travels to desk."""

from collections.abc import Sequence
from typing import Any

from portal.catalogue.models import Competence, Motif
from portal.forecast.engine import Day, Spread
from portal.forecast.making import Made

Shape = dict[str, Any]


def forecast_shape(made: Made, timezone: str) -> Shape:
    """Everything that `schemas.Forecast` names."""
    answer, known = made.answer, made.known
    motif_labels = dict(Motif.objects.filter(pk__in=answer.motifs).values_list("pk", "label"))
    team_labels = dict(Competence.objects.values_list("pk", "label"))
    return {
        "at": known.question.at,
        "timezone": timezone,
        "seed": known.question.seed,
        "runs": known.question.runs,
        "open": known.open,
        "paused": known.paused,
        "late_now": answer.late_now,
        "total": _spread(answer.total),
        "days": _days(answer.days),
        "unchanged": [] if made.unchanged is None else _days(made.unchanged.days),
        "unchanged_total": None if made.unchanged is None else _spread(made.unchanged.total),
        "motifs": [
            {
                "key": motif,
                "label": motif_labels.get(motif, motif),
                "broken_tenths": round(mean * 10),
            }
            for motif, mean in sorted(answer.motifs.items(), key=lambda each: (-each[1], each[0]))
            if round(mean * 10)
        ],
        "teams": sorted(
            (
                {
                    "key": team,
                    "label": team_labels.get(team, team),
                    "agents": agents,
                    "broken_tenths": round(answer.teams.get(team, 0.0) * 10),
                }
                for team, agents in made.agents.items()
            ),
            key=lambda each: (each["label"], each["key"]),
        ),
        "at_risk": [
            {
                "thread_id": each.message.thread_id,
                "due_at": each.message.due_at,
                "motif": each.message.motif,
                "team": each.message.team,
                "risk_permille": round(each.risk * 1000),
                "answered_at": each.answered_at,
            }
            for each in answer.at_risk
        ],
        "assumptions": [{"term": term, "meaning": words} for term, words in made.assumptions],
    }


def _spread(spread: Spread) -> Shape:
    return {
        "mean_tenths": round(spread.mean * 10),
        "low": spread.low,
        "middle": spread.middle,
        "high": spread.high,
    }


def _days(days: Sequence[Day]) -> list[Shape]:
    return [
        {
            "day": each.day.isoformat(),
            "broken": _spread(each.broken),
            "arrived": round(each.arrived),
            "answered": round(each.answered),
            "waiting": round(each.waiting),
        }
        for each in days
    ]
