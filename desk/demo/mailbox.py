"""A local SMTP server that keeps what it receives, so that the demonstration can show it."""

import email
import email.policy
import threading
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from desk.demo.processes import free_port


class Mailbox:
    """Receives on 127.0.0.1, on a free port; keeps each message in memory and as a file.

    `folder` gets one ``.eml`` a message, numbered. Use as a context manager.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._messages: list[EmailMessage] = []
        self._arrived = threading.Condition()
        self._controller = Controller(self, hostname="127.0.0.1", port=free_port())

    def __enter__(self) -> "Mailbox":
        self._folder.mkdir(parents=True, exist_ok=True)
        for old in self._folder.glob("*.eml"):
            old.unlink()
        self._controller.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self._controller.stop()

    @property
    def url(self) -> str:
        """For ``PORTAL_SMTP_URL``."""
        return f"smtp://127.0.0.1:{self._controller.port}"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """aiosmtpd calls this for each message."""
        content = envelope.content or b""
        raw = content if isinstance(content, bytes) else content.encode()
        message = email.message_from_bytes(raw, policy=email.policy.default)
        with self._arrived:
            self._messages.append(message)
            (self._folder / f"{len(self._messages):03}.eml").write_bytes(raw)
            self._arrived.notify_all()
        return "250 kept"

    def wait_for(
        self, wanted: Callable[[EmailMessage], bool], timeout_s: float = 20
    ) -> EmailMessage | None:
        """The first message for which `wanted` is true, or None when none came in time."""

        def found() -> EmailMessage | None:
            return next((message for message in self._messages if wanted(message)), None)

        with self._arrived:
            self._arrived.wait_for(lambda: found() is not None, timeout_s)
            return found()
