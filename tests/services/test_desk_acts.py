"""What agents do besides replying: offline, in order, each once, against a real portal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.models.actions import Action
from desk.models.snapshots import ConnectionState, OutboxView, ReplyState, ThreadView
from desk.services.changes_since import Kind, changes_since
from desk.services.publisher import ConflictChoice
from tests.support.desk_world import Desk, desk_on, replies_at
from tests.support.fault_proxy import FaultProxy, What
from tests.support.portal_process import RunningPortal, running_portal

REPLIES = r"POST /api/v1/threads/\d+/replies"
TEXT = "Bonjour Madame,\n\nVotre attestation est disponible dans votre espace privé."


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPortal]:
    """A portal where a reply may be taken back for half a minute."""
    folder = tmp_path_factory.mktemp("portal")
    with running_portal(folder, PORTAL_UNDO_SECONDS="30") as running:
        yield running


def take(desk: Desk) -> ThreadView:
    return desk.thread(desk.open_threads()[0])


def go_offline(desk: Desk, proxy: FaultProxy) -> None:
    proxy.fail(What.DROP_BEFORE, ".", times=None)
    desk.services.sync.refresh()
    proxy.hang_up()
    desk.wait(lambda: desk.services.sync.view.state is not ConnectionState.ONLINE)


def make_wait(proxy: FaultProxy) -> None:
    """The portal asks for patience: what the agent does surely has not arrived."""
    proxy.fail(What.STATUS, "POST", times=None, status=429, headers={"Retry-After": "300"})


def wait_told_to_wait(desk: Desk, thread_id: int) -> None:
    desk.wait(lambda: any(each.next_try_ms is not None for each in desk.entries(thread_id)))


def states(desk: Desk, thread_id: int) -> list[tuple[str, ReplyState]]:
    return [(each.kind, each.state) for each in desk.entries(thread_id)]


def settled(desk: Desk, thread_id: int) -> list[OutboxView]:
    def all_ended() -> bool:
        entries = desk.entries(thread_id)
        # On a busy machine the reader may be there before the writer.
        return bool(entries) and not any(each.state.is_under_way for each in entries)

    desk.wait(all_ended)
    return desk.entries(thread_id)


def another_motif(desk: Desk, thread: ThreadView) -> str:
    return desk.read(
        lambda conn: str(
            conn.exec_driver_sql(
                "SELECT code FROM motif WHERE active AND code != ? AND theme ="
                " (SELECT theme FROM motif WHERE code = ?) ORDER BY rank LIMIT 1",
                (thread.motif, thread.motif),
            ).scalar_one()
        )
    )


def test_a_morning_offline_is_replayed_in_order(desk: Desk, proxy: FaultProxy) -> None:
    thread = take(desk)
    motif = another_motif(desk, thread)
    publisher = desk.services.publisher
    go_offline(desk, proxy)

    publisher.claim(thread.thread_id)
    publisher.note(thread.thread_id, "Rappelée ce matin, sans réponse.")
    publisher.reclassify(thread.thread_id, motif)
    publisher.close_thread(thread.thread_id, "Demande faite par téléphone")
    desk.wait(lambda: len(desk.entries(thread.thread_id)) == 4)
    waiting = desk.thread(thread.thread_id)
    assert (waiting.status, waiting.motif) == ("open", thread.motif)
    assert (waiting.pending.motif, waiting.pending.closing) == (motif, True)
    assert [each.state for each in waiting.notes if each.note_id is None] != []

    proxy.heal()
    desk.services.sync.refresh()
    entries = settled(desk, thread.thread_id)
    assert [(each.kind, each.state) for each in entries] == [
        (kind, ReplyState.PUBLISHED)
        for kind in (Action.CLAIM, Action.NOTE, Action.RECLASSIFY, Action.CLOSE)
    ]
    now = desk.thread(thread.thread_id)
    assert (now.status, now.motif, now.original_motif) == ("closed", motif, thread.motif)
    assert [(each.text, each.by_me) for each in now.notes] == [
        ("Rappelée ce matin, sans réponse.", True)
    ]
    assert [each.kind for each in now.events] == ["reclassified", "closed"]
    assert now.pending.motif is None


def test_lost_answers_do_nothing_twice(desk: Desk, proxy: FaultProxy) -> None:
    thread = take(desk)
    for path in ("notes", "reclassify"):
        proxy.fail(What.DROP_AFTER, f"POST .*/{path}")
    desk.services.publisher.note(thread.thread_id, "Une seule fois")
    desk.services.publisher.reclassify(thread.thread_id, another_motif(desk, thread))
    entries = settled(desk, thread.thread_id)
    assert [each.state for each in entries] == [ReplyState.PUBLISHED] * 2
    assert [each.attempts for each in entries] == [2, 2]
    now = desk.thread(thread.thread_id)
    assert [each.text for each in now.notes] == ["Une seule fois"]
    assert [each.kind for each in now.events] == ["reclassified"]


def test_an_act_that_was_overtaken_waits_for_its_author(
    desk: Desk, colleague: Desk, proxy: FaultProxy
) -> None:
    seen = take(desk)
    thread_id = seen.thread_id
    colleague.wait(lambda: thread_id in colleague.open_threads())
    go_offline(desk, proxy)
    desk.services.publisher.close_thread(thread_id, "Sans objet")
    desk.wait(lambda: desk.entries(thread_id))
    colleague.services.publisher.reclassify(thread_id, another_motif(colleague, seen))
    settled(colleague, thread_id)

    proxy.heal()
    desk.services.sync.refresh()
    desk.wait(lambda: desk.heard_of("conflict"))
    (view,) = settled(desk, thread_id)
    assert view.state is ReplyState.CONFLICT
    now = desk.thread(thread_id)
    assert now.status == "open"
    assert Kind.RECLASSIFIED in [each.kind for each in changes_since(seen, now)]

    desk.services.publisher.resolve_conflict(view.event_id, ConflictChoice.PUBLISH_AGAIN)
    desk.wait(lambda: desk.thread(thread_id).status == "closed")
    (asked_again,) = settled(desk, thread_id)
    assert (asked_again.event_id, asked_again.state) == (view.event_id, ReplyState.PUBLISHED)


def test_a_reply_taken_back_is_the_draft_again(desk: Desk) -> None:
    thread_id = take(desk).thread_id
    desk.publish(thread_id, TEXT)
    published = desk.wait_state(thread_id, ReplyState.PUBLISHED)
    assert published.portal_id is not None
    message = desk.thread(thread_id).messages[-1]
    assert message.by_me
    assert message.undo_until_ms is not None

    desk.services.publisher.withdraw(thread_id, published.portal_id)
    desk.wait(lambda: len(desk.entries(thread_id)) == 2)
    settled(desk, thread_id)
    assert states(desk, thread_id) == [
        (Action.REPLY, ReplyState.CANCELLED),
        (Action.WITHDRAW, ReplyState.PUBLISHED),
    ]
    now = desk.thread(thread_id)
    assert (now.status, [each.direction for each in now.messages]) == ("open", ["in"])
    assert now.draft is not None
    assert now.draft.text == TEXT
    # It may be published again, upon the thread as it now is.
    desk.services.publisher.publish(thread_id, TEXT)
    desk.wait(lambda: desk.thread(thread_id).status == "answered")
    assert settled(desk, thread_id)[-1].state is ReplyState.PUBLISHED


def test_a_scheduled_reply_taken_back_is_the_draft_again(desk: Desk) -> None:
    thread_id = take(desk).thread_id
    desk.write(thread_id, TEXT)
    tomorrow = desk.services.clock.now_ms() + 86_400_000
    desk.services.publisher.schedule(thread_id, TEXT, "answer", tomorrow)
    desk.wait(lambda: desk.entries(thread_id))
    (entry,) = settled(desk, thread_id)
    assert entry.state is ReplyState.PUBLISHED
    now = desk.thread(thread_id)
    assert now.draft is None
    assert now.scheduled is not None
    assert now.scheduled.scheduled_id is not None
    assert (now.scheduled.text, now.scheduled.publish_ms) == (TEXT, tomorrow)

    desk.services.publisher.unschedule(thread_id, now.scheduled.scheduled_id)
    desk.wait(lambda: desk.thread(thread_id).draft is not None)
    settled(desk, thread_id)
    now = desk.thread(thread_id)
    assert now.scheduled is None
    assert now.draft is not None
    assert now.draft.text == TEXT


def test_a_waiting_reply_goes_back_to_the_composer(desk: Desk, proxy: FaultProxy) -> None:
    thread_id = take(desk).thread_id
    make_wait(proxy)
    desk.publish(thread_id, TEXT)
    wait_told_to_wait(desk, thread_id)
    (entry,) = desk.entries(thread_id)
    desk.write(thread_id, "Autre chose, écrit entre-temps.")
    desk.services.publisher.edit(entry.event_id)
    desk.wait(lambda: desk.entries(thread_id)[0].state is ReplyState.CANCELLED)
    draft = desk.thread(thread_id).draft
    assert draft is not None
    assert draft.text == TEXT
    versions: list[list[object]] = []
    desk.services.drafts.versions(thread_id, lambda found: versions.append([*found]))
    desk.wait(lambda: versions)
    assert "Autre chose, écrit entre-temps." in [each.text for each in versions[0]]  # type: ignore[attr-defined]


def test_the_same_act_clicked_twice_is_one(desk: Desk, proxy: FaultProxy) -> None:
    thread_id = take(desk).thread_id
    make_wait(proxy)
    for _ in range(2):
        desk.services.publisher.close_thread(thread_id, "Doublon")
    desk.services.publisher.note(thread_id, "a")
    desk.services.publisher.note(thread_id, "a")
    desk.wait(lambda: len(desk.entries(thread_id)) == 3)
    wait_told_to_wait(desk, thread_id)
    for each in desk.entries(thread_id):
        desk.services.publisher.cancel(each.event_id)
    desk.wait(lambda: {each.state for each in desk.entries(thread_id)} == {ReplyState.CANCELLED})


def test_a_thread_handed_to_another_caisse_is_gone_here(desk: Desk) -> None:
    thread_id = take(desk).thread_id
    desk.write(thread_id, "Un brouillon reste.")
    desk.wait(lambda: desk.heard_of("saved"))
    desk.services.publisher.transfer(thread_id, None, "lorraine", "Dossier suivi en Lorraine")
    desk.wait(lambda: desk.entries(thread_id))
    (entry,) = settled(desk, thread_id)
    assert entry.state is ReplyState.PUBLISHED, entry.problem
    desk.wait(lambda: thread_id not in desk.open_threads())
    drafts = desk.read(
        lambda conn: conn.exec_driver_sql(
            "SELECT text FROM draft WHERE thread_id = ?", (thread_id,)
        ).scalar_one()
    )
    assert drafts == "Un brouillon reste."


def test_a_supervisor_breaks_a_claim(
    desk: Desk, qtbot: QtBot, portal: RunningPortal, tmp_path: Path
) -> None:
    thread_id = take(desk).thread_id
    desk.services.publisher.claim(thread_id)
    settled(desk, thread_id)
    with desk_on(qtbot, portal, tmp_path / "chef", login="sylvie.exemple") as started:
        chef = started.sign_in()
        chef.wait(lambda: chef.thread(thread_id).claim_name is not None)
        chef.services.publisher.break_claim(thread_id, "Absence imprévue")
        chef.wait(lambda: chef.entries(thread_id))
        assert settled(chef, thread_id)[0].state is ReplyState.PUBLISHED
    desk.wait(lambda: desk.thread(thread_id).claim_name is None)
    assert [(each.kind, each.reason) for each in desk.thread(thread_id).events] == [
        ("claim_broken", "Absence imprévue")
    ]
    desk.services.publisher.break_claim(thread_id, "Je ne peux pas")
    desk.wait(lambda: len(desk.entries(thread_id)) == 2)
    refused = settled(desk, thread_id)[-1]
    assert (refused.state, refused.problem) == (ReplyState.REJECTED, "role-not-allowed")


def test_a_refusal_after_a_lost_answer_is_no_proof(
    desk: Desk, proxy: FaultProxy, portal: RunningPortal
) -> None:
    """The reply arrived, its answer was lost, and then somebody on the way says no: giving the text
    back would have it sent twice.
    """
    thread_id = take(desk).thread_id
    proxy.fail(What.STATUS, REPLIES, times=2, status=403, slug="role-not-allowed")
    lost = proxy.fail(What.DROP_AFTER, REPLIES)
    desk.publish(thread_id, TEXT)
    desk.wait(lost.hit.is_set)
    published = desk.wait_state(thread_id, ReplyState.PUBLISHED)
    assert published.portal_id is not None
    assert replies_at(portal, thread_id) == [TEXT]
    assert desk.heard_of("rejected") == []
    assert desk.thread(thread_id).draft is None
