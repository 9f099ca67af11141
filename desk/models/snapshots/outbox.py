"""What waits to leave."""

import msgspec

from desk.models.actions import ActionBody
from desk.models.snapshots.reply_state import ReplyState


class OutboxView(msgspec.Struct, frozen=True):
    """One waiting, sent or refused action."""

    event_id: str
    kind: str
    thread_id: int
    reference: str
    adherent_name: str
    text: str
    """Of a reply, a scheduled one or a note; else empty."""
    state: ReplyState
    created_ms: int
    attempts: int
    next_try_ms: int | None
    problem: str
    problem_detail: str
    portal_id: int | None
    published_ms: int | None
    body: ActionBody = msgspec.field(default_factory=ActionBody)
    """What the action carries."""
