"""A reply that a colleague reads before it leaves."""

from datetime import datetime
from typing import Literal

import msgspec

from desk.wire.requests import WarningKind


class Colleague(msgspec.Struct, frozen=True):
    """Somebody who may be asked to read a reply."""

    agent_id: int
    agent_name: str
    role: Literal["agent", "supervisor"]


class ReviewComment(msgspec.Struct, frozen=True):
    """A remark on a passage of the review's text: from `start` up to `end`, in code points."""

    start: int
    end: int
    text: str


class Review(msgspec.Struct, frozen=True):
    """A reply that waits for its reviewer, or came back from them. Approved, it is a message."""

    id: int
    author_id: int
    author_name: str
    kind: Literal["answer", "holding"]
    text: str
    asked_of_id: int | None
    """Who is asked; None: any supervisor."""
    asked_of_name: str | None
    state: Literal["asked", "sent_back"]
    asked_at: datetime
    seen_version: int
    """The exchange's version that asking made; it has changed since when greater."""
    reviewer_name: str | None
    """Who sent it back; None while it is asked."""
    decided_at: datetime | None
    words: str
    """What the reviewer says of the whole."""
    comments: list[ReviewComment]


class ReviewRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /threads/{id}/reviews``."""

    kind: Literal["answer", "holding"]
    text: str
    asked_of: int | None = None
    """A colleague's id; None: any supervisor."""
    confirmed_warnings: list[WarningKind] = msgspec.field(default_factory=list)
    """As for `ReplyRequest`."""


class CommentRequest(msgspec.Struct, frozen=True):
    """A remark on a passage: 0 ≤ start < end ≤ the length of the text, in code points."""

    start: int
    end: int
    text: str


class SendBackRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /threads/{id}/reviews/{review}/send-back``."""

    words: str
    comments: list[CommentRequest] = msgspec.field(default_factory=list)


class ApproveRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /threads/{id}/reviews/{review}/approve``."""

    text: str | None
    """As the reviewer amended it; None: as it was asked."""
    confirmed_warnings: list[WarningKind] = msgspec.field(default_factory=list)
    """As for `ReplyRequest`: what the reviewer let stand."""
