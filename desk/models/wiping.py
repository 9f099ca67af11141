"""What leaves the store when its agent leaves a shared PC: all but the work that was not sent."""

from sqlalchemy import Connection

from desk.models.errors import store_error_of
from desk.models.search import index
from desk.models.store import Store
from desk.models.tables import metadata

UNSENT = "state NOT IN ('published', 'cancelled')"
"""What waits, what left without an answer, and what came back to its author."""

WORKED_ON = f"SELECT thread_id FROM draft UNION SELECT thread_id FROM outbox WHERE {UNSENT}"

KEPT_WHERE = {
    "outbox": UNSENT,
    "draft": "1",
    "draft_version": f"thread_id IN ({WORKED_ON})",
    "draft_copy": "thread_id IN (SELECT thread_id FROM draft)",
    "seen": f"thread_id IN ({WORKED_ON})",
    "review_work": "1",
}
"""Table → which of its rows are the agent's unsent work. Every other table is emptied."""


def wipe_but_unsent(store: Store) -> bool:
    """Remove whatever the portal has too, and close the store; its files go when nothing is left.

    The pages that become free are overwritten, in the file and in its log. Returns whether unsent
    work is left.

    Raises:
        StoreError: the disk refuses; the store is closed, and as it was.
    """
    try:
        with store.writing() as connection:
            index.drop(connection)
            # Children before their parents: each foreign key holds at every step.
            for table in reversed(metadata.sorted_tables):
                kept = KEPT_WHERE.get(table.name, "0")
                connection.exec_driver_sql(f"DELETE FROM {table.name} WHERE NOT ({kept})")
            left = _has_rows(connection)
        if not left:
            store.remove()
            return False
        try:
            store.compact()
        except Exception as error:
            raise store_error_of(error) or error from error
    finally:
        store.close()
    return True


def texts_only_here(conn: Connection) -> int:
    """Drafts that the portal has no copy of, replies and notes that were not sent, and what was
    begun on colleagues' replies.
    """
    drafts = conn.exec_driver_sql(
        "SELECT count(*) FROM draft AS d WHERE trim(d.text) != '' AND NOT EXISTS"
        " (SELECT 1 FROM draft_copy AS c WHERE c.thread_id = d.thread_id AND c.text = d.text)"
    ).scalar_one()
    waiting = conn.exec_driver_sql(
        f"SELECT count(*) FROM outbox AS o WHERE {UNSENT}"
        " AND kind IN ('reply', 'schedule', 'ask_review', 'note')"
        # A reply's text may be the draft as well: it is one text.
        " AND NOT EXISTS (SELECT 1 FROM draft AS d WHERE d.thread_id = o.thread_id"
        "  AND d.text = json_extract(o.body, '$.text'))"
    ).scalar_one()
    begun = conn.exec_driver_sql("SELECT count(*) FROM review_work").scalar_one()
    return int(drafts) + int(waiting) + int(begun)


def _has_rows(connection: Connection) -> bool:
    return any(
        connection.exec_driver_sql(f"SELECT 1 FROM {name} LIMIT 1").scalar() for name in KEPT_WHERE
    )
