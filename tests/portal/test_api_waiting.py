"""The long poll of a running portal: who waits costs nothing and learns at once."""

import asyncio
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import psutil
import pytest

from portal.messaging.feed import last_seq
from tests.support.api_server import END_S, serving
from tests.support.api_world import World, bearer, build_world
from tests.support.databases import close_connection

WAITERS = 100
WAIT_S = 30
WOKEN_S = WAIT_S / 2
"""Answered before this, a waiter was woken by the change and not by the end of its wait. No claim
of speed: that is for the benchmarks."""
REQUEST_S = 45


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    seconds: float
    """From the sending to the last byte."""
    at: float


async def ask(url: str, path: str, token: str) -> Answer:
    """One request on a connection of its own."""
    place = urlsplit(url)
    begun = time.monotonic()
    reader, writer = await asyncio.open_connection(place.hostname, place.port)
    try:
        writer.write(
            f"GET {path} HTTP/1.1\r\nHost: {place.netloc}\r\nConnection: close\r\n"
            f"Authorization: Bearer {token}\r\n\r\n".encode()
        )
        whole = await asyncio.wait_for(reader.read(), REQUEST_S)
    finally:
        writer.close()
        await writer.wait_closed()
    head, _, body = whole.partition(b"\r\n\r\n")
    now = time.monotonic()
    return Answer(int(head.split(b" ", 2)[1]), body, now - begun, now)


async def aside(function, *arguments):
    """Use the database from a coroutine: on a thread, which then lets its connection go."""

    def run():
        try:
            return function(*arguments)
        finally:
            close_connection()

    return await asyncio.to_thread(run)


def waiting_path(since: int, wait: int = WAIT_S) -> str:
    return f"/api/v1/changes?since={since}&wait={wait}"


@dataclass(frozen=True)
class Place:
    url: str
    pid: int
    database: str
    world: World


@pytest.fixture
def place(database: str, tmp_path: Path) -> Iterator[Place]:
    world = build_world()
    with serving(database, tmp_path) as portal:
        yield Place(portal.url, portal.process.pid, database, world)


async def settled(place: Place, waiters: list[asyncio.Task[Answer]]) -> None:
    """Until the portal holds all of them: it has read each request and uses no processor time."""
    process = psutil.Process(place.pid)
    deadline = time.monotonic() + REQUEST_S
    quiet = 0
    while quiet < 3:
        assert time.monotonic() < deadline, "the portal did not come to rest"
        established = sum(
            1 for link in process.net_connections(kind="tcp") if link.status == "ESTABLISHED"
        )
        quiet = quiet + 1 if established >= len(waiters) and process.cpu_percent(0.1) < 25 else 0
        await asyncio.sleep(0)
    assert not any(waiter.done() for waiter in waiters)


def test_a_hundred_waiters(place):
    """They wake together, hold no thread and no connection, and slow nobody down."""

    async def story() -> None:
        token = await aside(bearer, place.world.claire.user)
        await asyncio.gather(*(ask(place.url, "/api/v1/me", token) for _ in range(5)))
        alone = await measure(place, token)

        since = await aside(last_seq, "picardie")
        waiters = [
            asyncio.ensure_future(ask(place.url, waiting_path(since), token))
            for _ in range(WAITERS)
        ]
        await settled(place, waiters)

        among = await measure(place, token)
        threads = psutil.Process(place.pid).num_threads()
        connections = await aside(open_connections, place)

        await aside(place.world.send)
        sent = time.monotonic()
        answers = await asyncio.gather(*waiters)
        slowest = max(answer.at for answer in answers) - sent

        print(
            f"p95 alone {alone * 1000:.0f} ms, among {WAITERS} waiters {among * 1000:.0f} ms;"
            f" {threads} threads, {connections} database connections; woken in {slowest:.2f} s"
        )
        assert {answer.status for answer in answers} == {200}
        for answer in answers:
            page = msgspec.json.decode(answer.body)
            assert [change["seq"] for change in page["changes"]] == [since + 1]
        assert slowest < WOKEN_S
        # Waiters that each held a thread and a connection would leave none to the others.
        assert threads < 40
        assert connections < 20

    asyncio.run(story())


async def measure(place: Place, token: str) -> float:
    """The 95th percentile of ordinary requests, in seconds, one after the other."""
    times = [(await ask(place.url, "/api/v1/me", token)).seconds for _ in range(40)]
    return statistics.quantiles(times, n=20)[-1]


