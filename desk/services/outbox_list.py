"""What the outbox window lists."""

from sqlalchemy import Connection

from desk.models import outbox
from desk.models.snapshots import OutboxView, ReplyState

RECENT = 20
"""Published and cancelled entries kept in sight, newest first."""


def outbox_entries(conn: Connection) -> tuple[OutboxView, ...]:
    """What waits or awaits its author, oldest first; then the newest of what has ended."""
    entries = outbox.views(conn)
    waiting = [e for e in entries if e.state.is_under_way or e.state.awaits_author]
    ended = [
        e
        for e in entries
        if e.state in (ReplyState.PUBLISHED, ReplyState.CANCELLED) and e.kind == "reply"
    ]
    return (*waiting, *reversed(ended[-RECENT:]))
