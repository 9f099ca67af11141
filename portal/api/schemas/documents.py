"""What adherents have deposited."""

from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from portal.api.schemas.kinds import Code


class DepositedFile(Schema):
    """One file, checked and made anew by the portal."""

    id: int
    media_type: Literal["application/pdf", "image/jpeg", "image/png"]
    size: int = Field(description="Bytes")
    pages: int


class DepositedDocument(Schema):
    """One document, of one or several files."""

    nature: Code
    nature_label: str
    person: str = Field(description="Name of the person concerned, as the adherent typed it")
    files: list[DepositedFile]


class Deposit(Schema):
    """One sending of documents."""

    reference: str
    sent_at: datetime
    thread_id: int | None = Field(description="The exchange it was sent for, if one")
    reason: str
    written_by: str | None = Field(description="The proxy who sent it in the adherent's name")
    documents: list[DepositedDocument]


class Deposits(Schema):
    """All that an adherent has deposited, newest first."""

    deposits: list[Deposit]
