"""The text being written for each thread: the agent's alone, no answer of the portal deletes it."""

from sqlalchemy import Connection

from desk.models.snapshots import DraftView


def save_draft(
    conn: Connection,
    thread_id: int,
    text: str,
    caret: int,
    seen_version: int,
    now_ms: int,
    scroll: int = 0,
) -> None:
    """Keep `text` as the thread's draft.

    `caret`: position of the cursor, in characters. `seen_version`: the thread as the author knew
    it while writing. `now_ms`: the portal's clock. `scroll`: the editor's place, in its own unit.
    """
    conn.exec_driver_sql(
        "INSERT INTO draft (thread_id, text, caret, seen_version, saved_ms, scroll)"
        " VALUES (?,?,?,?,?,?)"
        " ON CONFLICT (thread_id) DO UPDATE SET text = excluded.text, caret = excluded.caret,"
        " seen_version = excluded.seen_version, saved_ms = excluded.saved_ms,"
        " scroll = excluded.scroll",
        (thread_id, text, caret, seen_version, now_ms, scroll),
    )


def draft_of(conn: Connection, thread_id: int) -> DraftView | None:
    """The thread's draft, None when nothing is being written."""
    row = conn.exec_driver_sql(
        "SELECT thread_id, text, caret, seen_version, saved_ms, scroll FROM draft"
        " WHERE thread_id = ?",
        (thread_id,),
    ).one_or_none()
    return None if row is None else DraftView(*row)


def discard_draft(conn: Connection, thread_id: int) -> None:
    """The author throws the text away."""
    conn.exec_driver_sql("DELETE FROM draft WHERE thread_id = ?", (thread_id,))


def discard_published(conn: Connection, thread_id: int, text: str) -> bool:
    """Remove the draft if it is what was published; one that went on growing stays.

    Blanks at the ends are not a difference: the portal strips them. Returns whether a draft was
    removed.
    """
    present = draft_of(conn, thread_id)
    if present is None or present.text.strip() != text.strip():
        return False
    discard_draft(conn, thread_id)
    return True


def give_back(conn: Connection, thread_id: int, text: str, seen_version: int, now_ms: int) -> None:
    """Return a refused text to the author, unless something else is already being written there.

    In that case both are kept: the newer one as the draft, the refused one in its outbox entry.
    An empty draft is nothing being written.
    """
    present = draft_of(conn, thread_id)
    if present is None or not present.text.strip():
        save_draft(conn, thread_id, text, len(text), seen_version, now_ms)


def looked_at(conn: Connection, thread_id: int, version: int) -> None:
    """The author has seen the thread at `version` and goes on writing."""
    conn.exec_driver_sql(
        "UPDATE draft SET seen_version = ? WHERE thread_id = ?", (version, thread_id)
    )


def advance(conn: Connection, thread_id: int, seen: int, now: int) -> None:
    """The thread went from `seen` to `now` by the author's own action: nothing new to read."""
    conn.exec_driver_sql(
        "UPDATE draft SET seen_version = ? WHERE thread_id = ? AND seen_version = ?",
        (now, thread_id, seen),
    )
