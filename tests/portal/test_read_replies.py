"""Agents learn that a reply was read: when, by whom, and without any text becoming stale."""

from datetime import timedelta

from django.utils import timezone

from portal.api.shapes import changes_shape
from portal.messaging.feed import last_seq, read_changes
from portal.messaging.models import Change, Thread
from portal.web.models import ReadReply
from tests.portal.test_procuration import acting
from tests.support.web_world import WebWorld


def told_since(cursor: int) -> list[dict]:
    """The messages of the exchanges that the feed names after `cursor`, as desk gets them."""
    page = changes_shape(read_changes("picardie", cursor, 100), {}, "a", "")
    return [message for thread in page["threads"] for message in thread["messages"]]


def test_a_reading_is_told_once_and_makes_nothing_stale(web: WebWorld) -> None:
    thread = web.exchange(timezone.now() - timedelta(days=2))
    web.reply(thread)
    before = Thread.objects.get(pk=thread.pk).version
    cursor = last_seq("picardie")
    web.reader().open("/messages/?ouvert=rien")
    assert last_seq("picardie") == cursor, "it was not on the screen"
    page = web.reader().open("/messages/")
    question, reply = told_since(cursor)
    assert (question["read_at"], question["read_by"]) == (None, None)
    assert (reply["read_at"], reply["read_by"]) == (ReadReply.objects.get().at, None)
    assert [each.event for each in Change.objects.filter(seq__gt=cursor)] == ["read"]
    assert Thread.objects.get(pk=thread.pk).version == before
    page.open("/messages/")
    assert last_seq("picardie") == cursor + 1, "what was read before is no news"


def test_the_proxy_who_read_it_first_is_named(web: WebWorld) -> None:
    thread = web.exchange(timezone.now() - timedelta(days=2))
    web.reply(thread)
    page = acting(web)
    cursor = last_seq("picardie")
    page.open("/messages/")
    *_, reply = told_since(cursor)
    assert reply["read_by"] == "Firmin Exemple"
    at = reply["read_at"]
    web.reader().open("/messages/")
    *_, reply = told_since(cursor)
    assert (reply["read_at"], reply["read_by"]) == (at, "Firmin Exemple"), "the first one stays"
