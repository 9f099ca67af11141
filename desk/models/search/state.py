"""How far the index is, in the store beside it."""

import msgspec
from sqlalchemy import Connection

from desk.models import meta

VERSION = 1
"""Of what the index holds and how words are folded into it; another one makes it anew."""


class IndexState(msgspec.Struct, frozen=True):
    """`before`: the pass over the threads has yet to see those below this id (None: all); it goes
    from the newest to the oldest. `labels`: digest of the catalogue's labels in the index.
    """

    version: int = VERSION
    whole: bool = False
    before: int | None = None
    labels: int = 0
    purged: bool = False
    """Words of texts that are gone are still in the index's pages, found by nobody."""


def read_state(conn: Connection) -> IndexState | None:
    """None: there is no index."""
    kept = meta.search_index(conn)
    if kept is None:
        return None
    try:
        return msgspec.json.decode(kept, type=IndexState)
    except msgspec.MsgspecError:
        return None


def write_state(conn: Connection, state: IndexState | None) -> None:
    """In the transaction that did what it says."""
    meta.set_search_index(conn, None if state is None else msgspec.json.encode(state).decode())
