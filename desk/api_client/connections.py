"""Connections that trust what the system trusts, and that another thread can hang up."""

import errno
import selectors
import socket
import ssl
import time
from typing import Any

import truststore
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from desk.api_client.hang_up import HangUp
from desk.api_client.timeouts import CONNECT

LOOK_UP_S = 0.2
"""How often a thread that connects looks whether it was told to hang up."""

IN_PROGRESS = frozenset({errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EAGAIN})


class WatchedAdapter(HTTPAdapter):
    """An adapter of requests with the system's trust store, whose connections `hang_up` knows."""

    def __init__(self, hang_up: HangUp, pool_size: int) -> None:
        self._pools = _pool_classes(hang_up)
        super().__init__(pool_connections=2, pool_maxsize=pool_size)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Called by requests to make the pool of direct connections."""
        super().init_poolmanager(*args, ssl_context=_system_trust(), **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        """Called by requests to make the pool of connections through `proxy`."""
        manager = super().proxy_manager_for(proxy, ssl_context=_system_trust(), **kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Called by requests to add its own list of authorities, which we do not want."""
        conn.cert_reqs = "CERT_REQUIRED"
        conn.ca_certs = conn.ca_cert_dir = None


def _system_trust() -> ssl.SSLContext:
    # Caisses have authorities of their own, installed in the system's store.
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _pool_classes(hang_up: HangUp) -> dict[str, type[HTTPConnectionPool]]:
    """urllib3 takes classes, not factories: these are bound to one `HangUp`."""

    class Watched(HTTPConnection):
        _watched: socket.socket | None = None

        def _new_conn(self) -> socket.socket:
            connection, self._watched = _connect(self, hang_up)
            return connection

        def close(self) -> None:
            watched, self._watched = self._watched, None
            if watched is not None:
                hang_up.forget(watched)
            super().close()

    class WatchedTls(Watched, HTTPSConnection):
        pass

    class Pool(HTTPConnectionPool):
        ConnectionCls = Watched

    class TlsPool(HTTPSConnectionPool):
        ConnectionCls = WatchedTls

    return {"http": Pool, "https": TlsPool}


def _connect_or_hang_up(
    candidate: socket.socket, address: Any, limit: Any, hang_up: HangUp
) -> None:
    """Connect within `limit` seconds, looking up now and then: a socket that is not connected yet
    cannot be shut down everywhere.

    Raises OSError (TimeoutError after `limit`).
    """
    seconds = float(limit) if isinstance(limit, int | float) else CONNECT
    deadline = time.monotonic() + seconds
    candidate.setblocking(False)
    failed = candidate.connect_ex(address)
    with selectors.DefaultSelector() as selector:
        selector.register(candidate, selectors.EVENT_WRITE)
        while failed in IN_PROGRESS:
            if hang_up.hung_up:
                raise ConnectionAbortedError
            if time.monotonic() > deadline:
                raise TimeoutError
            if selector.select(LOOK_UP_S):
                failed = candidate.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if failed:
        raise OSError(failed, "connect")
    candidate.settimeout(seconds)


def _connect(connection: HTTPConnection, hang_up: HangUp) -> tuple[socket.socket, socket.socket]:
    """As urllib3 does it, but watched from before the first packet."""
    try:
        addresses = socket.getaddrinfo(
            connection._dns_host, connection.port, type=socket.SOCK_STREAM
        )
    except (socket.gaierror, UnicodeError) as error:
        reason = error if isinstance(error, socket.gaierror) else socket.gaierror(str(error))
        raise NameResolutionError(connection.host, connection, reason) from error
    problem: OSError | None = None
    for family, kind, protocol, _, address in addresses:
        candidate = socket.socket(family, kind, protocol)
        watched = hang_up.watch(candidate)
        try:
            for option in connection.socket_options or ():
                candidate.setsockopt(*option)
            _connect_or_hang_up(candidate, address, connection.timeout, hang_up)
        except OSError as error:
            candidate.close()
            hang_up.forget(watched)
            problem = error
            if hang_up.hung_up:
                break
        else:
            return candidate, watched
    if isinstance(problem, TimeoutError):
        raise ConnectTimeoutError(connection, "connect timeout") from problem
    raise NewConnectionError(connection, "no connection") from problem
