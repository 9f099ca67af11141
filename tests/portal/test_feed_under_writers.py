"""A reader that follows the cursor while others write finds every change exactly once."""

import threading
from uuid import uuid4

import pytest
from django.db import transaction

from portal.messaging.feed import read_changes, record_change
from portal.messaging.models import Change, Thread
from portal.messaging.sending import send_message
from tests.support.api_world import build_world
from tests.support.databases import PostgresDatabases, close_connection, using
from tests.support.threads import all_at_once

WRITERS = 8
CHANGES_EACH = 25
DEADLINE_S = 60


class Reader(threading.Thread):
    """Follows the feed in small pages until all writers have ended and nothing more comes."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.seen: list[int] = []
        self.threads: set[int] = set()
        self.writers_ended = threading.Event()
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self._follow()
        except Exception as error:  # noqa: BLE001 - handed to the test
            self.error = error
        finally:
            close_connection()

    def _follow(self) -> None:
        cursor = 0
        while True:
            # Asked before reading: what was committed by then is in this page or a later one.
            last_round = self.writers_ended.is_set()
            page = read_changes("picardie", cursor, limit=7)
            assert page.cursor >= cursor
            cursor = page.cursor
            self.seen += [change.seq for change in page.changes]
            self.threads |= {thread.pk for thread in page.threads}
            if last_round and not page.more:
                return
            if not page.changes:
                self.writers_ended.wait(0.002)


def test_eight_writers_and_a_reader(database):
    world = build_world()
    reader = Reader()
    reader.start()

    def write() -> None:
        for _ in range(CHANGES_EACH):
            send_message(
                adherent=world.adherent,
                motif=world.motif,
                text="Bonjour, un message parmi beaucoup d'autres.",
                submission_key=uuid4(),
            )

    results = all_at_once([write] * WRITERS)
    reader.writers_ended.set()
    reader.join(DEADLINE_S)
    assert not reader.is_alive()
    assert results == [None] * WRITERS
    assert reader.error is None
    assert reader.seen == list(range(1, WRITERS * CHANGES_EACH + 1))
    assert reader.threads == set(Thread.objects.values_list("pk", flat=True))


@pytest.mark.postgres
def test_a_number_taken_later_never_shows_before_an_earlier_one(
    postgres_databases: PostgresDatabases, django_db_blocker
):
    """The first writer takes its number and lingers; the second one waits for it to commit."""
    with django_db_blocker.unblock(), using(postgres_databases.new()):
        sent = build_world().send()
        first_has_number, first_may_commit = threading.Event(), threading.Event()
        second_started, second_ended = threading.Event(), threading.Event()

        def first() -> None:
            try:
                with transaction.atomic():
                    record_change(sent, "first")
                    first_has_number.set()
                    first_may_commit.wait(DEADLINE_S)
            finally:
                close_connection()

        def second() -> None:
            try:
                first_has_number.wait(DEADLINE_S)
                with transaction.atomic():
                    second_started.set()
                    record_change(sent, "second")
            finally:
                second_ended.set()
                close_connection()

        writers = [threading.Thread(target=target, daemon=True) for target in (first, second)]
        for writer in writers:
            writer.start()
        second_started.wait(DEADLINE_S)
        # It would need a moment; it is given one, in vain.
        assert not second_ended.wait(0.3)
        assert [change.event for change in read_changes("picardie", 1, 10).changes] == []
        first_may_commit.set()
        for writer in writers:
            writer.join(DEADLINE_S)
            assert not writer.is_alive()
        page = read_changes("picardie", 1, 10)
        assert [(c.seq, c.event) for c in page.changes] == [(2, "first"), (3, "second")]


def test_a_number_that_was_rolled_back_leaves_no_hole(database):
    sent = build_world().send()

    @transaction.atomic
    def interrupted() -> None:
        record_change(sent, "lost")
        raise RuntimeError("cut")

    with pytest.raises(RuntimeError, match="cut"):
        interrupted()
    with transaction.atomic():
        record_change(sent, "kept")
    assert list(Change.objects.order_by("seq").values_list("seq", "event")) == [
        (1, "sent"),
        (2, "kept"),
    ]
