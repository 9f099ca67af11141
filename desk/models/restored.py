"""What becomes of an agent's work when the portal was restored from a backup.

The restored portal has forgotten its last hours, and gives their numbers out again: exchange 57,
version 3, message 910 may now be others. So, in the transactions that enter its first snapshot::

    first page   `begin`   what waits in the outbox is asked upon no version at all: the portal
                           refuses it unless it knows its key, and its author looks first
    last page    `finish`  a text whose exchange number belongs to somebody else now is put aside,
                           under a number that no exchange has; a reply that was published and is
                           no longer there goes back to its author: *rejected*, its text a draft;
                       a note likewise, its text in the outbox

Nothing the agent wrote is deleted, and nothing is sent again by itself.
"""

import json

from sqlalchemy import Connection

from desk.models import drafts, meta, threads
from desk.models.actions import Action, decode

RESTORED = "portal-restored"
"""The `problem` of an entry that only the portal of before knew."""

_WRITTEN_FOR = (
    "SELECT thread_id FROM draft UNION SELECT thread_id FROM draft_version"
    " UNION SELECT thread_id FROM outbox UNION SELECT thread_id FROM review_work"
)
_MOVED = ("draft", "draft_version", "draft_copy", "seen", "review_work", "outbox")


def begin(conn: Connection) -> None:
    """Before the first page of the other portal enters: note whose exchanges were written for."""
    conn.exec_driver_sql(
        "UPDATE outbox SET seen_version = 0 WHERE state IN ('queued', 'unconfirmed', 'rejected')"
    )
    conn.exec_driver_sql("UPDATE draft SET seen_version = 0")
    conn.exec_driver_sql("DELETE FROM draft_copy")
    if meta.before_restoration(conn) is not None:
        return  # restored once more before the first one was read whole
    rows = conn.exec_driver_sql(
        f"SELECT id, adherent_id, sent_ms FROM thread WHERE id IN ({_WRITTEN_FOR})"
    )
    known = {str(thread_id): [adherent, sent] for thread_id, adherent, sent in rows}
    meta.set_before_restoration(conn, json.dumps(known))


def finish(conn: Connection, now_ms: int) -> int:
    """After the last page: put right what belongs to the portal of before.

    Returns how many texts the portal had and has no longer. Does nothing, and returns 0, when no
    restoration was begun.
    """
    noted = meta.before_restoration(conn)
    if noted is None:
        return 0
    # Exchanges that were not here before either (transferred, purged) tell nothing.
    known = {int(thread_id): tuple(who) for thread_id, who in json.loads(noted).items()}
    lost = 0
    for thread_id, who in known.items():
        present = conn.exec_driver_sql(
            "SELECT adherent_id, sent_ms FROM thread WHERE id = ?", (thread_id,)
        ).one_or_none()
        here = thread_id
        if present is not None and tuple(present) != who:
            here = _put_aside(conn, thread_id)
        lost += _give_lost_texts_back(conn, here, now_ms)
    meta.set_before_restoration(conn, None)
    return lost


def _put_aside(conn: Connection, thread_id: int) -> int:
    """The number is another exchange's now: what was written must never be sent there.

    Returns the number, below zero, under which it is kept.
    """
    taken = (conn.exec_driver_sql(f"SELECT min(thread_id) FROM {name}").scalar() for name in _MOVED)
    aside = min(0, *(int(each) for each in taken if each is not None)) - 1
    conn.exec_driver_sql(
        "UPDATE outbox SET state = 'rejected', problem = ?, next_try_ms = NULL"
        " WHERE thread_id = ? AND state IN ('queued', 'unconfirmed', 'conflict')",
        (RESTORED, thread_id),
    )
    for name in _MOVED:
        conn.exec_driver_sql(
            f"UPDATE {name} SET thread_id = ? WHERE thread_id = ?",
            (aside, thread_id),
        )
    return aside


def _give_lost_texts_back(conn: Connection, thread_id: int, now_ms: int) -> int:
    """Replies, scheduled ones and notes that arrived at the portal of before and are not there."""
    there = {
        text.strip()
        for (text,) in conn.exec_driver_sql(
            "SELECT text FROM message WHERE thread_id = :id AND direction = 'out'"
            " UNION SELECT text FROM scheduled_reply WHERE thread_id = :id"
            " UNION SELECT text FROM review WHERE thread_id = :id"
            " UNION SELECT text FROM thread_note WHERE thread_id = :id",
            {"id": thread_id},
        )
    }
    lost = 0
    for event_id, kind, body in conn.exec_driver_sql(
        "SELECT id, kind, body FROM outbox WHERE thread_id = ? AND state = 'published'"
        " AND (kind IN ('reply', 'schedule', 'note') OR kind = 'ask_review' AND EXISTS"
        " (SELECT 1 FROM thread WHERE id = thread_id AND status = 'open')) ORDER BY seq",
        (thread_id,),
    ).all():
        text = decode(body).text
        if text.strip() in there:
            continue
        conn.exec_driver_sql(
            "UPDATE outbox SET state = 'rejected', problem = ?, portal_id = NULL,"
            " published_ms = NULL, seen_version = 0 WHERE id = ?",
            (RESTORED, event_id),
        )
        if Action(kind).carries_draft:
            # The author sees the exchange as it is now when the text comes back.
            version = threads.version_of(conn, thread_id) or 0
            drafts.give_back(conn, thread_id, text, version, now_ms)
        lost += 1
    return lost
