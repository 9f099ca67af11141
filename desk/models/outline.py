"""The shape of the inbox at one moment, and how it is brought up to date after a change.

An `Outline` says how many rows there are and which ids are known of; it is whole and never
changed. What the list shows at a place is found from it without asking the store.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection

from desk.models.inbox import Reader, Scope, Surroundings, Tallies, read_surroundings
from desk.models.inbox_run import Run
from desk.models.snapshots import InboxFilter, InboxRow, MotifCount

FLAT = ""
"""The key of the only run of a list without groups; other runs are keyed by their motif."""

BLOCK = 64
"""Rows fetched at once: about three screens, under a millisecond."""


class Choice(msgspec.Struct, frozen=True):
    """What the agent asked to see."""

    kind: InboxFilter = InboxFilter.TODO
    text: str = ""
    by_due: bool = False
    """One list by time left, without groups."""


class Outline(msgspec.Struct, frozen=True):
    """The list at one moment."""

    choice: Choice
    motifs: tuple[MotifCount, ...]
    """Of a grouped list, in the catalogue's order; empty for a list by time left."""
    runs: Mapping[str, Run]
    tallies: Tallies
    tracked: frozenset[int]
    """The messages whose place was asked for …"""
    places: Mapping[int, tuple[str, int]]
    """… and (run, due instant) of those that are in the list."""
    surroundings: Surroundings

    @property
    def total(self) -> int:
        """How many messages the list holds."""
        return sum(run.count for run in self.runs.values())


class OutlineRequest(msgspec.Struct, frozen=True):
    """What the reading of an outline starts from."""

    choice: Choice
    runs: Mapping[str, Run] = msgspec.field(default_factory=dict)
    """Those read so far under the same choice."""
    changed: frozenset[int] | None = None
    """The threads written since then; None: anything may have changed."""
    tracked: tuple[int, ...] = ()
    """Messages on screen, whose places keep the list from jumping."""
    selected: int | None = None
    """Its run is read whole, so that its row is known."""
    rows: frozenset[int] = frozenset()
    """Rows to read again."""
    collapsed: frozenset[str] = frozenset()
    first_screen: bool = False
    """Read the first block of rows too: the list is about to be shown from its top."""


def group_keys(count: MotifCount) -> tuple[str, str, str]:
    """The keys of the thème, sujet and motif groups that hold a motif's messages."""
    return f"theme:{count.theme}", f"sujet:{count.sujet}", f"motif:{count.motif}"


def open_runs(
    motifs: Iterable[MotifCount], collapsed: frozenset[str]
) -> Iterator[tuple[str, MotifCount]]:
    """The runs of the motifs that no closed group hides."""
    for count in motifs:
        if collapsed.isdisjoint(group_keys(count)):
            yield count.motif, count


def read_outline(
    connection: Connection, request: OutlineRequest, now_ms: int
) -> tuple[Outline, dict[int, InboxRow]]:
    """Read the list's shape, and the rows asked for, at one moment of the store and the clock.

    Runs already read are merged with the changed threads. A run whose length then differs from
    what is counted (a lease ran out, an instant passed) is read again.
    """
    choice = request.choice
    around = read_surroundings(connection)
    reader = Reader(connection, Scope(choice.kind, choice.text, now_ms), around)
    places = reader.places({*request.tracked, *_one(request.selected), *(request.changed or ())})
    motifs: tuple[MotifCount, ...] = ()
    if choice.text:
        runs = _found_runs(reader, request, places)
        tallies = reader.tallies()
        if not choice.by_due:
            motifs = reader.motifs_of(runs)
    elif choice.by_due:
        tallies = reader.tallies()
        count = tallies.counts[choice.kind]
        runs = {FLAT: _present_run(reader, FLAT, count, request, places)}
    else:
        motifs = reader.motifs()
        tallies = reader.tallies(motifs if choice.kind is InboxFilter.TODO else None)
        runs = {
            each.motif: _present_run(reader, each.motif, each.count, request, places)
            for each in motifs
        }
    wanted = set(request.rows)
    if request.selected in places:
        key = FLAT if choice.by_due else places[request.selected][0]
        if not runs[key].is_whole:
            runs[key] = reader.run(key or None)
    if request.first_screen:
        wanted |= _first_screen(reader, runs, motifs, request)
    outline = Outline(
        choice=choice,
        motifs=motifs,
        runs=runs,
        tallies=tallies,
        tracked=frozenset(request.tracked) | _one(request.selected),
        places={
            thread_id: (FLAT if choice.by_due else places[thread_id][0], places[thread_id][1])
            for thread_id in {*request.tracked, *_one(request.selected)} & places.keys()
        },
        surroundings=around,
    )
    return _counted_as_read(outline), reader.rows(wanted)


