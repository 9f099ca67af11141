"""One reply's life against a real portal, through lines and portals that fail."""

import threading
from pathlib import Path
from unittest import mock

from pytestqt.qtbot import QtBot

from desk.models.snapshots import ConnectionState, OutboxView, ReplyState
from desk.services.publisher import ConflictChoice
from tests.support.desk_world import Desk, desk_on, replies_at
from tests.support.fault_proxy import FaultProxy, What
from tests.support.portal_process import RunningPortal, running_portal

TEXT = "Bonjour Madame,\n\nVotre attestation est disponible dans votre espace privé."
BEARER = {"WWW-Authenticate": 'Bearer realm="msa-desk", error="invalid_token"'}
REPLIES = r"POST /api/v1/threads/\d+/replies"


def take(desk: Desk) -> int:
    """An open message that no other test has touched (the portal is shared)."""
    return desk.open_threads()[0]


def test_claim_draft_publish(desk: Desk, portal: RunningPortal) -> None:
    thread_id = take(desk)
    desk.services.publisher.claim(thread_id)
    desk.wait(lambda: desk.heard_of("published"))
    assert desk.thread(thread_id).claimed_by_me
    desk.write(thread_id, TEXT)
    desk.wait(lambda: desk.heard_of("saved"))
    draft = desk.thread(thread_id).draft
    assert draft is not None
    assert draft.text == TEXT

    desk.services.publisher.publish(thread_id, TEXT)
    view = desk.wait_state(thread_id, ReplyState.PUBLISHED)

    assert view.portal_id is not None
    assert view.published_ms is not None
    now = desk.thread(thread_id)
    assert (now.status, now.draft, now.claim_name) == ("answered", None, None)
    assert now.messages[-1].text == TEXT
    assert replies_at(portal, thread_id) == [TEXT]
    states = [each.state for each in desk.heard_of("entry_changed") if each.kind == "reply"]
    assert states == [ReplyState.QUEUED, ReplyState.SENDING, ReplyState.PUBLISHED]


def test_claim_and_publish_at_once_are_no_conflict_with_oneself(
    desk: Desk, portal: RunningPortal
) -> None:
    """The reply was queued upon the version before the claim; the claim moved it."""
    thread_id = take(desk)
    desk.services.publisher.claim(thread_id)
    desk.publish(thread_id, TEXT)
    desk.wait_state(thread_id, ReplyState.PUBLISHED)
    assert desk.heard_of("conflict") == []
    assert replies_at(portal, thread_id) == [TEXT]


def test_holding_reply_keeps_the_clock_running(desk: Desk) -> None:
    thread_id = take(desk)
    desk.services.publisher.publish(thread_id, TEXT, "holding")
    desk.wait_state(thread_id, ReplyState.PUBLISHED)
    view = desk.thread(thread_id)
    assert (view.status, view.messages[-1].kind) == ("open", "holding")
    desk.publish(thread_id, "Voici la suite de notre réponse.")
    desk.wait(lambda: len([v for v in desk.heard_of("published") if v.kind == "reply"]) == 2)
    assert desk.thread(thread_id).status == "answered"


def test_release(desk: Desk) -> None:
    thread_id = take(desk)
    desk.services.publisher.claim(thread_id)
    desk.services.publisher.release(thread_id)
    desk.wait(lambda: len(desk.heard_of("published")) == 2)
    assert desk.thread(thread_id).claim_name is None


def test_lost_answer_is_unconfirmed_then_published_once(
    desk: Desk, proxy: FaultProxy, portal: RunningPortal
) -> None:
    thread_id = take(desk)
    fault = proxy.fail(What.DROP_AFTER, REPLIES)
    desk.publish(thread_id, TEXT)
    desk.wait(fault.hit.is_set)
    unconfirmed = desk.wait_state(thread_id, ReplyState.UNCONFIRMED)
    assert unconfirmed.problem == "cut"
    assert replies_at(portal, thread_id) == [TEXT]
    draft = desk.thread(thread_id).draft
    assert draft is not None, "the text stays a draft until the publication is certain"
    assert draft.text == TEXT

    desk.services.publisher.retry(unconfirmed.event_id)
    published = desk.wait_state(thread_id, ReplyState.PUBLISHED)
    assert published.event_id == unconfirmed.event_id
    assert replies_at(portal, thread_id) == [TEXT]
    assert proxy.count(rf"threads/{thread_id}/replies") == 2
    assert desk.thread(thread_id).draft is None