def open_connections(place: Place) -> int:
    """How many connections the portal's process has to its database."""
    if place.database.startswith("sqlite"):
        path = urlsplit(place.database).path
        return sum(1 for file in psutil.Process(place.pid).open_files() if file.path == path)
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        count: int = cursor.fetchone()[0]
    return count


def test_a_commit_wakes_within_half_a_second_or_so(place):
    async def story() -> list[float]:
        token = await aside(bearer, place.world.claire.user)
        delays = []
        for _ in range(5):
            since = await aside(last_seq, "picardie")
            waiter = asyncio.ensure_future(ask(place.url, waiting_path(since), token))
            await settled(place, [waiter])
            await aside(place.world.send)
            sent = time.monotonic()
            delays.append((await waiter).at - sent)
        return delays

    delays = asyncio.run(story())
    print("woken after", ", ".join(f"{delay * 1000:.0f} ms" for delay in delays))
    assert max(delays) < WOKEN_S


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_who_need_not_wait_does_not(place):
    async def story() -> None:
        await aside(place.world.send)
        token = await aside(bearer, place.world.claire.user)
        theirs = await aside(bearer, place.world.adherent.user)
        for path, used, status in (
            (waiting_path(0), token, 200),
            (waiting_path(99), token, 410),
            (waiting_path(1), "inconnu", 401),
            (waiting_path(1), theirs, 403),
            (waiting_path(1, wait=31), token, 422),
            ("/api/v1/changes?wait=20", token, 422),
        ):
            answer = await ask(place.url, path, used)
            assert answer.status == status
            assert answer.seconds < 10

    asyncio.run(story())


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_time_ends_the_wait_with_an_empty_page(place):
    answer = asyncio.run(ask(place.url, waiting_path(0, wait=1), bearer(place.world.claire.user)))
    assert answer.status == 200
    assert msgspec.json.decode(answer.body)["changes"] == []
    assert 1 <= answer.seconds < 10


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_an_account_disabled_while_it_waited_learns_nothing(place):
    async def story() -> None:
        user = place.world.claire.user
        token = await aside(bearer, user)
        waiter = asyncio.ensure_future(ask(place.url, waiting_path(0), token))
        await settled(place, [waiter])
        user.is_active = False
        await aside(user.save)
        await aside(place.world.send)
        assert (await waiter).status == 401

    asyncio.run(story())


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_waiters_do_not_hold_back_the_end_of_an_embedded_portal(database, tmp_path):
    world = build_world()
    with serving(database, tmp_path) as portal:
        process = portal.process
        place = Place(portal.url, process.pid, database, world)
        ends(place, lambda: process.stdin.close())
        assert process.wait(END_S) == 0


@contextmanager
def plain_uvicorn(database: str, folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A server that knows nothing of the waiting room."""
    port_file = folder / "port"
    program = (
        "import socket, uvicorn, pathlib, sys\n"
        "bound = socket.socket(); bound.bind(('127.0.0.1', 0)); bound.listen()\n"
        "pathlib.Path(sys.argv[1]).write_text(str(bound.getsockname()[1]))\n"
        "print('listening', flush=True)\n"
        "uvicorn.run('portal.asgi:application', fd=bound.fileno(), log_level='critical')\n"
    )
    variables = {**os.environ, "PORTAL_DATABASE_URL": database, "PORTAL_LOG_LEVEL": "ERROR"}
    with subprocess.Popen(
        [sys.executable, "-c", program, str(port_file)], env=variables, stdout=subprocess.PIPE
    ) as process:
        try:
            assert process.stdout is not None
            process.stdout.readline()
            yield f"http://127.0.0.1:{port_file.read_text()}", process
        finally:
            process.kill()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_waiters_do_not_hold_back_the_end_of_a_plain_server(database, tmp_path):
    world = build_world()
    with plain_uvicorn(database, tmp_path) as (url, process):
        ends(Place(url, process.pid, database, world), process.terminate)
        assert process.wait(END_S) in {0, -signal.SIGTERM}


def ends(place: Place, stop) -> None:
    """Stop the server while somebody waits; they are answered at once."""

    async def story() -> None:
        token = await aside(bearer, place.world.claire.user)
        waiters = [asyncio.ensure_future(ask(place.url, waiting_path(0), token)) for _ in range(20)]
        await settled(place, waiters)
        stop()
        stopped = time.monotonic()
        for answer in await asyncio.gather(*waiters):
            assert answer.status == 200
            assert answer.at - stopped < 5

    asyncio.run(story())
