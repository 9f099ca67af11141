"""A visit to the mailbox of returns, and the worker's own thread that makes it over and over."""

import imaplib
import logging
from collections import Counter
from threading import Event

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.utils import timezone

from portal.environment import ReturnsMailbox
from portal.notifications.returns.mailbox import Inbox, MailboxUnavailable, opened
from portal.notifications.returns.recovering import forgive_silent
from portal.notifications.returns.report import Automatic, Report, read
from portal.notifications.returns.settling import settle
from portal.operations.perseverance import keep_at

logger = logging.getLogger(__name__)

LOOK_SECONDS = 60.0
"""An agent should know within minutes that nobody was told."""


def read_returns(mailbox: ReturnsMailbox | None) -> Counter[str]:
    """Read all that waits in the mailbox; return how many messages were news, known, automatic or
    for people. Any number of workers may do so at once.

    Without a mailbox there is nothing to read: what the mail server took has arrived, as far as
    anybody knows.

    Raises:
        MailboxUnavailable: what was not read is still there.
    """
    counted: Counter[str] = Counter()
    if mailbox is not None:
        with opened(mailbox) as inbox:
            for number in inbox.numbers():
                content = inbox.content(number)
                if content is not None:
                    counted[_dealt_with_or_left(inbox, number, content, mailbox.address)] += 1
            inbox.clear()
    # Only now: silence means something when every report was read.
    forgive_silent(timezone.now())
    return counted


def _dealt_with_or_left(inbox: Inbox, number: bytes, content: bytes, address: str) -> str:
    """One message that nobody foresaw must not keep all those behind it from being read."""
    try:
        return _dealt_with(inbox, number, content, address)
    except (MailboxUnavailable, imaplib.IMAP4.error, OSError, OperationalError, InterfaceError):
        raise  # the mailbox or the database is away: nothing is wrong with this message
    except Exception:
        logger.exception("a returned e-mail cannot be dealt with, and is left for people")
        inbox.leave_for_people(number)
        return "for people"


def _dealt_with(inbox: Inbox, number: bytes, content: bytes, address: str) -> str:
    arrived = read(content, address)
    match arrived:
        case Report():
            kind = "news" if settle(arrived, timezone.now()) else "known"
        case Automatic():
            kind = "automatic"
        case _:
            inbox.leave_for_people(number)
            return "for people"
    inbox.remove(number)
    return kind


def watch_returns(stopping: Event) -> None:
    """Read until `stopping` is set. Nothing is ever answered to what is read there."""
    keep_at(_visit_and_rest, stopping, "returned e-mails")


def _visit_and_rest() -> float:
    visit_mailbox()
    return LOOK_SECONDS


def visit_mailbox() -> None:
    """Read what has come back; a mailbox that is away is told to the log.

    Raises:
        OperationalError: the database is away; the reports are still in the mailbox.
    """
    try:
        counted = read_returns(settings.ENVIRONMENT.returns)
    except MailboxUnavailable as error:
        logger.warning("the mailbox of returned e-mails cannot be read (%s)", error)
    else:
        if counted:
            logger.info("returned e-mails: %s", dict(counted))
