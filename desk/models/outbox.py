"""The agent's actions on their way to the portal, and the only ways they may change state.

::

    queued ──▶ sending ──▶ published ──▶ cancelled (a reply taken back in time)
      ▲  ▲        │ ├────▶ rejected ──▶ queued (again) / cancelled
      │  └────────┤ ├────▶ conflict ──▶ cancelled (a new entry takes its place)
      │ not taken │ └────▶ unconfirmed ──▶ sending (the same key again)
      └───────────┘
    queued ──▶ cancelled

`sending` is on the disk before the first byte leaves, so that an entry found in it at start is one
whose fate is unknown (house rules 13 and 14).
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from desk.models.actions import Action, ActionBody, decode, encode
from desk.models.snapshots import OutboxView, ReplyState

UNDER_WAY = (ReplyState.QUEUED, ReplyState.SENDING, ReplyState.UNCONFIRMED)


class ImpossibleTransition(Exception):
    """The entry is not in a state from which this may happen (or does not exist)."""


class ReplyUnderWay(Exception):
    """A reply for this thread is already queued, leaving or unconfirmed."""


@dataclass(frozen=True, slots=True)
class Entry:
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


def enqueue(
    conn: Connection,
    kind: str,
    thread_id: int,
    seen_version: int,
    now_ms: int,
    *,
    text: str = "",
    reply_kind: str = "answer",
    body: ActionBody | None = None,
    event_id: str | None = None,
) -> str:
    """Write the agent's intention down; returns its id, the idempotency key.

    `body`: what the action carries; a reply may give `text` and `reply_kind` instead.

    Raises:
        ReplyUnderWay: this thread has a reply under way.
    """
    made = event_id or str(uuid.uuid4())
    action = Action(kind)
    if body is None:
        body = ActionBody(text=text, kind=reply_kind) if action is Action.REPLY else ActionBody()
    try:
        conn.exec_driver_sql(
            "INSERT INTO outbox (id, kind, thread_id, seen_version, body, state, created_ms)"
            " VALUES (?,?,?,?,?,'queued',?)",
            (made, kind, thread_id, seen_version, encode(body), now_ms),
        )
    except IntegrityError as error:
        if action.carries_draft and reply_under_way(conn, thread_id):
            raise ReplyUnderWay from error
        raise
    return made


def reply_under_way(conn: Connection, thread_id: int) -> bool:
    """A reply of this thread, scheduled or not, may still leave, or may have left."""
    return bool(
        conn.exec_driver_sql(
            "SELECT 1 FROM outbox WHERE thread_id = ? AND kind IN ('reply', 'schedule')"
            " AND state IN ('queued', 'sending', 'unconfirmed')",
            (thread_id,),
        ).scalar()
    )


def newest_under_way(conn: Connection, thread_id: int) -> Entry | None:
    """The thread's last action that may still leave, or may have left; None when there is none."""
    row = conn.exec_driver_sql(
        f"SELECT {_ENTRY} FROM outbox WHERE thread_id = ?"  # noqa: S608
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
        f"SELECT {_ENTRY} FROM outbox JOIN ("  # noqa: S608
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
        f"SELECT {_ENTRY} FROM outbox WHERE id = ?",  # noqa: S608
        (event_id,),
    ).one_or_none()
    if row is None:
        raise ImpossibleTransition(f"no entry {event_id}")
    return _entry(row)


def mark_sending(conn: Connection, event_id: str) -> Entry:
    """Before the first byte: from now on only the portal's answer tells what became of it."""
    _move(
        conn,
        event_id,
        "state = 'sending', attempts = attempts + 1, next_try_ms = NULL",
        (),
        (ReplyState.QUEUED, ReplyState.UNCONFIRMED),
    )
    return entry_of(conn, event_id)


