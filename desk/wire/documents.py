"""What adherents have deposited on the portal."""

from datetime import datetime
from typing import Literal

import msgspec


class DepositedFile(msgspec.Struct, frozen=True):
    """One file, checked and made anew by the portal: it holds nothing that acts."""

    id: int
    media_type: Literal["application/pdf", "image/jpeg", "image/png"]
    size: int
    """Bytes."""
    pages: int


class DepositedDocument(msgspec.Struct, frozen=True):
    """One document, of one or several files."""

    nature: str
    nature_label: str
    person: str
    """Name of the person concerned, as the adherent typed it."""
    files: list[DepositedFile]


class Deposit(msgspec.Struct, frozen=True):
    """One sending of documents."""

    reference: str
    sent_at: datetime
    thread_id: int | None
    """The exchange it was sent for, if one."""
    reason: str
    written_by: str | None
    """The proxy who sent it in the adherent's name."""
    documents: list[DepositedDocument]


class Deposits(msgspec.Struct, frozen=True):
    """All that an adherent has deposited, newest first."""

    deposits: list[Deposit]