def test_what_the_feed_shows_does_not_confirm_only_the_same_key_does(
    desk: Desk, proxy: FaultProxy, portal: RunningPortal
) -> None:
    thread_id = take(desk)
    proxy.fail(What.DROP_AFTER, REPLIES)
    desk.publish(thread_id, TEXT)
    unconfirmed = desk.wait_state(thread_id, ReplyState.UNCONFIRMED)
    desk.wait(lambda: desk.thread(thread_id).status == "answered")
    proxy.fail(What.DROP_BEFORE, REPLIES)
    desk.services.publisher.retry(unconfirmed.event_id)
    desk.wait_attempt(thread_id, 2, ReplyState.UNCONFIRMED)
    desk.services.publisher.retry(unconfirmed.event_id)
    desk.wait_state(thread_id, ReplyState.PUBLISHED)
    assert replies_at(portal, thread_id) == [TEXT]


def test_truncated_and_broken_answers_are_unconfirmed_too(
    desk: Desk, proxy: FaultProxy, portal: RunningPortal
) -> None:
    thread_id = take(desk)
    proxy.fail(What.HTML, REPLIES)
    proxy.fail(What.STATUS, REPLIES, status=500)
    proxy.fail(What.TRUNCATE, REPLIES)
    desk.publish(thread_id, TEXT)
    codes = []
    for attempt in (1, 2, 3):
        view = desk.wait_attempt(thread_id, attempt, ReplyState.UNCONFIRMED)
        codes.append(view.problem)
        desk.services.publisher.retry(view.event_id)
    desk.wait_state(thread_id, ReplyState.PUBLISHED)
    assert codes == ["truncated", "status_500", "captive_portal"]
    assert replies_at(portal, thread_id) == [TEXT]


def test_told_to_wait_stays_queued_and_another_thread_goes_on(
    desk: Desk, proxy: FaultProxy, portal: RunningPortal
) -> None:
    slow, other = desk.open_threads()[:2]
    proxy.fail(
        What.STATUS,
        rf"threads/{slow}/replies",
        status=429,
        slug="too-many-requests",
        headers={"Retry-After": "200"},
    )
    desk.publish(slow, TEXT)
    waiting = desk.wait_attempt(slow, 1, ReplyState.QUEUED)
    assert waiting.problem == "too-many-requests"
    assert waiting.next_try_ms is not None
    assert waiting.next_try_ms - desk.services.clock.now_ms() > 150_000
    desk.publish(other, TEXT)
    desk.wait_state(other, ReplyState.PUBLISHED)
    desk.services.publisher.cancel(waiting.event_id)
    desk.wait_state(slow, ReplyState.CANCELLED)
    draft = desk.thread(slow).draft
    assert draft is not None
    assert draft.text == TEXT
    assert replies_at(portal, slow) == []


def test_refused_text_comes_back_with_the_reason(desk: Desk, portal: RunningPortal) -> None:
    thread_id = take(desk)
    desk.publish(thread_id, "x" * 5_001)
    view = desk.wait_state(thread_id, ReplyState.REJECTED)
    assert view.problem == "text-too-long"
    assert "5001" in view.problem_detail.replace("\u202f", "").replace("\xa0", "")
    draft = desk.thread(thread_id).draft
    assert draft is not None
    assert len(draft.text) == 5_001
    desk.publish(thread_id, TEXT)
    desk.wait_state(thread_id, ReplyState.PUBLISHED)
    assert replies_at(portal, thread_id) == [TEXT]


def test_a_draft_that_goes_on_growing_stays_after_publishing(desk: Desk, proxy: FaultProxy) -> None:
    thread_id = take(desk)
    held = proxy.fail(What.HOLD, REPLIES)
    desk.publish(thread_id, TEXT)
    desk.wait(held.hit.is_set)
    desk.write(thread_id, TEXT + "\n\nEt encore ceci.")
    desk.wait(lambda: desk.heard_of("saved"))
    held.release.set()
    desk.wait_state(thread_id, ReplyState.PUBLISHED)
    draft = desk.thread(thread_id).draft
    assert draft is not None
    assert draft.text.endswith("Et encore ceci.")


def test_two_publications_of_one_thread_cannot_be_queued(desk: Desk, proxy: FaultProxy) -> None:
    thread_id = take(desk)
    held = proxy.fail(What.HOLD, REPLIES)
    desk.publish(thread_id, TEXT)
    desk.services.publisher.publish(thread_id, TEXT)
    desk.wait(lambda: desk.heard_of("not_queued"))
    assert ("not_queued", thread_id, "reply_under_way") in desk.heard
    held.release.set()
    desk.wait_state(thread_id, ReplyState.PUBLISHED)


