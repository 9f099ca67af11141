"""Examples of the published document, about invented people."""

from typing import Any

from portal.api.problems import Problem

Node = dict[str, Any]

ADHERENT: Node = {
    "id": 12,
    "civility": "Madame",
    "first_name": "Jeanne",
    "family_name": "Exemple",
    "used_name": "",
    "addressed_name": "Exemple",
    "profile": "particulier",
    "identifier_masked": "2 63 •• •• ••• •••",
    "email_state": "verified",
}

QUESTION: Node = {
    "id": 51,
    "direction": "in",
    "kind": "question",
    "author_id": None,
    "author_name": None,
    "text": "Bonjour, quand mon attestation sera-t-elle disponible ?",
    "at": "2026-11-20T15:00:00Z",
    "undo_until": None,
}

REPLY: Node = {
    "id": 52,
    "direction": "out",
    "kind": "answer",
    "author_id": 3,
    "author_name": "Claire Exemple",
    "text": "Bonjour Madame Exemple, votre attestation est disponible dans votre espace.",
    "at": "2026-11-20T16:10:00Z",
    "undo_until": "2026-11-20T16:10:15Z",
}

THREAD: Node = {
    "id": 41,
    "reference": "MSG-2026-000041",
    "version": 2,
    "caisse": "picardie",
    "adherent": ADHERENT,
    "theme": "sante",
    "sujet": "sante-attestations",
    "motif": "sante-attestations-droits",
    "competence": "sante",
    "kind": "request",
    "status": "open",
    "sent_at": "2026-11-20T15:00:00Z",
    "due_at": "2026-11-22T15:00:00Z",
    "answered_at": None,
    "policy": "calendaire",
    "budget_seconds": 172800,
    "claim": {
        "agent_id": 3,
        "agent_name": "Claire Exemple",
        "since": "2026-11-20T15:40:00Z",
        "expires_at": "2026-11-20T16:10:00Z",
    },
    "messages": [QUESTION],
    "notifications": [
        {
            "id": 61,
            "message_id": 51,
            "kind": "acknowledgement",
            "channel": "email",
            "state": "handed_over",
            "attempts": 1,
            "cause": "",
            "next_try_at": None,
            "handed_over_at": "2026-11-20T15:00:02Z",
        }
    ],
    "original_motif": "sante-attestations-autre",
    "notes": [
        {
            "id": 71,
            "author_id": 3,
            "author_name": "Claire Exemple",
            "text": "Attestation demandée au service des droits.",
            "at": "2026-11-20T15:45:00Z",
        }
    ],
    "events": [
        {
            "id": 70,
            "kind": "reclassified",
            "at": "2026-11-20T15:41:00Z",
            "author_name": "Claire Exemple",
            "reason": "",
            "detail": "motif:sante-attestations-autre motif:sante-attestations-droits",
        }
    ],
    "scheduled": None,
}

ANSWERED: Node = {
    **THREAD,
    "version": 3,
    "status": "answered",
    "answered_at": "2026-11-20T16:10:00Z",
    "claim": None,
    "messages": [QUESTION, REPLY],
}

CAISSE: Node = {
    "code": "picardie",
    "name": "MSA Picardie",
    "address": "1 rue de l'Exemple, 80000 Amiens",
    "phone": "03 00 00 00 00",
    "medical_service_address": "Service médical, 1 rue de l'Exemple, 80000 Amiens",
    "assistance_phone": "03 00 00 00 01",
    "assistance_hours": "du lundi au vendredi de 9 h à 17 h",
    "timezone": "Europe/Paris",
}

CATALOGUE: Node = {
    "version": 1,
    "themes": [
        {
            "code": "sante",
            "label": "Santé",
            "position": 1,
            "profiles": ["particulier", "exploitant"],
            "active": True,
            "sujets": [
                {
                    "code": "sante-attestations",
                    "label": "Attestations",
                    "position": 1,
                    "active": True,
                    "motifs": [
                        {
                            "code": "sante-attestations-droits",
                            "label": "Attestation de droits",
                            "position": 1,
                            "competence": "sante",
                            "online_service": "attestation-droits",
                            "medical": False,
                            "active": True,
                        }
                    ],
                }
            ],
        }
    ],
    "online_services": [
        {
            "code": "attestation-droits",
            "label": "Mon attestation de droits",
            "url": "https://exemple-msa.test/attestation",
            "active": True,
        }
    ],
    "competences": [{"code": "sante", "label": "Santé"}],
}

FOR_OPERATIONS: dict[str, Node] = {
    "health": {"status": "ok", "version": "0.1.0"},
    "me": {
        "agent_id": 3,
        "login": "claire.exemple",
        "first_name": "Claire",
        "last_name": "Exemple",
        "display_name": "Claire Exemple",
        "job_title": "Conseillère",
        "role": "agent",
        "competences": ["sante"],
        "caisse": CAISSE,
        "private_space_url": "https://portail.exemple-msa.test/",
        "absent_until": None,
    },
    "catalogue": CATALOGUE,
    "changes": {
        "cursor": 118,
        "more": False,
        "changes": [
            {"seq": 118, "thread_id": 41, "event": "claimed", "at": "2026-11-20T15:40:00Z"}
        ],
        "threads": [THREAD],
        "deleted_thread_ids": [],
    },
    "snapshot": {"cursor": 118, "next_after": None, "threads": [THREAD]},
    "thread": THREAD,
    "claim": THREAD,
    "release": {**THREAD, "version": 3, "claim": None},
    "publishReply": {"reply": REPLY, "thread": ANSWERED},
    "unmaskIdentifier": {"identifier": "2630760999000", "key": "61"},
}

