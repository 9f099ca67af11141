"""Examples of the published document, about invented people."""

from typing import Any

from portal.api import deposit_examples, supervision_examples
from portal.api.problems import Problem
from portal.api.template_examples import TEMPLATES

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
    "notify_by_email": True,
    "notify_by_sms": False,
    "notify_by_post": False,
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
    "written_by": None,
    "on_behalf": None,
    "writer_civility": "",
    "writer_addressed_name": "",
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
    "written_by": None,
    "on_behalf": None,
    "writer_civility": "",
    "writer_addressed_name": "",
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
            "mail_id": "<179511720.51.3@messages.exemple-msa.test>",
            "told_proxy": None,
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
    "pause": None,
    "assigned_to": None,
    "written_by": None,
    "on_behalf": None,
}

PAUSE: Node = {
    "since": "2026-11-20T16:00:00Z",
    "reason": "Attente de l’attestation de l’employeur.",
    "left_ms": 169200000,
}

DEADLINE: Node = {
    "thread_id": 41,
    "policy": "calendaire",
    "policy_version": 1,
    "calendar_version": 1,
    "timezone": "Europe/Paris",
    "holidays": "none",
    "site": None,
    "budget_seconds": 172800,
    "sent_at": "2026-11-20T15:00:00Z",
    "due_at": "2026-11-22T15:00:00Z",
    "pause": None,
    "thresholds": [
        {"percent": 50, "at": "2026-11-21T15:00:00Z"},
        {"percent": 75, "at": "2026-11-22T03:00:00Z"},
        {"percent": 90, "at": "2026-11-22T10:12:00Z"},
        {"percent": 100, "at": "2026-11-22T15:00:00Z"},
    ],
    "lines": [
        {
            "kind": "open",
            "start": "2026-11-20T15:00:00Z",
            "end": "2026-11-22T15:00:00Z",
            "name": "",
            "counted_ms": 172800000,
            "left_ms": 0,
        }
    ],
}

ANSWERED: Node = {
    **THREAD,
    "version": 3,
    "status": "answered",
    "answered_at": "2026-11-20T16:10:00Z",
    "claim": None,
    "messages": [QUESTION, REPLY],
}

SCHEDULED: Node = {
    **THREAD,
    "version": 3,
    "claim": None,
    "scheduled": {
        "id": 81,
        "author_id": 3,
        "author_name": "Claire Exemple",
        "kind": "answer",
        "text": REPLY["text"],
        "publish_at": "2026-11-21T07:30:00Z",
        "state": "waiting",
        "reason": "",
    },
}

DRAFT: Node = {
    "thread_id": 41,
    "text": "Bonjour Madame Exemple, votre attes",
    "revision": 4,
    "saved_at": "2026-11-20T15:52:00Z",
    "device": "Poste d’accueil",
}


def _with_event(kind: str, reason: str, detail: str, **changed: Any) -> Node:
    event = {
        "id": 72,
        "kind": kind,
        "at": "2026-11-20T16:00:00Z",
        "author_name": "Claire Exemple",
        "reason": reason,
        "detail": detail,
    }
    return {**THREAD, "version": 3, "events": [*THREAD["events"], event], **changed}


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
    "caisses": [
        {"code": "alsace", "label": "MSA Alsace"},
        {"code": "picardie", "label": "MSA Picardie"},
    ],
}

ME: Node = {
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
    "anonymous_signature": False,
    "absent_until": None,
}

FEED = "5f0c1b1e-6a0e-4c51-9d5b-0d8f6f0a7c21"

FOR_OPERATIONS: dict[str, Node] = {
    "health": {"status": "ok", "version": "0.1.0"},
    "me": ME,
    "catalogue": CATALOGUE,
    "templates": TEMPLATES,
    "changes": {
        "feed": FEED,
        "cursor": 118,
        "more": False,
        "changes": [
            {"seq": 118, "thread_id": 41, "event": "claimed", "at": "2026-11-20T15:40:00Z"}
        ],
        "threads": [THREAD],
        "deleted_thread_ids": [],
    },
    "snapshot": {"feed": FEED, "cursor": 118, "next_after": None, "threads": [THREAD]},
    "thread": THREAD,
    "adherentExchanges": {"threads": [THREAD]},
    "claim": THREAD,
    "release": {**THREAD, "version": 3, "claim": None},
    "publishReply": {"reply": REPLY, "thread": ANSWERED},
    "note": THREAD,
    "reclassify": THREAD,
    "transfer": _with_event(
        "transferred",
        "Relève de l’équipe retraite.",
        "competence:sante competence:retraite",
        competence="retraite",
        claim=None,
    ),
    "close": _with_event(
        "closed", "Doublon du message précédent.", "", status="closed", claim=None
    ),
    "breakClaim": _with_event("claim_broken", "Agent absent.", "agent:3", claim=None),
    "deadline": DEADLINE,
    **deposit_examples.ANSWERS,
    "pause": _with_event("paused", PAUSE["reason"], "", pause=PAUSE),
    "resume": _with_event("resumed", "", "", due_at="2026-11-22T18:20:00Z"),
    "withdrawReply": _with_event("reply_withdrawn", "", "message:52", claim=None),
    "scheduleReply": SCHEDULED,
    "unscheduleReply": {**THREAD, "version": 4, "claim": None},
    "drafts": {"drafts": [DRAFT]},
    "saveDraft": DRAFT,
    "setAbsence": {**ME, "absent_until": "2026-11-24T07:00:00Z"},
    "unmaskIdentifier": {"identifier": "2630760999000", "key": "61"},
    **supervision_examples.ANSWERS,
}

