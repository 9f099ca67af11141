"""A reply read by a colleague before it leaves: who may, what becomes of it, once."""

from uuid import uuid4

import pytest
from django.test import Client

from desk import wire
from portal.accounts.creation import AccountError, create_agent
from portal.accounts.models import Agent, Role
from portal.api.me_mark import me_mark
from portal.audit.models import AuditEvent
from portal.messaging.errors import (
    AlreadyAnswered,
    ClaimedByAnother,
    KeyReused,
    ReviewNeeded,
    StaleVersion,
    ThreadNotFound,
)
from portal.messaging.models import Message, ThreadEvent
from portal.messaging.reading import thread_for
from portal.messaging.withdrawing import withdraw
from portal.notifications.models import Notification
from portal.reviews.deciding import Comment
from portal.reviews.errors import (
    AlreadyInReview,
    CommentOutside,
    NotReviewer,
    ReviewSettled,
    UnknownReviewer,
)
from portal.reviews.models import Review
from tests.support.acting import REPLY, Acting, with_undo
from tests.support.api_world import World, build_world, signed_in
from tests.support.reviewing import Reviewing
from tests.support.wire_reading import strictly

pytestmark = pytest.mark.django_db

AMENDED = "Bonjour Madame Exemple, votre attestation est prête."


@pytest.fixture
def world() -> World:
    built = build_world()
    built.claire.in_training = True
    built.claire.save()
    return built


@pytest.fixture
def thread(world):
    return world.send()


@pytest.fixture
def claire(world, thread) -> Reviewing:
    return Reviewing(world.claire, thread)


@pytest.fixture
def sylvie(world, thread) -> Reviewing:
    return Reviewing(world.sylvie, thread)


@pytest.fixture
def karim(world, thread) -> Reviewing:
    return Reviewing(world.karim, thread)


def test_in_training_nothing_leaves_unread(world, thread):
    acting = Acting(world.claire, thread)
    with pytest.raises(ReviewNeeded):
        acting.publish()
    with pytest.raises(ReviewNeeded):
        acting.schedule()
    assert not Message.objects.filter(direction="out").exists()
    Acting(world.karim, thread).publish()


def test_an_approved_reply_is_its_authors_and_leaves_once(world, thread, claire, sylvie):
    Acting(world.claire, thread).claim()
    asked = claire.ask()
    assert asked.claimed_by_id is None
    key = uuid4()
    first, again = sylvie.approve(key=key), sylvie.approve(key=key)
    assert (first.replayed, again.replayed) == (False, True)
    reply = Message.objects.get(direction="out")
    assert (reply.author, reply.text, reply.kind) == (world.claire, REPLY, "answer")
    review = Review.objects.get()
    assert (review.state, review.reviewer, review.published) == ("approved", world.sylvie, reply)
    assert thread_for(world.claire, thread.pk).status == "answered"
    assert Notification.objects.filter(message=reply, kind="reply_available").count() == 1
    with pytest.raises(ReviewSettled):
        sylvie.approve()
    published = AuditEvent.objects.get(action="reply.published")
    assert published.actor == world.sylvie.user
    assert published.detail["author_id"] == world.claire.pk
    told = ThreadEvent.objects.get(kind="review_approved")
    assert told.agent == world.sylvie
    assert told.detail == f"review:{review.pk} message:{reply.pk} agent:{world.claire.pk}"


def test_amended_it_leaves_as_amended_and_the_authors_own_is_kept(claire, sylvie):
    claire.ask()
    sylvie.approve(text=AMENDED)
    review = Review.objects.get()
    assert (review.text, review.amended_text) == (REPLY, AMENDED)
    assert Message.objects.get(direction="out").text == AMENDED
    assert ThreadEvent.objects.get(kind="review_approved").detail.endswith(" amended")


def test_within_its_time_the_author_takes_an_approved_reply_back(
    world, thread, claire, sylvie, settings
):
    settings.ENVIRONMENT = with_undo(3600)
    claire.ask()
    sylvie.approve()
    reply = Message.objects.get(direction="out")
    withdraw(message_id=reply.pk, **claire.now())
    assert thread_for(world.claire, thread.pk).status == "open"
    with pytest.raises(ReviewNeeded):
        Acting(world.claire, thread).publish()


def test_sent_back_with_words_and_comments_then_asked_anew(claire, sylvie):
    claire.ask()
    sylvie.send_back(comments=[Comment(8, 14, "Son nom d’usage.")])
    review = Review.objects.get()
    assert (review.state, review.words) == ("sent_back", "Presque.")
    assert [(each.start, each.end) for each in review.comments.all()] == [(8, 14)]
    claire.ask(text=AMENDED)
    assert [each.state for each in Review.objects.all()] == ["sent_back", "asked"]
    sylvie.approve()
    assert Message.objects.get(direction="out").text == AMENDED


