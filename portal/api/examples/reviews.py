"""Examples of reviews, about invented people."""

from typing import Any

Node = dict[str, Any]

TEXT = "Bonjour Madame Exemple, votre attestation est disponible dans votre espace."

COLLEAGUE: Node = {"agent_id": 5, "agent_name": "Sylvie Exemple", "role": "supervisor"}

REVIEW: Node = {
    "id": 91,
    "author_id": 3,
    "author_name": "Claire Exemple",
    "kind": "answer",
    "text": TEXT,
    "asked_of_id": None,
    "asked_of_name": None,
    "state": "asked",
    "asked_at": "2026-11-20T16:00:00Z",
    "seen_version": 3,
    "reviewer_name": None,
    "decided_at": None,
    "words": "",
    "comments": [],
}

COMMENT: Node = {"start": 16, "end": 23, "text": "Le nom d’usage est demandé."}

SENT_BACK: Node = {
    **REVIEW,
    "state": "sent_back",
    "reviewer_name": "Sylvie Exemple",
    "decided_at": "2026-11-20T16:20:00Z",
    "words": "Presque : voyez le nom.",
    "comments": [COMMENT],
}

REQUESTS: dict[str, Node] = {
    "askReview": {"kind": "answer", "text": TEXT, "asked_of": None, "confirmed_warnings": []},
    "sendBackReview": {"words": SENT_BACK["words"], "comments": [COMMENT]},
    "approveReview": {"text": TEXT, "confirmed_warnings": []},
}
