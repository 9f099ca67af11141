"""What each text of a thread contributes to the index."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from enum import IntEnum

import msgspec
from sqlalchemy import Connection

from desk.models.search import marks
from desk.models.search.words import searchable, words_of

_WANTED = "(SELECT value FROM json_each(?))"


class Kind(IntEnum):
    """Which table a document's text is in."""

    MESSAGE = 0
    NOTE = 1


class Document(msgspec.Struct, frozen=True):
    """One text with what is said of its thread; raw, not folded yet."""

    kind: Kind
    source_id: int
    thread_id: int
    at_ms: int
    text: str
    head: "Head"

    @property
    def digest(self) -> int:
        """Differs whenever the index would; 64 bits, signed."""
        content = "\x1f".join((self.text, self.head.content)).encode("utf-8", "surrogatepass")
        digest = hashlib.blake2b(content, digest_size=8).digest()
        return int.from_bytes(digest, "big", signed=True)


class Head(msgspec.Struct, frozen=True):
    """What all texts of a thread share."""

    names: tuple[str, ...]
    reference: str
    status: str
    codes: tuple[str, str, str]
    """Thème, sujet, motif."""
    labels: tuple[str, str, str]
    agents: tuple[tuple[int, str], ...]
    former: tuple[str, ...] = ()
    """What the adherent chose, as it was called then, where it is called otherwise now."""

    @property
    def content(self) -> str:
        said = (self.names, self.reference, self.status, self.codes, self.labels, self.agents)
        return repr((*said, self.former) if self.former else said)

    @property
    def filed(self) -> tuple[object, ...]:
        """What its `place` is made of; many threads share it."""
        return self.codes, self.labels, self.status, self.former

    def name(self) -> str:
        """The words of the adherent's names and of the reference, with and without its zeros."""
        number = self.reference.rpartition("-")[2].lstrip("0")
        return f"{_once(self.names)} {searchable(self.reference)} {searchable(number)}"

    def place(self) -> str:
        """The words of the labels, and the marks of the classification and the status."""
        theme, sujet, motif = self.codes
        return " ".join(
            (
                *map(searchable, self.labels),
                *map(searchable, self.former),
                marks.theme(theme),
                marks.sujet(sujet),
                marks.motif(motif),
                marks.status(self.status),
                marks.EVERY,
            )
        )

    def written_by(self) -> str:
        """The marks of the agents who wrote in it."""
        return " ".join(
            f"{marks.agent(agent_id)} {' '.join(map(marks.agent_named, words_of(name)))}"
            for agent_id, name in self.agents
        )


def _once(names: Iterable[str]) -> str:
    """The first name as it is, and what the others add to it."""
    said: list[str] = []
    for name in names:
        words = words_of(name)
        if any(word not in said for word in words):
            said += words
    return " ".join(said)


def documents_of(conn: Connection, thread_ids: Iterable[int]) -> Iterator[Document]:
    """The documents of these threads; a thread that the store does not hold has none."""
    wanted = (json.dumps(list(thread_ids)),)
    messages = conn.exec_driver_sql(
        "SELECT id, thread_id, at_ms, text, author_id, author_name FROM message"
        f" WHERE thread_id IN {_WANTED} ORDER BY thread_id, at_ms, id",
        wanted,
    ).all()
    notes = conn.exec_driver_sql(
        "SELECT id, thread_id, at_ms, text, author_id, author_name FROM thread_note"
        f" WHERE thread_id IN {_WANTED} ORDER BY thread_id, at_ms, id",
        wanted,
    ).all()
    agents: dict[int, dict[int, str]] = {}
    for _, thread_id, _, _, author_id, author_name in (*messages, *notes):
        if author_id is not None:
            agents.setdefault(thread_id, {})[author_id] = author_name or ""
    heads = {
        row[0]: Head(
            names=tuple(each for each in row[1:6] if each),
            reference=row[6],
            status=row[7],
            codes=(row[8], row[9], row[10]),
            labels=(row[11] or row[8], row[12] or row[9], row[13] or row[10]),
            agents=tuple(sorted(agents.get(row[0], {}).items())),
            former=tuple(
                then
                for then, now in zip(row[14:17], row[17:20], strict=True)
                if then and now != then
            ),
        )
        for row in conn.exec_driver_sql(
            "SELECT t.id, t.adherent_name, t.first_name, t.family_name, t.used_name,"
            " t.addressed_name, t.reference, t.status, t.theme, t.sujet, t.motif,"
            " m.theme_label, m.sujet_label, m.label, t.filed_theme, t.filed_sujet, t.filed_motif,"
            " o.theme_label, o.sujet_label, o.label"
            " FROM thread t LEFT JOIN motif m ON m.code = t.motif"
            " LEFT JOIN motif o ON o.code = coalesce(t.original_motif, t.motif)"
            f" WHERE t.id IN {_WANTED}",
            wanted,
        )
    }
    for kind, rows in ((Kind.MESSAGE, messages), (Kind.NOTE, notes)):
        for source_id, thread_id, at_ms, text, _, _ in rows:
            if thread_id in heads:
                yield Document(kind, source_id, thread_id, at_ms, text, heads[thread_id])


def labels_digest(conn: Connection) -> int:
    """Of every label that documents carry."""
    rows = conn.exec_driver_sql(
        "SELECT code, label, sujet, sujet_label, theme, theme_label FROM motif ORDER BY code"
    ).all()
    content = repr([tuple(row) for row in rows]).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(content, digest_size=6).digest(), "big")
