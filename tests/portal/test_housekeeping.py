"""What the portal forgets, and what it keeps."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from post_office.models import STATUS, Email

from portal.messaging.feed import CursorExpired, read_changes
from portal.messaging.models import Thread
from portal.notifications.models import Notification
from portal.serving.housekeeping import CHANGES_KEPT, MAILS_KEPT, keep_house
from portal.web.models import Draft
from tests.support.api_world import World, build_world


@pytest.fixture
def world(db) -> World:
    return build_world()


def test_old_changes_go_and_the_exchanges_stay(world):
    world.send()
    keep_house(timezone.now())
    assert len(read_changes("picardie", 0, 10).changes) == 1
    keep_house(timezone.now() + CHANGES_KEPT + timedelta(seconds=1))
    with pytest.raises(CursorExpired):
        read_changes("picardie", 0, 10)
    assert Thread.objects.count() == 1


@pytest.mark.parametrize(
    ("status", "goes"),
    [
        (STATUS.sent, True),
        (STATUS.failed, True),
        (STATUS.queued, False),
        (STATUS.requeued, False),
    ],
)
def test_an_email_goes_once_it_is_done_with_and_its_proof_stays(world, status, goes):
    world.send()
    Email.objects.update(status=status)
    keep_house(timezone.now() + MAILS_KEPT - timedelta(minutes=1))
    assert Email.objects.exists()
    keep_house(timezone.now() + MAILS_KEPT + timedelta(minutes=1))
    assert Email.objects.exists() is not goes
    assert Notification.objects.count() == 1


def test_what_was_begun_and_left_goes(world):
    Draft.objects.create(adherent=world.adherent)
    keep_house(timezone.now())
    assert Draft.objects.exists()
    keep_house(timezone.now() + timedelta(days=8))
    assert not Draft.objects.exists()


def test_ended_sessions_go(world):
    Session.objects.create(session_key="a" * 32, expire_date=timezone.now())
    Session.objects.create(session_key="b" * 32, expire_date=timezone.now() + timedelta(minutes=5))
    keep_house(timezone.now() + timedelta(minutes=1))
    assert [session.session_key[0] for session in Session.objects.all()] == ["b"]
