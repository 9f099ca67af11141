"""Other adherents of the open exchanges, looked up by the words of a text."""

from collections.abc import Set

from sqlalchemy import Connection, or_, select

from desk.models.folding import fold
from desk.models.tables import thread

LARGEST_QUESTION = 500
"""Names asked for at once: SQLite's bound on values in one statement is far above."""


def others_named(
    conn: Connection, words: Set[str], adherent_id: int
) -> tuple[tuple[str, str], ...]:
    """(first name, family name) of adherents with an open exchange, one of whose names has all its
    words among `words` (folded). The adherent `adherent_id` is left out; a used name counts as a
    family name.
    """
    columns = thread.c
    there = (columns.status == "open", columns.adherent_id != adherent_id)
    known = conn.execute(select(columns.family_name, columns.used_name).where(*there).distinct())
    wanted = {name for row in known for name in row if name and _is_among(name, words)}
    if not wanted:
        return ()
    asked = sorted(wanted)[:LARGEST_QUESTION]
    rows = conn.execute(
        select(columns.first_name, columns.family_name, columns.used_name)
        .where(*there, or_(columns.family_name.in_(asked), columns.used_name.in_(asked)))
        .distinct()
    )
    found = {
        (row.first_name, name)
        for row in rows
        for name in (row.family_name, row.used_name)
        if name in wanted
    }
    return tuple(sorted(found))


def _is_among(name: str, words: Set[str]) -> bool:
    # « de la Tour »: its small words are no names by themselves.
    parts = [part for part in fold(name).split() if len(part) > 3] or fold(name).split()
    return all(part in words for part in parts)
