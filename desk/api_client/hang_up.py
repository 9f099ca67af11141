"""How one thread ends what others wait for on the network."""

import contextlib
import socket
import threading


class HangUp:
    """Knows every open socket, and shuts them all when told. Thread-safe.

    Python cannot interrupt a thread that waits in `recv`; shutting the socket down ends the wait
    at once. A duplicate of each socket is kept, because TLS takes the original over.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: set[socket.socket] = set()
        self._hung_up = False

    @property
    def hung_up(self) -> bool:
        """Whether `now` was called and `reset` was not."""
        return self._hung_up

    def watch(self, connection: socket.socket) -> socket.socket:
        """Remember `connection`, which may not be connected yet; returns what `forget` wants."""
        duplicate = connection.dup()
        with self._lock:
            self._sockets.add(duplicate)
            if self._hung_up:
                _shut(duplicate)
        return duplicate

    def forget(self, duplicate: socket.socket) -> None:
        """The connection is over."""
        with self._lock:
            self._sockets.discard(duplicate)
        duplicate.close()

    def now(self) -> None:
        """End every wait of every thread; later connections end as soon as they are watched."""
        with self._lock:
            self._hung_up = True
            for each in self._sockets:
                _shut(each)

    def reset(self) -> None:
        """Connections are welcome again."""
        with self._lock:
            self._hung_up = False


def _shut(each: socket.socket) -> None:
    # Not connected yet (some systems refuse to shut such a one: its time limit ends it), or over.
    with contextlib.suppress(OSError):
        each.shutdown(socket.SHUT_RDWR)