def mark_published(
    conn: Connection, event_id: str, portal_id: int | None, published_ms: int | None
) -> None:
    """The portal has it. A reply has the portal's id and instant, unless its exchange has left the
    caisse since; other actions have none.
    """
    _move(
        conn,
        event_id,
        "state = 'published', portal_id = ?, published_ms = ?, next_try_ms = NULL,"
        " problem = '', problem_detail = ''",
        (portal_id, published_ms),
        (ReplyState.SENDING,),
    )


def mark_rejected(conn: Connection, event_id: str, problem: str, detail: str) -> None:
    """The portal refuses it, and says why (`problem` a stable code, `detail` its words)."""
    _move(
        conn,
        event_id,
        "state = 'rejected', problem = ?, problem_detail = ?, next_try_ms = NULL",
        (problem, detail),
        (ReplyState.SENDING,),
    )


def mark_conflict(conn: Connection, event_id: str, problem: str, detail: str) -> None:
    """The thread is no longer what the author saw: the author must look and choose."""
    _move(
        conn,
        event_id,
        "state = 'conflict', problem = ?, problem_detail = ?, next_try_ms = NULL",
        (problem, detail),
        (ReplyState.SENDING,),
    )


def mark_unconfirmed(conn: Connection, event_id: str, problem: str, next_try: int) -> None:
    """No answer came: the portal may have it. `next_try`: portal's clock, milliseconds."""
    _move(
        conn,
        event_id,
        "state = 'unconfirmed', problem = ?, problem_detail = '', next_try_ms = ?",
        (problem, next_try),
        (ReplyState.SENDING,),
    )


def mark_not_taken(
    conn: Connection, event_id: str, problem: str, next_try: int | None, *, was_unconfirmed: bool
) -> None:
    """This attempt surely reached nobody (not connected, signed out, told to wait).

    An entry that was unconfirmed before the attempt stays so: an *earlier* one may have arrived.
    """
    state = "unconfirmed" if was_unconfirmed else "queued"
    _move(
        conn,
        event_id,
        "state = ?, problem = ?, problem_detail = '', next_try_ms = ?",
        (state, problem, next_try),
        (ReplyState.SENDING,),
    )


def mark_seen(conn: Connection, event_id: str, version: int) -> None:
    """A waiting action that answers nobody shall be asked upon `version`."""
    conn.exec_driver_sql(
        "UPDATE outbox SET seen_version = ? WHERE id = ? AND state = 'queued'"
        " AND kind IN ('claim', 'release', 'withdraw', 'unschedule')",
        (version, event_id),
    )


def mark_withdrawn(conn: Connection, thread_id: int, portal_id: int) -> None:
    """The portal took the reply `portal_id` back at its author's wish: it was never shown.

    Nothing happens when it was published from another PC.
    """
    conn.exec_driver_sql(
        "UPDATE outbox SET state = 'cancelled' WHERE thread_id = ? AND portal_id = ?"
        " AND kind = 'reply' AND state = 'published'",
        (thread_id, portal_id),
    )


def recover(conn: Connection) -> int:
    """At start: entries found `sending` were cut off by a crash, so they are unconfirmed.

    Waiting times are forgotten too: a fresh start tries at once. Returns how many were found.
    """
    found = conn.exec_driver_sql(
        "UPDATE outbox SET state = 'unconfirmed' WHERE state = 'sending'"
    ).rowcount
    hurry(conn)
    return int(found)


def hurry(conn: Connection) -> None:
    """The portal is back: whatever waits need wait no longer, unless it was told how long."""
    conn.exec_driver_sql(
        "UPDATE outbox SET next_try_ms = NULL WHERE state IN ('queued', 'unconfirmed')"
        " AND next_try_ms IS NOT NULL AND problem NOT IN ('too-many-requests', 'unavailable')"
    )


