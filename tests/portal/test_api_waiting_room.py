"""The waiting room by itself: who waits, for how long, and what ends it."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import pytest

from portal.api.waiting.application import WaitingApplication
from portal.api.waiting.look import Answer, Asked, Outcome, Stay, Verdict
from portal.api.waiting.request import read_waiting_request
from portal.api.waiting.signals import on_termination

DEADLINE_S = 10


def scope(query: str = "since=7&wait=20", **changes: Any) -> dict[str, Any]:
    return {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": "/api/v1/changes",
        "query_string": query.encode(),
        "headers": [(b"host", b"127.0.0.1:8000"), (b"authorization", b"Bearer jeton")],
        **changes,
    }


class Room:
    """A waiting room before a Django that only notes who came through, with a database that is a
    few numbers.
    """

    def __init__(self, caisse: str | None = "picardie") -> None:
        self.numbers = {"picardie": 7, "lorraine": 0}
        self.caisse = caisse
        self.fault: Exception | None = None
        self.looks = 0
        self.served: list[Mapping[str, Any]] = []
        self.application = WaitingApplication(self._django, self._look)

    def _look(self, asked: Sequence[Asked]) -> list[Outcome]:
        self.looks += 1
        if self.fault is not None:
            raise self.fault
        return [self._outcome(each) for each in asked]

    def _outcome(self, asked: Asked) -> Outcome:
        if self.caisse is None:
            return Verdict.ASK_DJANGO
        assert asked.caisse in {"", self.caisse}
        if asked.due or self.numbers[self.caisse] > asked.request.since:
            return Answer(b"due" if asked.due else b"news")
        return Stay(self.caisse)

    async def _django(
        self,
        scope: dict[str, Any],
        receive: Callable[[], Awaitable[Mapping[str, Any]]],
        send: Callable[[Mapping[str, Any]], Awaitable[None]],
    ) -> None:
        self.served.append(await receive())

    async def arrives(self, query: str = "since=7&wait=20") -> "Client":
        client = Client(self.application, scope(query))
        if self.application.waiting == 0 and "wait=20" in query:
            await until(lambda: self.application.waiting == 1)
        return client


class Client:
    def __init__(self, application: WaitingApplication, scope: dict[str, Any]) -> None:
        self._events: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._events.put_nowait({"type": "http.request", "body": b"", "more_body": False})
        self.sent: list[Mapping[str, Any]] = []
        self.task = asyncio.ensure_future(application(scope, self._events.get, self._send))

    async def _send(self, event: Mapping[str, Any]) -> None:
        self.sent.append(event)

    @property
    def body(self) -> bytes:
        assert [event["type"] for event in self.sent] == [
            "http.response.start",
            "http.response.body",
        ]
        assert self.sent[0]["status"] == 200
        body: bytes = self.sent[1]["body"]
        assert (b"Content-Length", str(len(body)).encode()) in self.sent[0]["headers"]
        return body

    def goes_away(self) -> None:
        self._events.put_nowait({"type": "http.disconnect"})

    async def ends(self) -> None:
        await asyncio.wait_for(self.task, DEADLINE_S)


async def until(condition: Callable[[], bool]) -> None:
    async def watch() -> None:
        while not condition():
            await asyncio.sleep(0)

    await asyncio.wait_for(watch(), DEADLINE_S)


def test_a_change_ends_the_wait():
    async def story() -> None:
        room = Room()
        client = await room.arrives()
        assert room.served == []
        room.numbers["picardie"] = 8
        await client.ends()
        assert client.body == b"news"
        assert room.served == []
        assert room.application.waiting == 0

    asyncio.run(story())


def test_whoever_comes_late_is_answered_at_once():
    async def story() -> None:
        room = Room()
        client = Client(room.application, scope("since=6&wait=20"))
        await client.ends()
        assert client.body == b"news"

    asyncio.run(story())


def test_another_caisses_change_does_not():
    async def story() -> None:
        room = Room()
        client = await room.arrives()
        room.numbers["lorraine"] = 5
        seen = room.looks
        await until(lambda: room.looks > seen + 2)
        assert not client.task.done()
        client.goes_away()
        await client.ends()

    asyncio.run(story())


def test_time_ends_the_wait():
    async def story() -> None:
        room = Room()
        client = await room.arrives("since=7&wait=1")
        await client.ends()
        assert client.body == b"due"

    asyncio.run(story())


def test_nothing_is_answered_to_a_client_that_has_gone():
    async def story() -> None:
        room = Room()
        client = await room.arrives()
        client.goes_away()
        await client.ends()
        assert room.served == [] == client.sent
        assert room.application.waiting == 0

    asyncio.run(story())


def test_closing_ends_every_wait_and_those_to_come():
    async def story() -> None:
        room = Room()
        clients = [await room.arrives() for _ in range(50)]
        await until(lambda: room.application.waiting == 50)
        await asyncio.to_thread(room.application.close)
        for client in clients:
            await client.ends()
        await (await room.arrives("since=7&wait=30")).ends()
        assert len(room.served) == 51

    asyncio.run(story())


def test_it_looks_only_while_somebody_waits():
    async def story() -> None:
        room = Room()
        client = await room.arrives()
        client.goes_away()
        await client.ends()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.wait_for(asyncio.gather(*others), DEADLINE_S)
        looks = room.looks
        again = await room.arrives()
        await until(lambda: room.looks > looks)
        again.goes_away()
        await again.ends()

    asyncio.run(story())


def test_nobody_waits_without_a_token_in_force():
    async def story() -> None:
        room = Room(caisse=None)
        await Client(room.application, scope()).ends()
        assert [event["type"] for event in room.served] == ["http.request"]

    asyncio.run(story())


def test_whoever_loses_their_token_while_they_wait_is_djangos():
    async def story() -> None:
        room = Room()
        client = await room.arrives()
        room.caisse = None
        await client.ends()
        assert (len(room.served), client.sent) == (1, [])

    asyncio.run(story())


def test_a_look_that_fails_leaves_nobody_waiting(caplog):
    async def story() -> None:
        room = Room()
        clients = [await room.arrives() for _ in range(3)]
        await until(lambda: room.application.waiting == 3)
        with caplog.at_level(logging.ERROR):
            room.fault = RuntimeError("a text that must not be logged")
            for client in clients:
                await client.ends()
        assert len(room.served) == 3
        room.fault = None
        again = await room.arrives()
        room.numbers["picardie"] = 8
        await again.ends()
        assert again.body == b"news"

    asyncio.run(story())
    assert "could not be answered" in caplog.text


def test_a_signal_ends_every_wait_and_reaches_the_server():
    heard: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, frame: heard.append(number))

    async def story() -> None:
        room = Room()
        events: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        sent: list[str] = []

        async def send(event: Mapping[str, Any]) -> None:
            sent.append(event["type"])

        events.put_nowait({"type": "lifespan.startup"})
        life = asyncio.ensure_future(room.application({"type": "lifespan"}, events.get, send))
        await until(lambda: sent == ["lifespan.startup.complete"])
        client = await room.arrives()
        signal.raise_signal(signal.SIGTERM)
        await client.ends()
        events.put_nowait({"type": "lifespan.shutdown"})
        await asyncio.wait_for(life, DEADLINE_S)
        assert sent[-1] == "lifespan.shutdown.complete"

    try:
        asyncio.run(story())
        assert heard == [signal.SIGTERM]
        signal.raise_signal(signal.SIGTERM)
        assert heard == [signal.SIGTERM] * 2, "the handler from before is back"
    finally:
        signal.signal(signal.SIGTERM, before)


def test_signals_cannot_be_heard_from_another_thread():
    async def story() -> None:
        restore = await asyncio.to_thread(on_termination, lambda: None)
        restore()

    before = signal.getsignal(signal.SIGTERM)
    asyncio.run(story())
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "websocket"},
        {"method": "POST"},
        {"path": "/api/v1/snapshot"},
        {"headers": []},
        {"headers": [(b"authorization", b"Basic abc")]},
        {"query_string": b""},
        {"query_string": b"since=7"},
        {"query_string": b"since=7&wait=0"},
        {"query_string": b"since=7&wait=31"},
        {"query_string": b"since=-7&wait=3"},
        {"query_string": b"since=x&wait=3"},
        {"query_string": "since=٣&wait=3".encode()},
        {"query_string": b"since=99999999999999999999&wait=3"},
        {"query_string": b"since=9223372036854775808&wait=3"},
        {"query_string": b"since=7&wait=3&wait=4"},
        {"query_string": b"since=7&wait=3&limit="},
        {"query_string": b"since=7&wait=3&limit=0"},
        {"query_string": b"since=7&wait=3&limit=5001"},
        {"query_string": b"since=7&wait=3&feed=" + b"a" * 37},
        {"headers": [(b"host", b"elsewhere.test"), (b"authorization", b"Bearer jeton")]},
        {"headers": [(b"host", b"127.0.0.1"), *[(b"authorization", b"Bearer jeton")] * 2]},
    ],
    ids=str,
)
def test_every_other_request_is_djangos(changes):
    assert read_waiting_request(scope(**changes)) is None


def test_what_a_waiting_request_says():
    request = read_waiting_request(scope("since=7&wait=20&limit=5"))
    assert request is not None
    assert (request.token, request.since, request.seconds) == ("jeton", 7, 20)
    assert (request.limit, request.feed, request.secure) == (5, "", False)
    assert request.uri == "http://127.0.0.1:8000/api/v1/changes"
