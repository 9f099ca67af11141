"""What the inbox reads from the store: counts per motif, ids in order, rows by id.

The list is never read whole. Counts come from one scan of a covering index; ids in due order, per
motif, in compact arrays when a motif is first looked at; rows some dozens at a time.

The portal's instant `now_ms` decides what is late and which leases are still in force: a lease that
ran out holds nothing, although nobody wrote anything.
"""

import json
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from desk.models import meta
from desk.models.folding import fold
from desk.models.inbox_run import Run
from desk.models.snapshots import InboxFilter, InboxRow, MotifCount, ReplyState

_HELD = "claim_expires_ms > :now"
_UNASSIGNED = "(claim_expires_ms IS NULL OR claim_expires_ms <= :now)"
_LATE = "due_ms < :now"
# What I hold, and what I have begun: a text whose lease ran out must not be out of sight.
_MINE = (
    f"(coalesce(claim_agent_id = :me AND {_HELD}, 0)"
    " OR id IN (SELECT thread_id FROM draft)"
    " OR id IN (SELECT thread_id FROM outbox WHERE kind = 'reply' AND state IN"
    " ('queued', 'sending', 'unconfirmed', 'rejected', 'conflict')))"
)
_CONDITIONS = {
    InboxFilter.TODO: "1",
    InboxFilter.MINE: _MINE,
    InboxFilter.UNASSIGNED: _UNASSIGNED,
    InboxFilter.LATE: _LATE,
}
_WANTED = "(SELECT value FROM json_each(:ids))"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which open messages are meant, at which instant, for whom."""

    kind: InboxFilter
    text: str
    """Of the filter box, as typed; every word of it must be found."""
    now_ms: int
    agent_id: int | None


@dataclass(frozen=True, slots=True)
class Counts:
    """The open messages of a scope, counted."""

    motifs: tuple[MotifCount, ...]
    """Motifs that have any, in the catalogue's order; those it does not know come last."""
    tallies: Mapping[InboxFilter, int]
    """How many messages each filter would show, under the same words of the filter box."""
    next_change_ms: int | None
    """The first instant at which these figures change by time alone: a message becomes late or a
    lease runs out."""


class Reader:
    """Reads the inbox of one scope through one connection; lives as long as one job."""

    def __init__(self, connection: Connection, scope: Scope) -> None:
        self._connection = connection
        self._catalogue = _catalogue(connection)
        self._params: dict[str, object] = {"now": scope.now_ms, "me": scope.agent_id}
        self._now_ms = scope.now_ms
        self._words = self._words_condition(scope.text)
        self._condition = f"status = 'open' AND {_CONDITIONS[scope.kind]}{self._words}"

    def counts(self) -> Counts:
        """One pass over the open messages, within their covering index when no word is sought."""
        this = self._condition.removeprefix("status = 'open' AND ")
        rows = self._connection.exec_driver_sql(
            f"SELECT motif, sum({this}), sum({this} AND {_LATE}),"  # noqa: S608
            f" min(CASE WHEN {this} THEN due_ms END),"
            f" count(*), sum({_MINE}), sum({_UNASSIGNED}), sum({_LATE}),"
            " min(CASE WHEN due_ms >= :now THEN due_ms END),"
            f" min(CASE WHEN {_HELD} THEN claim_expires_ms END)"
            f" FROM thread INDEXED BY ix_thread_open WHERE status = 'open'{self._words}"
            " GROUP BY motif",
            self._params,
        ).all()
        places = self._catalogue
        unknown = {str(row[0]) for row in rows} - places.keys()
        if unknown:
            places = places | self._unknown_places(unknown)
        motifs = [
            MotifCount(*places[row[0]][1:], count=row[1], late=row[2], nearest_due_ms=row[3])
            for row in sorted(rows, key=lambda row: (places[row[0]][0], places[row[0]]))
            if row[1]
        ]
        # A message is late strictly after its instant; a lease holds strictly before its own.
        changes = [row[8] + 1 for row in rows if row[8] is not None]
        changes += [row[9] for row in rows if row[9] is not None]
        return Counts(
            motifs=tuple(motifs),
            tallies={
                InboxFilter.TODO: sum(row[4] for row in rows),
                InboxFilter.MINE: sum(row[5] for row in rows),
                InboxFilter.UNASSIGNED: sum(row[6] for row in rows),
                InboxFilter.LATE: sum(row[7] for row in rows),
            },
            next_change_ms=min(changes, default=None),
        )

    def run(self, motif: str | None, count: int, limit: int | None = None) -> Run:
        """The ids of one motif, or of all (None), in due order.

        `count`: how many there are as far as known; corrected when all are read. `limit`: read
        only so many, by key, which costs the same however many there are.
        """
        where = self._condition if motif is None else f"motif = :motif AND {self._condition}"
        rows = self._connection.exec_driver_sql(
            f"SELECT id, due_ms FROM thread WHERE {where} ORDER BY due_ms, id"  # noqa: S608
            + ("" if limit is None else f" LIMIT {limit}"),
            self._params | {"motif": motif},
        ).all()
        ids = array("q", [row[0] for row in rows])
        dues = array("q", [row[1] for row in rows])
        whole = limit is None or len(ids) < limit
        return Run(ids, dues, len(ids) if whole else max(count, len(ids)))

    def places(self, ids: Iterable[int]) -> dict[int, tuple[str, int]]:
        """(motif, due instant) of those of `ids` that are in the scope."""
        rows = self._connection.exec_driver_sql(
            f"SELECT id, motif, due_ms FROM thread WHERE id IN {_WANTED} AND {self._condition}",  # noqa: S608
            self._params | {"ids": json.dumps(list(ids))},
        )
        return {row[0]: (row[1], row[2]) for row in rows}

    def rows(self, ids: Iterable[int]) -> dict[int, InboxRow]:
        """The rows of `ids`, in or out of the scope; threads that do not exist are left out."""
        found = self._connection.exec_driver_sql(
            "SELECT t.id, t.reference, t.adherent_name, t.motif, t.first_words, t.sent_ms,"  # noqa: S608
            " t.due_ms, t.status, t.claim_name, t.claim_agent_id, t.claim_expires_ms,"
            " EXISTS (SELECT 1 FROM draft WHERE thread_id = t.id),"
            " (SELECT state FROM outbox WHERE thread_id = t.id AND kind = 'reply'"
            " ORDER BY seq DESC LIMIT 1)"
            f" FROM thread AS t WHERE t.id IN {_WANTED}",
            {"ids": json.dumps(list(ids))},
        )
        me = self._params["me"]
        result = {}
        for row in found:
            held = row[10] is not None and row[10] > self._now_ms
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
            )
        return result

    def _words_condition(self, text: str) -> str:
        """Every word must stand in the name, the reference, the first words or the motif's label."""
        condition = ""
        for number, word in enumerate(fold(text).split()):
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


# rank, theme, its label, sujet, its label, motif, its label
_Place = tuple[float, str, str, str, str, str, str]


def _catalogue(connection: Connection) -> dict[str, _Place]:
    rows = connection.exec_driver_sql(
        "SELECT code, rank, theme, theme_label, sujet, sujet_label, code, label FROM motif"
    )
    return {row[0]: tuple(row[1:]) for row in rows}


def agent_id(connection: Connection) -> int | None:
    """The agent whose inbox this is; None before the first sign-in."""
    me = meta.me(connection)
    return None if me is None else me.agent_id
