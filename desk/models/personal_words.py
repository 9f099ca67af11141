"""Words that the agent taught the spelling: in the encrypted store, for they may be names."""

import msgspec
from sqlalchemy import Connection

from desk.models import meta

MOST = 5_000


def personal_words(conn: Connection) -> frozenset[str]:
    """All of them."""
    kept = meta.personal_words(conn)
    if kept is None:
        return frozenset()
    try:
        return frozenset(msgspec.json.decode(kept, type=list[str]))
    except msgspec.MsgspecError:
        return frozenset()


def learn(conn: Connection, word: str) -> None:
    """Add one; past `MOST` nothing is added."""
    known = personal_words(conn)
    if len(known) < MOST:
        _keep(conn, known | {word})


def forget(conn: Connection, word: str) -> None:
    """Take one away again."""
    _keep(conn, personal_words(conn) - {word})


def _keep(conn: Connection, words: frozenset[str]) -> None:
    meta.set_personal_words(conn, msgspec.json.encode(sorted(words)).decode())