@pytest.mark.parametrize("place", [(0, 0), (5, 4), (0, len(REPLY) + 1)])
def test_a_comment_is_on_a_passage(claire, sylvie, place):
    claire.ask()
    with pytest.raises(CommentOutside):
        sylvie.send_back(comments=[Comment(*place, "Ici.")])
    assert Review.objects.get().state == "asked"


def test_who_may_decide(world, thread, claire, sylvie, karim):
    claire.ask()
    for nobody in (claire, karim):
        with pytest.raises(NotReviewer):
            nobody.approve()
        with pytest.raises(NotReviewer):
            nobody.send_back()
    with pytest.raises(ThreadNotFound):
        Reviewing(world.jean, thread).approve()
    claire.take_back()
    claire.ask(of=world.karim)
    karim.approve()
    assert Message.objects.get(direction="out").author == world.claire


def test_a_supervisor_does_not_approve_their_own(sylvie):
    sylvie.ask()
    with pytest.raises(NotReviewer):
        sylvie.approve()


def test_who_is_in_training_meanwhile_decides_nothing(world, claire, karim):
    claire.ask(of=world.karim)
    Agent.objects.filter(pk=world.karim.pk).update(in_training=True)
    world.karim.refresh_from_db()
    with pytest.raises(NotReviewer):
        karim.approve()


def test_who_may_be_asked(world, claire):
    world.karim.user.is_active = False
    world.karim.user.save()
    for nobody in (world.claire, world.karim, world.jean):
        with pytest.raises(UnknownReviewer):
            claire.ask(of=nobody)
    assert not Review.objects.exists()


def test_one_reply_is_asked_about_at_a_time(claire, karim):
    claire.ask()
    with pytest.raises(AlreadyInReview):
        karim.ask()


def test_a_stale_approval_publishes_nothing(world, thread, claire, sylvie):
    claire.ask()
    seen = sylvie.now()
    Acting(world.karim, thread).claim()
    with pytest.raises(StaleVersion):
        sylvie.approve(**seen)
    with pytest.raises(ClaimedByAnother):
        sylvie.approve()
    assert not Message.objects.filter(direction="out").exists()


def test_what_was_answered_meanwhile_is_not_answered_twice(world, thread, claire, sylvie):
    claire.ask()
    Acting(world.karim, thread).publish()
    with pytest.raises(AlreadyAnswered):
        sylvie.approve()
    assert Message.objects.filter(direction="out").count() == 1


def test_withdrawn_or_sent_back_it_is_not_approved(claire, sylvie):
    claire.ask()
    claire.take_back()
    with pytest.raises(ReviewSettled):
        sylvie.approve()
    claire.ask()
    sylvie.send_back()
    with pytest.raises(ReviewSettled):
        sylvie.approve()
    assert not Message.objects.filter(direction="out").exists()


def test_in_another_caisse_nobody_decides_it(world, thread, claire, sylvie):
    claire.ask()
    Acting(world.sylvie, thread).transfer(caisse="lorraine")
    assert Review.objects.get().state == "withdrawn"


def test_a_key_serves_once(claire, sylvie):
    key = uuid4()
    claire.ask(key=key)
    with pytest.raises(KeyReused):
        claire.ask(text=AMENDED, key=key)
    key = uuid4()
    sylvie.approve(key=key)
    with pytest.raises(KeyReused):
        sylvie.approve(text=AMENDED, key=key)


def test_a_supervisor_is_not_in_training(world):
    with pytest.raises(AccountError):
        create_agent(
            login="s.exemple",
            password="une-longue-phrase-2026",
            caisse_code="picardie",
            first_name="Sam",
            last_name="Exemple",
            role=Role.SUPERVISOR,
            in_training=True,
        )


def test_the_feed_says_when_one_would_be_described_otherwise(
    world: World, django_assert_max_num_queries
) -> None:
    world.send()
    reader = signed_in(world.claire)

    def page(since: int = 0, **more: int) -> wire.ChangesPage:
        answer = Client().get("/api/v1/changes", {"since": since, **more}, **reader)
        return strictly(answer.content, wire.ChangesPage)

    first = page().me_mark
    assert first
    world.send()
    assert page().me_mark == first, "messages change nothing of it"
    assert page(limit=1).me_mark == "", "one asks once, after the last page"
    world.claire.in_training = False
    world.claire.save()
    trained = page().me_mark
    assert trained != first
    world.karim.in_training = True
    world.karim.save()
    assert page().me_mark not in (first, trained), "whom one may ask has changed"
    with django_assert_max_num_queries(2):
        me_mark(world.claire)
