"""The web server process."""

import socket
import sys

import uvicorn
from django.urls import get_resolver

from portal.serving.lifeline import call_when_stdin_closes
from portal.serving.memory import set_aside_what_stays

GRACE_SECONDS = 3
"""How long a stopping server lets requests end. Clients that wait for changes ask again."""

IDLE_SECONDS = 75
"""How long an idle connection is kept. nginx keeps its own for 60 s: were this shorter, a request
might meet a connection that is just being closed, and a POST is not repeated (502)."""


def listen(host: str, port: int) -> socket.socket:
    """Bind the address and return the socket; port 0 takes a free one.

    Raises:
        OSError: the address is taken, or is not of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        # Only where it has no other meaning: on Windows it would let two servers share a port.
        if sys.platform != "win32":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except OSError:
        bound.close()
        raise
    return bound


def address_of(bound: socket.socket) -> str:
    """Return ``http://host:port`` of a bound socket."""
    host, port = bound.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class _AnnouncingServer(uvicorn.Server):
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if sockets and not self.should_exit:
            # The parent reads this line to learn the port.
            sys.stdout.write(f"PORTAL {address_of(sockets[0])}\n")
            sys.stdout.flush()


def serve(bound: socket.socket, *, until_stdin_closes: bool) -> None:
    """Serve the portal on a bound socket until it is told to stop.

    Args:
        until_stdin_closes: also stop when standard input ends (the embedded mode).
    """
    # Django is set up by now: its settings have read the address just bound.
    from portal.asgi import application

    config = uvicorn.Config(
        application,
        # Django's logging serves both. No access log: addresses belong to people.
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        timeout_keep_alive=IDLE_SECONDS,
        server_header=False,
    )
    server = _AnnouncingServer(config)
    # Every page is imported before the address is told: the first visitor does not wait for it,
    # and a page that cannot be imported prevents opening.
    _ = get_resolver().url_patterns
    set_aside_what_stays()

    def stop() -> None:
        from portal.asgi import application

        server.should_exit = True
        application.close()  # whoever waits for changes is answered at once

    if until_stdin_closes:
        call_when_stdin_closes(stop)
    server.run(sockets=[bound])
