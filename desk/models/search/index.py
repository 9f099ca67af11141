"""The full-text index: made, kept true to the threads, made anew when it is damaged.

It holds words only (FTS5, contentless): texts stay where they are. `search_doc` says which text
each of its rows stands for; a row that goes there goes from the index by a trigger, and goes with
its thread by a foreign key, so that nothing purged is ever found. Row numbers follow the instant a
text was written at: newest first, and any span of time, are what the index does best.

It is derived from other tables, so no migration knows it: a store without it, or with that of
another version, gets it from `prepare` and then piece by piece from `build_piece`.
"""

import json
from collections.abc import Callable, Collection, Iterable, Sequence

from msgspec.structs import replace
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, IntegrityError

from desk.models.search.documents import Document, documents_of, labels_digest
from desk.models.search.state import VERSION, IndexState, read_state, write_state
from desk.models.search.words import searchable

PIECE = 150
"""Threads indexed in one transaction of the first pass: some 30 ms, which an agent's own write may
have to wait for."""

SLOTS = 64
"""Documents a second that keep their exact order; more than these follow one another."""

COMPACT_PAGES = 200
"""Pages of the index that one step of `compact_piece` writes anew: some 20 ms."""

_TABLE = """CREATE VIRTUAL TABLE search_fts USING fts5(
    body, name, place, agents,
    content='', contentless_delete=1, prefix='2', tokenize="unicode61 remove_diacritics 2")"""
_DOC = """CREATE TABLE search_doc (
    docid INTEGER PRIMARY KEY,
    thread_id INTEGER NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    digest INTEGER NOT NULL)"""
_STATEMENTS = (
    _TABLE,
    # A word in a name says more than the same word in a text.
    "INSERT INTO search_fts (search_fts, rank) VALUES ('rank', 'bm25(1.0, 5.0, 2.0, 0.0)')",
    _DOC,
    "CREATE INDEX ix_search_doc_thread ON search_doc (thread_id)",
    "CREATE TRIGGER search_doc_gone AFTER DELETE ON search_doc BEGIN"
    " DELETE FROM search_fts WHERE rowid = OLD.docid; END",
)
_DROPS = (
    "DROP TRIGGER IF EXISTS search_doc_gone",
    "DROP TABLE IF EXISTS search_fts",
    "DROP TABLE IF EXISTS search_doc",
)


def docid_at(ms: int) -> int:
    """The first row number of texts written at this instant's second."""
    return ms // 1000 * SLOTS


def prepare(conn: Connection) -> IndexState:
    """Make an empty index where there is none, or none of this version; say how far it is."""
    state = read_state(conn)
    if state is None or state.version != VERSION or not _is_there(conn):
        return renew(conn)
    digest = labels_digest(conn)
    if state.labels != digest:
        state = replace(state, whole=False, before=None, labels=digest)
        write_state(conn, state)
    return state


def renew(conn: Connection) -> IndexState:
    """Throw the index away, whatever its condition, and begin again."""
    drop(conn)
    for statement in _STATEMENTS:
        conn.exec_driver_sql(statement)
    state = IndexState(labels=labels_digest(conn))
    write_state(conn, state)
    return state


def drop(conn: Connection) -> None:
    """Leave no index and no word of it."""
    for statement in _DROPS:
        conn.exec_driver_sql(statement)
    write_state(conn, None)


def begin_again(conn: Connection) -> None:
    """Every thread may have changed: the next pass looks at all, and writes what differs."""
    state = read_state(conn)
    if state is not None:
        write_state(conn, replace(state, whole=False, before=None))


def build_piece(conn: Connection, threads: int = PIECE) -> IndexState:
    """Index the next threads of the pass; the caller goes on until `whole`."""
    state = read_state(conn)
    if state is None:
        state = prepare(conn)
    if state.whole:
        return state
    ids = (
        conn.exec_driver_sql(
            "SELECT id FROM thread WHERE id < ? ORDER BY id DESC LIMIT ?",
            (2**62 if state.before is None else state.before, threads),
        )
        .scalars()
        .all()
    )
    if not refresh(conn, ids):
        return prepare(conn)
    state = replace(
        state, whole=len(ids) < threads, before=ids[-1] if len(ids) == threads else None
    )
    write_state(conn, state)
    return state


def refresh(conn: Connection, thread_ids: Collection[int]) -> bool:
    """Bring the index up to date with these threads, within the caller's transaction.

    Texts that did not change are not written again. False: the index was damaged and has begun
    anew. Without an index nothing is done.
    """
    return _guarded(conn, lambda: _refresh(conn, thread_ids)) if thread_ids else True


def forget(conn: Connection, thread_ids: Collection[int]) -> None:
    """These threads are about to be deleted, and their words with them."""

    def job() -> None:
        gone = conn.exec_driver_sql(
            "DELETE FROM search_doc WHERE thread_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(thread_ids)),),
        ).rowcount
        state = read_state(conn)
        if gone and state is not None and not state.purged:
            write_state(conn, replace(state, purged=True))

    if thread_ids:
        _guarded(conn, job)