def requeue(conn: Connection, event_id: str) -> None:
    """« Réessayer »: a refused entry goes again, a waiting one at once.

    The key stays: nothing was written under it at the portal, or the same answer comes again.

    Raises:
        ReplyUnderWay: another reply of the thread has been queued meanwhile.
    """
    entry = entry_of(conn, event_id)
    if entry.state is ReplyState.UNCONFIRMED:
        conn.exec_driver_sql("UPDATE outbox SET next_try_ms = NULL WHERE id = ?", (event_id,))
        return
    if (
        entry.state is ReplyState.REJECTED
        and entry.kind.carries_draft
        and reply_under_way(conn, entry.thread_id)
    ):
        raise ReplyUnderWay
    _move(
        conn,
        event_id,
        "state = 'queued', next_try_ms = NULL, problem = '', problem_detail = ''",
        (),
        (ReplyState.REJECTED, ReplyState.QUEUED),
    )


def ask_again(conn: Connection, event_id: str, version: int, body: ActionBody) -> None:
    """What was refused is asked once more, upon the thread as it is at `version`.

    The key stays: had an earlier attempt arrived after all (a refusal may come from something that
    stands before the portal), its first answer comes again, and nothing is done twice. It goes
    behind what has been queued since.

    Raises:
        ReplyUnderWay: another reply of the thread has been queued meanwhile.
        ImpossibleTransition: it was not refused.
    """
    entry = entry_of(conn, event_id)
    if entry.kind.carries_draft and reply_under_way(conn, entry.thread_id):
        raise ReplyUnderWay
    _move(
        conn,
        event_id,
        "state = 'queued', seen_version = ?, body = ?, next_try_ms = NULL, problem = '',"
        " problem_detail = '', seq = (SELECT max(seq) + 1 FROM outbox)",
        (version, encode(body)),
        (ReplyState.REJECTED, ReplyState.CONFLICT, ReplyState.CANCELLED),
    )


def tried_before(conn: Connection, thread_id: int, body: ActionBody) -> str | None:
    """The ended entry under which these very words were tried and not confirmed; None if none.

    Its key asks the portal what became of them, where a new key could publish them twice.
    """
    rows = conn.exec_driver_sql(
        "SELECT id, body FROM outbox WHERE thread_id = ? AND kind = 'reply' AND attempts > 0"
        " AND portal_id IS NULL AND state IN ('rejected', 'conflict', 'cancelled')"
        " ORDER BY seq DESC",
        (thread_id,),
    )
    for event_id, encoded in rows:
        tried = decode(encoded)
        if (tried.text, tried.kind) == (body.text, body.kind):
            return str(event_id)
    return None


def cancel(conn: Connection, event_id: str) -> Entry:
    """The author withdraws it; only what has surely not arrived can be withdrawn."""
    _move(
        conn,
        event_id,
        "state = 'cancelled', next_try_ms = NULL",
        (),
        (ReplyState.QUEUED, ReplyState.REJECTED, ReplyState.CONFLICT),
    )
    return entry_of(conn, event_id)


def advance(conn: Connection, thread_id: int, seen: int, now: int) -> None:
    """The thread went from `seen` to `now` by my own action: what follows it may say so.

    Example: at version 4, *Prendre en charge* then *Publier*. The claim makes version 5; the reply,
    queued with 4, would be refused as stale although nobody else did anything.
    """
    conn.exec_driver_sql(
        "UPDATE outbox SET seen_version = ? WHERE thread_id = ? AND seen_version = ?"
        " AND state = 'queued'",
        (now, thread_id, seen),
    )


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
    text = body.text if kind in (Action.REPLY, Action.SCHEDULE, Action.NOTE) else ""
    view = OutboxView(event_id, kind, thread_id, reference, name, text, ReplyState(state), *rest)
    return replace(view, body=body)


def _move(
    conn: Connection,
    event_id: str,
    assignments: str,
    values: tuple[object, ...],
    allowed: tuple[ReplyState, ...],
) -> None:
    states = ", ".join(f"'{state.value}'" for state in allowed)
    moved = conn.exec_driver_sql(
        f"UPDATE outbox SET {assignments} WHERE id = ? AND state IN ({states})",  # noqa: S608
        (*values, event_id),
    )
    if moved.rowcount != 1:
        raise ImpossibleTransition(f"{event_id} is not in one of {states}")
