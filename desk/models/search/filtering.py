"""The list's filter box, served by the full-text index."""

from sqlalchemy import Connection

from desk.models.search.expression import asked
from desk.models.search.language import parse_filter
from desk.models.search.state import read_state


def filter_match(conn: Connection, text: str) -> str | None:
    """What the index is asked for these words, each the beginning of one.

    None: there are no words, or not every text is in the index yet.
    """
    query = parse_filter(text)
    if query.is_empty:
        return None
    state = read_state(conn)
    return asked(conn, query, 0).match if state is not None and state.whole else None
