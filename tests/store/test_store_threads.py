"""How the portal's pages enter the store, and what they may not touch."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from desk import wire
from desk.instants import from_ms, to_ms
from desk.models import catalogue, conversation, drafts, meta, outbox, threads
from desk.models.folding import fold
from desk.models.snapshots import ReplyState
from desk.models.store import Store

SENT = datetime(2026, 3, 9, 8, 30, tzinfo=UTC)
ME, COLLEAGUE = 101, 102


def a_thread(thread_id: int, version: int = 1, **changes: object) -> wire.Thread:
    adherent = wire.Adherent(
        id=thread_id * 10,
        civility="Madame",
        first_name="Odile",
        family_name="Ferrandier",
        used_name="",
        addressed_name="Ferrandier",
        profile="particulier",
        identifier_masked="2 63 •• •• ••• •••",
        email_state="verified",
    )
    thread = wire.Thread(
        id=thread_id,
        reference=f"MSG-2026-{thread_id:06}",
        version=version,
        caisse="picardie",
        adherent=adherent,
        theme="sante",
        sujet="sante-cartes",
        motif="sante-ceam",
        competence="sante",
        kind="request",
        status="open",
        sent_at=SENT,
        due_at=SENT + timedelta(hours=48),
        answered_at=None,
        policy="calendaire",
        budget_seconds=48 * 3600,
        claim=None,
        messages=[
            wire.Message(
                id=thread_id * 100,
                direction="in",
                kind="question",
                author_id=None,
                author_name=None,
                text="Bonjour,\nl’élève attend   sa carte.",
                at=SENT,
            )
        ],
        notifications=[],
    )
    return msgspec.structs.replace(thread, **changes)


def claimed(by: int, expires: datetime) -> wire.Claim:
    return wire.Claim(by, "Claire Exemple", SENT, expires)


def changes_of(
    *found: wire.Thread, cursor: int = 1, deleted: Iterable[int] = ()
) -> wire.ChangesPage:
    return wire.ChangesPage(cursor, False, [], list(found), list(deleted))


def ids(store: Store) -> list[int]:
    with store.reading() as connection:
        return list(connection.exec_driver_sql("SELECT id FROM thread ORDER BY id").scalars())


def test_a_change_enters_and_says_what_it_touched(store: Store) -> None:
    with store.writing() as connection:
        change = threads.apply_changes(connection, changes_of(a_thread(1), a_thread(2)))
    assert change.threads == frozenset({1, 2})
    with store.reading() as connection:
        row = connection.exec_driver_sql("SELECT * FROM thread WHERE id = 1").mappings().one()
    assert row["adherent_name"] == "FERRANDIER Odile"
    assert row["first_words"] == "Bonjour, l’élève attend sa carte."
    assert row["folded"] == "ferrandier odile msg-2026-000001 bonjour, l'eleve attend sa carte."
    assert from_ms(row["due_ms"]) == SENT + timedelta(hours=48)


def test_an_older_thread_is_ignored_a_newer_one_is_not(store: Store) -> None:
    with store.writing() as connection:
        threads.apply_thread(connection, a_thread(1, version=5, status="closed"))
        late = threads.apply_changes(connection, changes_of(a_thread(1, version=4)))
        assert late.threads == frozenset()
        assert threads.version_of(connection, 1) == 5
        threads.apply_changes(connection, changes_of(a_thread(1, version=6)))
        assert threads.version_of(connection, 1) == 6
        status = connection.exec_driver_sql("SELECT status FROM thread").scalar_one()
    assert status == "open"


def test_same_version_brings_a_notifications_progress(store: Store) -> None:
    waiting = wire.Notification(1, 100, "acknowledgement", "email", "to_send", 0, "", None, None)
    over = msgspec.structs.replace(waiting, state="handed_over", handed_over_at=SENT)
    with store.writing() as connection:
        threads.apply_changes(connection, changes_of(a_thread(1, notifications=[waiting])))
        threads.apply_changes(connection, changes_of(a_thread(1, notifications=[over])))
        view = conversation.thread_view(connection, 1, to_ms(SENT), ME)
    assert view is not None
    assert [(each.state, each.handed_over_ms) for each in view.notifications] == [
        ("handed_over", to_ms(SENT))
    ]


def test_deleted_threads_go_but_what_the_agent_wrote_stays(store: Store) -> None:
    with store.writing() as connection:
        threads.apply_changes(connection, changes_of(a_thread(1), a_thread(2)))
        drafts.save_draft(connection, 1, "Un brouillon", 3, 1, 0)
        outbox.enqueue(connection, "reply", 1, 1, 0, text="Une réponse")
        change = threads.apply_changes(connection, changes_of(deleted=[1]))
        assert change.removed == frozenset({1})
        assert conversation.thread_view(connection, 1, 0, ME) is None
        assert (
            connection.exec_driver_sql(
                "SELECT count(*) FROM message WHERE thread_id = 1"
            ).scalar_one()
            == 0
        )
        assert drafts.draft_of(connection, 1) is not None
        (entry,) = outbox.views(connection)
    assert (entry.text, entry.reference, entry.state) == ("Une réponse", "", ReplyState.QUEUED)


def test_a_snapshot_page_is_the_truth_about_the_ids_it_spans(store: Store) -> None:
    with store.writing() as connection:
        threads.apply_changes(connection, changes_of(*(a_thread(each) for each in range(10, 18))))
        page = wire.SnapshotPage(cursor=1, next_after=15, threads=[a_thread(12), a_thread(15)])
        threads.apply_snapshot(connection, page, after=10)
    assert ids(store) == [10, 12, 15, 16, 17]
    with store.writing() as connection:
        last = wire.SnapshotPage(cursor=1, next_after=None, threads=[a_thread(16)])
        threads.apply_snapshot(connection, last, after=15)
    assert ids(store) == [10, 12, 15, 16]


def test_a_snapshot_of_a_restored_portal_goes_back_in_versions(store: Store) -> None:
    with store.writing() as connection:
        threads.apply_changes(connection, changes_of(a_thread(1, version=9)))
        page = wire.SnapshotPage(cursor=1, next_after=None, threads=[a_thread(1, version=3)])
        threads.apply_snapshot(connection, page, after=0)
        assert threads.version_of(connection, 1) == 3


def test_message_id_that_moved_to_another_thread(store: Store) -> None:
    """The portal's database was made anew: the same ids now mean something else."""
    first = a_thread(1)
    with store.writing() as connection:
        threads.apply_changes(connection, changes_of(first))
        moved = a_thread(2, messages=first.messages)
        page = wire.SnapshotPage(cursor=1, next_after=None, threads=[moved])
        threads.apply_snapshot(connection, page, after=0)
        view = conversation.thread_view(connection, 2, 0, ME)
    assert view is not None
    assert [each.message_id for each in view.messages] == [100]


