"""The inbox's reading of the store, against the slow and obvious way."""

import random
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.models import meta
from desk.models.catalogue import apply_catalogue
from desk.models.drafts import save_draft
from desk.models.inbox_run import Run
from desk.models.inbox_state import InboxState, read_state, write_state
from desk.models.outline import (
    FLAT,
    Choice,
    Outline,
    OutlineRequest,
    read_blocks,
    read_outline,
    with_runs,
)
from desk.models.snapshots import InboxFilter, ReplyState
from desk.models.store import Store
from desk.models.threads import apply_changes, apply_snapshot
from tests.support.desk_data import ME, NOW, Desk
from tests.support.inbox_reference import Situation, expected_by_due, ms

NOW_MS = ms(NOW)
TEXTS = ("", "ferrandier", "EUROPÉENNE", "oeuvrard", "carte fille", "pic-2026-00001", "zzz")


class World:
    """A caisse and the store that follows it."""

    def __init__(self, store: Store, seed: int, count: int) -> None:
        self.store = store
        self.desk = Desk(seed)
        self.desk.new_threads(count)
        self.begun: set[int] = set()
        with store.writing() as connection:
            meta.set_me(connection, ME)
            apply_catalogue(connection, self.desk.catalogue)
            for page in self.desk.snapshot_pages():
                apply_snapshot(connection, page, 0)

    def change(self, count: int) -> frozenset[int]:
        with self.store.writing() as connection:
            change = apply_changes(connection, self.desk.changes(count))
        return change.threads | change.removed

    def draft(self, thread_id: int) -> frozenset[int]:
        with self.store.writing() as connection:
            save_draft(connection, thread_id, "Bonjour,", 8, 1, NOW_MS)
        self.begun.add(thread_id)
        return frozenset((thread_id,))

    def read(self, request: OutlineRequest, now_ms: int = NOW_MS) -> Outline:
        with self.store.reading() as connection:
            return read_outline(connection, request, now_ms)[0]

    def whole(self, outline: Outline) -> Outline:
        """With every id read, block after block, as the list would ask."""
        wanted = [
            (key, number)
            for key, run in outline.runs.items()
            for number in range((run.count + 63) // 64)
        ]
        with self.store.reading() as connection:
            runs, _ = read_blocks(connection, outline, wanted, NOW_MS)
        return with_runs(outline, runs)

    def check(self, outline: Outline, now_ms: int = NOW_MS) -> None:
        """The outline holds exactly what it should, in the right order, rightly counted."""
        situation = Situation(now_ms, ME.agent_id, self.begun)
        choice = outline.choice
        ids = expected_by_due(self.desk, choice.kind, choice.text, situation)
        assert outline.total == len(ids)
        if choice.by_due:
            assert list(outline.runs[FLAT].ids) == ids[: len(outline.runs[FLAT].ids)]
        else:
            order = [place for theme in self.desk.catalogue.themes for place in theme.sujets]
            motifs = [motif.code for sujet in order for motif in sujet.motifs]
            assert [each.motif for each in outline.motifs] == [
                code
                for code in motifs
                if any(self.desk.threads[thread_id].motif == code for thread_id in ids)
            ]
        for count in outline.motifs:
            here = [each for each in ids if self.desk.threads[each].motif == count.motif]
            dues = [ms(self.desk.threads[each].due_at) for each in here]
            run = outline.runs[count.motif]
            assert (count.count, run.count) == (len(here), len(here))
            assert list(run.ids) == here[: len(run.ids)]
            assert list(run.dues) == dues[: len(run.ids)]
            assert count.late == sum(due < now_ms for due in dues)
            assert count.nearest_due_ms == min(dues)
        for kind in InboxFilter:
            present = len(expected_by_due(self.desk, kind, "", situation))
            assert outline.tallies.counts[kind] == present, kind


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    store = Store.open(tmp_path / "agent" / "store.sqlite3")
    yield World(store, seed=3, count=400)
    store.close()


@pytest.mark.parametrize("by_due", [False, True])
@pytest.mark.parametrize("kind", list(InboxFilter))
@pytest.mark.parametrize("text", TEXTS)
def test_a_first_reading_holds_what_it_should(
    world: World, kind: InboxFilter, text: str, by_due: bool
) -> None:
    world.draft(7)
    outline = world.read(OutlineRequest(Choice(kind, text, by_due), first_screen=True))
    world.check(outline)
    world.check(world.whole(outline))


@pytest.mark.parametrize("seed", range(6))
def test_merging_changes_gives_what_reading_again_would(tmp_path: Path, seed: int) -> None:
    store = Store.open(tmp_path / "agent" / "store.sqlite3")
    world = World(store, seed=seed, count=300)
    pick = random.Random(seed)
    choice = Choice(pick.choice(list(InboxFilter)), pick.choice(TEXTS), pick.random() < 0.5)
    outline = world.read(OutlineRequest(choice, first_screen=True))
    now_ms = NOW_MS
    for _ in range(12):
        changed = world.change(pick.randrange(1, 60))
        if pick.random() < 0.3:
            changed |= world.draft(pick.choice(list(world.desk.threads)))
        if pick.random() < 0.5:
            outline = world.whole(outline)
        if not choice.text and pick.random() < 0.4:
            # Time passes: messages fall due, leases run out, and nobody wrote anything.
            now_ms += pick.randrange(1, 3 * 3_600_000)
        outline = world.read(OutlineRequest(choice, outline.runs, changed), now_ms)
        world.check(outline, now_ms)
    store.close()


def test_the_places_of_tracked_messages_are_told(world: World) -> None:
    gone, moved, kept = 11, 12, 13
    outline = world.whole(world.read(OutlineRequest(Choice())))
    elsewhere = world.desk.threads[kept].motif
    sujet = world.desk.threads[kept].sujet
    theme = world.desk.threads[kept].theme
    page = world.desk.page_of(
        [
            world.desk.answered(gone),
            world.desk.changed(moved, motif=elsewhere, sujet=sujet, theme=theme),
        ]
    )
    with world.store.writing() as connection:
        apply_changes(connection, page)
    request = OutlineRequest(
        Choice(),
        {key: Run.unread(run.count) for key, run in outline.runs.items()},
        frozenset((gone, moved)),
        tracked=(gone, kept),
        selected=moved,
    )
    after = world.read(request)
    world.check(after)
    assert after.tracked == {gone, moved, kept}
    assert set(after.places) == {moved, kept}
    due_ms = ms(world.desk.threads[moved].due_at)
    assert after.places[moved] == (elsewhere, due_ms)
    offset = after.runs[elsewhere].offset_of(moved, due_ms)
    assert offset is not None
    assert after.runs[elsewhere].ids[offset] == moved


def test_the_figures_change_by_time_alone_at_the_instant_that_is_told(world: World) -> None:
    outline = world.read(OutlineRequest(Choice()))
    change = outline.tallies.next_change_ms
    assert change is not None
    just_before = world.read(OutlineRequest(Choice()), change - 1)
    then = world.read(OutlineRequest(Choice()), change)
    assert just_before.tallies.counts == outline.tallies.counts
    assert then.tallies.counts != outline.tallies.counts


def test_a_lease_that_ran_out_holds_nothing(world: World) -> None:
    claim = world.desk.claim(102, NOW)
    page = world.desk.page_of([world.desk.changed(20, claim=claim)])
    expires_ms = ms(claim.expires_at)
    with world.store.writing() as connection:
        apply_changes(connection, page)
    for now_ms, name in ((expires_ms - 1, "Damien Le Guellec"), (expires_ms, None)):
        with world.store.reading() as connection:
            request = OutlineRequest(Choice(), rows=frozenset((20,)))
            rows = read_outline(connection, request, now_ms)[1]
        assert rows[20].claim_name == name


def test_a_row_tells_its_draft_and_its_reply(world: World) -> None:
    world.draft(5)
    with world.store.writing() as connection:
        save_draft(connection, 6, "  ", 2, 1, NOW_MS)
        for state in ("cancelled", "queued"):
            connection.exec_driver_sql(
                "INSERT INTO outbox (id, kind, thread_id, seen_version, body, state, created_ms)"
                " VALUES (?, 'reply', 5, 1, '{}', ?, 0)",
                (state, state),
            )
        for number, (kind, state) in enumerate(
            (("reclassify", "queued"), ("note", "queued"), ("transfer", "rejected"))
        ):
            connection.exec_driver_sql(
                "INSERT INTO outbox (id, kind, thread_id, seen_version, body, state, created_ms)"
                " VALUES (?, ?, 5, 1, '{}', ?, 0)",
                (f"act-{number}", kind, state),
            )
    with world.store.reading() as connection:
        request = OutlineRequest(Choice(), rows=frozenset((5, 6)))
        rows = read_outline(connection, request, NOW_MS)[1]
    assert (rows[5].has_draft, rows[5].reply_state) == (True, ReplyState.QUEUED)
    assert (rows[5].pending_act, rows[6].pending_act) == ("reclassify", "")
    assert (rows[6].has_draft, rows[6].reply_state) == (False, None)


def test_a_motif_unknown_to_the_catalogue_is_shown_by_its_codes(world: World) -> None:
    known = world.desk.threads[30]
    page = world.desk.page_of(
        [
            world.desk.changed(30, motif="tout-nouveau"),
            world.desk.changed(31, theme="jamais-vu", sujet="pas-vu", motif="inconnu"),
        ]
    )
    with world.store.writing() as connection:
        apply_changes(connection, page)
    outline = world.read(OutlineRequest(Choice(), first_screen=True))
    motifs = {each.motif: each for each in outline.motifs}
    assert motifs["tout-nouveau"].sujet == known.sujet
    assert motifs["tout-nouveau"].motif_label == "tout-nouveau"
    assert motifs["tout-nouveau"].theme_label != known.theme
    assert outline.motifs[-1].motif == "inconnu"
    # A group is never split: its motifs follow each other.
    sujets = [each.sujet for each in outline.motifs]
    assert sorted(set(sujets), key=sujets.index) == [
        sujet for at, sujet in enumerate(sujets) if at == 0 or sujets[at - 1] != sujet
    ]


def test_counting_and_ordering_read_indexes_only(world: World) -> None:
    """The table itself, with names and texts, is never walked for a list without words."""
    asked: list[str] = []
    with world.store.reading() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.set_trace_callback(asked.append)
        for by_due in (False, True):
            for kind in (InboxFilter.TODO, InboxFilter.UNASSIGNED, InboxFilter.LATE):
                read_outline(connection, OutlineRequest(Choice(kind, "", by_due)), NOW_MS)
        raw.set_trace_callback(None)
        counting = [sql for sql in asked if "FROM thread" in sql and "json_each" not in sql]
        assert len(counting) >= 12
        for sql in counting:
            if "outbox" in sql:
                continue  # looks up the few threads that I have begun, by id
            plan = " ".join(
                str(row[3]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")
            )
            assert "COVERING INDEX" in plan, (sql, plan)


def test_the_state_of_the_list_is_kept(world: World) -> None:
    state = InboxState(frozenset({"theme:sante", "motif:sante-cartes-autre"}), by_due=True)
    with world.store.writing() as connection:
        assert read_state(connection) == InboxState()
        write_state(connection, state)
        assert read_state(connection) == state
        meta.set_inbox_state(connection, '{"by_due": "of another version"}')
        assert read_state(connection) == InboxState()


@pytest.mark.parametrize("seed", range(20))
def test_a_run_is_merged_like_a_sorted_list(seed: int) -> None:
    pick = random.Random(seed)
    held = {thread_id: pick.randrange(20) for thread_id in pick.sample(range(200), 80)}
    run = _run(held)
    changed = set(pick.sample(range(200), pick.randrange(1, 60)))
    present = {each: pick.randrange(20) for each in changed if pick.random() < 0.5}
    after = run.merged(changed, [(due, each) for each, due in present.items()])
    kept = {each: due for each, due in held.items() if each not in changed}
    wanted = _run(kept | present)
    assert (after.ids, after.dues, after.count) == (wanted.ids, wanted.dues, wanted.count)
    for each, due in (kept | present).items():
        offset = after.offset_of(each, due)
        assert offset is not None
        assert after.ids[offset] == each
        assert after.offset_of(each, due + 1) is None
    assert run.ids == _run(held).ids


def _run(dues: dict[int, int]) -> Run:
    order = sorted(dues, key=lambda each: (dues[each], each))
    return Run(array("q", order), array("q", [dues[each] for each in order]), len(order))
