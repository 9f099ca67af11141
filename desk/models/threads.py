"""Threads as the portal said them: how its pages enter the store."""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from desk import wire
from desk.countdown import paused_due_ms
from desk.instants import to_ms
from desk.models import reviews
from desk.models.folding import fold
from desk.models.search import index
from desk.models.snapshots import StoreChange
from desk.models.taken_back import follow_taken_back

FIRST_WORDS = 160
"""Characters of the question that lists show."""

_THREAD_COLUMNS = (
    "id, reference, version, adherent_id, adherent_name, civility, first_name, family_name,"
    " used_name, addressed_name, profile, identifier_masked, email_state, theme, sujet, motif,"
    " competence, kind, status, sent_ms, due_ms, answered_ms, policy, budget_s, claim_agent_id,"
    " claim_name, claim_since_ms, claim_expires_ms, first_words, folded, original_motif,"
    " paused_since_ms, paused_left_ms, paused_due_ms, paused_reason, notify_by_email,"
    " notify_by_sms, notify_by_post, email_failing_ms, sms_state, assigned_agent_id,"
    " assigned_name, filed_theme, filed_sujet, filed_motif"
)
_NAMES = [name.strip() for name in _THREAD_COLUMNS.split(",")]
_UPSERT_THREAD = (
    f"INSERT INTO thread ({_THREAD_COLUMNS}) VALUES ({','.join('?' * len(_NAMES))})"
    " ON CONFLICT (id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _NAMES if name != "id")
)
# A message or notification id that is already there belongs to the database the portal had before
# it was restored: the newer word wins.
_INSERT_MESSAGE = (
    "INSERT OR REPLACE INTO message (id, thread_id, direction, kind, author_id, author_name, text,"
    " at_ms, undo_until_ms, written_by, writer_civility, writer_addressed_name, read_ms, read_by)"
    " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_INSERT_NOTIFICATION = (
    "INSERT OR REPLACE INTO notification (id, thread_id, message_id, kind, channel, state,"
    " attempts, cause, next_try_ms, handed_over_ms, mail_id, told_proxy, returned_ms,"
    " delivered_ms) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_INSERT_NOTE = (
    "INSERT OR REPLACE INTO thread_note (id, thread_id, author_id, author_name, text, at_ms)"
    " VALUES (?,?,?,?,?,?)"
)
_INSERT_EVENT = (
    "INSERT OR REPLACE INTO thread_event (id, thread_id, kind, at_ms, author_name, reason, detail)"
    " VALUES (?,?,?,?,?,?,?)"
)
_INSERT_SCHEDULED = (
    "INSERT OR REPLACE INTO scheduled_reply (id, thread_id, author_id, author_name, kind, text,"
    " publish_ms, state, reason) VALUES (?,?,?,?,?,?,?,?,?)"
)
_PARTS = ("message", "notification", "thread_note", "thread_event", "scheduled_reply", "review")
"""Tables whose rows belong to a thread and come with it."""


def apply_changes(conn: Connection, page: wire.ChangesPage) -> StoreChange:
    """Enter one page of the feed.

    A thread older than the one stored is ignored: the answer to a publication may have come before
    the feed told of an earlier claim. Drafts and outbox entries are never touched, even when their
    thread is deleted; but a reply that was taken back is no longer shown as published.
    """
    known = _versions(conn, [thread.id for thread in page.threads])
    fresh = [thread for thread in page.threads if thread.version >= known.get(thread.id, 0)]
    _write(conn, fresh, existing=[thread.id for thread in fresh if thread.id in known])
    index.refresh(conn, [thread.id for thread in fresh])
    _delete(conn, page.deleted_thread_ids)
    return StoreChange(
        origin="sync",
        threads=frozenset(thread.id for thread in fresh),
        removed=frozenset(page.deleted_thread_ids),
        outbox=follow_taken_back(conn, fresh),
    )


def apply_snapshot(conn: Connection, page: wire.SnapshotPage, after: int) -> StoreChange:
    """Enter the snapshot page that was asked with ``after=after``.

    The page is the whole truth about the ids it spans, so stored threads among them that it does
    not hold are removed. Versions are not compared: after a portal's restoration from a backup
    they may have gone back. Example: after=10, the page holds 12 and 15 and is not the last; the
    stored 11 and 14 go, 15 stays, 16 is left for the next page.
    """
    ids = [thread.id for thread in page.threads]
    if page.next_after is None:
        spanned = conn.exec_driver_sql("SELECT id FROM thread WHERE id > ?", (after,))
    else:
        spanned = conn.exec_driver_sql(
            "SELECT id FROM thread WHERE id > ? AND id <= ?", (after, page.next_after)
        )
    existing = set(spanned.scalars())
    gone = existing.difference(ids)
    _delete(conn, gone)
    _write(conn, page.threads, existing=existing.intersection(ids))
    follow_taken_back(conn, page.threads)
    # A first load does not wait for the index, which is made in pieces once the load is over.
    index.begin_again(conn)
    return StoreChange(origin="sync", everything=True)


