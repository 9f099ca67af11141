"""Entries of the outbox as they stand: for whoever sends them and for the windows."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection

from desk.models.actions import Action, ActionBody, decode
from desk.models.outbox.errors import ImpossibleTransition
from desk.models.snapshots import OutboxView, ReplyState

UNDER_WAY = (ReplyState.QUEUED, ReplyState.SENDING, ReplyState.UNCONFIRMED)


class Entry(msgspec.Struct, frozen=True):
    """One entry, as the publisher needs it to make the request."""

    event_id: str
    kind: Action
    thread_id: int
    seen_version: int
    body: ActionBody
    state: ReplyState
    created_ms: int
    attempts: int

    @property
    def text(self) -> str:
        """Of a reply, scheduled or not, or of a note."""
        return self.body.text

    @property
    def reply_kind(self) -> str:
        """``answer`` or ``holding`` for a reply, else empty."""
        return self.body.kind


def reply_under_way(conn: Connection, thread_id: int) -> bool:
    """A reply of this thread, scheduled or not, may still leave, or may have left."""
    return bool(
        conn.exec_driver_sql(
            "SELECT 1 FROM outbox WHERE thread_id = ?"
            " AND kind IN ('reply', 'schedule', 'ask_review')"
            " AND state IN ('queued', 'sending', 'unconfirmed')",
            (thread_id,),
        ).scalar()
    )


def newest_under_way(conn: Connection, thread_id: int) -> Entry | None:
    """The thread's last action that may still leave, or may have left; None when there is none."""
    row = conn.exec_driver_sql(
        f"SELECT {_ENTRY} FROM outbox WHERE thread_id = ?"
        " AND state IN ('queued', 'sending', 'unconfirmed') ORDER BY seq DESC LIMIT 1",
        (thread_id,),
    ).one_or_none()
    return None if row is None else _entry(row)


def next_due(conn: Connection, now_ms: int) -> list[Entry]:
    """What may be sent now: of each thread the oldest entry under way, if its time has come.

    An entry that waits for its next try holds back the later ones of its own thread, and nobody
    else's.
    """
    rows = conn.exec_driver_sql(
        f"SELECT {_ENTRY} FROM outbox JOIN ("
        " SELECT min(seq) AS first FROM outbox"
        " WHERE state IN ('queued', 'sending', 'unconfirmed') GROUP BY thread_id"
        ") ON seq = first"
        " WHERE state != 'sending' AND coalesce(next_try_ms, 0) <= ? ORDER BY seq",
        (now_ms,),
    )
    return [_entry(row) for row in rows]


def next_try_ms(conn: Connection) -> int | None:
    """When the earliest waiting entry wants to be tried again; None when none waits."""
    value = conn.exec_driver_sql(
        "SELECT min(next_try_ms) FROM outbox WHERE state IN ('queued', 'unconfirmed')"
    ).scalar()
    return None if value is None else int(value)


def entry_of(conn: Connection, event_id: str) -> Entry:
    """Raises ImpossibleTransition when no entry has this id."""
    row = conn.exec_driver_sql(
        f"SELECT {_ENTRY} FROM outbox WHERE id = ?",
        (event_id,),
    ).one_or_none()
    if row is None:
        raise ImpossibleTransition(f"no entry {event_id}")
    return _entry(row)


def tried_before(conn: Connection, thread_id: int, body: ActionBody) -> str | None:
    """The ended entry under which these very words were tried and not confirmed; None if none.

    Its key asks the portal what became of them, where a new key could publish them twice.
    """
    return _saying(
        conn,
        thread_id,
        body,
        "attempts > 0 AND portal_id IS NULL AND state IN ('rejected', 'conflict', 'cancelled')",
    )


def published_before(conn: Connection, thread_id: int, body: ActionBody) -> str | None:
    """The entry under which the portal accepted these very words, not taken back; None if none."""
    return _saying(conn, thread_id, body, "state = 'published'")


def _saying(conn: Connection, thread_id: int, body: ActionBody, condition: str) -> str | None:
    """The newest reply of the thread with these words that fulfils `condition`."""
    rows = conn.exec_driver_sql(
        "SELECT id, body FROM outbox WHERE thread_id = ? AND kind = 'reply'"
        f" AND {condition} ORDER BY seq DESC",
        (thread_id,),
    )
    for event_id, encoded in rows:
        tried = decode(encoded)
        if (tried.text, tried.kind) == (body.text, body.kind):
            return str(event_id)
    return None


def views(conn: Connection, thread_id: int | None = None) -> list[OutboxView]:
    """The outbox as the windows show it, oldest first; of one thread, or whole."""
    where, values = ("", ()) if thread_id is None else (" WHERE o.thread_id = ?", (thread_id,))
    return [_view(row) for row in conn.exec_driver_sql(f"{_VIEW}{where} ORDER BY o.seq", values)]


def view_of(conn: Connection, event_id: str) -> OutboxView:
    """One entry; raises ImpossibleTransition when no entry has this id."""
    row = conn.exec_driver_sql(f"{_VIEW} WHERE o.id = ?", (event_id,)).one_or_none()
    if row is None:
        raise ImpossibleTransition(f"no entry {event_id}")
    return _view(row)


_ENTRY = "id, kind, thread_id, seen_version, body, state, created_ms, attempts"


_VIEW = (
    "SELECT o.id, o.kind, o.thread_id, coalesce(t.reference, ''), coalesce(t.adherent_name, ''),"
    " o.body, o.state, o.created_ms, o.attempts, o.next_try_ms, o.problem, o.problem_detail,"
    " o.portal_id, o.published_ms FROM outbox o LEFT JOIN thread t ON t.id = o.thread_id"
)


def _entry(row: Sequence[Any]) -> Entry:
    event_id, kind, thread_id, seen, body, state, created, attempts = row
    return Entry(
        event_id=event_id,
        kind=Action(kind),
        thread_id=thread_id,
        seen_version=seen,
        body=decode(body),
        state=ReplyState(state),
        created_ms=created,
        attempts=attempts,
    )


def _view(row: Sequence[Any]) -> OutboxView:
    event_id, kind, thread_id, reference, name, stored, state, *rest = row
    body = decode(stored)
    with_text = (Action.REPLY, Action.SCHEDULE, Action.ASK_REVIEW, Action.NOTE)
    text = body.text if kind in with_text else ""
    view = OutboxView(event_id, kind, thread_id, reference, name, text, ReplyState(state), *rest)
    return replace(view, body=body)
