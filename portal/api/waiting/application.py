"""The ASGI application before Django."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from portal.api.waiting.envelope import ROUTE, Envelope
from portal.api.waiting.look import Verdict, look
from portal.api.waiting.request import WaitingRequest, read_waiting_request
from portal.api.waiting.room import Look, Room, Seat
from portal.api.waiting.signals import on_termination
from portal.operations.metrics import observe_request

Scope = dict[str, Any]
Event = Mapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]
AT_ONCE = 8
"""How many of those who waited Django answers at a time: the end of a wait may come to hundreds at
once, each of whom needs a thread and a connection then."""

Application = Callable[[Scope, Receive, Send], Awaitable[None]]


class WaitingApplication:
    """Lets clients of ``GET /changes?wait=`` wait, and answers them together.

    What it guarantees:

    - nobody waits without a token in force, and it is looked up again before they are answered;
    - a waiter holds neither a thread nor a database connection;
    - it goes on at the first of: a change, its time, the server's end (`close`);
    - whoever cannot be answered with a page is handed on to Django, which says why;
    - nothing is answered to a client that has gone.

    One instance serves one event loop.
    """

    def __init__(self, django: Application, look: Look = look) -> None:
        self._django = django
        self._room = Room(look)
        self._envelopes: dict[bool, Envelope] = {}
        self._doors = asyncio.Semaphore(AT_ONCE)
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def waiting(self) -> int:
        """How many clients wait at the moment."""
        return len(self._room)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._loop = asyncio.get_running_loop()
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
            return
        request = read_waiting_request(scope)
        if request is None:
            await self._django(scope, receive, send)
            return
        first = await receive()
        if first["type"] == "http.disconnect":
            return
        outcome: Verdict | bytes = Verdict.ASK_DJANGO
        if not first.get("more_body", False):
            outcome = await self._wait(request, receive)
        if isinstance(outcome, bytes):
            await self._answer(request, outcome, send)
        elif outcome is Verdict.ASK_DJANGO:
            async with self._doors:
                await self._django(scope, _beginning_with(first, receive), send)

    def close(self) -> None:
        """End every wait, now and from now on. May be called from any thread."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._room.close)

    async def _wait(self, request: WaitingRequest, receive: Receive) -> Verdict | bytes:
        """Wait as long as asked, and return how it ended."""
        loop = asyncio.get_running_loop()
        seat = Seat(request, loop.time() + request.seconds, loop.create_future())
        gone = asyncio.ensure_future(receive())
        gone.add_done_callback(lambda _: seat.settle(Verdict.GONE))
        self._room.enter(seat)
        try:
            return await seat.outcome
        finally:
            self._room.leave(seat)
            gone.cancel()

    async def _answer(self, request: WaitingRequest, body: bytes, send: Send) -> None:
        begun = asyncio.get_running_loop().time()
        envelope = self._envelopes.get(request.secure)
        if envelope is None:
            envelope = Envelope(request.host, secure=request.secure)
            self._envelopes[request.secure] = envelope
        headers = envelope.headers(body)
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})
        observe_request("GET", ROUTE, 200, asyncio.get_running_loop().time() - begun)

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        """Uvicorn ends its open requests before it announces its end: the signal that starts it is
        heard too, so that nobody waits through it.
        """
        restore = on_termination(self.close)
        while True:
            event = await receive()
            if event["type"] == "lifespan.startup":
                await send({"type": "lifespan.startup.complete"})
            elif event["type"] == "lifespan.shutdown":
                restore()
                self._room.close()
                await send({"type": "lifespan.shutdown.complete"})
                return


def _beginning_with(first: Event, receive: Receive) -> Receive:
    """`receive`, which gives again the event already taken from it."""
    taken = [first]

    async def replay() -> Event:
        return taken.pop() if taken else await receive()

    return replay
