"""Snapshots for tests that need no store: an invented exchange, with what matters replaced."""

from datetime import UTC, datetime
from typing import Any

from desk.instants import to_ms
from desk.models.snapshots import OutboxView, ReplyState, ThreadView


def a_thread_view(**changed: Any) -> ThreadView:
    """An open exchange of Odile Ferrandier, unclaimed, without texts."""
    values: dict[str, Any] = {
        "thread_id": 7,
        "reference": "MSG-2017-000123",
        "version": 1,
        "adherent_id": 3,
        "adherent_name": "FERRANDIER Odile",
        "civility": "Madame",
        "addressed_name": "FERRANDIER",
        "profile": "particulier",
        "identifier_masked": "2 63 •• •• ••• •••",
        "email_state": "verified",
        "theme": "famille-logement",
        "theme_label": "Famille, logement",
        "sujet_label": "Allocations familiales",
        "motif": "changement-situation-famille",
        "motif_label": "Changement de situation - Famille",
        "medical": False,
        "online_service": "declarer-changement-situation",
        "competence": "famille",
        "competence_label": "Famille, logement, minima sociaux",
        "kind": "request",
        "status": "open",
        "sent_ms": to_ms(datetime(2017, 5, 3, 7, 42, tzinfo=UTC)),
        "due_ms": to_ms(datetime(2017, 5, 5, 7, 42, tzinfo=UTC)),
        "answered_ms": None,
        "policy": "calendaire",
        "budget_s": 172_800,
        "claim_name": None,
        "claimed_by_me": False,
        "claim_expires_ms": None,
        "messages": (),
        "notifications": (),
        "draft": None,
        "outbox": (),
        "earlier": (),
    }
    return ThreadView(**{**values, **changed})


def an_entry(**changed: Any) -> OutboxView:
    """A queued reply of that exchange."""
    values: dict[str, Any] = {
        "event_id": "5f0c1f2e-7d1c-4f0a-9c56-5a2f9d1b7c11",
        "kind": "reply",
        "thread_id": 7,
        "reference": "MSG-2017-000123",
        "adherent_name": "FERRANDIER Odile",
        "text": "Oui.",
        "state": ReplyState.QUEUED,
        "created_ms": 1000,
        "attempts": 0,
        "next_try_ms": None,
        "problem": "",
        "problem_detail": "",
        "portal_id": None,
        "published_ms": None,
    }
    return OutboxView(**{**values, **changed})
