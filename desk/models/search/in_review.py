"""Which exchanges have a reply in review, as this agent's windows show it."""

from sqlalchemy import Connection

from desk.models import meta
from desk.models.reviews import TO_REVIEW
from desk.models.search.query import ReviewState

_ASKING = (
    "SELECT thread_id FROM outbox WHERE kind = 'ask_review'"
    " AND state IN ('queued', 'sending', 'unconfirmed')"
)
"""My own asking that the portal does not know of yet takes the place of what it says."""

_STATEMENTS = {
    ReviewState.ASKED: f"SELECT thread_id FROM review WHERE state = 'asked' UNION {_ASKING}",
    ReviewState.SENT_BACK: (
        f"SELECT thread_id FROM review WHERE state = 'sent_back' AND thread_id NOT IN ({_ASKING})"
    ),
    ReviewState.MINE: f"SELECT thread_id FROM review WHERE {TO_REVIEW}",
}


def threads_in_review(conn: Connection, state: ReviewState) -> list[int]:
    """Their ids; reviews are few."""
    me = meta.me(conn)
    values = {
        "me": 0 if me is None else me.agent_id,
        "chief": me is not None and me.role == "supervisor",
    }
    return list(conn.exec_driver_sql(_STATEMENTS[state], values).scalars())
