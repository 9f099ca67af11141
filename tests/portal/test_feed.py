"""The feed of changes, as one reader and one writer see it."""

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from portal.messaging.claims import claim, release
from portal.messaging.feed import (
    CursorExpired,
    last_seq,
    read_changes,
    read_snapshot,
    record_change,
    trim,
)
from portal.messaging.models import Change, Thread
from tests.support.api_world import World, build_world


@pytest.fixture
def world(db) -> World:
    return build_world()


def test_changes_in_order_threads_once(world):
    first, second = world.send(), world.send()
    claim(thread_id=first.pk, agent=world.claire, seen_version=1)
    found = read_changes("picardie", 0, 100)
    assert [(change.seq, change.thread_id, change.event) for change in found.changes] == [
        (1, first.pk, "sent"),
        (2, second.pk, "sent"),
        (3, first.pk, "claimed"),
    ]
    assert [thread.pk for thread in found.threads] == [second.pk, first.pk]
    assert found.threads[1].version == 2
    assert (found.cursor, found.more, found.deleted_thread_ids) == (3, False, [])


def test_pages_follow_each_other(world):
    sent = [world.send() for _ in range(5)]
    seen, cursor, more = [], 0, True
    while more:
        page = read_changes("picardie", cursor, 2)
        seen += [change.thread_id for change in page.changes]
        cursor, more = page.cursor, page.more
    assert seen == [thread.pk for thread in sent]
    assert read_changes("picardie", cursor, 2).changes == []


def test_each_caisse_has_its_own_sequence_and_sees_no_other(world):
    ours, theirs = world.send(), world.send(world.stranger)
    assert [c.thread_id for c in read_changes("picardie", 0, 10).changes] == [ours.pk]
    assert [c.thread_id for c in read_changes("lorraine", 0, 10).changes] == [theirs.pk]
    assert read_changes("picardie", 0, 10).threads == [ours]
    assert read_snapshot("lorraine", 0, 10).threads == [theirs]
    assert last_seq("picardie") == last_seq("lorraine") == 1


def test_an_exchange_that_went_to_another_caisse_is_gone_from_this_one(world):
    ours = world.send()
    Thread.objects.filter(pk=ours.pk).update(caisse="lorraine")
    found = read_changes("picardie", 0, 10)
    assert (found.threads, found.deleted_thread_ids) == ([], [ours.pk])


def test_a_deleted_exchange_leaves_its_tombstone(world):
    kept, gone = world.send(), world.send()
    with transaction.atomic():
        number = gone.pk
        record_change(gone, "purged")
        gone.delete()
    found = read_changes("picardie", 0, 10)
    assert [change.event for change in found.changes] == ["sent", "sent", "purged"]
    assert found.threads == [kept]
    assert found.deleted_thread_ids == [number]


def test_a_cursor_from_before_the_trim_or_from_elsewhere_has_expired(world):
    world.send()
    sent = world.send()
    with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
        claim(thread_id=sent.pk, agent=world.claire, seen_version=1)
        assert trim("picardie", before=timezone.now() - timedelta(days=1)) == 2
        assert trim("picardie", before=timezone.now() - timedelta(days=1)) == 0
    for cursor in (0, 1, 4):
        with pytest.raises(CursorExpired):
            read_changes("picardie", cursor, 10)
    assert [change.seq for change in read_changes("picardie", 2, 10).changes] == [3]
    assert read_changes("picardie", 3, 10).changes == []
    release(thread_id=sent.pk, agent=world.claire, seen_version=2)
    assert [change.seq for change in read_changes("picardie", 3, 10).changes] == [4]


def test_a_caisse_without_any_change(world):
    found = read_changes("picardie", 0, 10)
    assert (found.cursor, found.more, found.changes) == (0, False, [])
    with pytest.raises(CursorExpired):
        read_changes("picardie", 1, 10)


def test_the_snapshot_goes_through_all_by_id(world):
    sent = [world.send() for _ in range(5)]
    pages, after = [], 0
    while after is not None:
        page = read_snapshot("picardie", after, 2)
        pages.append([thread.pk for thread in page.threads])
        assert page.cursor == 5
        after = page.next_after
    assert pages == [[t.pk for t in sent[:2]], [t.pk for t in sent[2:4]], [sent[4].pk]]


@pytest.mark.parametrize("limit", [0, -1, 5001])
def test_a_limit_out_of_bounds_is_the_callers_fault(world, limit):
    for read in (read_changes, read_snapshot):
        with pytest.raises(ValueError, match="limit"):
            read("picardie", 0, limit)


def test_a_change_outside_a_transaction_is_refused(database):
    sent = build_world().send()
    with pytest.raises(transaction.TransactionManagementError):
        record_change(sent, "sent")
    assert Change.objects.count() == 1


def test_a_page_costs_the_same_number_of_queries_whatever_its_length(
    world, django_assert_num_queries
):
    for _ in range(3):
        world.send()
    for length in (1, 3):
        with django_assert_num_queries(10):
            page = read_changes("picardie", 0, length)
            for thread in page.threads:
                _ = thread.adherent.user.email, thread.motif.sujet.theme_id, thread.claimed_by
                _ = [message.author for message in thread.messages.all()]
                _ = list(thread.notifications.all()), thread.caisse.name
                _ = list(thread.adherent.user.emailaddress_set.all())
