"""A page of the feed is read once for all who ask for it, and is never older than the feed."""

import pytest
from django.db import transaction

from portal.messaging.feed import CursorExpired, last_seq, read_changes, record_change
from portal.messaging.shared_changes import SharedChanges
from tests.support.api_world import build_world

pytestmark = pytest.mark.django_db
CAISSE = "picardie"


@pytest.fixture
def threads():
    world = build_world()
    return [world.send() for _ in range(3)]


def test_a_second_reader_costs_one_query_and_gets_the_same(threads, django_assert_num_queries):
    pages = SharedChanges()
    first = pages.read("feed", CAISSE, 1, 10)
    with django_assert_num_queries(1):
        second = pages.read("feed", CAISSE, 1, 10)
    assert second is first
    assert second == read_changes(CAISSE, 1, 10)
    assert [thread.pk for thread in second.threads] == [thread.pk for thread in threads[1:]]


def test_whatever_is_recorded_is_in_the_next_page(threads):
    pages = SharedChanges()
    start = last_seq(CAISSE)
    assert pages.read("feed", CAISSE, start, 10).changes == []
    with transaction.atomic():
        record_change(threads[0], "noted")
    assert [change.event for change in pages.read("feed", CAISSE, start, 10).changes] == ["noted"]
    assert pages.read("feed", CAISSE, start + 1, 10).changes == []


def test_pages_of_another_database_are_not_taken_for_these(threads):
    pages = SharedChanges()
    old = pages.read("feed", CAISSE, 0, 10)
    assert pages.read("restored", CAISSE, 0, 10) is not old


def test_a_cursor_above_the_feed_is_refused_each_time(threads):
    pages = SharedChanges()
    for _ in range(2):
        with pytest.raises(CursorExpired):
            pages.read("feed", CAISSE, last_seq(CAISSE) + 1, 10)
