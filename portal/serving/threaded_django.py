"""Django behind an ASGI server, each request on one thread from its beginning to its end."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any

from django.core import signals
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.http.response import HttpResponseBase
from django.urls import set_script_prefix

Scope = dict[str, Any]
Event = Mapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]


class ThreadedDjango(ASGIHandler):
    """Django's own handler, without its way to and fro between threads and the event loop: every
    middleware and view here is synchronous, and each step of the way was a switch. Four fifths of
    a web process's computing under load were these switches.

    As with Django's handler, a request runs once its body has come whole, and not at all when the
    client went away before that, or while the request waited for a thread. One that has begun ends.
    """

    def __init__(self, threads: int) -> None:
        """`threads`: how many requests are answered at a time; others wait their turn."""
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="request")
        super().__init__()

    def load_middleware(self, is_async: bool = False) -> None:
        """Load the chain as for a synchronous server, whatever is asked."""
        super().load_middleware(is_async=False)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        loop = asyncio.get_running_loop()

        def send_at_once(message: Event) -> None:
            asyncio.run_coroutine_threadsafe(_awaited(send(message)), loop).result()

        begun = self._threads.submit(self._answer, scope, body, send_at_once)
        work = asyncio.wrap_future(begun)
        gone = asyncio.ensure_future(receive())
        either: set[asyncio.Future[Any]] = {work, gone}
        try:
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                if begun.cancel():
                    body.close()
                return
            for message in work.result():
                await send(message)
        finally:
            gone.cancel()

    def _answer(
        self, scope: Scope, body: IO[bytes], send_at_once: Callable[[Event], None]
    ) -> list[Event]:
        """On a thread: the messages of the answer. A stream's parts are sent as they come."""
        with body:
            set_script_prefix(get_script_prefix(scope))
            signals.request_started.send(sender=self.__class__, scope=scope)
            request, refusal = self.create_request(scope, body)
            # One of the two is there.
            response: Any = refusal if request is None else self.get_response(request)
            try:
                start = _start(response)
                if not response.streaming:
                    return [start, {"type": "http.response.body", "body": response.content}]
                send_at_once(start)
                for part in response:
                    send_at_once({"type": "http.response.body", "body": part, "more_body": True})
                return [{"type": "http.response.body", "body": b""}]
            finally:
                response.close()


def _start(response: HttpResponseBase) -> Event:
    headers = [(name.encode("ascii"), value.encode("latin-1")) for name, value in response.items()]
    headers += [
        (b"Set-Cookie", cookie.output(header="").strip().encode("ascii"))
        for cookie in response.cookies.values()
    ]
    return {"type": "http.response.start", "status": response.status_code, "headers": headers}


async def _awaited(sending: Awaitable[None]) -> None:
    await sending
