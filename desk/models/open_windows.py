"""Which exchanges the agent has in windows of their own: opened again at the next start."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection

from desk.models import meta


class OpenWindow(msgspec.Struct, frozen=True):
    """One exchange and where its window stood."""

    thread_id: int
    geometry: str
    """As the window system's library writes it, in base64; empty: nowhere yet."""


def read_windows(connection: Connection) -> tuple[OpenWindow, ...]:
    """In the order of their opening; those whose exchange is no longer here are left out."""
    saved = meta.open_windows(connection)
    if saved is None:
        return ()
    try:
        kept = msgspec.json.decode(saved, type=list[OpenWindow])
    except msgspec.MsgspecError:
        return ()  # of a version that wrote it otherwise
    here = connection.exec_driver_sql(
        "SELECT id FROM thread WHERE id IN (SELECT value FROM json_each(?))",
        (msgspec.json.encode([each.thread_id for each in kept]).decode(),),
    )
    known = set(here.scalars())
    return tuple(each for each in kept if each.thread_id in known)


def write_windows(connection: Connection, windows: Sequence[OpenWindow]) -> None:
    """Save them for the next start."""
    meta.set_open_windows(connection, msgspec.json.encode(list(windows)).decode())