def test_a_second_touch_after_the_answer_publishes_nothing(
    desk: Desk, portal: RunningPortal
) -> None:
    thread_id = take(desk)
    publisher = desk.services.publisher
    desk.write(thread_id, TEXT)
    publisher.publish(thread_id, TEXT, "holding")
    desk.wait_state(thread_id, ReplyState.PUBLISHED)
    publisher.publish(thread_id, TEXT, "holding")
    desk.wait(lambda: desk.heard_of("not_queued"))
    assert ("not_queued", thread_id, "already_published") in desk.heard
    # The same words written once more are meant.
    desk.write(thread_id, TEXT)
    publisher.publish(thread_id, TEXT, "holding")
    desk.wait(lambda: replies_at(portal, thread_id) == [TEXT, TEXT])


def test_claim_of_a_claimed_message_names_the_holder(desk: Desk, colleague: Desk) -> None:
    thread_id = take(colleague)
    colleague.services.publisher.claim(thread_id)
    colleague.wait(lambda: colleague.heard_of("published"))
    desk.services.publisher.claim(thread_id)
    desk.wait(lambda: desk.heard_of("rejected"))
    (view,) = desk.heard_of("rejected")
    assert (view.kind, view.problem, view.problem_detail) == (
        "claim",
        "claimed-by-another",
        "Karim Exemple",
    )
    assert desk.thread(thread_id).claim_name == "Karim Exemple"


def test_two_agents_answer_the_same_message(
    desk: Desk, colleague: Desk, portal: RunningPortal
) -> None:
    thread_id = take(desk)
    desk.write(thread_id, TEXT)
    other_text = "Bonjour, votre dossier est complet."
    colleague.publish(thread_id, other_text)
    colleague.wait_state(thread_id, ReplyState.PUBLISHED)

    desk.services.publisher.publish(thread_id, TEXT, confirmed=("nir",))
    view = desk.wait_state(thread_id, ReplyState.CONFLICT)
    assert desk.heard_of("conflict")
    assert view.text == TEXT
    now = desk.thread(thread_id)
    assert now.messages[-1].text == other_text, "both texts are there to be shown"
    assert now.draft is not None
    assert now.draft.text == TEXT
    assert replies_at(portal, thread_id) == [other_text]

    publisher = desk.services.publisher
    publisher.resolve_conflict(view.event_id, ConflictChoice.PUBLISH_AGAIN, ("attachment",))
    desk.wait(lambda: len(desk.heard_of("conflict")) == 2)
    again = desk.entries(thread_id)[-1]
    assert (again.problem, again.event_id) == ("already-answered", view.event_id)
    assert again.body.confirmed == ("attachment",), "what was let stand now, not before"
    desk.services.publisher.resolve_conflict(again.event_id, ConflictChoice.DISCARD)
    desk.wait(lambda: desk.thread(thread_id).draft is None)
    assert [each.state for each in desk.entries(thread_id)] == [ReplyState.CANCELLED]
    assert replies_at(portal, thread_id) == [other_text]


def test_the_same_words_after_refusals_that_were_not_the_portals_are_published_once(
    desk: Desk, proxy: FaultProxy, portal: RunningPortal
) -> None:
    """The first answer is lost; then something on the way refuses, until desk gives up asking."""
    thread_id = take(desk)
    proxy.fail(What.STATUS, REPLIES, None, status=403, slug="role-not-allowed")
    desk.services.sync.stop()  # which would bring the reply, and tell that it arrived
    proxy.fail(What.DROP_AFTER, REPLIES, 1)
    with mock.patch("desk.services.outcomes.TRIES_TO_BE_SURE", 2):
        desk.write(thread_id, TEXT)
        desk.services.publisher.publish(thread_id, TEXT, "holding")
        refused = desk.wait_state(thread_id, ReplyState.REJECTED)
    assert replies_at(portal, thread_id) == [TEXT]
    proxy.heal()
    desk.services.publisher.publish(thread_id, TEXT, "holding")
    published = desk.wait_state(thread_id, ReplyState.PUBLISHED)
    assert published.event_id == refused.event_id
    assert replies_at(portal, thread_id) == [TEXT]


