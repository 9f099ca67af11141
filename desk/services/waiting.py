"""Why an outbox entry has not left yet, and what will end it. Pure.

Nothing waits without an end: `Cause` says for each state what the end is, and whose turn it is.
"""

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from desk.models.snapshots import ConnectionState, OutboxView, ReplyState, SyncView


class Cause(StrEnum):
    """LEAVING: it is being sent, or goes at once. BEHIND: an earlier action on the same exchange
    goes first. CONNECTION: the portal cannot be worked with for now (`Waiting.connection` says
    how). PATIENCE: the portal asked to wait until an instant. LATER: a try failed, the next has its
    instant. UNCONFIRMED: it may have arrived; the same request goes again. REFUSED, OVERTAKEN: the
    author's turn. ENDED: published or cancelled.
    """

    LEAVING = "leaving"
    BEHIND = "behind"
    CONNECTION = "connection"
    PATIENCE = "patience"
    LATER = "later"
    UNCONFIRMED = "unconfirmed"
    REFUSED = "refused"
    OVERTAKEN = "overtaken"
    ENDED = "ended"

    @property
    def is_the_author_s_turn(self) -> bool:
        """Nothing happens by itself any more."""
        return self in (Cause.REFUSED, Cause.OVERTAKEN)


class Waiting(msgspec.Struct, frozen=True):
    """Of one entry."""

    cause: Cause
    connection: ConnectionState | None = None
    """CONNECTION: what it is."""
    since_ms: int | None = None
    """CONNECTION: since when."""
    next_try_ms: int | None = None
    """The portal's clock; None: at once, or when the cause ends."""
    before: OutboxView | None = None
    """BEHIND: what goes first."""


ASKED_FOR_PATIENCE = ("too-many-requests", "unavailable")
"""Problems whose next try is the instant that the portal named (Retry-After)."""

_WORKING = (ConnectionState.ONLINE, ConnectionState.STARTING)


def waiting_of(
    entry: OutboxView,
    entries: Sequence[OutboxView],
    sync: SyncView,
    connection_since_ms: int | None,
    now_ms: int,
) -> Waiting:
    """`entries`: the whole outbox, what is under way in its order; `connection_since_ms`: since
    when the connection is what `sync` says.
    """
    match entry.state:
        case ReplyState.PUBLISHED | ReplyState.CANCELLED:
            return Waiting(Cause.ENDED)
        case ReplyState.REJECTED:
            return Waiting(Cause.REFUSED)
        case ReplyState.CONFLICT:
            return Waiting(Cause.OVERTAKEN)
        case ReplyState.SENDING:
            return Waiting(Cause.LEAVING)
    before = _before(entry, entries)
    if before is not None:
        return Waiting(Cause.BEHIND, before=before)
    later = entry.next_try_ms if entry.next_try_ms and entry.next_try_ms > now_ms else None
    if entry.state is ReplyState.UNCONFIRMED:
        return Waiting(Cause.UNCONFIRMED, next_try_ms=later)
    if later is not None and entry.problem in ASKED_FOR_PATIENCE:
        return Waiting(Cause.PATIENCE, next_try_ms=later)
    if sync.state not in _WORKING:
        return Waiting(Cause.CONNECTION, sync.state, connection_since_ms, later)
    if later is not None:
        return Waiting(Cause.LATER, next_try_ms=later)
    return Waiting(Cause.LEAVING)


def _before(entry: OutboxView, entries: Sequence[OutboxView]) -> OutboxView | None:
    """The first action under way on the same exchange, when it is another one."""
    for each in entries:
        if each.event_id == entry.event_id:
            return None
        if each.thread_id == entry.thread_id and each.state.is_under_way:
            return each
    return None
