"""Examples of the published document: an invented adherent asks for an appointment."""

from typing import Any

Node = dict[str, Any]

ASKED: Node = {
    "id": 12,
    "version": 1,
    "reference": "RDV-2026-000012",
    "state": "asked",
    "asked_at": "2026-11-20T15:20:00Z",
    "adherent_id": 7,
    "adherent_name": "Jeanne Exemple",
    "written_by": None,
    "theme_label": "Famille, logement",
    "sujet_label": "Allocations familiales",
    "way": "place",
    "place": "MSA Picardie, Amiens",
    "phone": "",
    "words": "Je travaille le lundi.",
    "wished": [
        {"day": "2026-11-26", "half": "morning"},
        {"day": "2026-11-27", "half": "afternoon"},
    ],
    "proposed": [],
    "agreed": None,
    "answer": None,
}

CONFIRMED: Node = {
    **ASKED,
    "version": 2,
    "state": "confirmed",
    "agreed": {"day": "2026-11-26", "half": "morning", "hour": "09:30"},
    "answer": {
        "kind": "confirm",
        "words": "Demandez l’accueil.",
        "agent_name": "Claire Exemple",
        "at": "2026-11-21T08:10:00Z",
        "notices": [
            {
                "state": "handed_over",
                "attempts": 1,
                "cause": "",
                "next_try_at": None,
                "handed_over_at": "2026-11-21T08:10:02Z",
                "returned_at": None,
                "told_proxy": None,
            }
        ],
    },
}

ANSWERS: dict[str, Node] = {
    "appointments": {"appointments": [ASKED]},
    "appointmentHalfDays": {"half_days": ASKED["wished"]},
    "answerAppointment": CONFIRMED,
}

REQUESTS: dict[str, Node] = {
    "answerAppointment": {
        "kind": "confirm",
        "half_days": [{"day": "2026-11-26", "half": "morning"}],
        "hour": "09:30",
        "words": "Demandez l’accueil.",
    },
}
