"""A portal restored from a backup gives its numbers out again: whose text is whose."""

import msgspec

from desk.instants import to_ms
from desk.models import draft_journal, drafts, meta, outbox, restored, threads
from desk.models.draft_copies import pending
from desk.models.snapshots import ReplyState
from desk.models.store import Store
from desk.wire import Message, SnapshotPage
from tests.store.test_store_threads import SENT, a_thread

NOW = to_ms(SENT) + 3_600_000
REPLY = "Bonjour Madame, votre carte est commandée."
DRAFT = "Bonjour Monsieur, je regarde votre dossier"


def answered(thread_id: int, message_id: int, text: str):
    thread = a_thread(thread_id, version=3)
    reply = Message(message_id, "out", "answer", 101, "Claire Exemple", text, SENT)
    return msgspec.structs.replace(thread, messages=[*thread.messages, reply])


def published(conn, thread_id: int, text: str, portal_id: int) -> str:
    event_id = outbox.enqueue(conn, "reply", thread_id, 2, NOW, text=text)
    outbox.mark_sending(conn, event_id)
    outbox.mark_published(conn, event_id, portal_id, NOW)
    return event_id


def read_anew(store: Store, *present) -> int:
    """What the synchronisation does with a portal that was restored."""
    with store.writing() as conn:
        restored.begin(conn)
        threads.apply_snapshot(conn, SnapshotPage(9, None, list(present)), 0)
        return restored.finish(conn, NOW)


def test_replies_the_portal_lost_go_back_to_their_author(store: Store) -> None:
    with store.writing() as conn:
        threads.apply_snapshot(
            conn, SnapshotPage(9, None, [answered(1, 900, REPLY), answered(2, 901, REPLY)]), 0
        )
        lost = published(conn, 1, REPLY, 900)
        kept = published(conn, 2, REPLY, 901)
        # Written for an exchange that had left the caisse long before: nothing is known of it.
        elsewhere = published(conn, 77, REPLY, 950)
    # In the restored portal 1 is open again, and 2 has its reply.
    assert read_anew(store, a_thread(1, version=2), answered(2, 901, REPLY)) == 1
    with store.reading() as conn:
        entry = outbox.view_of(conn, lost)
        assert (entry.state, entry.problem) == (ReplyState.REJECTED, "portal-restored")
        assert entry.text == REPLY
        assert entry.portal_id is None
        draft = drafts.draft_of(conn, 1)
        assert draft is not None
        assert draft.text == REPLY
        for each in (kept, elsewhere):
            assert outbox.view_of(conn, each).state is ReplyState.PUBLISHED
        assert drafts.draft_of(conn, 2) is None
        assert meta.before_restoration(conn) is None


def test_a_number_that_became_somebody_elses_gets_nothing_of_the_former(store: Store) -> None:
    """Exchange 2 was sent after the backup; its number is now Louis Marchand's."""
    with store.writing() as conn:
        threads.apply_snapshot(conn, SnapshotPage(9, None, [a_thread(1), a_thread(2)]), 0)
        drafts.save_draft(conn, 2, DRAFT, 5, 1, NOW)
        draft_journal.keep(conn, 2, DRAFT[:20], NOW - 60_000)
        waiting = outbox.enqueue(conn, "reply", 2, 1, NOW, text=REPLY)
        note = outbox.enqueue(conn, "note", 2, 1, NOW, text="Rappeler demain")
    other = a_thread(2)
    other = msgspec.structs.replace(other, adherent=msgspec.structs.replace(other.adherent, id=999))
    read_anew(store, a_thread(1), other)
    with store.reading() as conn:
        assert drafts.draft_of(conn, 2) is None
        assert outbox.views(conn, 2) == []
        assert outbox.next_due(conn, NOW + 1) == [], "nothing of it may leave"
        assert pending(conn) == []
        for event_id in (waiting, note):
            entry = outbox.view_of(conn, event_id)
            assert entry.thread_id < 0
            assert (entry.state, entry.problem) == (ReplyState.REJECTED, "portal-restored")
        aside = outbox.view_of(conn, waiting).thread_id
        kept = drafts.draft_of(conn, aside)
        assert kept is not None
        assert kept.text == DRAFT
        assert [each.text for each in draft_journal.versions(conn, aside)][-1] == DRAFT[:20]


def test_what_waits_is_asked_upon_no_version_that_the_other_portal_may_have(store: Store) -> None:
    with store.writing() as conn:
        threads.apply_snapshot(conn, SnapshotPage(9, None, [a_thread(1, version=4)]), 0)
        waiting = outbox.enqueue(conn, "reply", 1, 4, NOW, text=REPLY)
    # Version 4 there is another version 4: the adherent wrote again after the backup was put back.
    assert read_anew(store, a_thread(1, version=4)) == 0
    with store.reading() as conn:
        (due,) = outbox.next_due(conn, NOW)
        assert (due.event_id, due.seen_version) == (waiting, 0)