def read_blocks(
    connection: Connection,
    outline: Outline,
    wanted: Iterable[tuple[str, int]],
    now_ms: int,
) -> tuple[dict[str, Run], dict[int, InboxRow]]:
    """Read the rows of blocks (run, number of the block), and the ids they need.

    The first block of a run is found by key, without the rest of its ids.
    """
    choice = outline.choice
    scope = Scope(choice.kind, choice.text, now_ms)
    reader = Reader(connection, scope, outline.surroundings)
    runs: dict[str, Run] = {}
    ids: list[int] = []
    for key, number in wanted:
        run = runs.get(key, outline.runs[key])
        start, end = number * BLOCK, min((number + 1) * BLOCK, run.count)
        if len(run.ids) < end:
            run = (
                reader.head(key or None, run.count, BLOCK)
                if start == 0
                else reader.run(key or None)
            )
            runs[key] = run
        ids += run.ids[start : start + BLOCK]
    return runs, reader.rows(ids)


def with_runs(outline: Outline, runs: Mapping[str, Run]) -> Outline:
    """The outline knowing more ids; counts follow where the store has gone on in between."""
    return _counted_as_read(
        replace(outline, runs={**outline.runs, **runs}, tracked=frozenset(), places={})
    )


def _counted_as_read(outline: Outline) -> Outline:
    if all(outline.runs[each.motif].count == each.count for each in outline.motifs):
        return outline
    return replace(
        outline,
        motifs=tuple(
            replace(each, count=outline.runs[each.motif].count) for each in outline.motifs
        ),
    )


def _one(thread_id: int | None) -> frozenset[int]:
    return frozenset() if thread_id is None else frozenset((thread_id,))


def _present_run(
    reader: Reader,
    key: str,
    count: int,
    request: OutlineRequest,
    places: Mapping[int, tuple[str, int]],
) -> Run:
    old = request.runs.get(key)
    if old is None or not old.ids:
        return Run.unread(count)
    if not old.is_whole:
        return reader.head(key or None, count, BLOCK)
    if request.changed is not None:
        merged = old.merged(request.changed, _arriving(key, request.changed, places))
        if merged.count == count:
            return merged
    return reader.run(key or None)


def _found_runs(
    reader: Reader, request: OutlineRequest, places: Mapping[int, tuple[str, int]]
) -> dict[str, Run]:
    if request.changed is None or not request.runs:
        return reader.found(by_motif=not request.choice.by_due)
    keys = (
        {FLAT}
        if request.choice.by_due
        else request.runs.keys() | {places[each][0] for each in request.changed & places.keys()}
    )
    merged = {
        key: request.runs.get(key, Run.unread(0)).merged(
            request.changed, _arriving(key, request.changed, places)
        )
        for key in keys
    }
    return {key: run for key, run in merged.items() if run.count or key == FLAT}


def _arriving(
    key: str, changed: frozenset[int], places: Mapping[int, tuple[str, int]]
) -> list[tuple[int, int]]:
    return [
        (places[each][1], each)
        for each in changed & places.keys()
        if key in (FLAT, places[each][0])
    ]


def _first_screen(
    reader: Reader, runs: dict[str, Run], motifs: Iterable[MotifCount], request: OutlineRequest
) -> set[int]:
    """Read the heads of the first open runs into `runs`, up to a block of rows; their ids."""
    keys: Iterable[str] = [FLAT]
    if not request.choice.by_due:
        keys = [key for key, _ in open_runs(motifs, request.collapsed)]
    ids: set[int] = set()
    for key in keys:
        run = runs[key]
        if len(run.ids) < min(BLOCK, run.count):
            run = runs[key] = reader.head(key or None, run.count, BLOCK)
        ids |= set(run.ids[:BLOCK])
        if len(ids) >= BLOCK:
            break
    return ids