def test_overtaken_text_is_kept_and_published_upon_the_new_version(
    desk: Desk, colleague: Desk, proxy: FaultProxy, portal: RunningPortal
) -> None:
    """A colleague's holding reply came between; the thread is still open."""
    thread_id = take(desk)
    held = proxy.fail(What.HOLD, REPLIES)
    desk.publish(thread_id, TEXT)
    desk.wait(held.hit.is_set)
    colleague.services.publisher.publish(thread_id, "Nous revenons vers vous.", "holding")
    colleague.wait_state(thread_id, ReplyState.PUBLISHED)
    held.release.set()
    view = desk.wait_state(thread_id, ReplyState.CONFLICT)
    assert view.problem == "stale-version"
    desk.services.publisher.resolve_conflict(view.event_id, ConflictChoice.KEEP_AS_DRAFT)
    desk.wait_state(thread_id, ReplyState.CANCELLED)
    kept = desk.thread(thread_id)
    assert kept.draft is not None
    assert (kept.draft.text, kept.draft.seen_version) == (TEXT, kept.version)
    desk.services.publisher.publish(thread_id, TEXT)
    desk.wait_state(thread_id, ReplyState.PUBLISHED)
    assert replies_at(portal, thread_id) == ["Nous revenons vers vous.", TEXT]


def test_refused_text_does_not_replace_what_was_written_since(
    desk: Desk, colleague: Desk, proxy: FaultProxy
) -> None:
    thread_id = take(desk)
    held = proxy.fail(What.HOLD, REPLIES)
    desk.publish(thread_id, TEXT)
    desk.wait(held.hit.is_set)
    desk.write(thread_id, "Un tout autre texte.")
    desk.wait(lambda: desk.heard_of("saved"))
    colleague.publish(thread_id, "Bonjour, votre dossier est complet.")
    colleague.wait_state(thread_id, ReplyState.PUBLISHED)
    held.release.set()
    view = desk.wait_state(thread_id, ReplyState.CONFLICT)
    now = desk.thread(thread_id)
    assert now.draft is not None
    assert (now.draft.text, view.text) == ("Un tout autre texte.", TEXT)


def test_a_refusal_noted_after_a_new_sign_in_does_not_park_what_waits(
    desk: Desk, proxy: FaultProxy, portal: RunningPortal
) -> None:
    """The disk was slow: the agent had signed in anew when the old session's 401 was noted."""
    thread_id = take(desk)
    disk_is_free = threading.Event()

    def keep_the_disk_busy(view: OutboxView) -> None:
        if view.state is ReplyState.SENDING and not disk_is_free.is_set():
            desk.services.lanes.write(lambda _: (disk_is_free.wait(60), None))

    desk.services.publisher.entry_changed.connect(keep_the_disk_busy)
    proxy.fail(What.STATUS, REPLIES, status=401, slug="not-signed-in", headers=BEARER)
    desk.services.session.tokens._refresh = "spent-or-never-given"
    try:
        desk.publish(thread_id, TEXT)
        desk.wait(lambda: "sign_in_needed" in [each[0] for each in desk.heard])
        desk.heard.clear()
        desk.services.session.sign_in()
        desk.wait(lambda: desk.heard_of("signed_in"))
        assert not desk.heard_of("entry_changed"), "the refusal is not noted yet"
    finally:
        disk_is_free.set()
    desk.wait_state(thread_id, ReplyState.PUBLISHED)
    assert replies_at(portal, thread_id) == [TEXT]


def test_portal_down_then_up(qtbot: QtBot, tmp_path: Path) -> None:
    """Queued while the portal is away, published once when it is back, by itself."""
    with running_portal(tmp_path / "portal") as first:
        port = int(first.url.rsplit(":", 1)[1])
        with desk_on(qtbot, first, tmp_path / "desk") as desk:
            desk.sign_in()
            thread_id = take(desk)
    with desk_on(qtbot, first, tmp_path / "desk", keyring=desk.keyring) as desk:
        desk.wait(lambda: desk.services.sync.view.state is ConnectionState.OFFLINE)
        assert desk.services.session.me is not None, "the agent is known from the store"
        desk.publish(thread_id, TEXT)
        desk.wait_attempt(thread_id, 1, ReplyState.QUEUED)
        with running_portal(tmp_path / "portal", with_demo=False, port=port) as second:
            desk.services.sync.refresh()
            desk.wait_state(thread_id, ReplyState.PUBLISHED)
            assert replies_at(second, thread_id) == [TEXT]
