"""The supervisor's board « maintenant », the messages behind its figures, and acts in batch."""

from datetime import datetime
from typing import Literal

import msgspec

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


class Figures(msgspec.Struct, frozen=True):
    """What is open now. Windows include one another: at risk within 4 h counts those of 2 h too.
    A paused message is neither late nor at risk.
    """

    open: int
    unassigned: int
    """Assigned to nobody, and held by nobody."""
    at_risk_2h: int
    at_risk_4h: int
    at_risk_8h: int
    at_risk_24h: int
    late: int
    paused: int
    in_review: int
    """A reply to it waits for a colleague who is to read it."""
    failed_notifications: int
    """Messages, answered or not, with a notification whose last attempt failed."""


class BoardGroup(msgspec.Struct, frozen=True):
    """The figures of one thème, sujet, motif, team, agent or site."""

    by: Grouping
    key: str
    """The code, or the agent's id; empty: of no site, or nobody's."""
    label: str
    parent: str | None
    """The thème of a sujet, the sujet of a motif."""
    figures: Figures


class HeatCell(msgspec.Struct, frozen=True):
    """The open messages of a thème that fall due in a half-day; an empty half-day has no cell."""

    theme: str
    starts_at: datetime
    ends_at: datetime
    """Exclusive."""
    open: int


class Board(msgspec.Struct, frozen=True):
    """The board « maintenant » of the supervisor's caisse: ``GET /supervision/board``."""

    at: datetime
    timezone: str
    """In which the half-days are cut."""
    total: Figures
    groups: list[BoardGroup]
    heat: list[HeatCell]


class ThreadFound(msgspec.Struct, frozen=True):
    """A message behind a figure."""

    thread_id: int
    version: int
    due_at: datetime


class ThreadsFound(msgspec.Struct, frozen=True):
    """A page of ``GET /supervision/threads``, the first due first."""

    at: datetime
    threads: list[ThreadFound]
    next_after: str | None
    """To be given back as `after`; None on the last page."""


class TeamAgent(msgspec.Struct, frozen=True):
    """An agent of the caisse: there or not, and what is with them. By name, never by rank."""

    id: int
    name: str
    role: Literal["agent", "supervisor"]
    competences: list[str]
    """Codes of their teams; empty: they answer for all."""
    absent_until: datetime | None
    last_seen_at: datetime | None
    """To the minute; None: never. Agents are told that it is kept (law C3)."""
    present: bool
    """Not absent, and seen within the last 15 minutes."""
    assigned: int
    held: int


class Team(msgspec.Struct, frozen=True):
    """The agents of the supervisor's caisse: ``GET /supervision/agents``."""

    at: datetime
    agents: list[TeamAgent]


class ThreadSeen(msgspec.Struct, frozen=True):
    """A message as the supervisor saw it."""

    thread_id: int
    version: int


class Assignment(msgspec.Struct, frozen=True):
    """To whom a message goes; None: to nobody any more."""

    thread_id: int
    agent_id: int | None


class AssignRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /supervision/assign``: 1 to 200, each message once."""

    assignments: list[Assignment]


class ShareOutRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /supervision/share-out``: what is to be shared out, 1 to 200."""

    thread_ids: list[int]
    present_only: bool = True
    """Among those who are there now; otherwise among all who are not absent."""


class AgentShare(msgspec.Struct, frozen=True):
    """What a plan brings to an agent."""

    agent_id: int
    name: str
    before: int
    after: int


class SharePlan(msgspec.Struct, frozen=True):
    """A preview; `assignments` is what ``POST /supervision/assign`` takes to apply it. A message
    for which nobody is there keeps whom it had, and is named in `left_over`.
    """

    at: datetime
    assignments: list[Assignment]
    left_over: list[int]
    shares: list[AgentShare]


class TransferBatchRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /supervision/transfer``."""

    threads: list[ThreadSeen]
    reason: str
    competence: str | None = None
    caisse: str | None = None


class BreakBatchRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /supervision/break-claims``."""

    threads: list[ThreadSeen]
    reason: str


class HoldingBatchRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /supervision/holding-replies``: one text to all of them."""

    threads: list[ThreadSeen]
    text: str


class BatchItem(msgspec.Struct, frozen=True):
    """What became of one message of a batch."""

    thread_id: int
    done: bool
    problem: str | None
    """Type of the problem (``urn:msa-desk:problem:…``) when it was refused."""
    detail: str | None


class BatchResult(msgspec.Struct, frozen=True):
    """The result of each message, in the order of the request. The same key gives the same acts:
    a lost answer is asked for anew without danger.
    """

    results: list[BatchItem]
