"""One conversation out of the store, with the agent's own draft and outbox laid over it."""

from sqlalchemy import Connection, RowMapping

from desk.models import drafts, history, outbox, reviews
from desk.models.snapshots import (
    EarlierThread,
    MessageView,
    NotificationView,
    PauseView,
    Proxy,
    Reach,
    ThreadView,
)

_LEVELS = ("theme", "sujet", "motif")
EARLIER = 50
"""The same adherent's other exchanges shown: as many as the adherent sees (R-HOM-07)."""


def thread_view(
    conn: Connection, thread_id: int, now_ms: int, my_agent_id: int
) -> ThreadView | None:
    """The conversation, None when the store does not hold it.

    `now_ms`: the portal's clock; a lease that has run out by then is nobody's.
    """
    row = (
        conn.exec_driver_sql(
            "SELECT t.*, m.label AS motif_label, m.sujet_label, m.theme_label, m.medical,"
            " m.online_service, c.label AS competence_label, o.label AS original_motif_label,"
            " o.sujet_label AS original_sujet_label, o.theme_label AS original_theme_label"
            " FROM thread t LEFT JOIN motif m ON m.code = t.motif"
            " LEFT JOIN motif o ON o.code = t.original_motif"
            " LEFT JOIN competence c ON c.code = t.competence WHERE t.id = ?",
            (thread_id,),
        )
        .mappings()
        .one_or_none()
    )
    if row is None:
        return None
    waiting = tuple(outbox.views(conn, thread_id))
    held = row["claim_expires_ms"] is not None and row["claim_expires_ms"] > now_ms
    return ThreadView(
        thread_id=thread_id,
        reference=row["reference"],
        version=row["version"],
        adherent_id=row["adherent_id"],
        adherent_name=row["adherent_name"],
        civility=row["civility"],
        addressed_name=row["addressed_name"],
        profile=row["profile"],
        identifier_masked=row["identifier_masked"],
        email_state=row["email_state"],
        # A code the catalogue does not hold yet is shown as it is rather than as nothing.
        theme=row["theme"],
        theme_label=row["theme_label"] or row["theme"],
        sujet_label=row["sujet_label"] or row["sujet"],
        motif=row["motif"],
        motif_label=row["motif_label"] or row["motif"],
        medical=bool(row["medical"]),
        online_service=row["online_service"],
        competence=row["competence"],
        competence_label=row["competence_label"] or row["competence"],
        kind=row["kind"],
        status=row["status"],
        sent_ms=row["sent_ms"],
        due_ms=row["due_ms"] if row["paused_due_ms"] is None else row["paused_due_ms"],
        answered_ms=row["answered_ms"],
        policy=row["policy"],
        budget_s=row["budget_s"],
        claim_name=row["claim_name"] if held else None,
        claimed_by_me=held and row["claim_agent_id"] == my_agent_id,
        claim_expires_ms=row["claim_expires_ms"] if held else None,
        messages=_messages(conn, thread_id, my_agent_id),
        notifications=_notifications(conn, thread_id),
        draft=drafts.draft_of(conn, thread_id),
        outbox=waiting,
        earlier=_earlier(conn, thread_id, row["adherent_id"]),
        original_motif=row["original_motif"],
        former_names=_former_names(row),
        original_motif_label=row["original_motif_label"] or row["original_motif"],
        notes=history.notes(conn, thread_id, my_agent_id, waiting),
        events=history.events(conn, thread_id),
        scheduled=history.scheduled(conn, thread_id, my_agent_id, waiting),
        review=reviews.review_of(conn, thread_id, my_agent_id, waiting),
        pending=history.pending(conn, waiting),
        pause=None
        if row["paused_since_ms"] is None
        else PauseView(row["paused_since_ms"], row["paused_reason"], row["paused_left_ms"]),
        reach=Reach(
            bool(row["notify_by_email"]),
            bool(row["notify_by_sms"]),
            bool(row["notify_by_post"]),
            row["sms_state"],
            _refused(conn, row["adherent_id"], "sms"),
            _refused(conn, row["adherent_id"], "email"),
            row["email_failing_ms"],
        ),
        assigned_name=row["assigned_name"],
        assigned_to_me=row["assigned_agent_id"] == my_agent_id,
    )


def _former_names(row: RowMapping) -> tuple[str, ...]:
    """The words of the day of sending that the catalogue no longer has for the adherent's own
    choice, theme first.
    """
    chosen = "original_" if row["original_motif"] is not None else ""
    pairs = [(row[f"filed_{each}"], row[f"{chosen}{each}_label"]) for each in _LEVELS]
    return tuple(filed for filed, now in pairs if filed and now and filed != now)


def _messages(conn: Connection, thread_id: int, my_agent_id: int) -> tuple[MessageView, ...]:
    rows = conn.exec_driver_sql(
        "SELECT id, direction, kind, author_name, text, at_ms, undo_until_ms,"
        " coalesce(author_id = ?, 0), written_by, writer_civility, writer_addressed_name,"
        " read_ms, read_by"
        " FROM message WHERE thread_id = ? ORDER BY at_ms, id",
        (my_agent_id, thread_id),
    )
    return tuple(
        MessageView(
            message_id,
            direction,
            kind,
            author,
            text,
            at_ms,
            undo_until_ms,
            bool(mine),
            None if writer is None else Proxy(writer, civility, addressed_name),
            read_ms,
            read_by,
        )
        for (
            message_id,
            direction,
            kind,
            author,
            text,
            at_ms,
            undo_until_ms,
            mine,
            writer,
            civility,
            addressed_name,
            read_ms,
            read_by,
        ) in rows
    )


def _notifications(conn: Connection, thread_id: int) -> tuple[NotificationView, ...]:
    return tuple(
        NotificationView(*row)
        for row in conn.exec_driver_sql(
            "SELECT id, message_id, kind, channel, state, attempts, cause, next_try_ms,"
            " handed_over_ms, mail_id, told_proxy, returned_ms, delivered_ms FROM notification"
            " WHERE thread_id = ? ORDER BY id",
            (thread_id,),
        )
    )


def _earlier(conn: Connection, thread_id: int, adherent_id: int) -> tuple[EarlierThread, ...]:
    return tuple(
        EarlierThread(*row)
        for row in conn.exec_driver_sql(
            "SELECT t.id, t.reference, coalesce(m.label, t.motif), t.sent_ms, t.status"
            " FROM thread t LEFT JOIN motif m ON m.code = t.motif"
            " WHERE t.adherent_id = ? AND t.id != ? ORDER BY t.sent_ms DESC, t.id DESC LIMIT ?",
            (adherent_id, thread_id, EARLIER),
        )
    )


def _refused(conn: Connection, adherent_id: int, channel: str) -> bool:
    """Whether the adherent's address or number refused what was last sent there.

    A server that could not be reached says nothing of the address.
    """
    last = conn.exec_driver_sql(
        "SELECT n.state FROM thread t JOIN notification n ON n.thread_id = t.id"
        " WHERE t.adherent_id = ? AND n.channel = ? AND n.told_proxy IS NULL"
        " AND (n.state = 'handed_over'"
        " OR n.cause IN ('recipient_refused', 'invalid_address', 'number_refused',"
        " 'telephone_unreachable', 'sms_undelivered'))"
        " ORDER BY n.id DESC LIMIT 1",
        (adherent_id, channel),
    ).scalar()
    return last == "failed"
