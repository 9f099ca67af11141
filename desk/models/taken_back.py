"""A reply that the portal no longer publishes: its outbox entry follows what the exchange tells.

Its author may have taken it back on another PC; or the portal did, because the adherent completed
the exchange while the reply could still be taken back. Either way the adherent never saw it, and
*published* is no longer true.
"""

from collections.abc import Iterable

from sqlalchemy import Connection

from desk import wire

BY_THE_PORTAL = "adherent-wrote"
"""The entry's `problem`: nobody asked for it, the portal keeps the text as a held reply."""


def follow_taken_back(conn: Connection, threads: Iterable[wire.Thread]) -> bool:
    """Published replies that these exchanges say were taken back become *cancelled*.

    Returns whether any entry moved. The text stays in the entry; a draft is not touched.
    """
    moved = 0
    for thread in threads:
        for event in thread.events:
            message_id = message_named(event.detail)
            if event.kind == "reply_withdrawn" and message_id is not None:
                problem = BY_THE_PORTAL if event.author_name is None else ""
                moved += conn.exec_driver_sql(
                    "UPDATE outbox SET state = 'cancelled', problem = ?"
                    " WHERE thread_id = ? AND portal_id = ? AND kind = 'reply'"
                    " AND state = 'published'",
                    (problem, thread.id, message_id),
                ).rowcount
    return moved > 0


def message_named(detail: str) -> int | None:
    """Of ``message:<id>``, as `wire.ThreadEvent` says; None when it names something else."""
    name, _, number = detail.partition(":")
    return int(number) if name == "message" and number.isdecimal() else None
