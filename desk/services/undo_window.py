"""Until when a published reply may still be taken back."""

from sqlalchemy import Connection


def undo_until(conn: Connection, message_id: int) -> int | None:
    """An instant of the portal's clock (epoch, ms); None when the portal gave no such time, or the
    store does not hold the reply.
    """
    value = conn.exec_driver_sql(
        "SELECT undo_until_ms FROM message WHERE id = ?", (message_id,)
    ).scalar_one_or_none()
    return None if value is None else int(value)