def test_a_lease_that_has_run_out_is_nobodys(store: Store) -> None:
    expires = SENT + timedelta(minutes=30)
    with store.writing() as connection:
        threads.apply_changes(connection, changes_of(a_thread(1, claim=claimed(ME, expires))))
        held = conversation.thread_view(connection, 1, to_ms(expires) - 1, ME)
        theirs = conversation.thread_view(connection, 1, to_ms(expires) - 1, COLLEAGUE)
        over = conversation.thread_view(connection, 1, to_ms(expires), ME)
    assert held is not None
    assert theirs is not None
    assert over is not None
    assert (held.claim_name, held.claimed_by_me) == ("Claire Exemple", True)
    assert (theirs.claim_name, theirs.claimed_by_me) == ("Claire Exemple", False)
    assert (over.claim_name, over.claimed_by_me, over.claim_expires_ms) == (None, False, None)


def test_a_conversation_shows_labels_draft_outbox_and_earlier_exchanges(store: Store) -> None:
    motif = wire.Motif("sante-ceam", "Carte européenne", 1, "sante", "ceam", True, True)
    sujet = wire.Sujet("sante-cartes", "Mes cartes", 1, True, [motif])
    theme = wire.Theme("sante", "Santé", 1, ["particulier"], True, [sujet])
    service = wire.OnlineService("ceam", "Commander ma CEAM", "/ceam", True)
    known = wire.Catalogue(1, [theme], [service], [wire.Competence("sante", "Santé")])
    earlier = a_thread(2, sent_at=SENT - timedelta(days=30))
    same_person = msgspec.structs.replace(earlier, adherent=a_thread(1).adherent)
    with store.writing() as connection:
        catalogue.apply_catalogue(connection, known)
        threads.apply_changes(connection, changes_of(a_thread(1), same_person, a_thread(3)))
        drafts.save_draft(connection, 1, "Bonjour Madame,", 5, 1, 42)
        event_id = outbox.enqueue(connection, "claim", 1, 1, 43)
        view = conversation.thread_view(connection, 1, to_ms(SENT), ME)
    assert view is not None
    assert (view.theme_label, view.sujet_label, view.motif_label, view.medical) == (
        "Santé",
        "Mes cartes",
        "Carte européenne",
        True,
    )
    assert view.draft is not None
    assert view.draft.saved_ms == 42
    assert [each.event_id for each in view.outbox] == [event_id]
    assert [each.thread_id for each in view.earlier] == [2]


