"""What the inbox reads from the store: counts per motif, ids in order, rows by id.

The list is never read whole. Counts come from one scan of a covering index; ids in due order, per
motif, in compact arrays when a motif is first looked at; rows some dozens at a time.

The portal's instant `now_ms` decides what is late and which leases are still in force: a lease that
ran out holds nothing, although nobody wrote anything.
"""

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from desk.models import meta
from desk.models.folding import fold
from desk.models.inbox_run import Run
from desk.models.reviews import CAME_BACK, TO_REVIEW
from desk.models.search.filtering import filter_match
from desk.models.search.index import is_damage
from desk.models.snapshots import InboxFilter, InboxRow, MotifCount, ReplyState

_HELD = "claim_expires_ms > :now"
_HELD_BY_ME = f"coalesce(claim_agent_id = :me AND {_HELD}, 0)"
# A text whose lease ran out must not be out of sight, nor one that waits for this reader.
_BEGUN_BY_ME = (
    "id IN (SELECT thread_id FROM draft WHERE trim(text) != ''"
    " UNION SELECT thread_id FROM outbox WHERE kind = 'reply'"
    " AND state IN ('queued', 'sending', 'unconfirmed', 'rejected', 'conflict')"
    f" UNION SELECT thread_id FROM review WHERE {TO_REVIEW} OR {CAME_BACK})"
)
_ASSIGNED_TO_ME = (
    "SELECT id FROM thread INDEXED BY ix_thread_assigned"
    " WHERE status = 'open' AND assigned_agent_id = :me"
)
_LATE = "due_ms < :now"
_MATCHED = (
    " AND +id IN (SELECT thread_id FROM search_doc WHERE docid IN"
    " (SELECT rowid FROM search_fts WHERE search_fts MATCH :match))"
)
_CONDITIONS = {
    InboxFilter.TODO: "status = 'open'",
    InboxFilter.MINE: f"status = 'open' AND ({_HELD_BY_ME} OR {_BEGUN_BY_ME})",
    InboxFilter.ASSIGNED: f"status = 'open' AND id IN ({_ASSIGNED_TO_ME})",
    InboxFilter.UNASSIGNED: f"status = 'open' AND ({_HELD}) IS NOT 1",
    InboxFilter.LATE: f"status = 'open' AND {_LATE}",
}
_WANTED = "(SELECT value FROM json_each(:ids))"

PAGE = 8192
"""Ids read at once: decoding them holds Python's lock for less than half a millisecond."""

_integers = msgspec.json.Decoder(list[int])


class Scope(msgspec.Struct, frozen=True):
    """Which open messages are meant, at which instant, for whom."""

    kind: InboxFilter
    text: str
    """Of the filter box, as typed; every word of it must be found."""
    now_ms: int


# rank, theme, its label, sujet, its label, motif, its label
_Place = tuple[float, str, str, str, str, str, str]


class Surroundings(msgspec.Struct, frozen=True):
    """What rarely changes and every reading needs."""

    agent_id: int | None
    """Whose inbox this is; None before the first sign-in."""
    supervisor: bool
    places: Mapping[str, _Place]
    """Each motif of the catalogue, with its parents and labels."""


def read_surroundings(connection: Connection) -> Surroundings:
    """Read them once for an outline and the blocks of its rows."""
    me = meta.me(connection)
    rows = connection.exec_driver_sql(
        "SELECT code, rank, theme, theme_label, sujet, sujet_label, code, label FROM motif"
    )
    return Surroundings(
        agent_id=None if me is None else me.agent_id,
        supervisor=me is not None and me.role == "supervisor",
        places={row[0]: tuple(row[1:]) for row in rows},
    )


class Tallies(msgspec.Struct, frozen=True):
    """What each filter would show, whatever stands in the filter box."""

    counts: Mapping[InboxFilter, int]
    next_change_ms: int | None
    """The first instant at which these figures change by time alone: a message becomes late or a
    lease runs out."""
    held_by_me: tuple[InboxRow, ...]
    """Their thresholds are worth telling the agent."""


