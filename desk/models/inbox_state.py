"""How the agent left the list: closed groups, grouped or by time left."""

import msgspec
from sqlalchemy import Connection

from desk.models import meta


class InboxState(msgspec.Struct, frozen=True):
    """Restored at the next start."""

    collapsed: frozenset[str] = frozenset()
    """Keys of closed groups (`outline.group_keys`)."""
    by_due: bool = False


def read_state(connection: Connection) -> InboxState:
    """What was saved; the defaults when nothing was, or in a shape this version does not know."""
    saved = meta.inbox_state(connection)
    if saved is None:
        return InboxState()
    try:
        return msgspec.json.decode(saved, type=InboxState)
    except msgspec.MsgspecError:
        return InboxState()


def write_state(connection: Connection, state: InboxState) -> None:
    """Save it for the next start."""
    meta.set_inbox_state(connection, msgspec.json.encode(state).decode())
