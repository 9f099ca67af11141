"""Copies of drafts kept with the portal."""

from datetime import datetime

from ninja import Schema
from pydantic import Field

from portal.messaging.agent_drafts import MAX_CODE_POINTS


class Draft(Schema):
    """The copy of one's draft kept with the portal, to go on from another PC."""

    thread_id: int
    text: str
    revision: int = Field(description="Grows with each save; the ETag is this number in quotes")
    saved_at: datetime
    device: str


class Drafts(Schema):
    """One's own drafts, those of every PC."""

    drafts: list[Draft]


class DraftRequest(Schema):
    """The text as it was typed."""

    text: str = Field(max_length=MAX_CODE_POINTS)
    device: str = Field(
        description="The agent's name for the PC",
        min_length=1,
        max_length=80,
        # PostgreSQL cannot keep a NUL.
        pattern=r"^[^\x00]*$",
    )
