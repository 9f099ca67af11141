"""Notes, events and scheduled replies of a thread, with the agent's waiting actions laid over them.

What waits is shown as waiting, never as done: the portal may refuse it.
"""

from collections.abc import Sequence

from sqlalchemy import Connection

from desk.models import meta
from desk.models.actions import Action
from desk.models.snapshots import (
    EventView,
    NoteView,
    OutboxView,
    PendingView,
    ScheduledView,
)
from desk.models.taken_back import message_named


def notes(
    conn: Connection, thread_id: int, my_agent_id: int, outbox: Sequence[OutboxView]
) -> tuple[NoteView, ...]:
    """The thread's notes, oldest first; mine that are on their way, or were refused, last."""
    known = [
        NoteView(name, text, at_ms, author_id == my_agent_id, note_id)
        for note_id, author_id, name, text, at_ms in conn.exec_driver_sql(
            "SELECT id, author_id, author_name, text, at_ms FROM thread_note"
            " WHERE thread_id = ? ORDER BY at_ms, id",
            (thread_id,),
        )
    ]
    mine = [
        NoteView(_my_name(conn), each.text, each.created_ms, True, None, each.event_id, each.state)
        for each in outbox
        if each.kind == Action.NOTE and (each.state.is_under_way or each.state.awaits_author)
    ]
    return (*known, *mine)


def events(conn: Connection, thread_id: int) -> tuple[EventView, ...]:
    """What happened to the thread, oldest first, with the catalogue's labels."""
    found = []
    for event_id, kind, at_ms, author, reason, detail in conn.exec_driver_sql(
        "SELECT id, kind, at_ms, author_name, reason, detail FROM thread_event"
        " WHERE thread_id = ? ORDER BY at_ms, id",
        (thread_id,),
    ).all():
        if kind == "assigned":
            before, after = "", _assignee(conn, thread_id, detail)
        else:
            before, after = _before_and_after(conn, kind, detail)
        about = message_named(detail)
        found.append(EventView(event_id, kind, at_ms, author, reason, before, after, about))
    return tuple(found)


def scheduled(
    conn: Connection, thread_id: int, my_agent_id: int, outbox: Sequence[OutboxView]
) -> ScheduledView | None:
    """The reply the portal will publish, or the one I asked for and that is on its way there."""
    for each in reversed(outbox):
        if each.kind == Action.SCHEDULE and each.state.is_under_way:
            return ScheduledView(
                None,
                _my_name(conn),
                True,
                each.body.kind,
                each.text,
                each.body.publish_ms or each.created_ms,
                "",
                each.event_id,
            )
    row = conn.exec_driver_sql(
        "SELECT id, author_name, author_id = ?, kind, text, publish_ms,"
        " CASE state WHEN 'held' THEN reason ELSE '' END"
        " FROM scheduled_reply WHERE thread_id = ?",
        (my_agent_id, thread_id),
    ).one_or_none()
    if row is None:
        return None
    scheduled_id, name, mine, *rest = row
    return ScheduledView(scheduled_id, name, bool(mine), *rest)


def pending(conn: Connection, outbox: Sequence[OutboxView]) -> PendingView:
    """What the waiting actions will have changed. Of two of a kind the later one counts."""
    waiting = {each.kind: each for each in outbox if each.state.is_under_way}
    motif = waiting.get(Action.RECLASSIFY)
    transfer = waiting.get(Action.TRANSFER)
    return PendingView(
        motif=None if motif is None else motif.body.motif,
        motif_label=None if motif is None else _label(conn, "motif", motif.body.motif),
        transfer_to=None
        if transfer is None
        else _label(conn, "caisse", transfer.body.caisse)
        or _label(conn, "competence", transfer.body.competence),
        closing=Action.CLOSE in waiting,
        claiming=Action.CLAIM in waiting,
        releasing=Action.RELEASE in waiting,
        breaking_claim=Action.BREAK_CLAIM in waiting,
        pausing=Action.PAUSE in waiting,
        resuming=Action.RESUME in waiting,
        replying=Action.REPLY in waiting,
        unscheduling=Action.UNSCHEDULE in waiting,
        withdrawing=frozenset(
            each.body.message_id
            for each in outbox
            if each.kind == Action.WITHDRAW
            and each.state.is_under_way
            and each.body.message_id is not None
        ),
    )


def _before_and_after(conn: Connection, kind: str, detail: str) -> tuple[str, str]:
    """Of ``motif:a motif:b``: the two labels; of what is no change, nothing."""
    if kind not in ("reclassified", "transferred"):
        return "", ""
    values: dict[str, list[str]] = {}
    for part in detail.split():
        name, _, value = part.partition(":")
        values.setdefault(name, []).append(value)
    # A transfer to another caisse says more than the team it goes to there.
    for name in ("caisse", "competence", "motif"):
        if len(values.get(name, ())) == 2:
            before, after = values[name]
            return _label(conn, name, before), _label(conn, name, after)
    return "", ""


def _assignee(conn: Connection, thread_id: int, detail: str) -> str:
    """The name of ``agent:<id>`` as far as this store knows it, « ? » where it does not; empty:
    nobody any more.
    """
    agent_id = detail.removeprefix("agent:")
    if not agent_id.isdigit():
        return ""
    me = meta.me(conn)
    if me is not None and me.agent_id == int(agent_id):
        return me.display_name
    name = conn.exec_driver_sql(
        "SELECT assigned_name FROM thread WHERE id = :thread AND assigned_agent_id = :agent"
        " UNION ALL SELECT author_name FROM message"
        " WHERE thread_id = :thread AND author_id = :agent"
        " UNION ALL SELECT author_name FROM thread_note"
        " WHERE thread_id = :thread AND author_id = :agent"
        " UNION ALL SELECT assigned_name FROM thread INDEXED BY ix_thread_assigned"
        " WHERE status = 'open' AND assigned_agent_id = :agent LIMIT 1",
        {"thread": thread_id, "agent": int(agent_id)},
    ).scalar()
    return "?" if name is None else str(name)


def _label(conn: Connection, table: str, code: str) -> str:
    found = conn.exec_driver_sql(
        f"SELECT label FROM {table} WHERE code = ?",
        (code,),
    ).scalar_one_or_none()
    return code if found is None else str(found)


def _my_name(conn: Connection) -> str:
    me = meta.me(conn)
    return "" if me is None else me.display_name
