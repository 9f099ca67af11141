"""What a query finds: the texts, newest, most urgent or fittest first, one for each exchange."""

import json
from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec
from sqlalchemy import Connection

from desk.models.search import marks
from desk.models.search.documents import Kind
from desk.models.search.excerpt import holds
from desk.models.search.expression import ALWAYS, Asked, asked
from desk.models.search.in_review import threads_in_review
from desk.models.search.query import (
    Agent,
    Circumstances,
    Due,
    Labels,
    Marked,
    Order,
    Part,
    Phrase,
    Query,
    Reviewed,
    ReviewState,
    Term,
    Written,
)
from desk.models.search.state import read_state
from desk.models.search.words import Word, located_words

LIMIT = 50
"""Exchanges found at once: some eight screens of the list."""

FEW = 3_000
"""Texts that are sooner sorted by their deadlines than looked for along all of these."""

_FROM = "FROM search_fts AS f CROSS JOIN search_doc AS d ON d.docid = f.rowid"
_IDS = "(SELECT value FROM json_each(?))"


class Source(StrEnum):
    """What kind of text was found."""

    QUESTION = "in"
    ANSWER = "out"
    NOTE = "note"
    DRAFT = "draft"


class Hit(msgspec.Struct, frozen=True):
    """One exchange, with the text of it that was found."""

    thread_id: int
    source: Source
    source_id: int
    """The message's or the note's id; the thread's for a draft."""
    at_ms: int
    author_name: str | None
    text: str
    adherent_name: str
    reference: str
    motif_label: str
    status: str
    sent_ms: int
    due_ms: int
    answered_ms: int | None
    sujet_label: str
    theme_label: str


class Found(msgspec.Struct, frozen=True):
    """What was found, best first by the order asked for."""

    hits: tuple[Hit, ...] = ()
    more: bool = False
    """There are others beyond `LIMIT`."""
    whole: bool = True
    """Every text is in the index; False while it is being made."""


def labels_of(conn: Connection) -> Labels:
    """The catalogue's labels, in its order."""
    rows = conn.exec_driver_sql(
        "SELECT theme, theme_label, sujet, sujet_label, code, label FROM motif ORDER BY rank"
    ).all()
    return Labels(
        themes={row[0]: row[1] for row in rows},
        sujets={row[2]: row[3] for row in rows},
        motifs={row[4]: row[5] for row in rows},
    )


def find(
    conn: Connection, query: Query, now: Circumstances, order: Order, limit: int = LIMIT
) -> Found:
    """Look for it in this moment of the store.

    Words are looked for text by text: all of them stand in one text, or in its exchange's name,
    reference or classification.
    """
    state = read_state(conn)
    whole = state is not None and state.whole
    if query.is_empty or state is None:
        return Found(whole=whole)
    what = asked(conn, query, now.now_ms)
    if order is Order.URGENT:
        places, more = _urgent(conn, what, limit)
    elif order is Order.RELEVANT:
        places, more = _relevant(conn, what, limit)
    else:
        places, more = _newest(conn, what, limit)
    hits = _drafts(conn, query, now) + _hits(conn, places)
    return Found(tuple(hits), more, whole)


_Place = tuple[int, int, int]
"""(thread, kind, source): as `search_doc` has them."""


def _newest(conn: Connection, what: Asked, limit: int) -> tuple[list[_Place], bool]:
    found: dict[int, _Place] = {}
    high, page = what.high, 2 * limit
    while True:
        rows = _rows(conn, what, high, "ORDER BY f.rowid DESC", page)
        for _, thread_id, kind, source_id in rows:
            found.setdefault(thread_id, (thread_id, kind, source_id))
            if len(found) > limit:
                return list(found.values())[:limit], True
        if len(rows) < page:
            return list(found.values()), False
        high, page = rows[-1][0], 4 * page


def _relevant(conn: Connection, what: Asked, limit: int) -> tuple[list[_Place], bool]:
    found: dict[int, _Place] = {}
    rows = _rows(conn, what, what.high, "ORDER BY f.rank", 4 * limit)
    for _, thread_id, kind, source_id in rows:
        found.setdefault(thread_id, (thread_id, kind, source_id))
    more = len(found) > limit or len(rows) == 4 * limit
    return list(found.values())[:limit], more


def _rows(
    conn: Connection, what: Asked, high: int, order: str, limit: int
) -> Sequence[tuple[int, int, int, int]]:
    # Without a span of time the index need not compare row numbers at all.
    span = "" if what.low == 0 and high == ALWAYS else " AND f.rowid >= :low AND f.rowid < :high"
    return conn.exec_driver_sql(
        f"SELECT f.rowid, d.thread_id, d.kind, d.source_id {_FROM}"
        f" WHERE search_fts MATCH :match{span}{what.threads} {order} LIMIT :limit",
        {**what.values, "match": what.match, "low": what.low, "high": high, "limit": limit},
    ).all()


