"""A reply that a colleague reads before it leaves."""

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from portal.api.schemas.kinds import bounds
from portal.api.schemas.requests import ConfirmedWarnings
from portal.messaging.text import NOTE_MAX_LENGTH, REPLY_MAX_LENGTH

Remark = Annotated[
    str,
    Field(
        description="Plain text, 1 to 2000 visible characters",
        json_schema_extra=bounds(1, NOTE_MAX_LENGTH),
    ),
]
PLACE_MAX = REPLY_MAX_LENGTH * 12


class Colleague(Schema):
    """Somebody who may be asked to read a reply."""

    agent_id: int
    agent_name: str
    role: Literal["agent", "supervisor"]


class ReviewComment(Schema):
    """A remark on a passage of the review's text: from `start` up to `end`, in code points."""

    start: int
    end: int
    text: str


class Review(Schema):
    """A reply that waits for its reviewer, or came back from them. Approved, it is a message."""

    id: int
    author_id: int
    author_name: str
    kind: Literal["answer", "holding"]
    text: str
    asked_of_id: int | None = Field(description="Who is asked; null: any supervisor")
    asked_of_name: str | None
    state: Literal["asked", "sent_back"]
    asked_at: datetime
    seen_version: int = Field(
        description="The exchange's version that asking made; it has changed since when greater"
    )
    reviewer_name: str | None = Field(description="Who sent it back; null while it is asked")
    decided_at: datetime | None
    words: str = Field(description="What the reviewer says of the whole")
    comments: list[ReviewComment]


class ReviewRequest(Schema):
    """A reply to be read by a colleague. Its length is checked as a reply's."""

    kind: Literal["answer", "holding"]
    text: str = Field(
        description="Plain text, 1 to 5000 visible characters",
        json_schema_extra=bounds(1, REPLY_MAX_LENGTH),
    )
    asked_of: int | None = Field(
        None, ge=1, le=2**63 - 1, description="A colleague's id; null: any supervisor"
    )
    confirmed_warnings: ConfirmedWarnings = []


class CommentRequest(Schema):
    """A remark on a passage: 0 ≤ start < end ≤ the length of the text, in code points."""

    start: int = Field(ge=0, le=PLACE_MAX)
    end: int = Field(ge=1, le=PLACE_MAX)
    text: Remark


class SendBackRequest(Schema):
    """Why the reply does not leave as it is."""

    words: Remark
    comments: list[CommentRequest] = Field(default_factory=list, max_length=100)


class ApproveRequest(Schema):
    """The reply leaves, as it was asked or as the reviewer amended it."""

    text: str | None = Field(
        description="The text instead, 1 to 5000 visible characters; null: as it was asked"
    )
    confirmed_warnings: ConfirmedWarnings = []