def apply_thread(
    conn: Connection, thread: wire.Thread, *, origin: str = "publisher"
) -> StoreChange:
    """Enter one thread that came with an answer; ignored when the store knows a later version."""
    known = _versions(conn, [thread.id])
    if thread.version < known.get(thread.id, 0):
        return StoreChange(origin=origin)
    _write(conn, [thread], existing=list(known))
    index.refresh(conn, [thread.id])
    return StoreChange(
        origin=origin, threads=frozenset({thread.id}), outbox=follow_taken_back(conn, [thread])
    )


def remove(conn: Connection, thread_id: int, *, origin: str = "publisher") -> StoreChange:
    """The portal said that the thread is no longer this caisse's; drafts and outbox stay."""
    _delete(conn, [thread_id])
    return StoreChange(origin=origin, removed=frozenset({thread_id}))


def version_of(conn: Connection, thread_id: int) -> int | None:
    """The thread's version in the store, None when it is not there."""
    value = conn.exec_driver_sql(
        "SELECT version FROM thread WHERE id = ?", (thread_id,)
    ).scalar_one_or_none()
    return None if value is None else int(value)


def reply_text(conn: Connection, thread_id: int, message_id: int) -> str | None:
    """The text of one of the thread's replies, None when the store does not hold it."""
    value = conn.exec_driver_sql(
        "SELECT text FROM message WHERE id = ? AND thread_id = ? AND direction = 'out'",
        (message_id, thread_id),
    ).scalar_one_or_none()
    return None if value is None else str(value)


def own_reply(conn: Connection, thread_id: int, agent_id: int, text: str) -> tuple[int, int] | None:
    """(id, instant in ms) of the agent's newest reply with this text in the store, None when there
    is none. Blanks at the ends are not a difference: the portal strips them.
    """
    rows = conn.exec_driver_sql(
        "SELECT id, at_ms, text FROM message WHERE thread_id = ? AND direction = 'out'"
        " AND author_id = ? ORDER BY at_ms DESC, id DESC",
        (thread_id, agent_id),
    )
    for message_id, at_ms, stored in rows:
        if stored.strip() == text.strip():
            return int(message_id), int(at_ms)
    return None


def scheduled_text(conn: Connection, thread_id: int, scheduled_id: int) -> str | None:
    """The text of the thread's scheduled reply, None when the store does not hold it."""
    value = conn.exec_driver_sql(
        "SELECT text FROM scheduled_reply WHERE id = ? AND thread_id = ?",
        (scheduled_id, thread_id),
    ).scalar_one_or_none()
    return None if value is None else str(value)


def list_name(adherent: wire.Adherent) -> str:
    """The adherent as lists show them: « FERRANDIER Odile », or the company's name."""
    if not adherent.first_name or adherent.addressed_name not in (
        adherent.family_name,
        adherent.used_name,
    ):
        return adherent.addressed_name
    return f"{adherent.addressed_name.upper()} {adherent.first_name}"


def _versions(conn: Connection, ids: Iterable[int]) -> dict[int, int]:
    rows = conn.exec_driver_sql(
        "SELECT thread.id, thread.version FROM json_each(?) AS wanted"
        " JOIN thread ON thread.id = wanted.value",
        (json.dumps(list(ids)),),
    )
    return {int(row[0]): int(row[1]) for row in rows}


def _delete(conn: Connection, ids: Iterable[int]) -> None:
    rows = [(each,) for each in ids]
    if rows:
        index.forget(conn, [each for (each,) in rows])
        # Messages and notifications go with it (ON DELETE CASCADE).
        conn.exec_driver_sql("DELETE FROM thread WHERE id = ?", rows)