def test_unknown_motif_is_shown_by_its_code_and_reported(store: Store) -> None:
    with store.writing() as connection:
        threads.apply_changes(connection, changes_of(a_thread(1)))
        view = conversation.thread_view(connection, 1, 0, ME)
        assert catalogue.unknown_motifs(connection, {"sante-ceam"}) == {"sante-ceam"}
    assert view is not None
    assert view.motif_label == "sante-ceam"


def test_a_company_is_listed_by_its_name(store: Store) -> None:
    company = msgspec.structs.replace(
        a_thread(1).adherent, addressed_name="GAEC fictif des Aulnes", profile="entreprise"
    )
    assert threads.list_name(company) == "GAEC fictif des Aulnes"
    by_used_name = msgspec.structs.replace(
        a_thread(1).adherent, used_name="Taillefer", addressed_name="Taillefer"
    )
    assert threads.list_name(by_used_name) == "TAILLEFER Odile"


def test_catalogue_is_replaced_whole_and_ranked(store: Store) -> None:
    def motif(code: str, position: int) -> wire.Motif:
        return wire.Motif(code, code, position, "sante", None, False, True)

    def known(*motifs: wire.Motif, active: bool = True) -> wire.Catalogue:
        sujet = wire.Sujet("s", "S", 1, True, list(motifs))
        return wire.Catalogue(1, [wire.Theme("t", "T", 1, [], active, [sujet])], [], [])

    with store.writing() as connection:
        catalogue.apply_catalogue(connection, known(motif("b", 1), motif("a", 2), motif("c", 1)))
        ranked = connection.exec_driver_sql("SELECT code FROM motif ORDER BY rank").scalars().all()
        assert ranked == ["b", "c", "a"]
        catalogue.apply_catalogue(connection, known(motif("a", 1), active=False))
        rows = connection.exec_driver_sql("SELECT code, active FROM motif").all()
    assert rows == [("a", 0)]


def test_progress_and_identity_survive(store: Store) -> None:
    caisse = wire.CaisseInfo("picardie", "MSA Picardie", "", "", "", "", "", "Europe/Paris")
    me = wire.Me(1, "claire.exemple", "Claire", "Exemple", "C. E.", "", "agent", [], caisse, "")
    with store.writing() as connection:
        assert (meta.cursor(connection), meta.me(connection)) == (None, None)
        meta.set_cursor(connection, 2**40)
        meta.set_snapshot_progress(connection, (7, 12))
        meta.set_me(connection, me)
        assert meta.cursor(connection) == 2**40
        assert meta.snapshot_progress(connection) == (7, 12)
        assert meta.me(connection) == me
        meta.set_snapshot_progress(connection, None)
        assert meta.snapshot_progress(connection) is None
        connection.exec_driver_sql("UPDATE meta SET value = '{' WHERE key = 'me'")
        assert meta.me(connection) is None


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Élève  À\n L’ŒUVRE", "eleve a l'oeuvre"),
        ("ÇA", "ca"),
        ("Straße", "strasse"),
        ("ﬁn", "fin"),
        ("  ", ""),
    ],
)
def test_folding(typed: str, folded: str) -> None:
    assert fold(typed) == folded
    assert fold(fold(typed)) == folded


def test_drafts_given_back_never_replace_what_is_being_written(store: Store) -> None:
    with store.writing() as connection:
        drafts.give_back(connection, 1, "refusé", 3, 10)
        first = drafts.draft_of(connection, 1)
        drafts.save_draft(connection, 1, "autre chose", 2, 4, 20)
        drafts.give_back(connection, 1, "refusé", 3, 30)
        second = drafts.draft_of(connection, 1)
        drafts.save_draft(connection, 1, "  \n", 0, 4, 40)
        drafts.give_back(connection, 1, "refusé", 3, 50)
        third = drafts.draft_of(connection, 1)
    assert first is not None
    assert second is not None
    assert third is not None
    assert (first.text, second.text, third.text) == ("refusé", "autre chose", "refusé")


def test_published_draft_goes_only_if_it_is_what_was_published(store: Store) -> None:
    with store.writing() as connection:
        drafts.save_draft(connection, 1, "Bonjour, et plus", 2, 4, 20)
        assert not drafts.discard_published(connection, 1, "Bonjour")
        assert drafts.discard_published(connection, 1, "Bonjour, et plus\n")
        assert drafts.draft_of(connection, 1) is None
