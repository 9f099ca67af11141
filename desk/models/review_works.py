"""What the agent has begun on colleagues' replies: no answer of the portal deletes it.

A row goes when its agent empties it, or in the transaction that records that their own decision was
taken; where somebody else decided, it stays, and is told as *settled*.
"""

import json
from typing import Any

from sqlalchemy import Connection, Row

from desk.models import meta
from desk.models.reviews import TO_REVIEW
from desk.models.snapshots import BegunReview, KeptReview, Remark, ReviewView

_STILL_MINE = (
    "EXISTS (SELECT 1 FROM review JOIN thread ON thread.id = review.thread_id"
    " WHERE review.id = w.review_id AND review.asked_ms = w.asked_ms AND thread.status = 'open'"
    f" AND :may AND {TO_REVIEW})"
)
_ON_ITS_WAY = (
    "EXISTS (SELECT 1 FROM outbox WHERE outbox.thread_id = w.thread_id"
    " AND kind IN ('send_back', 'approve') AND state IN ('queued', 'sending', 'unconfirmed'))"
)


def save(
    conn: Connection, thread_id: int, review: ReviewView, work: BegunReview, now_ms: int
) -> None:
    """Keep what was begun on `review`, or forget it when that is nothing any more.

    `now_ms`: the portal's clock.
    """
    remarks = [*work.comments, *([work.begun] if work.begun is not None else [])]
    amended = None if work.amended == review.text else work.amended
    if not remarks and amended is None and not work.words.strip():
        forget(conn, review.review_id or 0, review.asked_ms)
        return
    body = [[e.start, e.end, e.text, review.text[e.start : e.end]] for e in remarks]
    conn.exec_driver_sql(
        "INSERT OR REPLACE INTO review_work (review_id, asked_ms, thread_id, author_name, remarks,"
        " amended, words, saved_ms) VALUES (?,?,?,?,?,?,?,?)",
        (
            review.review_id,
            review.asked_ms,
            thread_id,
            review.author_name,
            json.dumps(body, ensure_ascii=False),
            amended,
            work.words,
            now_ms,
        ),
    )


def forget(conn: Connection, review_id: int, asked_ms: int) -> None:
    """The agent throws it away."""
    conn.exec_driver_sql(
        "DELETE FROM review_work WHERE review_id = ? AND asked_ms = ?", (review_id, asked_ms)
    )


def discard_decided(conn: Connection, thread_id: int, review_id: int) -> None:
    """The agent's own decision was taken, with what they had to say."""
    conn.exec_driver_sql(
        "DELETE FROM review_work WHERE review_id = ? AND thread_id = ?", (review_id, thread_id)
    )


def kept(conn: Connection) -> list[KeptReview]:
    """Everything that was begun, newest first."""
    me = meta.me(conn)
    rows = conn.exec_driver_sql(
        "SELECT w.review_id, w.asked_ms, w.thread_id, w.author_name, w.remarks, w.amended, w.words,"
        " w.saved_ms, thread.reference, thread.adherent_name,"
        # While the portal's rows are being loaded they say nothing yet.
        f" :whole AND NOT {_STILL_MINE} AND NOT {_ON_ITS_WAY} AS settled"
        " FROM review_work AS w LEFT JOIN thread ON thread.id = w.thread_id"
        " ORDER BY w.saved_ms DESC, w.review_id DESC",
        {
            "whole": meta.cursor(conn) is not None,
            "me": 0 if me is None else me.agent_id,
            "chief": me is not None and me.role == "supervisor",
            "may": me is not None and not me.in_training,
        },
    )
    return [_kept(row) for row in rows]


def forget_before(conn: Connection, before_ms: int) -> int:
    """Remove what was settled and last saved before `before_ms`; how many. As long as a draft's
    journal, words of which nothing can come need not lie here for ever (GDPR article 5).
    """
    old = [each for each in kept(conn) if each.settled and each.saved_ms < before_ms]
    for each in old:
        forget(conn, each.review_id, each.asked_ms)
    return len(old)


def _kept(row: Row[Any]) -> KeptReview:
    remarks = tuple(Remark(*each) for each in json.loads(row.remarks))
    return KeptReview(
        row.review_id,
        row.asked_ms,
        row.thread_id,
        row.author_name,
        remarks,
        row.amended,
        row.words,
        row.saved_ms,
        row.reference,
        row.adherent_name,
        bool(row.settled),
    )