REQUESTS: dict[str, Node] = {
    "publishReply": {"kind": "answer", "text": REPLY["text"]},
}


def _problem(problem: Problem, title: str, detail: str, **members: Any) -> Node:
    return {
        "type": problem.type,
        "title": title,
        "status": problem.status,
        "detail": detail,
        **members,
    }


FOR_PROBLEMS: dict[Problem, Node] = {
    Problem.MALFORMED_REQUEST: _problem(
        Problem.MALFORMED_REQUEST,
        "Requête illisible",
        "Le corps de la requête n’est pas du JSON valide en UTF-8.",
    ),
    Problem.MALFORMED_IF_MATCH: _problem(
        Problem.MALFORMED_IF_MATCH,
        "En-tête If-Match illisible",
        "If-Match doit contenir la dernière version vue, entre guillemets, "
        "telle que l’ETag l’a donnée.",
    ),
    Problem.MALFORMED_IDEMPOTENCY_KEY: _problem(
        Problem.MALFORMED_IDEMPOTENCY_KEY,
        "En-tête Idempotency-Key absent ou illisible",
        "Idempotency-Key doit contenir un UUID créé pour cette réponse.",
    ),
    Problem.NOT_SIGNED_IN: _problem(
        Problem.NOT_SIGNED_IN,
        "Connexion nécessaire",
        "Votre session est terminée ou n’est pas valable. Reconnectez-vous.",
    ),
    Problem.NOT_AN_AGENT: _problem(
        Problem.NOT_AN_AGENT,
        "Réservé aux agents",
        "Ce compte n’est pas celui d’un agent d’une caisse.",
    ),
    Problem.ROLE_NOT_ALLOWED: _problem(
        Problem.ROLE_NOT_ALLOWED,
        "Non permis à votre rôle",
        "Votre rôle ne permet pas cette action.",
    ),
    Problem.NOT_FOUND: _problem(
        Problem.NOT_FOUND, "Introuvable", "Il n’y a rien pour vous à cette adresse."
    ),
    Problem.CLAIMED_BY_ANOTHER: _problem(
        Problem.CLAIMED_BY_ANOTHER,
        "Pris en charge par un collègue",
        "Claire Exemple répond à ce message.",
        current=THREAD,
    ),
    Problem.ALREADY_ANSWERED: _problem(
        Problem.ALREADY_ANSWERED,
        "Déjà répondu",
        "Ce message n’attend plus de réponse.",
        current=ANSWERED,
    ),
    Problem.CURSOR_EXPIRED: _problem(
        Problem.CURSOR_EXPIRED,
        "Changements qui ne sont plus conservés",
        "Les changements depuis ce point ne sont plus conservés. Recommencez par un état complet.",
    ),
    Problem.STALE_VERSION: _problem(
        Problem.STALE_VERSION,
        "Le message a changé",
        "Ce message a changé depuis que vous l’avez vu. Rien n’a été écrit.",
        current=ANSWERED,
    ),
    Problem.BODY_TOO_LARGE: _problem(
        Problem.BODY_TOO_LARGE,
        "Requête trop volumineuse",
        "La requête dépasse ce que le portail accepte.",
    ),
    Problem.UNSUPPORTED_MEDIA_TYPE: _problem(
        Problem.UNSUPPORTED_MEDIA_TYPE,
        "Format non pris en charge",
        "Le corps de la requête doit être de type application/json.",
    ),
    Problem.INVALID_PARAMETERS: _problem(
        Problem.INVALID_PARAMETERS,
        "Valeurs refusées",
        "Des valeurs de la requête manquent ou sont hors limites.",
        errors=[{"where": "query.limit", "message": "Input should be less than or equal to 5000"}],
    ),
    Problem.TEXT_TOO_SHORT: _problem(
        Problem.TEXT_TOO_SHORT, "Texte trop court", "La réponse est vide."
    ),
    Problem.TEXT_TOO_LONG: _problem(
        Problem.TEXT_TOO_LONG,
        "Texte trop long",
        "La réponse compte 5012 caractères ; 5000 au plus sont permis.",
    ),
    Problem.KEY_REUSED: _problem(
        Problem.KEY_REUSED,
        "Clé déjà utilisée",
        "Cette Idempotency-Key a déjà servi pour une autre réponse.",
    ),
    Problem.PRECONDITION_REQUIRED: _problem(
        Problem.PRECONDITION_REQUIRED,
        "Dernière version vue absente",
        "L’en-tête If-Match avec la dernière version vue est obligatoire.",
    ),
    Problem.TOO_MANY_REQUESTS: _problem(
        Problem.TOO_MANY_REQUESTS,
        "Trop de requêtes",
        "Trop de requêtes en peu de temps. Réessayez plus tard.",
    ),
    Problem.INTERNAL_ERROR: _problem(
        Problem.INTERNAL_ERROR,
        "Erreur interne",
        "Le portail a rencontré une erreur inattendue. Réessayez plus tard.",
    ),
    Problem.UNAVAILABLE: _problem(
        Problem.UNAVAILABLE,
        "Portail indisponible",
        "Le portail ne peut pas répondre pour le moment. Réessayez dans quelques secondes.",
    ),
}
