"""The index finds what a scan of every text finds, whatever has happened to the store."""

import itertools
import random
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Connection

from desk import wire
from desk.models import drafts, meta, outbox, threads, wiping
from desk.models.actions import Action
from desk.models.catalogue import apply_catalogue
from desk.models.folding import fold
from desk.models.inbox import Reader, Scope, read_surroundings
from desk.models.search import finding, index, language
from desk.models.search.completion import suggestions
from desk.models.search.finding import Found, Source
from desk.models.search.query import Circumstances, Labels, Order
from desk.models.snapshots import InboxFilter
from desk.models.store import Store
from tests.support.desk_data import ME, NOW, Desk
from tests.support.desk_data import catalogue as desk_catalogue
from tests.support.inbox_reference import ms
from tests.support.search_reference import Asked, Library, plain_words
from tests.unit.test_query_language import PIECES

NOW_MS = ms(NOW)
ALL = 10_000


@pytest.fixture
def desk() -> Desk:
    """Some hundred threads with answers and notes; names, words and motifs come back often."""
    made = Desk(seed=11)
    for number, thread in enumerate(made.new_threads(160)):
        # One text a second at most: the order is then exact.
        sent = NOW - timedelta(minutes=7 * number, seconds=thread.id)
        question = msgspec.structs.replace(thread.messages[0], at=sent)
        made.threads[thread.id] = msgspec.structs.replace(
            thread, sent_at=sent, due_at=sent + timedelta(hours=20), messages=[question]
        )
    made.changes(150)
    for thread_id in list(made.threads)[::7]:
        thread = made.threads[thread_id]
        note = wire.Note(thread_id, 102, "Damien Le Guellec", "Rappelé l’élève œuvrard.", NOW)
        made.threads[thread_id] = msgspec.structs.replace(thread, notes=[note])
    states = itertools.cycle(((None, "asked"), (101, "asked"), (None, "sent_back")))
    for thread_id in list(made.threads)[::5]:
        thread, (asked_of, state) = made.threads[thread_id], next(states)
        review = wire.Review(
            id=thread_id,
            author_id=104,
            author_name="Côme Vasseur",
            kind="answer",
            text="Bonjour.",
            asked_of_id=asked_of,
            asked_of_name=None,
            state=state,
            asked_at=NOW,
            seen_version=1,
            reviewer_name="Naïma Besson" if state == "sent_back" else None,
            decided_at=NOW if state == "sent_back" else None,
            words="",
            comments=[],
        )
        made.threads[thread_id] = msgspec.structs.replace(thread, review=review)
    return made


def fill(store: Store, desk: Desk) -> None:
    """The first load, and then the index."""
    with store.writing() as connection:
        meta.set_me(connection, ME)
        apply_catalogue(connection, desk.catalogue)
        index.prepare(connection)
        for page in desk.snapshot_pages(100_000):
            threads.apply_snapshot(connection, page, 0)
    build(store)


def build(store: Store) -> int:
    pieces = 0
    whole = False
    while not whole:
        with store.writing() as connection:
            whole = index.build_piece(connection, 40).whole
        pieces += 1
    return pieces


def circumstances(connection: Connection) -> Circumstances:
    return Circumstances(NOW_MS, agent_id=101, labels=finding.labels_of(connection))


def search(
    store: Store, typed: str, order: Order = Order.NEWEST, limit: int = finding.LIMIT
) -> Found:
    with store.reading() as connection:
        now = circumstances(connection)
        return finding.find(connection, language.parse(typed, now), now, order, limit)


def ids(found: Found) -> list[int]:
    return [each.thread_id for each in found.hits]


