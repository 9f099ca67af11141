"""Taking back against a sender, on both databases: never taken back and sent, never neither."""

from datetime import datetime, timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.core.mail.backends.smtp import EmailBackend
from django.utils import timezone

from portal.messaging.acts import Done
from portal.messaging.errors import TooLate
from portal.messaging.models import Change, Message, Thread
from portal.notifications.models import Notification
from portal.notifications.relay import Relay
from tests.support.acting import Acting, with_undo
from tests.support.api_world import World, build_world
from tests.support.threads import all_at_once

ROUNDS = 12


@pytest.fixture
def world(database, settings) -> World:
    settings.ENVIRONMENT = with_undo(60)
    return build_world()


@pytest.fixture
def relay(mail_server) -> Relay:
    return Relay(connect=lambda: EmailBackend(host="127.0.0.1", port=mail_server.port, timeout=10))


def test_a_sender_whose_clock_is_ahead_and_an_author_who_takes_back(
    world, relay, mail_server, monkeypatch
):
    """Both believe that it is their turn: the sender's clock has passed the instant, the author's
    has not. The row of the e-mail decides for one of them.
    """
    acting = [Acting(world.claire, world.send()) for _ in range(ROUNDS)]
    while relay.run_once():
        pass
    acknowledged = {str(message["Message-ID"]) for message in mail_server.messages}
    monkeypatch.setattr("portal.notifications.relay.timezone", Ahead(timedelta(seconds=61)))
    for each in acting:
        reply = each.publish().message
        take_back = partial(each.withdraw, reply.pk, seen_version=each.version)
        tried, outcome = all_at_once([relay.run_once, take_back])
        assert isinstance(tried, int), tried
        told = Notification.objects.filter(message=reply).first()
        status = Thread.objects.get(pk=each.thread.pk).status
        sent = {str(message["Message-ID"]) for message in mail_server.messages} - acknowledged
        acknowledged |= sent
        if isinstance(outcome, Done):
            assert (tried, sent, told, status) == (0, set(), None, "open")
        else:
            assert isinstance(outcome, TooLate), outcome
            assert told is not None
            assert (tried, sent) == (1, {told.mail_id})
            assert (told.state, status) == ("handed_over", "answered")


class Ahead:
    """A host's clock that is ahead: ``timezone`` for one module."""

    def __init__(self, by: timedelta) -> None:
        self._by = by

    def now(self) -> datetime:
        return timezone.now() + self._by


def test_taken_back_twice_at_once(world):
    claire = Acting(world.claire, world.send())
    reply = claire.publish().message
    key = uuid4()
    version = claire.version
    results = all_at_once([partial(claire.withdraw, reply.pk, key, seen_version=version)] * 4)
    assert all(isinstance(result, Done) for result in results), results
    assert Change.objects.filter(event="reply_withdrawn").count() == 1
    assert Message.objects.get(pk=reply.pk).withdrawn_at is not None
