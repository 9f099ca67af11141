"""Sorts what arrives in the mailbox of returns: delivery reports, automatic answers, the rest.

Whoever knows the token in the envelope sender got the e-mail, or carried it: the token is what
makes a report believable, never its `From`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.parser import BytesHeaderParser

from portal.notifications.models import ReturnToken
from portal.notifications.returns.envelope import token_in

Fate = ReturnToken.Fate

ENVELOPE_FIELDS = ("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To")
"""Where mail servers leave the address that a report was sent to; its sender writes the last."""

ENHANCED = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
"""Status code of RFC 3463."""
PLAIN = re.compile(r"(?<![\d.])([45])[0-5]\d[ -]")
"""Reply code of RFC 5321, without its finer meaning."""
MACHINES = {"mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon"}
LOOKED_AT = 20_000
"""Characters of a report in plain words among which its code is looked for."""


@dataclass(frozen=True)
class Report:
    """What became of one e-mail. `status` is ``5.1.1`` or the like, empty when nobody said."""

    token: str
    fate: ReturnToken.Fate
    status: str = ""

    @property
    def is_permanent(self) -> bool:
        """The same e-mail to the same address would come back again (RFC 3463, 2)."""
        return self.fate is Fate.RETURNED and self.status.startswith("5")


class Automatic:
    """An answer that nobody wrote (RFC 3834), or a report that tells of no delivery: of no use."""


class ForPeople:
    """What no machine can sort out: perhaps somebody answered."""


Arrived = Report | Automatic | ForPeople


def read(raw: bytes, address: str) -> Arrived:
    """Say what has arrived in the mailbox `address`; `raw` may be cut off after its first part.

    Without a token nothing but the header is looked at: anybody may write to the address.
    """
    header = BytesHeaderParser().parsebytes(raw)
    token = next(filter(None, (token_in(each, address) for each in _envelope(header))), "")
    if not token:
        return Automatic() if _is_automatic(header) else ForPeople()
    try:
        return _about(message_from_bytes(raw), token)
    except RecursionError:
        return ForPeople()  # parts within parts, a thousand deep


def _about(message: Message, token: str) -> Arrived:
    kind = _report_type(message)
    if kind == "delivery-status":
        verdict = _structured(message)
        return Automatic() if verdict is None else Report(token, *verdict)
    if kind or _is_automatic(message):
        return Automatic()  # of a reading, of a complaint, of an absence
    if _is_from_a_machine(message):
        return Report(token, *_in_plain_words(message))
    return ForPeople()


def _envelope(message: Message) -> Iterator[str]:
    for name in ENVELOPE_FIELDS:
        yield from _values(message, name)


def _values(message: Message, name: str) -> list[str]:
    return [str(value) for value in message.get_all(name, [])]


def _value(message: Message, name: str) -> str:
    return next(iter(_values(message, name)), "").strip()


def _report_type(message: Message) -> str:
    if message.get_content_type() != "multipart/report":
        return ""
    stated = message.get_param("report-type")
    if isinstance(stated, str) and stated:
        return stated.lower()
    # Some servers leave the parameter out.
    parts = {part.get_content_type() for part in message.walk()}
    return "delivery-status" if "message/delivery-status" in parts else "other"


def _structured(message: Message) -> tuple[ReturnToken.Fate, str] | None:
    """Read the fields of RFC 3464; None when they tell of no delivery and of no failure."""
    fates = {"failed": Fate.RETURNED, "delayed": Fate.DELAYED, "delivered": Fate.DELIVERED}
    found: list[tuple[ReturnToken.Fate, str]] = []
    for fields in _recipients(message):
        action = _value(fields, "Action").split(";")[0].split(" ")[0].lower()
        if action in fates:
            found.append((fates[action], _status(fields)))
    # Each e-mail has one recipient; where theirs was forwarded to several, the worst is told.
    order = [Fate.RETURNED, Fate.DELAYED, Fate.DELIVERED]
    return min(found, key=lambda each: order.index(each[0]), default=None)


def _recipients(message: Message) -> Iterator[Message]:
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status" and part.is_multipart():
            yield from (block for block in part.get_payload() if isinstance(block, Message))


def _status(fields: Message) -> str:
    """The code of the report, or the finer one of the server that refused."""
    stated = ENHANCED.search(_value(fields, "Status"))
    told = ENHANCED.search(_value(fields, "Diagnostic-Code"))
    if stated is None:
        return "" if told is None else told[0]
    is_vague = (stated[2], stated[3]) == ("0", "0")
    return told[0] if told is not None and is_vague and told[1] == stated[1] else stated[0]


def _is_automatic(message: Message) -> bool:
    """RFC 3834, and what came before it. Reports of some servers call themselves so too."""
    if _value(message, "X-Failed-Recipients"):
        return False
    if _is_from_a_machine(message) and not _value(message, "X-Autoreply"):
        return False
    auto = _value(message, "Auto-Submitted").lower()
    if auto and not auto.startswith("no"):
        return True
    if _value(message, "X-Autoreply") or _value(message, "X-Autorespond"):
        return True
    return _value(message, "Precedence").lower() in {"auto_reply", "bulk", "junk", "list"}


def _is_from_a_machine(message: Message) -> bool:
    """A null envelope sender, as RFC 5321 (4.5.5) wants it of reports, and a machine's name: an
    answering machine has the first too, and its owner's name.
    """
    sender = _value(message, "Return-Path")
    if sender not in {"", "<>", "<#@[]>"}:
        return False
    if _value(message, "X-Failed-Recipients"):
        return True
    author = re.search(r"([^\s<>@\"]+)@", _value(message, "From"))
    return author is not None and author[1].lower() in MACHINES


def _in_plain_words(message: Message) -> tuple[ReturnToken.Fate, str]:
    """The envelope says which e-mail it was; of the words only a code and « delayed » are read."""
    words = _first_text(message)
    code = ENHANCED.search(words)
    status = "" if code is None or code[1] == "2" else code[0]
    if not status and (plain := PLAIN.search(words)) is not None:
        status = f"{plain[1]}.0.0"
    subject = _value(message, "Subject").lower()
    waits = not status.startswith("5") and any(word in subject for word in ("delay", "warning"))
    return (Fate.DELAYED if waits else Fate.RETURNED), status


def _first_text(message: Message) -> str:
    for part in message.walk():
        if part.get_content_type() == "text/plain":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return content[:LOOKED_AT].decode("utf-8", "replace")
    return ""
