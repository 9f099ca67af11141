"""A proxy between desk and the portal that fails on demand, as lines and gateways do.

It forwards one request at a time per connection and looks at each against its faults, the newest
first. A fault with `times` left is used up by the requests it hits.
"""

import http.client
import http.server
import re
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

PROBLEM = b'{"type": "urn:msa-desk:problem:%s", "title": "Non", "status": %d}'
NOT_FORWARDED = frozenset({"connection", "transfer-encoding", "content-length", "keep-alive"})


class What(Enum):
    """DROP_BEFORE: hang up, the portal sees nothing. DROP_AFTER: the portal answers, the answer is
    lost. TRUNCATE: half of the answer. HTML: a captive portal's page. STATUS: a problem document
    of that status. HOLD: wait for `Fault.release`, then forward. GARBAGE: bytes that are no HTTP.
    LATE: the answer comes after `Fault.late_s`.
    """

    DROP_BEFORE = "drop_before"
    DROP_AFTER = "drop_after"
    TRUNCATE = "truncate"
    HTML = "html"
    STATUS = "status"
    HOLD = "hold"
    GARBAGE = "garbage"
    LATE = "late"


@dataclass
class Fault:
    """Hits requests whose ``METHOD /path`` matches `on`, `times` times (None: always)."""

    what: What
    on: str
    times: int | None = 1
    status: int = 500
    slug: str = "internal-error"
    headers: dict[str, str] = field(default_factory=dict)
    hit: threading.Event = field(default_factory=threading.Event)
    """Set when a request was hit (for DROP_AFTER: when the portal has answered it)."""
    release: threading.Event = field(default_factory=threading.Event)
    late_s: float = 0.5


class FaultProxy:
    """Listens on `url` and forwards to `target`. A context manager."""

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        assert parts.hostname is not None
        assert parts.port is not None
        self._target = (parts.hostname, parts.port)
        self._lock = threading.Lock()
        self._faults: list[Fault] = []
        self._ended = threading.Event()
        self.seen: list[str] = []
        """``METHOD /path`` of every request that reached the portal."""
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )

    def __enter__(self) -> "FaultProxy":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        for fault in self._faults:
            fault.release.set()
        self._server.shutdown()
        self._thread.join(5)
        self._server.close_all()
        self._server.server_close()

    def fail(self, what: What, on: str, times: int | None = 1, **more: Any) -> Fault:
        """Add a fault."""
        fault = Fault(what, on, times, **more)
        with self._lock:
            self._faults.insert(0, fault)
        return fault

    def heal(self) -> None:
        """Take every fault away."""
        with self._lock:
            faults, self._faults = self._faults, []
        for fault in faults:
            fault.release.set()

    def hang_up(self) -> None:
        """Cut every connection that is open now, long polls included."""
        self._server.close_all()

    def count(self, pattern: str) -> int:
        """How many requests that match reached the portal."""
        return sum(re.search(pattern, each) is not None for each in self.seen)

    def take(self, request: str) -> Fault | None:
        """The fault that hits this request, used up by one."""
        with self._lock:
            for fault in self._faults:
                if fault.times != 0 and re.search(fault.on, request):
                    if fault.times is not None:
                        fault.times -= 1
                    return fault
        return None

    def forward(
        self,
        method: str,
        path: str,
        headers: dict[str, str],
        body: bytes,
        waiting: Callable[[], bool],
    ) -> tuple[int, list[tuple[str, str]], bytes] | None:
        """The portal's answer; None when nobody is there. `waiting`: the client is still there."""
        connection = http.client.HTTPConnection(*self._target, timeout=40)
        try:
            connection.request(method, path, body, headers)
            # A long poll whose client went away must not hold the end of the test.
            assert connection.sock is not None
            connection.sock.settimeout(0.2)
            while True:
                try:
                    first = connection.sock.recv(1, socket.MSG_PEEK)
                    break
                except TimeoutError:
                    if self._ended.is_set() or not waiting():
                        return None
            if not first:
                return None
            connection.sock.settimeout(40)
            response = connection.getresponse()
            self.seen.append(f"{method} {path}")
            return response.status, response.getheaders(), response.read()
        except OSError:
            return None
        finally:
            connection.close()


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, *arguments: Any) -> None:
        self.connections: set[socket.socket] = set()
        super().__init__(*arguments)

    def close_all(self) -> None:
        for each in list(self.connections):
            _hang_up(each)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hung up is what these tests are about."""


def _hang_up(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it was first


def _handler(proxy: FaultProxy) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server: _Server

        def setup(self) -> None:
            super().setup()
            self.server.connections.add(self.connection)

        def finish(self) -> None:
            self.server.connections.discard(self.connection)
            super().finish()

        def _play(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            fault = proxy.take(f"{self.command} {self.path}")
            what = None if fault is None else fault.what
            if fault is not None and what is not What.DROP_AFTER:
                fault.hit.set()
            if what is What.DROP_BEFORE:
                self._drop()
                return
            if what is What.HTML:
                self._answer(200, [("Content-Type", "text/html")], b"<html>Wi-Fi</html>")
                return
            if what is What.GARBAGE:
                self.wfile.write(b"\x16\x03\x01 nothing that anybody understands\r\n\r\n")
                self._drop()
                return
            if fault is not None and what is What.STATUS:
                headers = [
                    ("Content-Type", "application/problem+json"),
                    ("Portal-Time", datetime.now(UTC).isoformat(timespec="milliseconds")),
                    *fault.headers.items(),
                ]
                self._answer(fault.status, headers, PROBLEM % (fault.slug.encode(), fault.status))
                return
            if fault is not None and what is What.HOLD:
                fault.release.wait(60)
            kept = {k: v for k, v in self.headers.items() if k.lower() not in NOT_FORWARDED}
            kept["Connection"] = "close"
            found = proxy.forward(self.command, self.path, kept, body, self._still_there)
            if fault is not None and what is What.DROP_AFTER:
                fault.hit.set()
            if found is None or what is What.DROP_AFTER:
                self._drop()
                return
            if fault is not None and what is What.LATE:
                fault.release.wait(fault.late_s)
            status, headers, content = found
            cut = len(content) // 2 if what is What.TRUNCATE else None
            self._answer(status, headers, content, cut)

        def do_GET(self) -> None:
            self._play()

        def do_POST(self) -> None:
            self._play()

        def do_PUT(self) -> None:
            self._play()

        def do_DELETE(self) -> None:
            self._play()

        def _still_there(self) -> bool:
            self.connection.setblocking(False)
            try:
                return self.connection.recv(1, socket.MSG_PEEK) != b""
            except BlockingIOError:
                return True
            except OSError:
                return False
            finally:
                self.connection.setblocking(True)

        def _answer(
            self,
            status: int,
            headers: list[tuple[str, str]],
            content: bytes,
            cut: int | None = None,
        ) -> None:
            self.send_response_only(status)
            for name, value in headers:
                if name.lower() not in NOT_FORWARDED:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content[:cut])
            if cut is not None:
                self._drop()

        def _drop(self) -> None:
            self.wfile.flush()
            self.close_connection = True
            _hang_up(self.connection)

        def log_message(self, *_: Any) -> None:
            """Says nothing: request lines may hold an authorization code."""

    return Handler
