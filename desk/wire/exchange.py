"""An exchange with an adherent, as the portal tells it."""

from datetime import datetime
from typing import Literal

import msgspec

from desk.wire.deadlines import Pause
from desk.wire.reviews import Review


class Adherent(msgspec.Struct, frozen=True):
    """The adherent of a thread, as an agent may see them by default: the NIR is masked."""

    id: int
    civility: str  # "Madame", "Monsieur" or ""
    first_name: str
    family_name: str
    used_name: str
    addressed_name: str
    """The name to write to: family name, or used name on request, or the company's."""
    profile: str  # particulier | exploitant | entreprise | tiers
    identifier_masked: str
    """« 2 63 •• •• ••• ••• » or « SIRET ••• ••• ••• 00012 »."""
    email_state: Literal["verified", "unverified", "missing"]
    notify_by_email: bool = True
    """They want to be told of replies by e-mail (R-NOT-07)."""
    notify_by_sms: bool = False
    notify_by_post: bool = False
    """They ask for replies by post (CRPA L112-14)."""
    email_failing_since: datetime | None = None
    """Since when e-mails to the address on file come back as not deliverable; None: they do not."""
    sms_state: Literal["verified", "unverified", "abroad", "missing", "off"] = "off"
    """Whether SMS can go to their mobile number; ``abroad``: not to its country; ``off``: this
    portal sends none."""


class Claim(msgspec.Struct, frozen=True):
    """Who is answering: a lease, not a lock."""

    agent_id: int
    agent_name: str
    since: datetime
    expires_at: datetime


class Assignee(msgspec.Struct, frozen=True):
    """Who is to answer, by a supervisor's choice. Not a lease: colleagues may still take it."""

    agent_id: int
    agent_name: str


class FiledUnder(msgspec.Struct, frozen=True):
    """What the adherent chose, in the catalogue's words of that day: they may have changed since
    (contradictions 1 and 2 of docs/requirements.md).
    """

    theme: str
    sujet: str
    motif: str


class Message(msgspec.Struct, frozen=True):
    """One text of the exchange. Plain text."""

    id: int
    direction: Literal["in", "out"]
    kind: Literal["question", "answer", "holding"]
    author_id: int | None
    author_name: str | None
    text: str
    at: datetime
    undo_until: datetime | None = None
    """Until then its author may take the reply back, and the adherent does not see it yet."""
    written_by: str | None = None
    """The proxy who wrote this text under a procuration; None: the adherent, or an agent."""
    on_behalf: str | None = None
    """In whose name a proxy wrote: the adherent's. None exactly when `written_by` is."""
    writer_civility: str = ""
    """The proxy's: "Madame", "Monsieur" or ""."""
    writer_addressed_name: str = ""
    """The name to write to the proxy; empty exactly when `written_by` is None."""
    read_at: datetime | None = None
    """When a reply was first on the screen of somebody it is for; None: not yet, or no reply."""
    read_by: str | None = None
    """The proxy who read it first; None: the adherent themself, or nobody yet."""


class Notification(msgspec.Struct, frozen=True):
    """How far the telling of the adherent has come."""

    id: int
    message_id: int
    kind: Literal["acknowledgement", "reply_available"]
    channel: Literal["email", "sms"]
    state: Literal["to_send", "handed_over", "failed"]
    attempts: int
    cause: str
    next_try_at: datetime | None
    handed_over_at: datetime | None
    mail_id: str = ""
    """Message-ID of the e-mail (RFC 5322), or the reference given to the SMS gateway, the same at
    each attempt; empty from an older portal."""
    told_proxy: str | None = None
    """The proxy who is told; None: the adherent themself."""
    returned_at: datetime | None = None
    """When the e-mail came back as not deliverable, or the network reported so of the SMS: `state`
    is then ``failed``, though it had been taken (`handed_over_at`)."""
    delivered_at: datetime | None = None
    """When the network reported that the SMS reached the telephone."""


class Note(msgspec.Struct, frozen=True):
    """A remark among agents: the adherent never sees it."""

    id: int
    author_id: int
    author_name: str
    text: str
    at: datetime


class ThreadEvent(msgspec.Struct, frozen=True):
    """What happened to an exchange besides its texts.

    `detail` holds codes and ids, apart by spaces: reclassified ``motif:<from> motif:<to>``;
    transferred ``competence:<from> competence:<to>`` and/or ``caisse:<from> caisse:<to>``;
    claim_broken ``agent:<id>`` (whose claim it was); reply_withdrawn and completed
    ``message:<id>``; assigned ``agent:<id>`` (to whom; empty: to nobody any more); review_asked
    ``review:<id>`` and ``agent:<id>`` when it is asked of one; review_sent_back and
    review_withdrawn ``review:<id>``; review_approved ``review:<id> message:<id> agent:<author>``,
    and ``amended`` when the reviewer changed the text; closed is empty.
    """

    id: int
    kind: Literal[
        "reclassified",
        "transferred",
        "closed",
        "claim_broken",
        "reply_withdrawn",
        "completed",
        "paused",
        "resumed",
        "assigned",
        "review_asked",
        "review_sent_back",
        "review_approved",
        "review_withdrawn",
    ]
    at: datetime
    author_name: str | None
    """The agent; None when it was the adherent, or the portal itself."""
    reason: str
    detail: str


class ScheduledReply(msgspec.Struct, frozen=True):
    """A reply that the portal publishes by itself at `publish_at`, or holds, saying why."""

    id: int
    author_id: int
    author_name: str
    kind: Literal["answer", "holding"]
    text: str
    publish_at: datetime
    state: Literal["waiting", "held"]
    reason: Literal["", "adherent_wrote", "author_absent", "thread_changed", "review_needed"]


class Thread(msgspec.Struct, frozen=True):
    """One exchange, whole. The same shape in the feed, in a snapshot and alone.

    What has a default is of API 1.1: an older portal does not send it.
    """

    id: int
    reference: str
    version: int
    """Grows with all that an answering agent must have seen; the ETag is ``"<version>"``."""
    caisse: str
    adherent: Adherent
    theme: str
    sujet: str
    motif: str
    competence: str
    kind: Literal["request", "information", "document"]
    status: Literal["open", "answered", "closed"]
    sent_at: datetime
    due_at: datetime
    answered_at: datetime | None
    policy: str
    budget_seconds: int
    claim: Claim | None
    messages: list[Message]
    notifications: list[Notification]
    original_motif: str | None = None
    """The motif chosen by the adherent, None while nobody has corrected it."""
    notes: list[Note] = msgspec.field(default_factory=list)
    events: list[ThreadEvent] = msgspec.field(default_factory=list)
    scheduled: ScheduledReply | None = None
    review: Review | None = None
    """A reply that waits for its reviewer, or came back from them."""
    pause: Pause | None = None
    assigned_to: Assignee | None = None
    """To whom a supervisor gave it; the version does not grow with it."""
    """The clock stands still; `due_at` is then that of before the pause."""
    written_by: str | None = None
    """The proxy who wrote the first text under a procuration; None: the adherent."""
    on_behalf: str | None = None
    """In whose name that proxy wrote: the adherent's. None exactly when `written_by` is."""
    filed_under: FiledUnder | None = None
    """None from an older portal."""
