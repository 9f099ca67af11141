"""Replies in review, as the portal said them, with the agent's waiting acts laid over them."""

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection

from desk import wire
from desk.instants import to_ms
from desk.models import meta
from desk.models.actions import Action
from desk.models.snapshots import OutboxView
from desk.models.snapshots.review import CommentView, ReviewView

DECIDING = (Action.WITHDRAW_REVIEW, Action.SEND_BACK, Action.APPROVE)

_INSERT = (
    "INSERT OR REPLACE INTO review (id, thread_id, author_id, author_name, kind, text, asked_of_id,"
    " asked_of_name, state, asked_ms, reviewer_name, decided_ms, words, comments)"
    " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_comments = msgspec.json.Decoder(list[wire.ReviewComment])

TO_REVIEW = (
    "state = 'asked' AND author_id != :me AND (asked_of_id = :me OR asked_of_id IS NULL AND :chief)"
)
"""Of the rows of ``review``: those that wait for this agent (``:chief``: they are a supervisor)."""
CAME_BACK = "state = 'sent_back' AND author_id = :me"
"""Those that this agent is to write anew."""


def write(conn: Connection, threads: Iterable[wire.Thread]) -> None:
    """Enter the reviews of these threads; few have one. The caller removed what was there."""
    rows = [
        (
            each.id,
            thread.id,
            each.author_id,
            each.author_name,
            each.kind,
            each.text,
            each.asked_of_id,
            each.asked_of_name,
            each.state,
            to_ms(each.asked_at),
            each.reviewer_name,
            None if each.decided_at is None else to_ms(each.decided_at),
            each.words,
            msgspec.json.encode(each.comments).decode(),
        )
        for thread in threads
        if (each := thread.review) is not None
    ]
    if rows:
        conn.exec_driver_sql(_INSERT, rows)


def review_of(
    conn: Connection, thread_id: int, my_agent_id: int, outbox: Sequence[OutboxView]
) -> ReviewView | None:
    """The thread's review, or the one I asked for and that is on its way there."""
    under_way = [each for each in outbox if each.state.is_under_way]
    asking = next((e for e in reversed(under_way) if e.kind == Action.ASK_REVIEW), None)
    if asking is not None:
        me = meta.me(conn)
        names = {} if me is None else {each.agent_id: each.agent_name for each in me.reviewers}
        whom = asking.body.reviewer_id
        return ReviewView(
            review_id=None,
            author_name="" if me is None else me.display_name,
            by_me=True,
            kind=asking.body.kind,
            text=asking.body.text,
            asked_of_name=None if whom is None else names.get(whom, ""),
            asked_of_me=False,
            state="asked",
            asked_ms=asking.created_ms,
            pending=Action.ASK_REVIEW,
        )
    row = conn.exec_driver_sql(
        "SELECT id, author_name, author_id = ?, kind, text, asked_of_name,"
        " coalesce(asked_of_id = ?, 0), state, asked_ms, reviewer_name, decided_ms, words, comments"
        " FROM review WHERE thread_id = ?",
        (my_agent_id, my_agent_id, thread_id),
    ).one_or_none()
    if row is None:
        return None
    review_id, author, mine, kind, text, asked_of, of_me, state, asked_ms = row[:9]
    reviewer, decided_ms, words, comments = row[9:]
    pending = next((str(e.kind) for e in reversed(under_way) if e.kind in DECIDING), "")
    return ReviewView(
        review_id,
        author,
        bool(mine),
        kind,
        text,
        asked_of,
        bool(of_me),
        state,
        asked_ms,
        reviewer,
        decided_ms,
        words,
        comments=tuple(
            CommentView(each.start, each.end, each.text) for each in _comments.decode(comments)
        ),
        pending=pending,
    )


def waiting_for(
    conn: Connection, agent_id: int, *, supervisor: bool
) -> list[tuple[int, int, bool]]:
    """What this agent is to read, or to write anew: (review, thread, whether it came back)."""
    rows = conn.exec_driver_sql(
        f"SELECT id, thread_id, {CAME_BACK} FROM review WHERE {TO_REVIEW} OR {CAME_BACK}",
        {"me": agent_id, "chief": supervisor},
    )
    return [(review_id, thread_id, bool(back)) for review_id, thread_id, back in rows]


def text_of(conn: Connection, thread_id: int, review_id: int) -> str | None:
    """The text of the thread's review, None when the store does not hold it."""
    value = conn.exec_driver_sql(
        "SELECT text FROM review WHERE id = ? AND thread_id = ?", (review_id, thread_id)
    ).scalar_one_or_none()
    return None if value is None else str(value)
