"""Handing an exchange to another team of the caisse, or to another caisse."""

from datetime import datetime
from uuid import UUID

from portal.accounts.models import Agent
from portal.catalogue.models import Caisse, Competence
from portal.deadlines import clocks
from portal.messaging.acts import Done, Request, Told, carry_out
from portal.messaging.claims import clear_claim
from portal.messaging.current import require_workable
from portal.messaging.errors import UnknownDestination
from portal.messaging.models import EventKind, Thread
from portal.messaging.text import check_reason, clean_text
from portal.reviews.asking import end_reviews


def transfer(
    *,
    thread_id: int,
    agent: Agent,
    competence_code: str | None,
    caisse_code: str | None,
    reason: str,
    key: UUID,
    seen_version: int,
) -> Done:
    """Hand the exchange over: whoever held it no longer does, and the deadline stays.

    To another caisse, it leaves the agent's at once: a tombstone in one feed, a change in the
    other's, in one transaction.

    Raises:
        ThreadNotFound: none such in the agent's caisse.
        UnknownDestination: nowhere, not known, or where it is.
        TextTooShort, TextTooLong: the reason is outside its bounds.
        KeyReused: the key served for something else.
        StaleVersion, ClaimedByAnother, AlreadyAnswered: see `require_workable`.
    """
    cleaned = clean_text(reason)
    check_reason(cleaned)

    def perform(thread: Thread, now: datetime) -> Told:
        require_workable(thread, agent, seen_version, now)
        here, team = thread.caisse_id, thread.competence_id
        if caisse_code is not None:
            thread.caisse = _known_caisse(caisse_code)
        if competence_code is not None:
            thread.competence = _known_competence(competence_code)
        moves = []
        if thread.competence_id != team:
            moves.append(f"competence:{team} competence:{thread.competence_id}")
        if thread.caisse_id != here:
            moves.append(f"caisse:{here} caisse:{thread.caisse_id}")
        if not moves:
            raise UnknownDestination
        clear_claim(thread)
        thread.assigned_to = None
        if thread.caisse_id != here:
            thread.site = None
            end_reviews(thread)
        thread.version += 1
        thread.save(
            update_fields=[
                "caisse",
                "competence",
                "claimed_by",
                "claimed_at",
                "claim_expires_at",
                "assigned_to",
                "site",
                "version",
            ]
        )
        clocks.moved(thread, here, now, agent)
        left = here if thread.caisse_id != here else None
        return Told(text=cleaned, detail=" ".join(moves), left=left)

    asked = (competence_code, caisse_code, cleaned)
    return carry_out(Request(agent, thread_id, key, EventKind.TRANSFERRED, asked), perform)


def _known_caisse(code: str) -> Caisse:
    caisse = Caisse.objects.filter(pk=code).first()
    if caisse is None:
        raise UnknownDestination
    return caisse


def _known_competence(code: str) -> Competence:
    competence = Competence.objects.filter(pk=code).first()
    if competence is None:
        raise UnknownDestination
    return competence