def random_query(pick: random.Random, desk: Desk) -> Asked:
    thread = pick.choice(list(desk.threads.values()))
    text = pick.choice([each.text for each in (*thread.messages, *thread.notes)])
    words = plain_words(text)
    other = plain_words(pick.choice(list(desk.threads.values())).messages[0].text)
    at = pick.randrange(max(1, len(words) - 2))
    chosen: dict[str, Any] = {"words": tuple(pick.sample(words, k=min(len(words), 1)))}
    if pick.random() < 0.4:
        chosen["prefix"] = pick.choice(words)[: pick.randint(2, 4)].ljust(2, "e")
    if pick.random() < 0.3:
        chosen["phrase"] = tuple(words[at : at + 2])
    if pick.random() < 0.3:
        chosen["unwanted"] = pick.choice(other)
    if pick.random() < 0.25:
        chosen["sender"] = plain_words(thread.adherent.family_name)[0]
    if pick.random() < 0.25:
        chosen["status"] = pick.choice(("open", "answered"))
    if pick.random() < 0.2:
        labels = Library(desk)._labels
        chosen["motif"] = labels[thread.motif][2]
    if pick.random() < 0.2:
        chosen["left_hours"] = pick.randint(1, 30)
    if pick.random() < 0.2:
        chosen["words"] = ()
    if pick.random() < 0.2:
        chosen["review"] = pick.choice(("demandée", "renvoyée", "à-faire"))
    return Asked(**chosen)


def check_against_scan(store: Store, desk: Desk, seed: int, queries: int) -> int:
    """Random queries find, in their order, exactly what the scan finds; how many found some."""
    pick, library, found_some = random.Random(seed), Library(desk), 0
    with store.reading() as connection:
        now = circumstances(connection)
        for _ in range(queries):
            asked = random_query(pick, desk)
            query = language.parse(asked.typed, now)
            assert query.problems == ()
            if query.is_empty:
                continue
            expected = library.found(asked, NOW_MS)
            newest = finding.find(connection, query, now, Order.NEWEST, ALL)
            # Texts of one second stand in any order.
            assert set(ids(newest)) == set(expected), asked.typed
            seconds = sorted(expected.values(), reverse=True)
            assert [expected[each] for each in ids(newest)] == seconds, asked.typed
            best = finding.find(connection, query, now, Order.RELEVANT, ALL)
            assert set(ids(best)) == set(expected), asked.typed
            urgent = finding.find(connection, query, now, Order.URGENT, ALL)
            still_open = [each for each in expected if desk.threads[each].status == "open"]
            still_open.sort(key=lambda each: (desk.threads[each].due_at, each))
            assert ids(urgent) == still_open, asked.typed
            first = finding.find(connection, query, now, Order.NEWEST, 5)
            assert [expected[each] for each in ids(first)] == seconds[:5]
            assert first.more is (len(expected) > 5)
            found_some += bool(expected)
    return found_some


def test_finds_what_a_scan_finds(store: Store, desk: Desk) -> None:
    fill(store, desk)
    assert check_against_scan(store, desk, seed=1, queries=400) > 200


def test_follows_every_change(store: Store, desk: Desk) -> None:
    """Syncs, single answers, removed exchanges: each transaction leaves the index true."""
    fill(store, desk)
    for turn in range(4):
        page = desk.changes(60)
        with store.writing() as connection:
            threads.apply_changes(connection, page)
        check_against_scan(store, desk, seed=turn, queries=60)
    gone, answered, *_ = desk.threads
    del desk.threads[gone]
    desk.changes(0)
    said = wire.Message(9_000_001, "out", "answer", 101, "Claire Aubertin", "Bien reçu.", NOW)
    thread = desk.threads[answered]
    thread = msgspec.structs.replace(
        thread, version=thread.version + 1, messages=[*thread.messages, said]
    )
    desk.threads[answered] = thread
    with store.writing() as connection:
        threads.remove(connection, gone)
        threads.apply_thread(connection, thread)
    assert ids(search(store, '"bien recu" ')) == [answered]
    check_against_scan(store, desk, seed=9, queries=60)
    with store.reading() as connection:
        orphans = connection.exec_driver_sql(
            "SELECT count(*) FROM search_doc WHERE thread_id NOT IN (SELECT id FROM thread)"
        ).scalar_one()
        rows = connection.exec_driver_sql("SELECT count(*) FROM search_doc").scalar_one()
        indexed = connection.exec_driver_sql(
            "SELECT count(*) FROM search_fts WHERE search_fts MATCH ?", ('"\ue000z"',)
        ).scalar_one()
    assert orphans == 0
    assert rows == indexed == sum(len(t.messages) + len(t.notes) for t in desk.threads.values())


