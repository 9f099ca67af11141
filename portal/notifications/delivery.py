"""Hands one e-mail over to the mail server, and says in a word why that failed."""

import smtplib
import ssl
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend
from post_office.models import Email

from portal.notifications.returns.causes import cause_of, is_of_the_address
from portal.notifications.returns.envelope import envelope_sender
from portal.notifications.returns.report import ENHANCED
from portal.proof.sending import attached_to


class DeliveryError(Exception):
    """The mail server did not take the e-mail.

    Attributes:
        cause: a code without personal data, shown to agents in words.
        permanent: trying the same again cannot succeed.
        broken: the connection is of no further use.
        address_fails: it is about the address: no e-mail to it would be taken.
    """

    def __init__(
        self,
        cause: str,
        *,
        permanent: bool = False,
        broken: bool = False,
        address_fails: bool = False,
    ) -> None:
        super().__init__(cause)
        self.cause = cause
        self.permanent = permanent
        self.broken = broken
        self.address_fails = address_fails


@dataclass
class Courier:
    """One connection to the mail server, opened at need and kept for a batch."""

    backend: EmailBackend

    def hand_over(self, email: Email) -> None:
        """Deliver to the mail server.

        Raises:
            DeliveryError: it was not taken, or its answer never came.
        """
        message: EmailMessage = email.email_message()  # type: ignore[no-untyped-call]
        for attachment in attached_to(email):
            message.attach(*attachment)
        _name_in_envelope(message, email)
        try:
            self.backend.open()
        except smtplib.SMTPAuthenticationError as error:
            raise DeliveryError("sign_in_refused", broken=True) from error
        except ssl.SSLError as error:
            raise DeliveryError("tls_failed", broken=True) from error
        except (smtplib.SMTPException, OSError) as error:
            raise DeliveryError("server_unreachable", broken=True) from error
        try:
            self.backend.send_messages([message])
        except (smtplib.SMTPException, OSError, ValueError) as error:
            raise _sorted_out(error) from error

    def close(self) -> None:
        """End the connection; the server may already have done so."""
        try:
            self.backend.close()
        except (smtplib.SMTPException, OSError):
            self.backend.connection = None


def _name_in_envelope(message: EmailMessage, email: Email) -> None:
    """Let reports about this e-mail find it again; `From`, which people see, stays."""
    mailbox = settings.ENVIRONMENT.returns
    named = getattr(email, "return_token", None)
    if mailbox is not None and named is not None:
        message.extra_headers.setdefault("From", message.from_email)
        message.from_email = envelope_sender(mailbox.address, named.token)


def _is_permanent(code: int) -> bool:
    return 500 <= code < 600  # RFC 5321, 4.2.1


def _is_of_the_address(code: int, words: bytes) -> bool:
    """Judged as a report is that comes later, by the finer code (RFC 3463) where there is one.

    Without one, « relay » is about who may send through the server, never about the address: a
    portal that its mail server does not know must not make every address look dead.
    """
    told = words.decode("utf-8", "replace")
    finer = ENHANCED.search(told)
    if finer is None and "relay" in told.lower():
        return False
    status = f"{code // 100}.0.0" if finer is None else finer[0]
    return status.startswith("5") and is_of_the_address(cause_of(status))


def _sorted_out(error: Exception) -> DeliveryError:
    # 421 closes the channel whatever it answers (RFC 5321, 3.8).
    match error:
        case smtplib.SMTPRecipientsRefused():
            codes = [code for code, _ in error.recipients.values()]
            permanent = all(map(_is_permanent, codes))
            cause = "recipient_refused" if permanent else "recipient_deferred"
            return DeliveryError(
                cause,
                permanent=permanent,
                broken=421 in codes,
                address_fails=permanent
                and all(_is_of_the_address(*each) for each in error.recipients.values()),
            )
        case smtplib.SMTPDataError():
            permanent = _is_permanent(error.smtp_code)
            cause = "message_refused" if permanent else "message_deferred"
            return DeliveryError(cause, permanent=permanent, broken=error.smtp_code == 421)
        case smtplib.SMTPSenderRefused():
            # Our own address or our right to send: for the operator to mend, so tried again.
            return DeliveryError("sender_refused", broken=error.smtp_code == 421)
        case smtplib.SMTPNotSupportedError() | ValueError():
            # An address or a header that SMTP cannot carry.
            return DeliveryError("cannot_be_written", permanent=True)
        case _:
            return DeliveryError("connection_lost", broken=True)