def _write(conn: Connection, threads: Sequence[wire.Thread], existing: Iterable[int]) -> None:
    known = json.dumps(list(existing))
    if known != "[]":
        for table in _PARTS:
            conn.exec_driver_sql(
                f"DELETE FROM {table} WHERE thread_id IN (SELECT value FROM json_each(?))",
                (known,),
            )
    rows: list[tuple[object, ...]] = []
    messages: list[tuple[object, ...]] = []
    notifications: list[tuple[object, ...]] = []
    for thread in threads:
        rows.append(_thread_row(thread))
        messages += [
            (
                each.id,
                thread.id,
                each.direction,
                each.kind,
                each.author_id,
                each.author_name,
                each.text,
                to_ms(each.at),
                None if each.undo_until is None else to_ms(each.undo_until),
                each.written_by,
                each.writer_civility,
                each.writer_addressed_name,
                None if each.read_at is None else to_ms(each.read_at),
                each.read_by,
            )
            for each in thread.messages
        ]
        notifications += [
            (
                each.id,
                thread.id,
                each.message_id,
                each.kind,
                each.channel,
                each.state,
                each.attempts,
                each.cause,
                None if each.next_try_at is None else to_ms(each.next_try_at),
                None if each.handed_over_at is None else to_ms(each.handed_over_at),
                each.mail_id,
                each.told_proxy,
                None if each.returned_at is None else to_ms(each.returned_at),
                None if each.delivered_at is None else to_ms(each.delivered_at),
            )
            for each in thread.notifications
        ]
    if rows:
        conn.exec_driver_sql(_UPSERT_THREAD, rows)
    if messages:
        conn.exec_driver_sql(_INSERT_MESSAGE, messages)
    if notifications:
        conn.exec_driver_sql(_INSERT_NOTIFICATION, notifications)
    _write_history(conn, threads)
    reviews.write(conn, threads)


def _write_history(conn: Connection, threads: Sequence[wire.Thread]) -> None:
    """Notes, events and scheduled replies: few threads have any."""
    notes = [
        (each.id, thread.id, each.author_id, each.author_name, each.text, to_ms(each.at))
        for thread in threads
        for each in thread.notes
    ]
    events = [
        (
            each.id,
            thread.id,
            each.kind,
            to_ms(each.at),
            each.author_name,
            each.reason,
            each.detail,
        )
        for thread in threads
        for each in thread.events
    ]
    scheduled = [
        (
            each.id,
            thread.id,
            each.author_id,
            each.author_name,
            each.kind,
            each.text,
            to_ms(each.publish_at),
            each.state,
            each.reason,
        )
        for thread in threads
        if (each := thread.scheduled) is not None
    ]
    if notes:
        conn.exec_driver_sql(_INSERT_NOTE, notes)
    if events:
        conn.exec_driver_sql(_INSERT_EVENT, events)
    if scheduled:
        conn.exec_driver_sql(_INSERT_SCHEDULED, scheduled)


def _thread_row(thread: wire.Thread) -> tuple[object, ...]:
    adherent, claim, filed = thread.adherent, thread.claim, thread.filed_under
    name = list_name(adherent)
    question = next((each.text for each in thread.messages if each.direction == "in"), "")
    first_words = " ".join(question[: 4 * FIRST_WORDS].split())[:FIRST_WORDS]
    return (
        thread.id,
        thread.reference,
        thread.version,
        adherent.id,
        name,
        adherent.civility,
        adherent.first_name,
        adherent.family_name,
        adherent.used_name,
        adherent.addressed_name,
        adherent.profile,
        adherent.identifier_masked,
        adherent.email_state,
        thread.theme,
        thread.sujet,
        thread.motif,
        thread.competence,
        thread.kind,
        thread.status,
        to_ms(thread.sent_at),
        _due_ms(thread),
        None if thread.answered_at is None else to_ms(thread.answered_at),
        thread.policy,
        thread.budget_seconds,
        None if claim is None else claim.agent_id,
        None if claim is None else claim.agent_name,
        None if claim is None else to_ms(claim.since),
        None if claim is None else to_ms(claim.expires_at),
        first_words,
        fold(f"{name} {thread.reference} {first_words}"),
        thread.original_motif,
        *_pause_values(thread),
        adherent.notify_by_email,
        adherent.notify_by_sms,
        adherent.notify_by_post,
        None if adherent.email_failing_since is None else to_ms(adherent.email_failing_since),
        adherent.sms_state,
        None if thread.assigned_to is None else thread.assigned_to.agent_id,
        None if thread.assigned_to is None else thread.assigned_to.agent_name,
        *((None, None, None) if filed is None else (filed.theme, filed.sujet, filed.motif)),
    )


def _due_ms(thread: wire.Thread) -> int:
    """The due instant, or the place in due order of a message whose clock stands still."""
    pause = thread.pause
    if pause is None or pause.left_ms < 0 or thread.status != "open":
        return to_ms(thread.due_at)
    return paused_due_ms(pause.left_ms)


def _pause_values(thread: wire.Thread) -> tuple[object, ...]:
    pause = thread.pause
    if pause is None:
        return (None, None, None, None)
    return (to_ms(pause.since), pause.left_ms, to_ms(thread.due_at), pause.reason)