def compact_piece(conn: Connection, *, first: bool) -> bool:
    """Write a piece of the index anew without the words of what is gone; False: nothing is left.

    `first`: of a row of calls.
    """
    state = read_state(conn)
    if state is None or not state.purged:
        return False
    before = _changes(conn)
    pages = -COMPACT_PAGES if first else COMPACT_PAGES

    def job() -> None:
        conn.exec_driver_sql(
            "INSERT INTO search_fts (search_fts, rank) VALUES ('merge', ?)", (pages,)
        )

    # FTS5 counts two changes at least for a merge that did something.
    if not _guarded(conn, job) or _changes(conn) - before < 2:
        state = read_state(conn)
        if state is not None:
            write_state(conn, replace(state, purged=False))
        return False
    return True


def is_damage(error: BaseException) -> bool:
    """Whether the error tells that the index, or more, cannot be read."""
    words = str(getattr(error, "orig", None) or error).lower()
    return any(
        each in words
        for each in ("malformed", "fts5: corrupt", "vtable constructor", "no such table: search_")
    ) or ("no such table" in words and "search_fts" in words)


def _guarded(conn: Connection, job: Callable[[], None]) -> bool:
    """Do it if there is an index. A damaged one begins anew: it must never keep what the portal
    says, or what the agent writes, out of the store.
    """
    if not _is_there(conn):
        return True
    try:
        with conn.begin_nested():
            job()
    except DatabaseError as error:
        # Its row numbers are ours alone: one that is taken tells of damage too.
        if not is_damage(error) and not isinstance(error, IntegrityError):
            raise
        # Where the whole file is damaged, this fails too, and says so.
        renew(conn)
        return False
    return True


def _is_there(conn: Connection) -> bool:
    parts = conn.exec_driver_sql(
        "SELECT count(*) FROM sqlite_master WHERE name IN"
        " ('search_fts', 'search_doc', 'search_doc_gone')"
    ).scalar_one()
    return int(parts) == 3


def _changes(conn: Connection) -> int:
    return int(conn.exec_driver_sql("SELECT total_changes()").scalar_one())


def _refresh(conn: Connection, thread_ids: Collection[int]) -> None:
    wanted = json.dumps(list(thread_ids))
    known: dict[tuple[int, int, int], tuple[int, int]] = {
        (row[0], row[1], row[2]): (row[3], row[4])
        for row in conn.exec_driver_sql(
            "SELECT thread_id, kind, source_id, docid, digest FROM search_doc"
            " WHERE thread_id IN (SELECT value FROM json_each(?))",
            (wanted,),
        )
    }
    fresh: list[tuple[Document, int]] = []
    for document in documents_of(conn, thread_ids):
        key = (document.thread_id, int(document.kind), document.source_id)
        present, digest = known.get(key), document.digest
        if present is not None and present[1] == digest and _in_its_place(present[0], document):
            del known[key]
        else:
            fresh.append((document, digest))
    if known:
        conn.exec_driver_sql(
            "DELETE FROM search_doc WHERE docid = ?", [(docid,) for docid, _ in known.values()]
        )
    if fresh:
        _insert(conn, fresh)


def _in_its_place(docid: int, document: Document) -> bool:
    # A crowded second overflows into those after it.
    return docid_at(document.at_ms) <= docid < docid_at(document.at_ms) + 60 * SLOTS


def _insert(conn: Connection, fresh: Sequence[tuple[Document, int]]) -> None:
    taken = _Slots(conn, (document.at_ms for document, _ in fresh))
    rows, texts = [], []
    heads: dict[int, tuple[str, str, str]] = {}
    places: dict[tuple[object, ...], str] = {}
    for document, digest in fresh:
        docid = taken.next(document.at_ms)
        rows.append((docid, document.thread_id, int(document.kind), document.source_id, digest))
        if document.thread_id not in heads:
            head = document.head
            place = places.get(head.filed)
            if place is None:
                place = places[head.filed] = head.place()
            heads[document.thread_id] = head.name(), place, head.written_by()
        texts.append((docid, searchable(document.text), *heads[document.thread_id]))
    conn.exec_driver_sql(
        "INSERT INTO search_doc (docid, thread_id, kind, source_id, digest) VALUES (?,?,?,?,?)",
        rows,
    )
    conn.exec_driver_sql(
        "INSERT INTO search_fts (rowid, body, name, place, agents) VALUES (?,?,?,?,?)", texts
    )


class _Slots:
    """Gives each new document a row number of its own in, or after, its second."""

    def __init__(self, conn: Connection, instants: Iterable[int]) -> None:
        self._conn = conn
        firsts = sorted({docid_at(each) for each in instants})
        self._next: dict[int, int] = {
            row[0]: row[0] if row[1] is None else row[1] + 1
            for row in conn.exec_driver_sql(
                "SELECT value, (SELECT max(docid) FROM search_doc"
                " WHERE docid BETWEEN value AND value + ?) FROM json_each(?)",
                (SLOTS - 1, json.dumps(firsts)),
            )
        }

    def next(self, at_ms: int) -> int:
        first = docid_at(at_ms)
        while True:
            docid = self._next.get(first)
            if docid is None:
                found = self._conn.exec_driver_sql(
                    "SELECT max(docid) FROM search_doc WHERE docid BETWEEN ? AND ?",
                    (first, first + SLOTS - 1),
                ).scalar()
                docid = first if found is None else int(found) + 1
            if docid < first + SLOTS:
                self._next[first] = docid + 1
                return docid
            self._next[first] = docid
            first += SLOTS