class Reader:
    """Reads the inbox of one scope through one connection; lives as long as one job."""

    def __init__(self, connection: Connection, scope: Scope, around: Surroundings) -> None:
        self._connection = connection
        self._scope = scope
        self._agent_id = around.agent_id
        self._catalogue = around.places
        self._params: dict[str, object] = {
            "now": scope.now_ms,
            "me": around.agent_id,
            "chief": around.supervisor,
        }
        self._condition = _CONDITIONS[scope.kind]
        self._match = filter_match(connection, scope.text)
        if self._match is None:
            self._condition += self._words_condition()
        else:
            self._params["match"] = self._match
            self._condition += _MATCHED

    def tallies(self, motifs: Iterable[MotifCount] | None = None) -> Tallies:
        """Count for each filter; reads covering indexes only.

        `motifs`: the counts of all that is to answer, when they have been read already.
        """
        if motifs is None:
            total, late = self._connection.exec_driver_sql(
                f"SELECT count(*), coalesce(sum({_LATE}), 0)"
                " FROM thread INDEXED BY ix_thread_open_due WHERE status = 'open'",
                self._params,
            ).one()
        else:
            figures = [(each.count, each.late) for each in motifs]
            total, late = sum(each[0] for each in figures), sum(each[1] for each in figures)
        held = self._connection.exec_driver_sql(
            "SELECT claim_agent_id, count(*), min(claim_expires_ms), json_group_array(id)"
            f" FROM thread INDEXED BY ix_thread_held WHERE status = 'open' AND {_HELD}"
            " GROUP BY claim_agent_id",
            self._params,
        ).all()
        begun = self._connection.exec_driver_sql(
            f"SELECT count(*) FROM thread WHERE status = 'open' AND {_BEGUN_BY_ME}"
            f" AND NOT {_HELD_BY_ME}",
            self._params,
        ).scalar_one()
        assigned = self._connection.exec_driver_sql(
            f"SELECT count(*) FROM ({_ASSIGNED_TO_ME})", self._params
        ).scalar_one()
        next_due = self._connection.exec_driver_sql(
            "SELECT min(due_ms) FROM thread INDEXED BY ix_thread_open_due"
            " WHERE status = 'open' AND due_ms >= :now",
            self._params,
        ).scalar_one()
        mine = [row for row in held if row[0] == self._agent_id]
        # A message is late strictly after its instant; a lease holds strictly before its own.
        changes = [row[2] for row in held] + ([] if next_due is None else [next_due + 1])
        return Tallies(
            counts={
                InboxFilter.TODO: total,
                InboxFilter.MINE: sum(row[1] for row in mine) + begun,
                InboxFilter.ASSIGNED: assigned,
                InboxFilter.UNASSIGNED: total - sum(row[1] for row in held),
                InboxFilter.LATE: late,
            },
            next_change_ms=min(changes, default=None),
            held_by_me=tuple(
                each for row in mine for each in self.rows(_integers.decode(row[3])).values()
            ),
        )

    def motifs(self) -> tuple[MotifCount, ...]:
        """Count the scope's messages per motif, in the catalogue's order; no empty one."""
        rows = self._connection.exec_driver_sql(
            f"SELECT motif, count(*), sum({_LATE}), min(due_ms)"
            f" FROM thread INDEXED BY ix_thread_open WHERE {self._condition} GROUP BY motif",
            self._params,
        ).all()
        return self._named({row[0]: (row[1], row[2], row[3]) for row in rows})

    def motifs_of(self, runs: Mapping[str, Run]) -> tuple[MotifCount, ...]:
        """The same from whole runs, without asking the store again."""
        now = self._scope.now_ms
        return self._named(
            {
                motif: (run.count, bisect_left(run.dues, now), run.dues[0])
                for motif, run in runs.items()
                if run.count
            }
        )

    def found(self, by_motif: bool) -> dict[str, Run]:
        """Every message of the scope in one pass, for words. Without the full-text index (it is
        being made, or damaged) every row is looked at.

        Keyed by motif, or all under the empty key.
        """
        # Open messages' index holds all that is asked; the table's own rows are wide.
        index = "" if self._match is None else " INDEXED BY ix_thread_open"
        select = f"SELECT id, motif, due_ms FROM thread{index}"
        rows = self._matching(select, "ORDER BY due_ms, id")
        runs: dict[str, tuple[array[int], array[int]]] = {}
        if not by_motif:
            runs[""] = (array("q"), array("q"))
        for thread_id, motif, due_ms in rows:
            key = motif if by_motif else ""
            if key not in runs:
                runs[key] = (array("q"), array("q"))
            runs[key][0].append(thread_id)
            runs[key][1].append(due_ms)
        return {key: Run(ids, dues, len(ids)) for key, (ids, dues) in runs.items()}

    def run(self, motif: str | None) -> Run:
        """The ids of one motif, or of all (None), in due order."""
        ids, dues = array("q"), array("q")
        due_ms, thread_id = -1, -1
        while True:
            some_ids, some_dues = self._ordered(motif, PAGE, due_ms, thread_id)
            ids += some_ids
            dues += some_dues
            if len(some_ids) < PAGE:
                return Run(ids, dues, len(ids))
            due_ms, thread_id = dues[-1], ids[-1]

    def head(self, motif: str | None, count: int, limit: int) -> Run:
        """The first `limit` ids by key, which costs the same however many there are.

        `count`: how many there are as far as known; corrected when they are all read.
        """
        ids, dues = self._ordered(motif, limit, -1, -1)
        return Run(ids, dues, len(ids) if len(ids) < limit else max(count, len(ids)))

    def _ordered(
        self, motif: str | None, limit: int, due_ms: int, thread_id: int
    ) -> "tuple[array[int], array[int]]":
        """The next ids after a message, and their due instants."""
        index = "ix_thread_open_due" if motif is None else "ix_thread_open"
        where = self._condition if motif is None else f"motif = :motif AND {self._condition}"
        # One row that holds many: SQLite makes it without Python's lock, which the window needs.
        ids, dues = self._connection.exec_driver_sql(
            "SELECT json_group_array(id), json_group_array(due_ms) FROM"
            f" (SELECT id, due_ms FROM thread INDEXED BY {index} WHERE {where}"
            " AND (due_ms, id) > (:due, :id) ORDER BY due_ms, id LIMIT :limit)",
            self._params | {"motif": motif, "due": due_ms, "id": thread_id, "limit": limit},
        ).one()
        return array("q", _integers.decode(ids)), array("q", _integers.decode(dues))

    def places(self, ids: Iterable[int]) -> dict[int, tuple[str, int]]:
        """(motif, due instant) of those of `ids` that are in the scope."""
        self._params["ids"] = json.dumps(list(ids))
        rows = self._matching("SELECT id, motif, due_ms FROM thread", f"AND id IN {_WANTED}")
        return {row[0]: (row[1], row[2]) for row in rows}

    def rows(self, ids: Iterable[int]) -> dict[int, InboxRow]:
        """The rows of `ids`, in or out of the scope; threads that do not exist are left out."""
        found = self._connection.exec_driver_sql(
            "SELECT t.id, t.reference, t.adherent_name, t.motif, t.first_words, t.sent_ms,"
            " t.due_ms, t.status, t.claim_name, t.claim_agent_id, t.claim_expires_ms,"
            " EXISTS (SELECT 1 FROM draft WHERE thread_id = t.id AND trim(text) != ''),"
            " (SELECT state FROM outbox WHERE thread_id = t.id AND kind = 'reply'"
            " ORDER BY seq DESC LIMIT 1),"
            " (SELECT kind FROM outbox WHERE thread_id = t.id"
            " AND kind IN ('reclassify', 'transfer', 'close')"
            " AND state IN ('queued', 'sending', 'unconfirmed') ORDER BY seq DESC LIMIT 1),"
            " t.assigned_name, t.assigned_agent_id,"
            f" (SELECT CASE WHEN {TO_REVIEW} THEN 'to_review' WHEN {CAME_BACK} THEN 'sent_back'"
            " WHEN state = 'asked' THEN 'in_review' ELSE '' END FROM review"
            " WHERE thread_id = t.id)"
            f" FROM thread AS t WHERE t.id IN {_WANTED}",
            self._params | {"ids": json.dumps(list(ids))},
        )
        me = self._params["me"]
        result = {}
        for row in found:
            held = row[10] is not None and row[10] > self._scope.now_ms
            known = self._catalogue.get(row[3])
            result[row[0]] = InboxRow(
                thread_id=row[0],
                reference=row[1],
                adherent_name=row[2],
                motif=row[3],
                motif_label=row[3] if known is None else known[6],
                first_words=row[4],
                sent_ms=row[5],
                due_ms=row[6],
                status=row[7],
                claim_name=row[8] if held else None,
                claimed_by_me=held and row[9] == me,
                claim_expires_ms=row[10] if held else None,
                has_draft=bool(row[11]),
                reply_state=None if row[12] is None else ReplyState(row[12]),
                assigned_name=row[14],
                assigned_to_me=row[15] is not None and row[15] == me,
                pending_act=row[13] or "",
                review=row[16] or "",
            )
        return result

    def _matching(self, select: str, end: str) -> Sequence[Any]:
        """The rows of the scope; a damaged full-text index is done without."""
        try:
            return self._connection.exec_driver_sql(
                f"{select} WHERE {self._condition} {end}", self._params
            ).all()
        except DatabaseError as error:
            if self._match is None or not is_damage(error):
                raise
        self._match = None
        self._condition = _CONDITIONS[self._scope.kind] + self._words_condition()
        return self._connection.exec_driver_sql(
            f"{select} WHERE {self._condition} {end}", self._params
        ).all()

    def _words_condition(self) -> str:
        """Each word must stand in the name, the reference, the first words or the motif's label."""
        condition = ""
        for number, word in enumerate(fold(self._scope.text).split()):
            name = f"word{number}"
            self._params[name] = word
            self._params[f"{name}_motifs"] = json.dumps(
                [code for code, place in self._catalogue.items() if word in fold(place[6])]
            )
            condition += (
                f" AND (instr(folded, :{name}) > 0"
                f" OR motif IN (SELECT value FROM json_each(:{name}_motifs)))"
            )
        return condition

    def _named(self, figures: Mapping[str, tuple[int, int, int]]) -> tuple[MotifCount, ...]:
        places = self._catalogue
        if unknown := figures.keys() - places.keys():
            places = {**places, **self._unknown_places(unknown)}
        order = sorted(figures, key=lambda motif: places[motif])
        return tuple(MotifCount(*places[motif][1:], *figures[motif]) for motif in order)

    def _unknown_places(self, codes: set[str]) -> "dict[str, _Place]":
        """A motif younger than the stored catalogue shows its codes until the catalogue is in."""
        rows = self._connection.exec_driver_sql(
            "SELECT motif, min(theme), min(sujet) FROM thread WHERE status = 'open'"
            " AND motif IN (SELECT value FROM json_each(:codes)) GROUP BY motif",
            {"codes": json.dumps(sorted(codes))},
        ).all()
        in_order = sorted(self._catalogue.values())
        themes = {place[1]: place for place in in_order}
        sujets = {place[3]: place for place in in_order}
        last: _Place = (len(in_order) + 1, "", "", "", "", "", "")
        return {
            row[0]: (
                # At the end of its sujet, or theme, where known: a group is never split.
                (sujets.get(row[2]) or themes.get(row[1]) or last)[0] + 0.5,
                row[1],
                themes[row[1]][2] if row[1] in themes else row[1],
                row[2],
                sujets[row[2]][4] if row[2] in sujets else row[2],
                row[0],
                row[0],
            )
            for row in rows
        }
