"""A real SMTP server on this machine: keeps what it receives, and fails as it is told to."""

import asyncio
import email
import email.policy
import threading
from collections.abc import Callable
from email.message import EmailMessage
from enum import Enum, auto

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Manner(Enum):
    """How the server meets the next messages."""

    ACCEPT = auto()
    REFUSE_RECIPIENT = auto()
    """550: for good."""
    DEFER_RECIPIENT = auto()
    """451: for now."""
    REFUSE_MESSAGE = auto()
    """554 after the content."""
    DEFER_MESSAGE = auto()
    """452 after the content."""
    KEEP_AND_HANG_UP = auto()
    """Takes the message and cuts the line before saying so."""
    KEEP_AND_SAY_NOTHING = auto()
    """Takes the message and lets its sender wait for the answer."""


class MailServer:
    """Listens on 127.0.0.1, on a free port that it keeps when stopped and started again."""

    def __init__(self) -> None:
        self.manner = Manner.ACCEPT
        self.attempts = 0
        """Messages offered, taken or not."""
        self.envelope_senders: list[str] = []
        """Of the messages kept (RFC 5321, MAIL FROM)."""
        self._messages: list[tuple[str, EmailMessage]] = []
        self._arrived = threading.Condition()
        self._controller: Controller | None = None
        self._port = 0

    def __enter__(self) -> "MailServer":
        self.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self.stop()

    def start(self) -> None:
        """Listen (again)."""
        controller = _QuietController(self, hostname="127.0.0.1", port=self._port)
        controller.start()
        assert isinstance(controller.server, asyncio.Server)
        self._port = controller.server.sockets[0].getsockname()[1]
        self._controller = controller

    def stop(self) -> None:
        """Stop listening: connections are refused."""
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    @property
    def port(self) -> int:
        return self._port

    @property
    def url(self) -> str:
        """For ``PORTAL_SMTP_URL``."""
        return f"smtp://127.0.0.1:{self._port}"

    @property
    def messages(self) -> list[EmailMessage]:
        """What was kept, in the order of arrival."""
        with self._arrived:
            return [message for _, message in self._messages]

    def sent_to(self, address: str) -> list[EmailMessage]:
        """What was kept for one recipient."""
        with self._arrived:
            return [message for recipient, message in self._messages if recipient == address]

    def wait_for(
        self, wanted: Callable[[EmailMessage], bool], timeout_s: float = 20
    ) -> EmailMessage:
        """Return the first message for which `wanted` is true, once it is there.

        Raises:
            TimeoutError: none came in time.
        """

        def found() -> EmailMessage | None:
            return next((message for _, message in self._messages if wanted(message)), None)

        with self._arrived:
            self._arrived.wait_for(lambda: found() is not None, timeout_s)
            message = found()
        if message is None:
            raise TimeoutError("no such e-mail came")
        return message

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        """aiosmtpd calls this for each recipient."""
        if self.manner is Manner.REFUSE_RECIPIENT:
            self.attempts += 1
            return "550 5.1.1 nobody of that name"
        if self.manner is Manner.DEFER_RECIPIENT:
            self.attempts += 1
            return "451 4.7.1 later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """aiosmtpd calls this for each message."""
        self.attempts += 1
        if self.manner is Manner.REFUSE_MESSAGE:
            return "554 5.6.0 not this"
        if self.manner is Manner.DEFER_MESSAGE:
            return "452 4.3.1 no room now"
        content = envelope.content or b""
        raw = content if isinstance(content, bytes) else content.encode()
        message = email.message_from_bytes(raw, policy=email.policy.default)
        with self._arrived:
            self.envelope_senders.append(envelope.mail_from or "")
            self._messages += [(recipient, message) for recipient in envelope.rcpt_tos]
            self._arrived.notify_all()
        if self.manner is Manner.KEEP_AND_HANG_UP:
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        if self.manner is Manner.KEEP_AND_SAY_NOTHING:
            await asyncio.Event().wait()  # until the sender is gone
        return "250 kept"


class _QuietController(Controller):
    # aiosmtpd tries the port by its number, which is not known before it listens on port 0.
    def _trigger_server(self) -> None:
        if isinstance(self.server, asyncio.Server) and self.port == 0:
            self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]