def test_the_same_once_more_writes_nothing(store: Store, desk: Desk) -> None:
    fill(store, desk)
    with store.writing() as connection:
        before = connection.exec_driver_sql("SELECT total_changes()").scalar_one()
        index.refresh(connection, list(desk.threads))
        assert connection.exec_driver_sql("SELECT total_changes()").scalar_one() == before


def test_is_made_in_pieces_while_the_feed_goes_on(store: Store, desk: Desk) -> None:
    with store.writing() as connection:
        meta.set_me(connection, ME)
        apply_catalogue(connection, desk.catalogue)
        for page in desk.snapshot_pages(100_000):
            threads.apply_snapshot(connection, page, 0)
        index.prepare(connection)
        assert not index.build_piece(connection, 40).whole
    assert not search(store, "dossier ").whole
    page = desk.changes(40)
    with store.writing() as connection:
        threads.apply_changes(connection, page)
    assert build(store) >= 3
    assert search(store, "dossier ").whole
    check_against_scan(store, desk, seed=3, queries=60)


def test_a_snapshot_of_another_time_is_looked_through_again(store: Store, desk: Desk) -> None:
    """The portal was restored, or the cursor too old: everything is loaded once more."""
    fill(store, desk)
    desk.changes(80)
    with store.writing() as connection:
        for page in desk.snapshot_pages(100_000):
            threads.apply_snapshot(connection, page, 0)
    assert not search(store, "dossier ").whole
    build(store)
    check_against_scan(store, desk, seed=8, queries=60)


def test_labels_that_change_are_found_under_their_new_words(store: Store, desk: Desk) -> None:
    fill(store, desk)
    (thread, *_) = desk.threads.values()
    with store.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE motif SET label = 'Ornithorynque' WHERE code = ?", (thread.motif,)
        )
        assert not index.prepare(connection).whole
    build(store)
    wanted = {each.id for each in desk.threads.values() if each.motif == thread.motif}
    assert set(ids(search(store, "ornitho", limit=ALL))) == wanted
    assert set(ids(search(store, "motif:ornithorynque ", limit=ALL))) == wanted


@pytest.mark.parametrize(
    "harm",
    [
        ["DROP TABLE search_fts_data"],
        ["UPDATE search_fts_data SET block = zeroblob(12) WHERE id > 1"],
        ["DELETE FROM search_fts_idx", "DELETE FROM search_fts_data WHERE id = 10"],
        ["DROP TABLE search_doc"],
    ],
    ids=["lost", "zeroed", "structure", "documents"],
)
def test_damaged_index_is_made_anew_and_harms_nothing(
    store: Store, desk: Desk, harm: Sequence[str]
) -> None:
    fill(store, desk)
    with store.writing() as connection:
        connection.exec_driver_sql("PRAGMA writable_schema = ON")
        connection.connection.cursor().execute("PRAGMA defensive = OFF")
        for statement in harm:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("PRAGMA writable_schema = OFF")
    page = desk.changes(80)
    with store.writing() as connection:
        threads.apply_changes(connection, page)
        index.prepare(connection)
    build(store)
    with store.reading() as connection:
        stored = connection.exec_driver_sql("SELECT count(*) FROM thread").scalar_one()
    assert stored == len(desk.threads)
    check_against_scan(store, desk, seed=5, queries=80)


