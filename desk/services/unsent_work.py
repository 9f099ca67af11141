"""What this PC holds that the portal has not: counted, for who is about to leave."""

import msgspec
from sqlalchemy import Connection


class UnsentWork(msgspec.Struct, frozen=True):
    """Of the agent whose store is open."""

    drafts: int
    waiting: int
    """Actions that have not left, or of which nobody knows yet whether they arrived."""
    returned: int
    """Actions that the portal refused, and that wait for the agent."""
    reviews: int = 0
    """Colleagues' replies on which something was begun."""

    @property
    def is_none(self) -> bool:
        return not (self.drafts or self.waiting or self.returned or self.reviews)


def unsent_work(conn: Connection) -> UnsentWork:
    """Count it."""
    drafts = conn.exec_driver_sql("SELECT count(*) FROM draft WHERE trim(text) != ''").scalar_one()
    waiting, returned = conn.exec_driver_sql(
        "SELECT count(*) FILTER (WHERE state IN ('queued', 'sending', 'unconfirmed')),"
        " count(*) FILTER (WHERE state IN ('rejected', 'conflict')) FROM outbox"
    ).one()
    reviews = conn.exec_driver_sql("SELECT count(*) FROM review_work").scalar_one()
    return UnsentWork(int(drafts), int(waiting), int(returned), int(reviews))
