"""Examples of the published document: supervision."""

from typing import Any

Node = dict[str, Any]

FIGURES: Node = {
    "open": 128,
    "unassigned": 71,
    "at_risk_2h": 3,
    "at_risk_4h": 9,
    "at_risk_8h": 17,
    "at_risk_24h": 52,
    "late": 2,
    "paused": 6,
    "in_review": 2,
    "failed_notifications": 1,
}
BOARD: Node = {
    "at": "2026-11-20T15:00:00Z",
    "timezone": "Europe/Paris",
    "total": FIGURES,
    "groups": [
        {"by": "theme", "key": "sante", "label": "Santé", "parent": None, "figures": FIGURES},
        {
            "by": "agent",
            "key": "3",
            "label": "Claire Exemple",
            "parent": None,
            "figures": {**FIGURES, "open": 14, "unassigned": 0},
        },
    ],
    "heat": [
        {
            "theme": "sante",
            "starts_at": "2026-11-20T11:00:00Z",
            "ends_at": "2026-11-20T23:00:00Z",
            "open": 11,
        }
    ],
}
TEAM_AGENT: Node = {
    "id": 3,
    "name": "Claire Exemple",
    "role": "agent",
    "competences": ["sante"],
    "absent_until": None,
    "last_seen_at": "2026-11-20T14:59:00Z",
    "present": True,
    "assigned": 14,
    "held": 1,
}
BATCH: Node = {
    "results": [
        {"thread_id": 41, "done": True, "problem": None, "detail": None},
        {
            "thread_id": 42,
            "done": False,
            "problem": "urn:msa-desk:problem:already-answered",
            "detail": "Ce message n’attend plus de réponse.",
        },
    ]
}
SEEN: list[Node] = [{"thread_id": 41, "version": 2}, {"thread_id": 42, "version": 1}]
HOLDING = "Bonjour, votre demande est en cours d’examen. Nous revenons vers vous au plus vite."

PROOF_ROW: Node = {
    "key": "",
    "label": "MSA Picardie",
    "judged": 1840,
    "kept": 1797,
    "kept_permille": 976,
    "median_seconds": 61200,
    "p90_seconds": 150300,
}
PROOF: Node = {
    "since": "2026-09-30T22:00:00Z",
    "until": "2026-10-31T23:00:00Z",
    "by": "month",
    "total": PROOF_ROW,
    "rows": [{**PROOF_ROW, "key": "2026-10", "label": "2026-10"}],
    "definitions": [
        {
            "term": "kept",
            "meaning": "Parmi eux, messages répondus au plus tard à leur échéance.",
        }
    ],
}

ANSWERS: dict[str, Node] = {
    "board": BOARD,
    "boardThreads": {
        "at": "2026-11-20T15:00:00Z",
        "threads": [{"thread_id": 41, "version": 2, "due_at": "2026-11-22T15:00:00Z"}],
        "next_after": "2026-11-22T15:00:00+00:00~41",
    },
    "team": {"at": "2026-11-20T15:00:00Z", "agents": [TEAM_AGENT]},
    "setAgentAbsence": {**TEAM_AGENT, "present": False, "absent_until": "2026-11-24T07:00:00Z"},
    "shareOut": {
        "at": "2026-11-20T15:00:00Z",
        "assignments": [{"thread_id": 41, "agent_id": 3}],
        "left_over": [43],
        "shares": [{"agent_id": 3, "name": "Claire Exemple", "before": 14, "after": 15}],
    },
    "assign": BATCH,
    "transferBatch": BATCH,
    "breakClaims": BATCH,
    "holdingReplies": BATCH,
    "proof": PROOF,
}

REQUESTS: dict[str, Node] = {
    "setAgentAbsence": {"until": "2026-11-24T07:00:00Z"},
    "shareOut": {"thread_ids": [41, 43], "present_only": True},
    "assign": {"assignments": [{"thread_id": 41, "agent_id": 3}]},
    "transferBatch": {
        "threads": SEEN,
        "reason": "Relève de l’équipe retraite.",
        "competence": "retraite",
        "caisse": None,
    },
    "breakClaims": {"threads": SEEN, "reason": "Agent absent."},
    "holdingReplies": {"threads": SEEN, "text": HOLDING},
}
