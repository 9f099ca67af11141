"""The ASGI application before Django."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from django.db import DatabaseError, connections

from portal.api.bearer import session_for
from portal.api.feed_identity import identity
from portal.api.waiting.request import WaitingRequest, read_waiting_request
from portal.api.waiting.signals import on_termination
from portal.api.waiting.watcher import Waiter, Watcher
from portal.messaging.feed import last_seq

Scope = dict[str, Any]
Event = Mapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]
AT_ONCE = 8
"""How many of those who waited Django answers at a time: one change may wake hundreds, each of
whom needs a thread and a connection then."""

Application = Callable[[Scope, Receive, Send], Awaitable[None]]


def caisse_to_watch(request: WaitingRequest) -> str | None:
    """The caisse whose feed the caller has seen whole, None when there is nothing to wait for: no
    token in force, no agent, or news already there. Runs on a thread and lets its connection go.
    """
    try:
        session = session_for(request.token, request.uri)
        if session is None or session.agent is None:
            return None
        caisse = session.agent.caisse_id
        # A cursor of another feed, or above the newest number, comes from another database: Django
        # says 410.
        if request.feed and request.feed != identity():
            return None
        return caisse if last_seq(caisse) == request.since else None
    except DatabaseError:
        return None
    finally:
        connections.close_all()


class WaitingApplication:
    """Lets clients of ``GET /changes?wait=`` wait, then has Django answer them like all others.

    What it guarantees:

    - nobody waits without a token in force, and Django checks it again before it answers;
    - a waiter holds neither a thread nor a database connection;
    - it goes on at the first of: a change, its time, the server's end (`close`);
    - nothing is answered to a client that has gone.

    One instance serves one event loop.
    """

    def __init__(self, django: Application) -> None:
        self._django = django
        self._watcher = Watcher()
        self._doors = asyncio.Semaphore(AT_ONCE)
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def waiting(self) -> int:
        """How many clients wait at the moment."""
        return len(self._watcher)

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
        if not first.get("more_body", False) and not await self._wait(request, receive):
            return  # the client has gone
        async with self._doors:
            await self._django(scope, _beginning_with(first, receive), send)

    def close(self) -> None:
        """End every wait, now and from now on. May be called from any thread."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._watcher.close)

    async def _wait(self, request: WaitingRequest, receive: Receive) -> bool:
        """Wait as long as asked. False when the client went away meanwhile."""
        caisse = await asyncio.to_thread(caisse_to_watch, request)
        if caisse is None:
            return True
        waiter = Waiter(caisse, request.since)
        news = asyncio.create_task(waiter.news.wait())
        gone = asyncio.ensure_future(receive())
        self._watcher.enter(waiter)
        try:
            done, _ = await asyncio.wait(
                {news, gone}, timeout=request.seconds, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            self._watcher.leave(waiter)
            news.cancel()
            gone.cancel()
        return gone not in done

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
                self._watcher.close()
                await send({"type": "lifespan.shutdown.complete"})
                return


def _beginning_with(first: Event, receive: Receive) -> Receive:
    """`receive`, which gives again the event already taken from it."""
    taken = [first]

    async def replay() -> Event:
        return taken.pop() if taken else await receive()

    return replay
