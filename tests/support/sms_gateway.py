"""OVHcloud's SMS API as its documentation has it, on this machine: checks signatures, keeps what it
is sent, and fails as it is told to.
"""

import hashlib
import json
import socket
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from portal.notifications.sms.configuration import OvhAccount

SERVICE = "sms-ab12345-1"
REFUSED = "+33600000000"
"""A number that it will never take."""


@dataclass
class Manner:
    """How the next requests to send are met.

    Attributes:
        keeps: the SMS is sent, whatever is answered.
        status: 0 hangs up without a word.
    """

    status: int = 200
    keeps: bool = True
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None


class SmsGateway:
    """Listens on 127.0.0.1. Its clock is an hour ahead: only the instant it gives is right."""

    def __init__(self) -> None:
        self.manner = Manner()
        self.sent: list[dict[str, Any]] = []
        self.asked: list[str] = []
        """Method and path of each request but those for the time."""
        self.reports: dict[str, tuple[int, int]] = {}
        """The network's reports by number: ``deliveryReceipt`` and ``ptt``; none yet: pending."""
        self.senders = ["MSA"]
        self.arrived = threading.Condition()
        gateway = self

        class Handler(_Handler):
            portal = gateway

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> "SmsGateway":
        self._thread.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        if self._thread.is_alive():
            self.stop()

    def stop(self) -> None:
        """Stop listening: connections are refused."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def account(self) -> OvhAccount:
        port = self._server.server_address[1]
        return OvhAccount(
            endpoint=f"http://127.0.0.1:{port}/1.0",
            service=SERVICE,
            application_key="cle-application",
            application_secret="secret-application",
            consumer_key="cle-consommateur",
            sender="MSA",
            countries=("33", "262"),
        )

    @property
    def environment(self) -> dict[str, str]:
        """For a portal in a process of its own."""
        account = self.account
        return {
            "PORTAL_SMS_SERVICE": account.service,
            "PORTAL_SMS_APPLICATION_KEY": account.application_key,
            "PORTAL_SMS_APPLICATION_SECRET": account.application_secret,
            "PORTAL_SMS_CONSUMER_KEY": account.consumer_key,
            "PORTAL_SMS_SENDER": account.sender,
            "PORTAL_SMS_ENDPOINT": account.endpoint,
        }

    def wait_for(self, number: str, count: int, timeout_s: float) -> bool:
        """Wait until so many SMS went to a number; False when they did not in time."""
        with self.arrived:
            return self.arrived.wait_for(lambda: len(self.sent_to(number)) >= count, timeout_s)

    def sent_to(self, number: str) -> list[str]:
        """The texts that went to a number."""
        return [job["message"] for job in self.sent if job["receivers"] == [number]]


class _Handler(BaseHTTPRequestHandler):
    portal: SmsGateway
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path == "/1.0/auth/time":
            self._say(200, int(time.time()) + 3600)
            return
        if not self._is_signed(b""):
            return
        match parts.path.removeprefix(f"/1.0/sms/{SERVICE}"):
            case "/outgoing":
                (tag,) = parse_qs(parts.query)["tag"]
                found = [n for n, job in enumerate(self.portal.sent, 1) if job["tag"] == tag]
                self._say(200, found)
            case path if path.startswith("/outgoing/"):
                place = int(path.removeprefix("/outgoing/"))
                job = self.portal.sent[place - 1]
                (receiver,) = job["receivers"]
                receipt, ptt = self.portal.reports.get(receiver, (4, 3))
                told = {"id": place, "tag": job["tag"], "receiver": receiver, "sender": "MSA"}
                self._say(200, {**told, "deliveryReceipt": receipt, "ptt": ptt})
            case "/senders":
                self._say(200, self.portal.senders)
            case "":
                self._say(200, {"name": SERVICE, "creditsLeft": 12.5})
            case _:
                self._say(404, {"message": "The requested object does not exist"})

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        if not self._is_signed(content):
            return
        manner, job = self.portal.manner, json.loads(content)
        invalid = [number for number in job["receivers"] if number == REFUSED]
        if manner.keeps and not invalid:
            with self.portal.arrived:
                self.portal.sent.append(job)
                self.portal.arrived.notify_all()
        if manner.status == 0:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
        elif manner.body is not None:
            self.close_connection = True
            self._write(manner.status, manner.body, manner.headers)
        elif manner.status != 200:
            self._say(manner.status, {"message": "no"}, manner.headers)
        else:
            taken = [] if invalid else [len(self.portal.sent)]
            self._say(
                200,
                {
                    "totalCreditsRemoved": len(taken),
                    "ids": taken,
                    "validReceivers": [n for n in job["receivers"] if n not in invalid],
                    "invalidReceivers": invalid,
                },
            )

    def _is_signed(self, content: bytes) -> bool:
        self.portal.asked.append(f"{self.command} {self.path.removeprefix('/1.0/sms/')}")
        account, instant = self.portal.account, self.headers["X-Ovh-Timestamp"]
        address = f"{account.endpoint}{self.path.removeprefix('/1.0')}"
        signed = "+".join(
            [
                account.application_secret,
                account.consumer_key,
                self.command,
                address,
                content.decode(),
                instant,
            ]
        )
        right = (
            self.headers["X-Ovh-Signature"]
            == f"$1${hashlib.sha1(signed.encode(), usedforsecurity=False).hexdigest()}"
            and self.headers["X-Ovh-Application"] == account.application_key
            and self.headers["X-Ovh-Consumer"] == account.consumer_key
            and abs(int(instant) - time.time() - 3600) < 60
        )
        if not right:
            self._say(403, {"errorCode": "INVALID_SIGNATURE", "message": "Invalid signature"})
        return right

    def _say(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
        self._write(status, json.dumps(body).encode(), headers or {})

    def _write(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Not on standard error."""
