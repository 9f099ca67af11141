"""Examples of the published document: the forecast."""

from typing import Any

Node = dict[str, Any]

_SPREAD: Node = {"mean_tenths": 36, "low": 1, "middle": 3, "high": 7}
_BEFORE: Node = {"mean_tenths": 112, "low": 7, "middle": 11, "high": 16}
_DAY: Node = {
    "day": "2026-11-23",
    "broken": _SPREAD,
    "arrived": 240,
    "answered": 262,
    "waiting": 431,
}
FORECAST: Node = {
    "at": "2026-11-20T15:00:00Z",
    "timezone": "Europe/Paris",
    "seed": 1,
    "runs": 100,
    "open": 128,
    "paused": 6,
    "late_now": 2,
    "total": _SPREAD,
    "days": [_DAY],
    "unchanged": [],
    "unchanged_total": None,
    "motifs": [
        {"key": "sante-attestations-droits", "label": "Attestation de droits", "broken_tenths": 21}
    ],
    "teams": [{"key": "sante", "label": "Santé", "agents": 6, "broken_tenths": 36}],
    "at_risk": [
        {
            "thread_id": 41,
            "due_at": "2026-11-23T15:00:00Z",
            "motif": "sante-attestations-droits",
            "team": "sante",
            "risk_permille": 430,
            "answered_at": "2026-11-23T14:51:00Z",
        }
    ],
    "assumptions": [
        {
            "term": "order",
            "meaning": "Chaque équipe répond d’abord à ce qui échoit le plus tôt.",
        }
    ],
}
ANSWERS: dict[str, Node] = {
    "forecast": FORECAST,
    "forecastWhatIf": {
        **FORECAST,
        "unchanged": [{**_DAY, "broken": _BEFORE}],
        "unchanged_total": _BEFORE,
    },
}
REQUESTS: dict[str, Node] = {
    "forecastWhatIf": {
        "days": 10,
        "seed": 1,
        "moves": [],
        "openings": [{"day": "2026-11-21", "frames": "09:00-12:00", "agents": None}],
    }
}
