"""Where the browser brings the agent back to: a listener on 127.0.0.1, for one answer.

RFC 8252 section 7.3. It takes a free port, answers one redirection that carries our `state`, and
is closed. Nobody on another machine can reach it.
"""

import contextlib
import http.server
import queue
import threading
import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

from desk.api_client.oauth import Redirection, same_state

PATH = "/callback"
LONGEST_REQUEST_S = 5.0
"""Browsers open connections ahead of need and say nothing on them."""

PAGE = """<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width">
<style>body{{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;
color:#1b1b1b;background:#fff}}@media(prefers-color-scheme:dark){{body{{color:#eee;
background:#1b1b1b}}}}</style></head>
<body><main><h1>{title}</h1><p>{text}</p></main></body></html>
"""
DONE = ("Connexion terminée", "Vous pouvez fermer cet onglet et revenir à l’application.")
REFUSED = (
    "Connexion non terminée",
    "Vous pouvez fermer cet onglet, revenir à l’application et réessayer.",
)
UNKNOWN = ("Page inconnue", "Il n’y a rien à cette adresse.")


class LoopbackListener:
    """Listens from construction to `close`; a context manager."""

    def __init__(self, state: str) -> None:
        self._answers: queue.Queue[Redirection] = queue.Queue()
        handler = _handler(state, self._answers)
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(
            target=self._server.serve_forever,
            kwargs={"poll_interval": 0.1},
            name="sign-in-listener",
            daemon=True,
        )
        self._thread.start()

    def __enter__(self) -> "LoopbackListener":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def redirect_uri(self) -> str:
        """What the portal is told to send the browser to."""
        return f"http://127.0.0.1:{self.port}{PATH}"

    def wait(self, seconds: float, cancelled: threading.Event) -> Redirection | None:
        """The answer; None after `seconds`, or within 0.2 s once `cancelled` is set."""
        deadline = time.monotonic() + seconds
        while not cancelled.is_set() and time.monotonic() < deadline:
            with contextlib.suppress(queue.Empty):
                return self._answers.get(timeout=0.2)
        return None

    def close(self) -> None:
        """Stop listening. The page was answered before `wait` returned."""
        self._server.shutdown()
        self._thread.join(timeout=2)
        self._server.block_on_close = False
        self._server.server_close()


def _handler(
    state: str, answers: "queue.Queue[Redirection]"
) -> type[http.server.BaseHTTPRequestHandler]:
    taken = threading.Lock()

    class Handler(http.server.BaseHTTPRequestHandler):
        server_version, sys_version = "desk", ""
        timeout = LONGEST_REQUEST_S

        def do_GET(self) -> None:
            expected_host = f"127.0.0.1:{self.connection.getsockname()[1]}"
            parts = urlsplit(self.path)
            fields = parse_qs(parts.query)

            def one(name: str) -> str | None:
                values = fields.get(name, [])
                return values[0] if len(values) == 1 else None

            # Another name for this address is a page elsewhere that tries to reach us through it.
            if parts.path != PATH or self.headers.get("Host") != expected_host:
                self._answer(404, *UNKNOWN)
            elif not same_state(one("state") or "", state):
                # Not an answer to our question; ours may still come.
                self._answer(400, *REFUSED)
            elif not taken.acquire(blocking=False):
                self._answer(410, *REFUSED)
            else:
                answer = Redirection(one("code"), state, one("iss"), one("error"))
                ok = answer.error is None and answer.code is not None
                self._answer(200, *(DONE if ok else REFUSED))
                answers.put(answer)

        def _answer(self, status: int, title: str, text: str) -> None:
            body = PAGE.format(title=title, text=text).encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("Referrer-Policy", "no-referrer")
            self.send_header(
                "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"
            )
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Says nothing: the request line holds the authorization code."""

    return Handler