def _urgent(conn: Connection, what: Asked, limit: int) -> tuple[list[_Place], bool]:
    """Open exchanges by their due instant."""
    matched = (
        "SELECT rowid FROM search_fts WHERE search_fts MATCH :match"
        " AND rowid >= :low AND rowid < :high"
    )
    values = {**what.values, "match": what.match, "low": what.low, "high": what.high}
    few = (
        conn.exec_driver_sql(
            f"SELECT count(*) FROM ({matched} LIMIT {FEW + 1})",
            values,
        ).scalar_one()
        <= FEW
    )
    tables = (
        f"({matched}) AS f CROSS JOIN search_doc AS d ON d.docid = f.rowid"
        " CROSS JOIN thread AS t ON t.id = d.thread_id WHERE t.status = 'open'"
        if few
        else "thread AS t INDEXED BY ix_thread_open_due"
        " CROSS JOIN search_doc AS d ON d.thread_id = t.id"
        f" WHERE t.status = 'open' AND +d.docid IN ({matched})"
    )
    rows = conn.exec_driver_sql(
        f"SELECT d.thread_id, d.kind, d.source_id FROM {tables}{what.threads}"
        " ORDER BY t.due_ms, t.id, d.docid DESC LIMIT :limit",
        {**values, "limit": 4 * limit},
    ).all()
    found: dict[int, _Place] = {}
    for thread_id, kind, source_id in rows:
        found.setdefault(thread_id, (thread_id, kind, source_id))
    return list(found.values())[:limit], len(found) > limit or len(rows) == 4 * limit


def _hits(conn: Connection, places: Sequence[_Place]) -> list[Hit]:
    if not places:
        return []
    heads = _heads(conn, [each[0] for each in places])
    texts = {
        (int(kind), row[0]): row
        for kind, table, direction in (
            (Kind.MESSAGE, "message", "direction"),
            (Kind.NOTE, "thread_note", "'note'"),
        )
        if (ids := [each[2] for each in places if each[1] == kind])
        for row in conn.exec_driver_sql(
            f"SELECT id, thread_id, {direction}, at_ms, author_name, text FROM {table}"
            f" WHERE id IN {_IDS}",
            (json.dumps(ids),),
        )
    }
    return [
        Hit(thread_id, Source(row[2]), source_id, row[3], row[4], row[5], *heads[thread_id])
        for thread_id, kind, source_id in places
        # Written again between the index and now, as a restored portal may do.
        if (row := texts.get((kind, source_id))) is not None
        and row[1] == thread_id
        and thread_id in heads
    ]


_Head = tuple[str, str, str, str, int, int, int | None, str, str]


def _heads(conn: Connection, thread_ids: Iterable[int]) -> dict[int, _Head]:
    rows = conn.exec_driver_sql(
        "SELECT t.id, t.adherent_name, t.reference, coalesce(m.label, t.motif), t.status,"
        " t.sent_ms, t.due_ms, t.answered_ms,"
        " coalesce(m.sujet_label, ''), coalesce(m.theme_label, '')"
        f" FROM thread t LEFT JOIN motif m ON m.code = t.motif WHERE t.id IN {_IDS}",
        (json.dumps(list(thread_ids)),),
    )
    return {row[0]: tuple(row[1:]) for row in rows}


# -- drafts: few, changed at every key; read as they are rather than indexed ----------------------


def _drafts(conn: Connection, query: Query, now: Circumstances) -> list[Hit]:
    rows = conn.exec_driver_sql(
        "SELECT d.thread_id, d.text, d.saved_ms, t.theme, t.sujet, t.motif, t.first_name,"
        " t.family_name FROM draft d JOIN thread t ON t.id = d.thread_id"
        " WHERE trim(d.text) != '' ORDER BY d.saved_ms DESC"
    ).all()
    if not rows:
        return []
    heads = _heads(conn, [row[0] for row in rows])
    reviewed = {
        each.state: threads_in_review(conn, each.state)
        for each in query.terms
        if isinstance(each, Reviewed)
    }
    found = []
    for thread_id, text, saved_ms, theme, sujet, motif, *names in rows:
        head = heads[thread_id]
        draft = _Draft(
            body=located_words(text),
            name=_apart([head[0], *names, head[1]]),
            place=_apart([head[2], *head[7:]]),
            marks=frozenset(
                (
                    marks.theme(theme),
                    marks.sujet(sujet),
                    marks.motif(motif),
                    marks.status(head[3]),
                )
            ),
            saved_ms=saved_ms,
            due_ms=head[5] if head[3] == "open" else None,
            reviews=frozenset(each for each, ids in reviewed.items() if thread_id in ids),
        )
        if all(draft.fits(term, now) for term in query.terms):
            found.append(Hit(thread_id, Source.DRAFT, thread_id, saved_ms, None, text, *head))
    return found


def _apart(texts: Iterable[str]) -> list[Word]:
    return [word for text in texts for word in located_words(text)]


class _Draft(msgspec.Struct, frozen=True):
    body: list[Word]
    name: list[Word]
    place: list[Word]
    marks: frozenset[str]
    saved_ms: int
    due_ms: int | None
    reviews: frozenset[ReviewState]

    def fits(self, term: Term, now: Circumstances) -> bool:
        match term:
            case Phrase():
                return self._says(term) is not term.negated
            case Marked():
                return (not term.marks.isdisjoint(self.marks)) is not term.negated
            case Written():
                return (term.from_ms is None or self.saved_ms >= term.from_ms) and (
                    term.until_ms is None or self.saved_ms < term.until_ms
                )
            case Due():
                return (
                    self.due_ms is not None
                    and (term.from_ms is None or self.due_ms >= term.from_ms)
                    and (term.until_ms is None or self.due_ms < term.until_ms)
                )
            case Reviewed():
                return (term.state in self.reviews) is not term.negated
            case Agent():
                # A draft is mine.
                mine = term.agent_id is not None and term.agent_id == now.agent_id
                return mine is not term.negated

    def _says(self, phrase: Phrase) -> bool:
        if phrase.part is Part.NAME:
            *before, last = phrase.words
            return all(
                holds(each, self.name)
                for each in [Phrase((word,)) for word in before]
                + [Phrase((last,), prefix=phrase.prefix)]
            )
        return any(holds(phrase, words) for words in (self.body, self.name, self.place))
