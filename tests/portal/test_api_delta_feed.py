"""A reader who follows the cursor sees every change exactly once, whatever eight writers do."""

import itertools
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import uuid4

import pytest
import requests

from desk import wire
from portal.accounts.models import Agent
from portal.messaging.claims import claim
from portal.messaging.models import Change, Message, Thread
from portal.messaging.publishing import publish_reply
from tests.support.api_server import serving
from tests.support.api_world import World, bearer, build_world
from tests.support.databases import close_connection
from tests.support.wire_reading import strictly

pytestmark = pytest.mark.slow

WRITERS = 8
ROUNDS = 12
TIMEOUT_S = 60


def writer(world: World, place: int) -> Callable[[], None]:
    """Sends, claims and answers; every other one for the other caisse too."""

    def write() -> None:
        try:
            for number in range(ROUNDS):
                answer(world.claire if place % 2 else world.karim, world.send())
                if number % 4 == 0:
                    world.send(world.stranger)
        finally:
            close_connection()

    return write


def answer(agent: Agent, sent: Thread) -> None:
    held = claim(thread_id=sent.pk, agent=agent, seen_version=sent.version)
    publish_reply(
        thread_id=sent.pk,
        agent=agent,
        text="Bonjour, votre attestation est disponible.",
        kind=Message.Kind.ANSWER,
        key=uuid4(),
        seen_version=held.version,
    )


@dataclass
class Reader:
    """Follows the feed as desk does, and keeps what it was told."""

    session: requests.Session
    url: str
    limit: int
    cursor: int = 0
    seen: list[wire.Change] = field(default_factory=list)
    threads: dict[int, wire.Thread] = field(default_factory=dict)

    def read(self, wait: int) -> wire.ChangesPage:
        """One page; what it says of itself is checked on the spot."""
        response = self.session.get(
            f"{self.url}/api/v1/changes",
            params={"since": self.cursor, "limit": self.limit, "wait": wait},
            timeout=TIMEOUT_S,
        )
        assert response.status_code == 200, response.text
        page = strictly(response.content, wire.ChangesPage)
        numbers = [change.seq for change in page.changes]
        assert numbers == list(range(self.cursor + 1, page.cursor + 1)), "none left out, in order"
        named = {change.thread_id for change in page.changes}
        told = [thread.id for thread in page.threads]
        assert sorted(told + page.deleted_thread_ids) == sorted(named)
        assert not page.more or len(numbers) == self.limit
        for thread in page.threads:
            known = self.threads.get(thread.id)
            assert known is None or known.version <= thread.version, "never back in time"
            self.threads[thread.id] = thread
        self.seen.extend(page.changes)
        self.cursor = page.cursor
        return page


@contextmanager
def reading(url: str, agent: Agent, limit: int) -> Iterator[Reader]:
    with requests.Session() as session:
        session.headers["Authorization"] = f"Bearer {bearer(agent.user)}"
        yield Reader(session, url, limit)


@pytest.mark.parametrize("limit", [7, 500])
def test_every_change_exactly_once(database, tmp_path, limit):
    world = build_world()
    with (
        serving(database, tmp_path) as portal,
        reading(portal.url, world.claire, limit) as reader,
        ThreadPoolExecutor(WRITERS) as pool,
    ):
        writers = [pool.submit(writer(world, place)) for place in range(WRITERS)]
        pages = 0
        while not all(each.done() for each in writers):
            reader.read(wait=1)
            pages += 1
        for each in writers:
            each.result()
        while reader.read(wait=0).changes:
            pages += 1

    written = list(
        Change.objects.filter(caisse="picardie").order_by("seq").values_list("seq", "thread_id")
    )
    print(f"{len(written)} changes by {WRITERS} writers, read in {pages} pages of {limit}")
    assert len(written) >= WRITERS * ROUNDS * 3
    assert [(change.seq, change.thread_id) for change in reader.seen] == written
    present = dict(Thread.objects.filter(caisse="picardie").values_list("pk", "version"))
    assert {thread.id: thread.version for thread in reader.threads.values()} == present


def test_a_snapshot_and_the_changes_after_it_make_the_whole(database, tmp_path):
    world = build_world()
    for _ in range(20):
        world.send()
    with (
        serving(database, tmp_path) as portal,
        reading(portal.url, world.claire, 500) as reader,
        ThreadPoolExecutor(WRITERS) as pool,
    ):
        writers = [pool.submit(writer(world, place)) for place in range(WRITERS)]
        after: int | None = 0
        for number in itertools.count():
            response = reader.session.get(
                f"{portal.url}/api/v1/snapshot",
                params={"after": after, "limit": 5},
                timeout=TIMEOUT_S,
            )
            page = strictly(response.content, wire.SnapshotPage)
            if number == 0:
                reader.cursor = page.cursor
            reader.threads.update({thread.id: thread for thread in page.threads})
            after = page.next_after
            if after is None:
                break
        for each in writers:
            each.result()
        # A page read late may already hold what an early change names: versions tell.
        newest = dict(reader.threads)
        reader.threads.clear()
        while reader.read(wait=0).changes:
            pass
        for thread in reader.threads.values():
            known = newest.get(thread.id)
            if known is None or known.version <= thread.version:
                newest[thread.id] = thread
    present = dict(Thread.objects.filter(caisse="picardie").values_list("pk", "version"))
    assert {thread.id: thread.version for thread in newest.values()} == present
