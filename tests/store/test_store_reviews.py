"""Replies in review out of the store, and what waits laid over them; whom the inbox tells."""

from datetime import UTC, datetime

import msgspec
import pytest

from desk import wire
from desk.instants import to_ms
from desk.models import drafts, inbox, meta, outbox, threads
from desk.models.actions import Action, ActionBody, Passage, decode, encode
from desk.models.outbox import ReplyUnderWay
from desk.models.snapshots import InboxFilter, ReviewView
from desk.models.store import Store
from desk.services import outcomes
from tests.store.test_store_history import a_thread, entered, seen
from tests.support.desk_data import ME, NOW

AT = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)


def a_review(**more: object) -> wire.Review:
    asked = wire.Review(
        id=7,
        author_id=ME.agent_id,
        author_name=ME.display_name,
        kind="answer",
        text="Bonjour, 🙂 elle arrive.",
        asked_of_id=None,
        asked_of_name=None,
        state="asked",
        asked_at=AT,
        seen_version=2,
        reviewer_name=None,
        decided_at=None,
        words="",
        comments=[],
    )
    return msgspec.structs.replace(asked, **more)


def shown(store: Store, review: wire.Review | None) -> ReviewView | None:
    return entered(store, a_thread(review=review)).review


def test_what_the_portal_says_of_a_review_is_shown(store: Store) -> None:
    back = a_review(
        state="sent_back",
        reviewer_name="Sylvie Exemple",
        decided_at=AT,
        words="Presque.",
        comments=[wire.ReviewComment(9, 10, "Sans ceci.")],
    )
    view = shown(store, back)
    assert view is not None
    assert (view.by_me, view.waits, view.came_back_to_me) == (True, False, True)
    assert (view.reviewer_name, view.words) == ("Sylvie Exemple", "Presque.")
    assert [(each.start, each.end, each.text) for each in view.comments] == [(9, 10, "Sans ceci.")]
    assert shown(store, None) is None, "it goes with the portal's word"


@pytest.mark.parametrize(
    ("author", "asked_of", "supervisor", "may"),
    [
        (9, None, True, True),
        (9, None, False, False),
        (9, ME.agent_id, False, True),
        (9, 12, True, True),
        (9, 12, False, False),
        (ME.agent_id, None, True, False),
    ],
)
def test_who_may_decide(
    store: Store, author: int, asked_of: int | None, supervisor: bool, may: bool
) -> None:
    view = shown(store, a_review(author_id=author, asked_of_id=asked_of))
    assert view is not None
    assert view.may_be_decided(supervisor=supervisor) is may


def test_asking_goes_on_as_a_reply_does(store: Store) -> None:
    thread = a_thread()
    entered(store, thread)
    body = ActionBody(text="Demain", kind="answer", confirmed=("iban",))
    with store.writing() as connection:
        drafts.save_draft(connection, thread.id, "Demain", 6, thread.version, 1)
        event_id = outbox.enqueue(
            connection, Action.ASK_REVIEW, thread.id, thread.version, 1, body=body
        )
        with pytest.raises(ReplyUnderWay):
            outbox.enqueue(connection, Action.REPLY, thread.id, thread.version, 1, text="Non")
    view = seen(store, thread.id)
    assert view.review is not None
    assert (view.review.pending, view.review.waits, view.review.by_me) == ("ask_review", True, True)
    with store.writing() as connection:
        entry = outbox.mark_sending(connection, event_id)
        review = a_review(text="Demain")
        answer = msgspec.structs.replace(thread, version=thread.version + 1, review=review)
        outcomes.done(connection, entry, answer, 2)
    view = seen(store, thread.id)
    assert view.draft is None, "the portal has the text"
    assert view.review is not None
    assert (view.review.review_id, view.review.pending) == (7, "")


def test_taken_back_its_text_is_a_draft_again(store: Store) -> None:
    thread = a_thread(review=a_review())
    entered(store, thread)
    body = ActionBody(review_id=7, text="Bonjour, 🙂 elle arrive.")
    with store.writing() as connection:
        event_id = outbox.enqueue(
            connection, Action.WITHDRAW_REVIEW, thread.id, thread.version, 1, body=body
        )
    pending = seen(store, thread.id).review
    assert pending is not None
    assert (pending.pending, pending.came_back_to_me) == ("withdraw_review", False)
    with store.writing() as connection:
        entry = outbox.mark_sending(connection, event_id)
        gone = msgspec.structs.replace(thread, version=thread.version + 1, review=None)
        outcomes.done(connection, entry, gone, 2)
    view = seen(store, thread.id)
    assert view.review is None
    assert view.draft is not None
    assert view.draft.text == body.text


def test_remarks_survive_the_disk() -> None:
    body = ActionBody(review_id=7, reason="Presque.", passages=(Passage(0, 3, "Oui"),))
    assert decode(encode(body)) == body


@pytest.mark.parametrize(
    ("review", "supervisor", "expected"),
    [
        (a_review(author_id=9), True, "to_review"),
        (a_review(author_id=9), False, "in_review"),
        (a_review(author_id=9, asked_of_id=ME.agent_id), False, "to_review"),
        (a_review(), True, "in_review"),
        (a_review(state="sent_back", reviewer_name="S", decided_at=AT), False, "sent_back"),
    ],
)
def test_the_inbox_says_who_is_to_act(
    store: Store, review: wire.Review, supervisor: bool, expected: str
) -> None:
    thread = a_thread(review=review)
    me = msgspec.structs.replace(ME, role="supervisor" if supervisor else "agent")
    with store.writing() as connection:
        meta.set_me(connection, me)
        threads.apply_thread(connection, thread)
    with store.reading() as connection:
        around = inbox.read_surroundings(connection)
        scope = inbox.Scope(InboxFilter.MINE, "", to_ms(NOW))
        reader = inbox.Reader(connection, scope, around)
        assert reader.rows([thread.id])[thread.id].review == expected
        mine = thread.id in reader.places([thread.id])
        counted = reader.tallies().counts[InboxFilter.MINE]
    assert (mine, counted) == ((True, 1) if expected in ("to_review", "sent_back") else (False, 0))
