"""A server that does to a client exactly what a test says, down to the byte."""

import contextlib
import datetime
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PORTAL_TIME = "2026-03-10T09:00:00.000Z"


@dataclass
class Request:
    """What the client sent."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


Script = Callable[[Request, socket.socket], None]


def answer(
    status: int = 200,
    body: bytes = b"{}",
    content_type: str | None = "application/json",
    portal_time: str | None = PORTAL_TIME,
    **headers: str,
) -> Script:
    """A whole answer; header names are given with underscores."""

    def play(_: Request, connection: socket.socket) -> None:
        lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body)}"]
        if content_type is not None:
            lines.append(f"Content-Type: {content_type}")
        if portal_time is not None:
            lines.append(f"Portal-Time: {portal_time}")
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        connection.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + body)

    return play


def raw(content: bytes) -> Script:
    """These bytes, then the end."""

    def play(_: Request, connection: socket.socket) -> None:
        connection.sendall(content)
        connection.shutdown(socket.SHUT_RDWR)

    return play


@dataclass
class ScriptedServer:
    """Plays one script per request, in order; the last one again and again. Context manager."""

    scripts: list[Script]
    tls: ssl.SSLContext | None = None
    requests: list[Request] = field(default_factory=list)
    arrived: threading.Event = field(default_factory=threading.Event)
    """Set once a whole request is in."""
    ended: threading.Event = field(default_factory=threading.Event)
    """Set when the test is over: scripts that wait must wait for it."""

    def __enter__(self) -> "ScriptedServer":
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._connections: list[socket.socket] = []
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.ended.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for each in self._connections:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)

    @property
    def url(self) -> str:
        return f"{'http' if self.tls is None else 'https'}://127.0.0.1:{self.port}"

    def _accept(self) -> None:
        workers = []
        while not self.ended.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                break
            self._connections.append(connection)
            worker = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            worker.start()
            workers.append(worker)
        for worker in workers:
            worker.join(5)

    def _serve(self, plain: socket.socket) -> None:
        connection = plain
        with contextlib.suppress(OSError, ValueError), contextlib.ExitStack() as closing:
            closing.callback(plain.close)
            if self.tls is not None:
                connection = self.tls.wrap_socket(plain, server_side=True)
                closing.callback(connection.close)
            with connection.makefile("rb") as incoming:
                while not self.ended.is_set():
                    first = incoming.readline().split()
                    if len(first) != 3:
                        return
                    headers = {}
                    while (line := incoming.readline().strip()) != b"":
                        name, _, value = line.decode("latin-1").partition(":")
                        headers[name.lower()] = value.strip()
                    body = incoming.read(int(headers.get("content-length", "0")))
                    request = Request(first[0].decode(), first[1].decode(), headers, body)
                    self.requests.append(request)
                    number = min(len(self.requests), len(self.scripts)) - 1
                    self.arrived.set()
                    self.scripts[number](request, connection)


def own_authority(
    folder: Path, *, address: str = "127.0.0.1", days_left: int = 1
) -> tuple[Path, ssl.SSLContext]:
    """A certificate signed by itself: its file, and a server's context with it. It ends in
    `days_left` days (or ended that many ago).
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    import ipaddress

    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=30))
        .not_valid_after(now + datetime.timedelta(days=days_left))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "authority.pem"
    pem.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    both = folder / "server.pem"
    both.write_bytes(
        pem.read_bytes()
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    return pem, context
