"""`portal check`: what is wrong with this portal's surroundings, in plain words."""

import shutil
import smtplib
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.core.mail import get_connection
from django.db import DatabaseError, connection
from django.utils import timezone

from portal.audit.guards import missing
from portal.catalogue.models import Caisse
from portal.environment import data_folder
from portal.notifications.models import Sms
from portal.notifications.returns.mailbox import MailboxUnavailable, opened
from portal.notifications.sms.gateway import SmsNotTaken
from portal.notifications.sms.ovh import OvhGateway
from portal.notifications.sms.reach import sms_account
from portal.operations.beats import LATE_SECONDS, seconds_since_a_beat
from portal.serving.fitness import reasons_not_to_serve

SMTP_SECONDS = 5
FEW_CREDITS = 500
CLOCK_SECONDS = 2.0
DISK_BYTES = 500 * 1024 * 1024
SECRET_LENGTH = 50


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be. `grave`: the portal must not, or cannot, serve so."""

    grave: bool
    words: str


def findings() -> list[Finding]:
    """Return everything that is wrong, the grave first; empty when nothing is."""
    unfit = reasons_not_to_serve()
    found = [Finding(True, reason) for reason in unfit]
    found += _addresses()
    found += _secrets()
    found += _lines()
    found += _mail()
    found += _gateway()
    found += _returns()
    found += _disk()
    if not unfit:
        found += _database()
    return sorted(found, key=lambda finding: not finding.grave)


def _addresses() -> Iterator[Finding]:
    environment = settings.ENVIRONMENT
    host = urlsplit(environment.base_url).hostname or ""
    allowed = environment.allowed_hosts
    if not host:
        yield Finding(True, "PORTAL_BASE_URL is no address: give https://host")
    elif "*" in allowed:
        yield Finding(
            False, "PORTAL_ALLOWED_HOSTS has *: whoever chooses the name chooses links in e-mails"
        )
    elif not any(host == name or (name[:1] == "." and host.endswith(name)) for name in allowed):
        yield Finding(
            True,
            f"PORTAL_ALLOWED_HOSTS lacks {host}, the host of PORTAL_BASE_URL:"
            " every page would answer 400",
        )
    if environment.base_url.startswith("http://") and not _is_this_machine(host):
        yield Finding(
            True, "PORTAL_BASE_URL begins with http://: passwords and NIRs would travel in clear"
        )
    if environment.debug:
        yield Finding(True, "PORTAL_DEBUG is on: errors would show what the program was handling")


def _is_this_machine(host: str) -> bool:
    return host in {"127.0.0.1", "::1", "localhost"}


def _secrets() -> Iterator[Finding]:
    environment = settings.ENVIRONMENT
    if 0 < len(environment.secret_key) < SECRET_LENGTH:
        yield Finding(False, f"PORTAL_SECRET_KEY is short: give {SECRET_LENGTH} random characters")
    if not environment.audit_keys:
        yield Finding(
            False,
            "PORTAL_AUDIT_KEYS is not set: checkpoints of the audit trail are signed with"
            " PORTAL_SECRET_KEY and cannot be verified once that is changed",
        )
    if not environment.document_keys:
        yield Finding(
            False,
            "PORTAL_DOCUMENT_KEYS is not set: deposited files are encrypted with"
            " PORTAL_SECRET_KEY and cannot be read once that is changed",
        )


def _lines() -> Iterator[Finding]:
    """Connections that leave this machine carry names, numbers and questions of people."""
    database = settings.ENVIRONMENT.database
    host = str(database.get("HOST", ""))
    if host and not host.startswith("/") and not _is_this_machine(host):
        options = database.get("OPTIONS")
        mode = options.get("sslmode") if isinstance(options, dict) else None
        if mode not in ("verify-ca", "verify-full"):
            yield Finding(
                False,
                f"PORTAL_DATABASE_URL: {host} is another machine, whose certificate is not"
                " verified: add ?sslmode=verify-full&sslrootcert=…",
            )
    smtp = settings.ENVIRONMENT.smtp
    if smtp.tls == "none" and not _is_this_machine(smtp.host):
        yield Finding(
            False,
            f"PORTAL_SMTP_URL: e-mails go to {smtp.host} in clear: use smtp+starttls:// or smtps://",
        )


def _mail() -> Iterator[Finding]:
    smtp = settings.ENVIRONMENT.smtp
    backend = get_connection("django.core.mail.backends.smtp.EmailBackend", timeout=SMTP_SECONDS)
    try:
        backend.open()
        backend.close()
    except smtplib.SMTPAuthenticationError:
        yield Finding(False, f"the mail server {smtp.host}:{smtp.port} refuses user or password")
    except (OSError, smtplib.SMTPException, socket.gaierror) as error:
        yield Finding(
            False,
            f"the mail server {smtp.host}:{smtp.port} cannot be reached ({type(error).__name__}):"
            " e-mails wait until it can",
        )


def _gateway() -> Iterator[Finding]:
    account = sms_account()
    if account is None:
        return
    gateway = OvhGateway(account, timeout=(SMTP_SECONDS, SMTP_SECONDS))
    try:
        senders, left = gateway.senders(), gateway.credits_left()
    except SmsNotTaken as refusal:
        reasons = {
            "gateway_unreachable": "cannot be reached",
            "gateway_sign_in_refused": "refuses keys, rights or service",
        }
        said = reasons.get(refusal.cause, f"does not answer as it should ({refusal.cause})")
        yield Finding(False, f"the SMS gateway {account.endpoint} {said}: SMS wait")
        return
    finally:
        gateway.close()
    if account.sender not in senders:
        yield Finding(
            False,
            f"PORTAL_SMS_SENDER: {account.sender} is not declared with the gateway:"
            " it would refuse every SMS",
        )
    if left < FEW_CREDITS:
        yield Finding(False, f"the SMS gateway has {left:.0f} credits left: buy more")


def _returns() -> Iterator[Finding]:
    mailbox = settings.ENVIRONMENT.returns
    if mailbox is None:
        yield Finding(
            False,
            "PORTAL_RETURNS_ADDRESS is not set: nobody learns of e-mails that come back",
        )
        return
    try:
        with opened(mailbox):
            pass
    except MailboxUnavailable as error:
        yield Finding(
            False,
            f"the mailbox of returned e-mails at {mailbox.host}:{mailbox.port} cannot be read"
            f" ({error}): what comes back waits there",
        )


def _disk() -> Iterator[Finding]:
    folder = data_folder() if connection.vendor == "sqlite" else Path("/")
    if folder.exists() and shutil.disk_usage(folder).free < DISK_BYTES:
        yield Finding(False, f"less than {DISK_BYTES // 2**20} MB are free on the disk of {folder}")


def _database() -> Iterator[Finding]:
    lacking = missing()
    if lacking:
        yield Finding(True, f"the trigger {lacking[0]} is missing: run `portal migrate`")
    for caisse in Caisse.objects.order_by("pk"):
        try:
            ZoneInfo(caisse.timezone)
        except (ZoneInfoNotFoundError, ValueError):
            yield Finding(
                True, f"the time zone of {caisse.pk} is unknown here: install tzdata, or mend it"
            )
    yield from _clock()
    if sms_account() is None and Sms.objects.filter(state=Sms.State.QUEUED).exists():
        yield Finding(
            False, "SMS are queued and PORTAL_SMS_SERVICE is not set: they are given up in 2 days"
        )
    since = seconds_since_a_beat(timezone.now())
    if since is None or since > LATE_SECONDS:
        yield Finding(False, "no worker works: run `portal worker`, or e-mails stay")
    if connection.vendor == "sqlite":
        yield Finding(False, "the database is SQLite: right for one machine, not for several")


def _clock() -> Iterator[Finding]:
    """Deadlines are counted by this machine's clock; the database's is another opinion."""
    if connection.vendor != "postgresql":
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            apart = abs((cursor.fetchone()[0] - timezone.now()).total_seconds())
    except DatabaseError:
        return
    if apart > CLOCK_SECONDS:
        yield Finding(
            True,
            f"the clocks of this machine and of the database are {apart:.0f} s apart:"
            " deadlines would be wrong; synchronise both (NTP)",
        )
