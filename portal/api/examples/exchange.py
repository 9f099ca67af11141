"""An exchange, and what is done with it."""

from typing import Any

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
    "email_failing_since": None,
    "sms_state": "off",
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
    "read_at": None,
    "read_by": None,
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
    "read_at": None,
    "read_by": None,
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
            "returned_at": None,
            "delivered_at": None,
        }
    ],
    "original_motif": "sante-attestations-autre",
    "filed_under": {
        "theme": "Santé",
        "sujet": "Attestations santé",
        "motif": "Autre question Attestations santé",
    },
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
    "review": None,
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


def with_event(kind: str, reason: str, detail: str, **changed: Any) -> Node:
    event = {
        "id": 72,
        "kind": kind,
        "at": "2026-11-20T16:00:00Z",
        "author_name": "Claire Exemple",
        "reason": reason,
        "detail": detail,
    }
    return {**THREAD, "version": 3, "events": [*THREAD["events"], event], **changed}
