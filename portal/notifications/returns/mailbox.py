"""The mailbox of returns, over IMAP (RFC 3501) and TLS.

IMAP and not a delivery to the portal (LMTP): no port to open, any mail host has it, and what comes
while no worker works waits there. A message leaves the inbox only after what it says is written
down, so a line that is cut, or a worker that is killed, leaves it to be read again.
"""

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from portal.environment import ReturnsMailbox

TIMEOUT_S = 20
READ_BYTES = 256 * 1024
"""Of one message: a report comes before the e-mail it returns."""


class MailboxUnavailable(Exception):
    """The mailbox cannot be read now; what is in it stays."""


class Inbox:
    """An open mailbox. Made by `opened`."""

    def __init__(self, connection: imaplib.IMAP4) -> None:
        self._imap = connection

    def numbers(self) -> list[bytes]:
        """What waits there, by its lasting number (UID), the oldest first."""
        answer = self._ask("SEARCH", "UNDELETED", "UNFLAGGED")
        return answer[0].split() if answer and isinstance(answer[0], bytes) else []

    def content(self, number: bytes) -> bytes | None:
        """The beginning of a message; None: another worker was faster."""
        for each in self._ask("FETCH", number.decode(), f"(BODY.PEEK[]<0.{READ_BYTES}>)"):
            if isinstance(each, tuple):
                return bytes(each[1])
        return None

    def remove(self, number: bytes) -> None:
        """It is written down, or of no use."""
        self._ask("STORE", number.decode(), "+FLAGS.SILENT", r"(\Deleted)")

    def leave_for_people(self, number: bytes) -> None:
        """Flag it, so that it stays and is not read again."""
        self._ask("STORE", number.decode(), "+FLAGS.SILENT", r"(\Flagged)")

    def clear(self) -> None:
        """Make room: what was removed goes."""
        self._imap.expunge()

    def _ask(self, command: str, *arguments: str) -> list[bytes | tuple[bytes, bytes] | None]:
        status, answer = self._imap.uid(command, *arguments)
        if status != "OK":
            raise MailboxUnavailable(command)
        return answer


@contextmanager
def opened(mailbox: ReturnsMailbox) -> Iterator[Inbox]:
    """Sign in and open the inbox.

    Raises:
        MailboxUnavailable: not reachable, TLS or sign-in refused, or it broke off; also from within
            the block. Its words tell neither user nor password.
    """
    try:
        connection = _connected(mailbox)
        try:
            _sign_in(connection, mailbox)
            if connection.select(_quoted(mailbox.folder))[0] != "OK":
                raise MailboxUnavailable("SELECT")
            yield Inbox(connection)
        finally:
            with suppress(imaplib.IMAP4.error, OSError):
                connection.logout()
    except (imaplib.IMAP4.error, OSError) as error:
        raise MailboxUnavailable(type(error).__name__) from error


def _connected(mailbox: ReturnsMailbox) -> imaplib.IMAP4:
    if mailbox.tls == "tls":
        return imaplib.IMAP4_SSL(
            mailbox.host,
            mailbox.port,
            ssl_context=ssl.create_default_context(),
            timeout=TIMEOUT_S,
        )
    connection = imaplib.IMAP4(mailbox.host, mailbox.port, timeout=TIMEOUT_S)
    if mailbox.tls == "starttls":
        connection.starttls(ssl.create_default_context())
    return connection


def _sign_in(connection: imaplib.IMAP4, mailbox: ReturnsMailbox) -> None:
    if "AUTH=PLAIN" in connection.capabilities:
        words = f"\0{mailbox.user}\0{mailbox.password}".encode()  # RFC 4616
        connection.authenticate("PLAIN", lambda _challenge: words)
    else:
        connection.login(_quoted(mailbox.user), mailbox.password)


def _quoted(words: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", words) + '"'
