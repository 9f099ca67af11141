"""A query in the index's own language, and what remains to be asked of the tables."""

import json
from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection

from desk.models.search import marks
from desk.models.search.in_review import threads_in_review
from desk.models.search.index import docid_at
from desk.models.search.query import Agent, Due, Marked, Part, Phrase, Query, Reviewed, Written
from desk.models.search.words import words_of

NEVER, ALWAYS = 0, 2**62


class Asked(msgspec.Struct):
    """`match`: FTS5's expression. Row numbers lie in [low, high[. `threads`: SQL conditions on
    ``d.thread_id``, with `values` for their names.
    """

    match: str
    low: int = NEVER
    high: int = ALWAYS
    threads: str = ""
    values: dict[str, object] = msgspec.field(default_factory=dict)


def asked(conn: Connection, query: Query, now_ms: int) -> Asked:
    """`now_ms`: the portal's clock; it says which leases still hold."""
    wanted: list[str] = []
    unwanted: list[str] = []
    made = Asked("")
    for number, term in enumerate(query.terms):
        match term:
            case Phrase():
                (unwanted if term.negated else wanted).append(phrase_match(term))
            case Marked():
                either = _any(sorted(term.marks))
                (unwanted if term.negated else wanted).append(either)
            case Written():
                if term.from_ms is not None:
                    made.low = max(made.low, docid_at(term.from_ms))
                if term.until_ms is not None:
                    made.high = min(made.high, docid_at(term.until_ms))
            case Due():
                made.threads += _due(term, number, made.values)
            case Reviewed():
                _review(conn, term, number, made)
            case Agent():
                made.threads += _agent(conn, term, number, made.values, now_ms)
    made.match = " AND ".join(wanted or [_quoted(marks.EVERY)])
    if unwanted:
        made.match = f"({made.match}) NOT ({' OR '.join(unwanted)})"
    return made


def phrase_match(phrase: Phrase) -> str:
    """One phrase; words of a name may stand in any order."""
    if phrase.part is None:
        return _quoted(" ".join(phrase.words)) + ("*" if phrase.prefix else "")
    *before, last = phrase.words
    each = [_quoted(word) for word in before] + [_quoted(last) + ("*" if phrase.prefix else "")]
    return f"({phrase.part} : ({' AND '.join(each)}))"


def _quoted(words: str) -> str:
    # Words are letters and digits only, so nothing in them ends the quotation.
    return f'"{words}"'


def _any(words: Iterable[str]) -> str:
    return f"({' OR '.join(map(_quoted, words))})"


def _due(term: Due, number: int, values: dict[str, object]) -> str:
    values[f"from{number}"] = -ALWAYS if term.from_ms is None else term.from_ms
    values[f"until{number}"] = ALWAYS if term.until_ms is None else term.until_ms
    return (
        " AND +d.thread_id IN (SELECT id FROM thread INDEXED BY ix_thread_open_due"
        f" WHERE status = 'open' AND due_ms >= :from{number} AND due_ms < :until{number})"
    )


def _review(conn: Connection, term: Reviewed, number: int, made: Asked) -> None:
    ids = json.dumps(threads_in_review(conn, term.state))
    made.values[f"review{number}"] = ids
    among = f"(SELECT value FROM json_each(:review{number}))"
    made.threads += f" AND +d.thread_id {'NOT ' if term.negated else ''}IN {among}"
    if not term.negated:
        # Few exchanges, and recent ones: the index need not be walked beyond their texts.
        first, last = conn.exec_driver_sql(
            "SELECT coalesce(min(docid), 0), coalesce(max(docid), -1) FROM search_doc"
            " WHERE thread_id IN (SELECT value FROM json_each(?))",
            (ids,),
        ).one()
        made.low, made.high = max(made.low, first), min(made.high, last + 1)


def _agent(
    conn: Connection, term: Agent, number: int, values: dict[str, object], now_ms: int
) -> str:
    holding = conn.exec_driver_sql(
        "SELECT id, claim_agent_id, claim_name FROM thread INDEXED BY ix_thread_held"
        " WHERE status = 'open' AND claim_expires_ms > ?",
        (now_ms,),
    )
    held = [
        thread_id
        for thread_id, agent_id, name in holding
        if (agent_id == term.agent_id if term.agent_id is not None else _named(name, term.words))
    ]
    if term.agent_id is not None:
        wrote = _quoted(marks.agent(term.agent_id))
    else:
        names = [f"{_quoted(marks.agent_named(word))}*" for word in term.words]
        wrote = f"{Part.AGENTS} : ({' AND '.join(names)})"
    values[f"wrote{number}"] = wrote
    values[f"held{number}"] = json.dumps(held)
    return (
        f" AND +d.thread_id {'NOT ' if term.negated else ''}IN"
        " (SELECT thread_id FROM search_doc"
        f" WHERE docid IN (SELECT rowid FROM search_fts WHERE search_fts MATCH :wrote{number})"
        f" UNION ALL SELECT value FROM json_each(:held{number}))"
    )


def _named(name: str | None, words: Iterable[str]) -> bool:
    present = words_of(name or "")
    return all(any(each.startswith(word) for each in present) for word in words)
