"""Requests for appointments as the portal said them."""

from collections.abc import Iterable
from datetime import date

import msgspec
from sqlalchemy import Connection

from desk import wire
from desk.instants import to_ms

_UPSERT = (
    "INSERT INTO appointment (id, version, state, asked_ms, agreed_day, body) VALUES (?,?,?,?,?,?)"
    " ON CONFLICT (id) DO UPDATE SET version = excluded.version, state = excluded.state,"
    " asked_ms = excluded.asked_ms, agreed_day = excluded.agreed_day, body = excluded.body"
    " WHERE excluded.version {newer} appointment.version AND excluded.body != appointment.body"
)
_FROM_THE_FEED = _UPSERT.format(newer=">=")
"""Its e-mail may have come further without another version."""
_FROM_AN_ANSWER = _UPSERT.format(newer=">")
"""The feed may have told more since the portal answered."""

_one = msgspec.json.Decoder(wire.Appointment)


def apply_changes(conn: Connection, page: wire.ChangesPage) -> bool:
    """Enter what a page of the feed says of requests; whether anything is another than before."""
    changed = _write(conn, _FROM_THE_FEED, page.appointments)
    for each in page.deleted_appointment_ids:
        gone = conn.exec_driver_sql("DELETE FROM appointment WHERE id = ?", (each,))
        changed = changed or gone.rowcount > 0
    return changed


def begin_again(conn: Connection, open_requests: Iterable[wire.Appointment]) -> None:
    """The first page of a snapshot: these are all that are open, whatever was here before."""
    conn.exec_driver_sql("DELETE FROM appointment")
    _write(conn, _FROM_THE_FEED, open_requests)


def enter(conn: Connection, requests: Iterable[wire.Appointment]) -> bool:
    """Enter requests that came with an answer; whether anything is another than before."""
    return _write(conn, _FROM_AN_ANSWER, requests)


def listed(conn: Connection, today: date, also: int | None = None) -> list[wire.Appointment]:
    """Those that are open, as ``GET /appointments`` has them: those that wait for the caisse first,
    the oldest first, then what was proposed, or is agreed and not over.

    `today`: at the caisse. `also`: one that is listed whatever became of it.
    """
    rows = conn.exec_driver_sql(
        "SELECT body FROM appointment WHERE state IN ('asked', 'proposed')"
        " OR state IN ('confirmed', 'withdrawn') AND agreed_day >= ? OR id = ?"
        " ORDER BY state != 'asked', agreed_day IS NULL, agreed_day, asked_ms, id",
        (today.isoformat(), also),
    )
    return [_one.decode(body) for (body,) in rows]


def waiting(conn: Connection) -> int:
    """How many wait for the caisse's answer."""
    found = conn.exec_driver_sql("SELECT count(*) FROM appointment WHERE state = 'asked'")
    return int(found.scalar_one())


def _write(conn: Connection, statement: str, requests: Iterable[wire.Appointment]) -> bool:
    changed = False
    for each in requests:
        day = None if each.agreed is None else each.agreed.day.isoformat()
        body = msgspec.json.encode(each).decode()
        row = (each.id, each.version, each.state, to_ms(each.asked_at), day, body)
        changed = conn.exec_driver_sql(statement, row).rowcount > 0 or changed
    return changed
