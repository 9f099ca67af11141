"""Which open message an agent should answer next."""

import json
from collections.abc import Collection

from sqlalchemy import Connection


def next_message(
    connection: Connection,
    competences: Collection[str],
    agent_id: int,
    now_ms: int,
    without: Collection[int] = (),
) -> int | None:
    """The open message nearest to its deadline (or furthest past it) that is free or this agent's.

    Only of `competences` (codes), and none whose reply, transfer or end is already on its way, that
    is paused, or is in `without`. `now_ms`: the portal's instant; a lease that ran out holds
    nothing. None: there is none.
    """
    row = connection.exec_driver_sql(
        "SELECT id FROM thread INDEXED BY ix_thread_open_due WHERE status = 'open'"
        " AND competence IN (SELECT value FROM json_each(:competences))"
        " AND (claim_expires_ms IS NULL OR claim_expires_ms <= :now OR claim_agent_id = :me)"
        " AND paused_since_ms IS NULL"
        " AND id NOT IN (SELECT value FROM json_each(:without))"
        " AND id NOT IN (SELECT thread_id FROM outbox"
        " WHERE kind IN ('reply', 'schedule', 'ask_review', 'transfer', 'close', 'pause')"
        " AND state IN ('queued', 'sending', 'unconfirmed', 'conflict', 'rejected'))"
        " AND id NOT IN (SELECT thread_id FROM scheduled_reply)"
        " AND id NOT IN (SELECT thread_id FROM review WHERE state = 'asked')"
        " ORDER BY due_ms, id LIMIT 1",
        {
            "competences": json.dumps(sorted(competences)),
            "me": agent_id,
            "now": now_ms,
            "without": json.dumps(sorted(without)),
        },
    ).first()
    return None if row is None else int(row[0])
