"""The handler that answers each request on one thread: bodies, streams, cookies, and clients that
go away.
"""

import asyncio
import threading
from typing import Any

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import override_settings
from django.urls import path

from portal.serving.threaded_django import ThreadedDjango

begun: "threading.Event" = threading.Event()
go_on: "threading.Event" = threading.Event()
seen: list[bytes] = []


def echo(request):
    response = HttpResponse(request.body)
    response.set_cookie("one", "1")
    response.set_cookie("two", "2")
    response["Spoofed"] = request.META.get("HTTP_X_FORWARDED_FOR", "nobody")
    return response


def stream(_request):
    return StreamingHttpResponse(iter([b"a", b"b"]))


def fails(_request):
    raise RuntimeError("a text that must not travel")


def slow(request):
    seen.append(request.body)
    begun.set()
    go_on.wait(10)
    return HttpResponse("slow")


urlpatterns = [path("echo", echo), path("stream", stream), path("fails", fails), path("slow", slow)]


@pytest.fixture
def handler():
    begun.clear()
    go_on.clear()
    seen.clear()
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=[], ALLOWED_HOSTS=["*"]):
        yield ThreadedDjango(threads=1)


class Client:
    """One request; `gone` ends the connection."""

    def __init__(self, where: str, parts: list[bytes], headers: list[tuple[bytes, bytes]]) -> None:
        self.scope = {
            "type": "http", "method": "POST", "path": f"/{where}", "query_string": b"",
            "http_version": "1.1", "scheme": "http", "headers": [(b"host", b"portal"), *headers],
        }  # fmt: skip
        self.gone = asyncio.Event()
        self.got: list[dict[str, Any]] = []
        self._parts = [
            {"type": "http.request", "body": part, "more_body": place + 1 < len(parts)}
            for place, part in enumerate(parts)
        ]

    async def receive(self) -> dict[str, Any]:
        if self._parts:
            return self._parts.pop(0)
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        self.got.append(message)

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.got)


def ask(handler, where: str, parts=(b"",), headers=()) -> Client:
    async def story() -> Client:
        client = Client(where, list(parts), list(headers))
        await handler(client.scope, client.receive, client.send)
        return client

    return asyncio.run(story())


def test_a_body_in_parts_cookies_and_headers(handler):
    headers = [(b"x_forwarded_for", b"spoofed")]
    client = ask(handler, "echo", [b"Bon", b"jour"], headers)
    assert client.body == b"Bonjour"
    sent = client.got[0]["headers"]
    assert [value.split(b";")[0] for name, value in sent if name == b"Set-Cookie"] == [
        b"one=1", b"two=2",
    ]  # fmt: skip
    assert (b"Spoofed", b"nobody") in sent, "an underscore is not a hyphen"


def test_a_stream_comes_part_by_part(handler):
    client = ask(handler, "stream")
    assert [message.get("body") for message in client.got] == [None, b"a", b"b", b""]


def test_an_error_is_answered_without_its_text(handler):
    client = ask(handler, "fails")
    assert client.got[0]["status"] == 500
    assert b"must not travel" not in client.body


def test_who_went_away_before_the_body_was_whole_or_a_thread_free_changes_nothing(handler):
    async def story() -> None:
        half = Client("slow", [], [])
        half.gone.set()
        await handler(half.scope, half.receive, half.send)
        first = Client("slow", [b"first"], [])
        answering = asyncio.ensure_future(handler(first.scope, first.receive, first.send))
        await asyncio.to_thread(begun.wait, 10)
        second = Client("slow", [b"second"], [])
        second.gone.set()
        await handler(second.scope, second.receive, second.send)
        go_on.set()
        await answering
        assert first.body == b"slow"
        assert half.got == second.got == []

    asyncio.run(story())
    assert seen == [b"first"]


def test_what_has_begun_ends_though_its_client_is_gone(handler):
    async def story() -> None:
        client = Client("slow", [b"begun"], [])
        answering = asyncio.ensure_future(handler(client.scope, client.receive, client.send))
        await asyncio.to_thread(begun.wait, 10)
        client.gone.set()
        await answering
        go_on.set()
        after = Client("echo", [b"next"], [])
        await handler(after.scope, after.receive, after.send)
        assert after.body == b"next"

    asyncio.run(story())
    assert seen == [b"begun"]