def test_what_is_purged_leaves_no_word(store: Store, desk: Desk) -> None:
    fill(store, desk)
    (victim, *_) = desk.threads.values()
    secret = "Zygomorphe pamplemousse"
    message = msgspec.structs.replace(victim.messages[0], text=secret)
    changed = msgspec.structs.replace(victim, messages=[message], version=victim.version + 1)
    page = desk.page_of([changed])
    with store.writing() as connection:
        threads.apply_changes(connection, page)
    assert ids(search(store, "zygomorphe ")) == [victim.id]
    with store.writing() as connection:
        threads.apply_changes(connection, desk.page_of([], deleted=[victim.id]))
    assert ids(search(store, "zygomorphe ")) == []
    first = True
    while True:
        with store.writing() as connection:
            if not index.compact_piece(connection, first=first):
                break
        first = False
    store.compact()
    # A plain store: the word would stand in the file.
    assert b"zygomorphe" not in store.path.read_bytes()
    assert b"dossier" in store.path.read_bytes()
    check_against_scan(store, desk, seed=6, queries=40)


def test_wiping_takes_the_index_and_the_searches(store: Store, desk: Desk) -> None:
    fill(store, desk)
    kept = next(iter(desk.threads))
    with store.writing() as connection:
        meta.set_searches(connection, '{"recent":["ferrandier"]}')
        drafts.save_draft(connection, kept, "Bonjour", 7, 1, NOW_MS)
    path = store.path
    assert wiping.wipe_but_unsent(store)
    content = path.read_bytes()
    assert b"dossier" not in content
    assert b"ferrandier" not in content.lower()


def test_drafts_are_found_as_they_are(store: Store, desk: Desk) -> None:
    fill(store, desk)
    first, second, *_ = desk.threads
    with store.writing() as connection:
        drafts.save_draft(connection, first, "L’œuvre d’Élodie est reçue", 0, 1, NOW_MS)
        drafts.save_draft(connection, second, "   ", 0, 1, NOW_MS)
        drafts.save_draft(connection, 999_999, "œuvre sans échange", 0, 1, NOW_MS)
    (hit,) = search(store, "oeuvre elodie re").hits
    assert (hit.source, hit.thread_id, hit.text) == (
        Source.DRAFT,
        first,
        "L’œuvre d’Élodie est reçue",
    )
    assert search(store, '"oeuvre elodie" -recue ').hits == ()
    assert Source.DRAFT in {each.source for each in search(store, "agent:moi elodie ").hits}
    name = desk.threads[first].adherent.family_name
    assert Source.DRAFT in {each.source for each in search(store, f'oeuvre de:"{name}" ').hits}
    assert search(store, "oeuvre elodie avant:2020 ").hits == ()


def test_agents_by_what_they_wrote_and_hold(store: Store, desk: Desk) -> None:
    fill(store, desk)
    every = desk.threads.values()

    def is_of(thread: wire.Thread, agent_id: int) -> bool:
        held = (
            thread.status == "open"
            and thread.claim is not None
            and thread.claim.agent_id == agent_id
            and ms(thread.claim.expires_at) > NOW_MS
        )
        return held or any(each.author_id == agent_id for each in (*thread.messages, *thread.notes))

    mine = {each.id for each in every if is_of(each, 101)}
    damien = {each.id for each in every if is_of(each, 102)}
    assert mine
    assert damien
    assert mine != damien
    assert set(ids(search(store, "agent:moi ", limit=ALL))) == mine
    assert set(ids(search(store, "agent:guellec ", limit=ALL))) == damien
    assert set(ids(search(store, "-agent:moi ", limit=ALL))) == {each.id for each in every} - mine
    assert set(ids(search(store, "damien ", limit=ALL))) == set()


def filter_box(store: Store, typed: str, kind: InboxFilter = InboxFilter.TODO) -> list[int]:
    with store.reading() as connection:
        around = read_surroundings(connection)
        reader = Reader(connection, Scope(kind, fold(typed), NOW_MS), around)
        found = list(reader.found(by_motif=False)[""].ids)
        assert set(reader.places(range(10_000))) == set(found)
        return found


