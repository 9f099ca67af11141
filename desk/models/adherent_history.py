"""What one adherent and the caisse have written to each other, out of the store."""

import msgspec
from sqlalchemy import Connection

from desk.models.folding import fold

LONGEST = 50
"""Exchanges shown: as many as the adherent sees (R-HOM-07)."""


class PastExchange(msgspec.Struct, frozen=True):
    """One line of an adherent's history."""

    thread_id: int
    reference: str
    motif_label: str
    sent_ms: int
    status: str


def exchanges_of(
    conn: Connection, adherent_id: int, since_ms: int, text: str = ""
) -> tuple[PastExchange, ...]:
    """Those that are open first, then the newest first.

    `text`: every word of it stands in the motif, the reference or a text, whatever the case and
    the accents; empty: all of them.
    """
    rows = conn.exec_driver_sql(
        "SELECT t.id, t.reference, coalesce(m.label, t.motif), t.sent_ms, t.status"
        " FROM thread t LEFT JOIN motif m ON m.code = t.motif"
        " WHERE t.adherent_id = ? AND t.sent_ms >= ? ORDER BY t.sent_ms DESC, t.id DESC LIMIT ?",
        (adherent_id, since_ms, LONGEST),
    )
    found = [PastExchange(*row) for row in rows]
    sought = fold(text).split()
    if sought:
        found = [each for each in found if _holds(conn, each, sought)]
    return tuple(sorted(found, key=lambda each: each.status != "open"))


def _holds(conn: Connection, exchange: PastExchange, sought: list[str]) -> bool:
    texts = conn.exec_driver_sql(
        "SELECT text FROM message WHERE thread_id = ?", (exchange.thread_id,)
    ).scalars()
    words = fold("\n".join((exchange.motif_label, exchange.reference, *texts)))
    return all(each in words for each in sought)
