"""The supervisor's board « maintenant », the messages behind its figures, and acts in batch."""

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import AfterValidator, Field, StrictBool

from portal.api.schemas.kinds import Code, Reason, bounds
from portal.messaging.text import REPLY_MAX_LENGTH
from portal.supervision.acts import BATCH_MAX

Grouping = Literal["theme", "sujet", "motif", "team", "agent", "site"]
Figure = Literal[
    "open",
    "unassigned",
    "at_risk_2h",
    "at_risk_4h",
    "at_risk_8h",
    "at_risk_24h",
    "late",
    "paused",
    "in_review",
    "failed_notifications",
]
Id = Annotated[int, Field(ge=1, le=2**63 - 1)]
Version = Annotated[int, Field(ge=0, le=2**31 - 1)]


class Figures(Schema):
    """What is open now. Windows include one another; a paused message is neither late nor at
    risk.
    """

    open: int
    unassigned: int = Field(description="Assigned to nobody, and held by nobody")
    at_risk_2h: int
    at_risk_4h: int
    at_risk_8h: int
    at_risk_24h: int
    late: int
    paused: int
    in_review: int = Field(description="Open, and a reply to it waits for a colleague who reads it")
    failed_notifications: int = Field(
        description="Messages, answered or not, with a notification whose last attempt failed"
    )


class BoardGroup(Schema):
    """The figures of one thème, sujet, motif, team, agent or site."""

    by: Grouping
    key: str = Field(
        description="The code, or the agent's id; empty: of no site, or nobody's message"
    )
    label: str
    parent: str | None = Field(description="The thème of a sujet, the sujet of a motif")
    figures: Figures


class HeatCell(Schema):
    """The open messages of a thème that fall due in a half-day; an empty half-day has no cell."""

    theme: str
    starts_at: datetime
    ends_at: datetime = Field(description="Exclusive")
    open: int


class Board(Schema):
    """The board « maintenant » of the supervisor's caisse."""

    at: datetime
    timezone: str = Field(description="In which the half-days are cut")
    total: Figures
    groups: list[BoardGroup]
    heat: list[HeatCell]


class ThreadFound(Schema):
    """A message behind a figure."""

    thread_id: int
    version: int
    due_at: datetime


class ThreadsFound(Schema):
    """A page of the messages behind a figure, the first due first."""

    at: datetime
    threads: list[ThreadFound]
    next_after: str | None = Field(description="To be given back as `after`; null on the last page")


class TeamAgent(Schema):
    """An agent of the caisse: there or not, and what is with them."""

    id: int
    name: str
    role: Literal["agent", "supervisor"]
    competences: list[str] = Field(description="Codes of their teams; empty: they answer for all")
    absent_until: datetime | None
    last_seen_at: datetime | None = Field(description="To the minute; null: never")
    present: bool = Field(description="Not absent, and seen within the last 15 minutes")
    assigned: int
    held: int


class Team(Schema):
    """The agents of the supervisor's caisse, by name."""

    at: datetime
    agents: list[TeamAgent]


class ThreadSeen(Schema):
    """A message as the supervisor saw it."""

    thread_id: Id
    version: Version


class Assignment(Schema):
    """To whom a message goes; null: to nobody any more."""

    thread_id: Id
    agent_id: Id | None


def _each_once(threads: list[ThreadSeen]) -> list[ThreadSeen]:
    if len({each.thread_id for each in threads}) != len(threads):
        raise ValueError("each message once")
    return threads


def _assigned_once(assignments: list[Assignment]) -> list[Assignment]:
    if len({each.thread_id for each in assignments}) != len(assignments):
        raise ValueError("each message once")
    return assignments


Batch = Annotated[
    list[ThreadSeen], Field(min_length=1, max_length=BATCH_MAX), AfterValidator(_each_once)
]


class AssignRequest(Schema):
    """Who is to answer which message; each message once."""

    assignments: Annotated[
        list[Assignment], Field(min_length=1, max_length=BATCH_MAX), AfterValidator(_assigned_once)
    ]


class ShareOutRequest(Schema):
    """What is to be shared out."""

    thread_ids: list[Id] = Field(min_length=1, max_length=BATCH_MAX)
    present_only: StrictBool = Field(
        True,
        description="Among those who are there now; otherwise among all who are not absent",
    )


class AgentShare(Schema):
    """What a plan brings to an agent."""

    agent_id: int
    name: str
    before: int
    after: int


class SharePlan(Schema):
    """A preview. `left_over`: messages for which nobody is there."""

    at: datetime
    assignments: list[Assignment]
    left_over: list[int]
    shares: list[AgentShare]


class TransferBatchRequest(Schema):
    """Where messages go: to a team, to another caisse, or to a team there."""

    threads: Batch
    reason: Reason
    competence: Code | None = None
    caisse: Code | None = None


class BreakBatchRequest(Schema):
    """Whose leases end, and why."""

    threads: Batch
    reason: Reason


class HoldingBatchRequest(Schema):
    """One holding reply to all of them."""

    threads: Batch
    text: str = Field(
        description="Plain text, 1 to 5000 visible characters",
        json_schema_extra=bounds(1, REPLY_MAX_LENGTH),
    )


class BatchItem(Schema):
    """What became of one message of a batch."""

    thread_id: int
    done: bool
    problem: str | None = Field(description="Type of the problem when it was refused")
    detail: str | None


class BatchResult(Schema):
    """The result of each message, in the order of the request."""

    results: list[BatchItem]