def test_filter_box_is_served_by_the_index(store: Store, desk: Desk) -> None:
    fill(store, desk)
    library, pick = Library(desk), random.Random(2)
    words = [word for each in desk.threads.values() for word in plain_words(each.messages[0].text)]
    typed = [" ".join(pick.choice(words)[:4] for _ in range(pick.randint(1, 3))) for _ in range(40)]
    typed += ["œuv", "l’œuvr", "FERR", "pic-2026-0000", "retr", "Saint-Rom", "zzz"]
    some = 0
    for text in typed:
        expected = library.filtered(text)
        assert filter_box(store, text) == expected, text
        late = [each for each in expected if ms(desk.threads[each].due_at) < NOW_MS]
        assert filter_box(store, text, InboxFilter.LATE) == late, text
        some += bool(expected)
    assert some > 20
    assert filter_box(store, " - ") == filter_box(store, "")


def test_filter_box_does_without_a_damaged_index(store: Store, desk: Desk) -> None:
    fill(store, desk)
    name = next(each for each in desk.threads.values() if each.status == "open")
    typed = plain_words(name.adherent.family_name)[0]
    with store.writing() as connection:
        connection.exec_driver_sql("DROP TABLE search_doc")
    assert name.id in filter_box(store, typed)


def test_the_state_of_a_review_is_completed_and_drafts_and_what_waits_have_it(
    store: Store, desk: Desk
) -> None:
    fill(store, desk)
    typed = "relecture:d"
    assert [each.text for each in suggestions("relec", 5, Labels())] == ["relecture:"]
    assert [each.text for each in suggestions(typed, len(typed), Labels())] == [
        "relecture:demandée "
    ]
    back = next(e for e in desk.threads.values() if e.review and e.review.state == "sent_back")
    asked = set(ids(search(store, "relecture:demandée ", limit=ALL)))
    assert back.id not in asked
    with store.writing() as connection:
        drafts.save_draft(connection, back.id, "Texte repris", 0, back.version, NOW_MS)
    for order in Order:
        (hit, *_) = search(store, "relecture:renvoyée ", order).hits
        assert (hit.source, hit.thread_id) == (Source.DRAFT, back.id)
    # Asked anew, offline: it waits to be sent, and is no longer what the portal says.
    with store.writing() as connection:
        outbox.enqueue(
            connection, Action.ASK_REVIEW, back.id, back.version, NOW_MS, text="Texte repris"
        )
    assert set(ids(search(store, "relecture:demandée ", limit=ALL))) == asked | {back.id}
    assert back.id not in ids(search(store, "relecture:renvoyée ", limit=ALL))
    everything = set(ids(search(store, "-relecture:demandée ", limit=ALL)))
    assert everything == set(desk.threads) - asked - {back.id}


def test_an_exchange_is_found_by_the_name_of_its_day(store: Store, desk: Desk) -> None:
    """Contradiction 1: an archive that was filed under a theme of the older generation."""
    archived = next(iter(desk.threads.values()))
    labels = next(
        (theme.label, sujet.label, motif.label)
        for theme in desk_catalogue().themes
        for sujet in theme.sujets
        for motif in sujet.motifs
        if motif.code == archived.motif
    )
    before = wire.FiledUnder("Zinnia, réversion", *labels[1:])
    desk.threads[archived.id] = msgspec.structs.replace(
        archived, original_motif=None, filed_under=before
    )
    fill(store, desk)
    assert ids(search(store, "zinnia reversion ", limit=ALL)) == [archived.id]


def test_many_texts_of_one_second_are_all_found(store: Store) -> None:
    made = Desk(seed=4)
    made.new_threads(300, sent_at=NOW)
    fill(store, made)
    everything = ids(search(store, "statut:ouvert ", limit=ALL))
    assert sorted(everything) == sorted(made.threads)
    assert len(ids(search(store, "après:10/03/2026 ", limit=ALL))) == 300


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(PIECES)
def test_anything_typed_is_searched_without_an_error(small_store: Store, text: str) -> None:
    for order in Order:
        search(small_store, text, order)
        search(small_store, text + " ", order)


@pytest.fixture(scope="module")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Any:
    made = Desk(seed=5)
    made.new_threads(20)
    opened = Store.open(tmp_path_factory.mktemp("search") / "agent" / "store.sqlite3")
    fill(opened, made)
    yield opened
    opened.close()
