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

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from desk.models.actions import Action, ActionBody, encode
from desk.models.outbox.entries import Entry, entry_of, reply_under_way
from desk.models.outbox.errors import ImpossibleTransition, ReplyUnderWay
from desk.models.snapshots import ReplyState


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
        " AND kind IN ('claim', 'release', 'withdraw', 'unschedule', 'withdraw_review')",
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


def _move(
    conn: Connection,
    event_id: str,
    assignments: str,
    values: tuple[object, ...],
    allowed: tuple[ReplyState, ...],
) -> None:
    states = ", ".join(f"'{state.value}'" for state in allowed)
    moved = conn.exec_driver_sql(
        f"UPDATE outbox SET {assignments} WHERE id = ? AND state IN ({states})",
        (*values, event_id),
    )
    if moved.rowcount != 1:
        raise ImpossibleTransition(f"{event_id} is not in one of {states}")
