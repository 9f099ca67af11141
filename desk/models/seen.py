"""How an exchange looked to the author of a text when they began it: what a conflict compares with.

Kept without the portal's texts and without the adherent's name: what is purged there must not stay
here.
"""

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection

from desk.models.snapshots import PendingView, ThreadView


def keep(conn: Connection, view: ThreadView) -> None:
    """`view` was on screen when its text was begun. Exchanges nobody writes to any more go."""
    body = msgspec.json.encode(_bare(view)).decode()
    conn.exec_driver_sql(
        "DELETE FROM seen WHERE thread_id NOT IN (SELECT thread_id FROM draft UNION"
        " SELECT thread_id FROM outbox WHERE state NOT IN ('published', 'cancelled'))"
    )
    conn.exec_driver_sql(
        "INSERT INTO seen (thread_id, body) VALUES (?, ?)"
        " ON CONFLICT (thread_id) DO UPDATE SET body = excluded.body",
        (view.thread_id, body),
    )


def seen_by_author(conn: Connection, thread_id: int) -> ThreadView | None:
    """As it was kept, texts and names empty; None when nothing was, or by a version of another
    shape.
    """
    body = conn.exec_driver_sql(
        "SELECT body FROM seen WHERE thread_id = ?", (thread_id,)
    ).scalar_one_or_none()
    if body is None:
        return None
    try:
        return msgspec.json.decode(body, type=ThreadView)
    except msgspec.MsgspecError:
        return None


def _bare(view: ThreadView) -> ThreadView:
    """Ids, states and labels: all that `changes_since` looks at in what was seen."""
    return replace(
        view,
        adherent_name="",
        civility="",
        addressed_name="",
        identifier_masked="",
        messages=tuple(replace(each, text="", author_name=None) for each in view.messages),
        notes=tuple(replace(each, text="") for each in view.notes),
        events=tuple(replace(each, reason="") for each in view.events),
        scheduled=None if view.scheduled is None else replace(view.scheduled, text=""),
        review=None,
        notifications=(),
        draft=None,
        outbox=(),
        earlier=(),
        pending=PendingView(),
    )
