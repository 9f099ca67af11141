"""The list of messages."""

from enum import StrEnum

import msgspec

from desk.models.snapshots.reply_state import ReplyState


class InboxFilter(StrEnum):
    """« À traiter », « Les miens », « Confiés à moi », « Non affectés », « En retard »."""

    TODO = "todo"
    MINE = "mine"
    ASSIGNED = "assigned"
    UNASSIGNED = "unassigned"
    LATE = "late"


class InboxRow(msgspec.Struct, frozen=True):
    """One message in the list."""

    thread_id: int
    reference: str
    adherent_name: str
    motif: str
    motif_label: str
    first_words: str
    sent_ms: int
    due_ms: int
    status: str
    claim_name: str | None
    """Who holds it, None when nobody does or the lease has run out."""
    claimed_by_me: bool
    claim_expires_ms: int | None
    """When the lease runs out, None when nobody holds it: from then on the holder is not shown."""
    has_draft: bool
    reply_state: ReplyState | None
    """Of my newest outbox reply for this thread."""
    assigned_name: str | None = None
    """Who is to answer, by a supervisor's choice."""
    assigned_to_me: bool = False
    review: str = ""
    """A reply of this thread waits for me to read it (``to_review``), for somebody else
    (``in_review``), or came back to me (``sent_back``); else empty."""
    pending_act: str = ""
    """``reclassify``, ``transfer`` or ``close`` while my last such act waits to be sent: the row
    still stands where the portal has it."""


class MotifCount(msgspec.Struct, frozen=True):
    """The open messages of one motif under the present filter."""

    theme: str
    theme_label: str
    sujet: str
    sujet_label: str
    motif: str
    motif_label: str
    count: int
    late: int
    nearest_due_ms: int
