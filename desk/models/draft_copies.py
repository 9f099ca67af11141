"""What this PC knows of the copies of drafts kept with the portal. The rules of two PCs, no Qt."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection

from desk import wire
from desk.models import draft_journal, drafts
from desk.models.snapshots import DraftView


class Pending(msgspec.Struct, frozen=True):
    """A copy that no longer says what the draft says."""

    thread_id: int
    text: str | None
    """None: there is no draft any more."""
    revision: int | None
    """Of the copy; None: the portal has none of ours."""


class Differing(msgspec.Struct, frozen=True):
    """The same agent wrote something else on another PC."""

    local: DraftView
    remote: wire.Draft


def pending(conn: Connection) -> list[Pending]:
    """What the portal should be told, oldest draft first: not what was put aside (`restored`)."""
    rows = conn.exec_driver_sql(
        "SELECT d.thread_id, d.text, c.revision FROM draft d"
        " LEFT JOIN draft_copy c ON c.thread_id = d.thread_id"
        " WHERE d.thread_id > 0 AND trim(d.text) != '' AND (c.text IS NULL OR c.text != d.text)"
        " ORDER BY d.saved_ms"
    ).all()
    gone = conn.exec_driver_sql(
        "SELECT thread_id, NULL, revision FROM draft_copy c WHERE NOT EXISTS"
        " (SELECT 1 FROM draft d WHERE d.thread_id = c.thread_id AND trim(d.text) != '')"
    ).all()
    return [Pending(*row) for row in (*rows, *gone)]


def agree(conn: Connection, thread_id: int, revision: int, text: str) -> None:
    """The portal's copy is `revision`, which says `text`, and this PC has seen it."""
    conn.exec_driver_sql(
        "INSERT INTO draft_copy (thread_id, revision, text) VALUES (?,?,?) ON CONFLICT (thread_id)"
        " DO UPDATE SET revision = excluded.revision, text = excluded.text",
        (thread_id, revision, text),
    )


def forget(conn: Connection, thread_id: int) -> None:
    """The portal has no copy of ours."""
    conn.exec_driver_sql("DELETE FROM draft_copy WHERE thread_id = ?", (thread_id,))


def reconcile(
    conn: Connection, remotes: Sequence[wire.Draft], now_ms: int
) -> tuple[list[int], list[Differing]]:
    """Compare all copies with this PC's drafts.

    A copy of what is not being written here becomes the draft here; one that says the same is
    agreed upon; one that says something else is left to the agent: nothing is overwritten. A copy
    that was thrown away elsewhere takes no text away here.

    Returns the threads whose draft came from the portal, and what the agent must look at.
    """
    known = {
        int(row[0]): int(row[1])
        for row in conn.exec_driver_sql("SELECT thread_id, revision FROM draft_copy")
    }
    for thread_id in known.keys() - {each.thread_id for each in remotes}:
        forget(conn, thread_id)
    came: list[int] = []
    differing: list[Differing] = []
    for remote in remotes:
        if known.get(remote.thread_id) == remote.revision:
            continue
        local = drafts.draft_of(conn, remote.thread_id)
        if local is not None and local.text.strip() and local.text != remote.text:
            differing.append(Differing(local, remote))
            continue
        if (local is None or not local.text.strip()) and not _was_sent(conn, remote):
            _adopt(conn, remote, now_ms)
            came.append(remote.thread_id)
        agree(conn, remote.thread_id, remote.revision, remote.text)
    return came, differing


def take(conn: Connection, remote: wire.Draft, now_ms: int) -> DraftView:
    """The agent chose the other PC's text; this one's stays in the journal."""
    local = drafts.draft_of(conn, remote.thread_id)
    if local is not None:
        draft_journal.set_aside(conn, remote.thread_id, local.text, now_ms)
    agree(conn, remote.thread_id, remote.revision, remote.text)
    return _adopt(conn, remote, now_ms)


def _adopt(conn: Connection, remote: wire.Draft, now_ms: int) -> DraftView:
    # Which version its author had seen is not known: the oldest, so that anything newer is shown.
    local = drafts.draft_of(conn, remote.thread_id)
    seen = 1 if local is None else local.seen_version
    text = remote.text
    drafts.save_draft(conn, remote.thread_id, text, len(text), seen, now_ms)
    draft_journal.keep(conn, remote.thread_id, text, now_ms)
    return DraftView(remote.thread_id, text, len(text), seen, now_ms)


def _was_sent(conn: Connection, remote: wire.Draft) -> bool:
    """The copy of a text that has left from this PC, or is about to, is no draft."""
    texts = conn.exec_driver_sql(
        "SELECT json_extract(body, '$.text') FROM outbox WHERE thread_id = ?"
        " AND kind IN ('reply', 'schedule', 'ask_review')"
        " AND state IN ('queued', 'sending', 'unconfirmed', 'published')",
        (remote.thread_id,),
    ).scalars()
    return any((each or "").strip() == remote.text.strip() for each in texts)
