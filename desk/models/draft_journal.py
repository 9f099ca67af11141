"""What a draft said before: a journal that thins out with age, so that it stays small.

| age of a version       | kept                                             |
|------------------------|--------------------------------------------------|
| up to 10 minutes       | one every 5 seconds                              |
| up to 2 hours          | one a minute                                     |
| older                  | one an hour                                      |

and never more than `MOST` of one thread: the oldest go first. Of each step the last version stays,
and, in the last two hours, each one of which the next save lacked `CUT` characters (or everything):
what was deleted or replaced at a stroke comes back although it stood there for a second only.
"""

from sqlalchemy import Connection

from desk.models.snapshots import DraftVersion, KeptText

STEP_MS = 5_000
FINE_MS = 10 * 60_000
MINUTE_MS = 60_000
MINUTES_MS = 2 * 3_600_000
HOUR_MS = 3_600_000
CUT = 20
MOST = 400
"""Ten minutes of steps, two hours of minutes, and 160 hours of work."""


def keep(conn: Connection, thread_id: int, text: str, now_ms: int) -> None:
    """Write `text` down as what the draft says at `now_ms` (the portal's clock), and thin.

    A text equal to the newest version, and one of blanks, are not kept.
    """
    if not text.strip():
        return
    newest = conn.exec_driver_sql(
        "SELECT saved_ms, text FROM draft_version WHERE thread_id = ?"
        " ORDER BY saved_ms DESC LIMIT 1",
        (thread_id,),
    ).one_or_none()
    if newest is not None:
        at_ms, before = int(newest[0]), str(newest[1])
        if before == text:
            return
        # The portal's clock may have been corrected backwards: the order of writing stays.
        now_ms = max(now_ms, at_ms + 1)
        if removed(before, text) >= min(CUT, len(before)):
            conn.exec_driver_sql(
                "UPDATE draft_version SET cut = 1 WHERE thread_id = ? AND saved_ms = ?",
                (thread_id, at_ms),
            )
    conn.exec_driver_sql(
        "INSERT INTO draft_version (thread_id, saved_ms, text) VALUES (?,?,?)",
        (thread_id, now_ms, text),
    )
    _thin(conn, thread_id, now_ms)


def set_aside(conn: Connection, thread_id: int, text: str, now_ms: int) -> None:
    """Keep `text`, which the agent is about to replace by another: however short it is and however
    soon the next one follows, it can be had back.
    """
    keep(conn, thread_id, text, now_ms)
    conn.exec_driver_sql(
        "UPDATE draft_version SET cut = 1 WHERE thread_id = ? AND text = ? AND saved_ms ="
        " (SELECT max(saved_ms) FROM draft_version WHERE thread_id = ?)",
        (thread_id, text, thread_id),
    )


def removed(before: str, after: str) -> int:
    """How many characters of `before` are no longer in `after`, seen as one edit. Example: from
    « Bonjour Madame, » to « Bonjour, » 7.
    """
    shorter = min(len(before), len(after))
    head = 0
    while head < shorter and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shorter - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return len(before) - head - tail


def versions(conn: Connection, thread_id: int) -> list[DraftVersion]:
    """The thread's versions, newest first."""
    rows = conn.exec_driver_sql(
        "SELECT thread_id, saved_ms, text FROM draft_version WHERE thread_id = ?"
        " ORDER BY saved_ms DESC",
        (thread_id,),
    )
    return [DraftVersion(*row) for row in rows]


def kept(conn: Connection) -> list[KeptText]:
    """Every thread that something was written for, newest first, also those that are gone."""
    rows = conn.exec_driver_sql(
        "SELECT k.thread_id, coalesce(d.text, ''), coalesce(d.saved_ms, k.last_ms),"
        " t.reference, t.adherent_name"
        " FROM (SELECT thread_id, max(saved_ms) AS last_ms FROM"
        " (SELECT thread_id, saved_ms FROM draft_version"
        " UNION ALL SELECT thread_id, saved_ms FROM draft) GROUP BY thread_id) k"
        " LEFT JOIN draft d ON d.thread_id = k.thread_id"
        " LEFT JOIN thread t ON t.id = k.thread_id"
        " ORDER BY 3 DESC, 1 DESC"
    )
    return [KeptText(*row) for row in rows]


def forget_before(conn: Connection, before_ms: int) -> int:
    """Remove the versions older than `before_ms` of threads that have no draft; how many.

    A text being written keeps its past however old it is; one that was published or thrown away
    need not lie here for ever (data minimisation, GDPR article 5).
    """
    return int(
        conn.exec_driver_sql(
            "DELETE FROM draft_version WHERE thread_id NOT IN (SELECT thread_id FROM draft)"
            " AND thread_id IN (SELECT thread_id FROM draft_version GROUP BY thread_id"
            " HAVING max(saved_ms) < ?)",
            (before_ms,),
        ).rowcount
    )


def _thin(conn: Connection, thread_id: int, now_ms: int) -> None:
    held = [
        (int(row[0]), bool(row[1]))
        for row in conn.exec_driver_sql(
            "SELECT saved_ms, cut FROM draft_version WHERE thread_id = ? ORDER BY saved_ms DESC",
            (thread_id,),
        )
    ]
    gone = superfluous(held, now_ms)
    if gone:
        conn.exec_driver_sql(
            "DELETE FROM draft_version WHERE thread_id = ? AND saved_ms = ?",
            [(thread_id, each) for each in gone],
        )


def superfluous(newest_first: list[tuple[int, bool]], now_ms: int) -> list[int]:
    """Of versions (instant, whether the next one removed much of it), which instants the rule lets
    go. Example: at 10:00:07, of 10:00:01, :03 and :06 the steps are [:00, :05) and [:05, :10), so
    :01 goes, unless it was cut.
    """
    gone = []
    steps_taken: set[tuple[int, int]] = set()
    kept = 0
    for at, was_cut in newest_first:
        age = now_ms - at
        width = STEP_MS if age <= FINE_MS else MINUTE_MS if age <= MINUTES_MS else HOUR_MS
        step = (width, at // width)
        stays = was_cut and age <= MINUTES_MS
        if kept == MOST or (step in steps_taken and not stays):
            gone.append(at)
        else:
            steps_taken.add(step)
            kept += 1
    return gone