REQUESTS: dict[str, Node] = {
    "publishReply": {
        "kind": "answer",
        "text": REPLY["text"],
        "confirmed_warnings": ["attachment"],
    },
    "note": {"text": "Attestation demandée au service des droits."},
    "reclassify": {"motif": "sante-attestations-droits"},
    "transfer": {
        "competence": "retraite",
        "caisse": None,
        "reason": "Relève de l’équipe retraite.",
    },
    "close": {"reason": "Doublon du message précédent."},
    "breakClaim": {"reason": "Agent absent."},
    "pause": {"reason": PAUSE["reason"]},
    "scheduleReply": {
        "kind": "answer",
        "text": REPLY["text"],
        "publish_at": "2026-11-21T07:30:00Z",
        "confirmed_warnings": ["attachment"],
    },
    "saveDraft": {"text": DRAFT["text"], "device": DRAFT["device"]},
    "setAbsence": {"until": "2026-11-24T07:00:00Z"},
    **supervision_examples.REQUESTS,
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
        "Idempotency-Key doit contenir un UUID créé pour cette réponse ou cette action.",
    ),
    Problem.NOT_SIGNED_IN: _problem(
        Problem.NOT_SIGNED_IN,
        "Connexion nécessaire",
        "Votre session est terminée ou n’est pas valable. Reconnectez-vous.",
    ),
    Problem.AGENT_REVOKED: _problem(
        Problem.AGENT_REVOKED,
        "Accès retiré",
        "Ce compte ne donne plus accès aux messages d’une caisse.",
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
    Problem.TOO_LATE: _problem(
        Problem.TOO_LATE,
        "Trop tard pour annuler",
        "Cette réponse ne peut plus être annulée : l’adhérent a pu la voir.",
        current=ANSWERED,
    ),
    Problem.NOT_CLAIMED: _problem(
        Problem.NOT_CLAIMED,
        "Personne ne répond",
        "Personne ne répond à ce message : il n’y a pas de prise en charge à lever.",
        current=THREAD,
    ),
    Problem.ALREADY_PAUSED: _problem(
        Problem.ALREADY_PAUSED,
        "Déjà en pause",
        "Le délai de ce message est déjà suspendu.",
        current=THREAD,
    ),
    Problem.NOT_PAUSED: _problem(
        Problem.NOT_PAUSED,
        "Pas en pause",
        "Le délai de ce message court.",
        current=THREAD,
    ),
    Problem.ALREADY_SCHEDULED: _problem(
        Problem.ALREADY_SCHEDULED,
        "Réponse déjà programmée",
        "Une réponse est déjà programmée pour ce message.",
        current=SCHEDULED,
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
    Problem.STALE_DRAFT: _problem(
        Problem.STALE_DRAFT,
        "Le brouillon a changé",
        "Ce brouillon a été modifié sur un autre poste. Rien n’a été écrit.",
        current_draft=DRAFT,
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
        Problem.TEXT_TOO_SHORT,
        "Texte trop court",
        "Le texte compte 0 caractères ; il en faut au moins 1.",
    ),
    Problem.TEXT_TOO_LONG: _problem(
        Problem.TEXT_TOO_LONG,
        "Texte trop long",
        "Le texte compte 5012 caractères ; 5000 au plus sont permis.",
    ),
    Problem.KEY_REUSED: _problem(
        Problem.KEY_REUSED,
        "Clé déjà utilisée",
        "Cette Idempotency-Key a déjà servi pour une autre réponse ou action.",
    ),
    Problem.MOTIF_NOT_OFFERED: _problem(
        Problem.MOTIF_NOT_OFFERED,
        "Motif indisponible",
        "Ce motif n’est pas en vigueur, ou c’est déjà celui du message.",
    ),
    Problem.UNKNOWN_DESTINATION: _problem(
        Problem.UNKNOWN_DESTINATION,
        "Destination inconnue",
        "Cette équipe ou cette caisse n’existe pas, ou le message y est déjà.",
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
