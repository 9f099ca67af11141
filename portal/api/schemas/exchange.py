"""An exchange with an adherent, as the portal tells it."""

from datetime import datetime
from typing import Literal

from ninja import Schema
from pydantic import Field

from portal.api.schemas.deadlines import Pause
from portal.api.schemas.reviews import Review


class Adherent(Schema):
    """The adherent of a thread, as an agent may see them by default: the NIR is masked."""

    id: int
    civility: str = Field(description="« Madame », « Monsieur » or empty")
    first_name: str
    family_name: str
    used_name: str
    addressed_name: str = Field(
        description="The name to write to: family name, used name on request, or the company's"
    )
    profile: Literal["particulier", "exploitant", "entreprise", "tiers"]
    identifier_masked: str = Field(
        description="« 2 63 •• •• ••• ••• » or « SIRET ••• ••• ••• 00012 »"
    )
    email_state: Literal["verified", "unverified", "missing"]
    notify_by_email: bool = Field(True, description="They want to be told of replies by e-mail")
    notify_by_sms: bool = False
    notify_by_post: bool = Field(False, description="They ask for replies by post (CRPA L112-14)")
    email_failing_since: datetime | None = Field(
        None,
        description=(
            "Since when e-mails to the address on file come back as not deliverable; null: they do "
            "not"
        ),
    )
    sms_state: Literal["verified", "unverified", "abroad", "missing", "off"] = Field(
        "off",
        description=(
            "Whether SMS can go to their mobile number: it is confirmed; it is not; this portal "
            "sends none to its country; there is none; this portal sends no SMS"
        ),
    )


class Claim(Schema):
    """Who is answering: a lease, not a lock."""

    agent_id: int
    agent_name: str
    since: datetime
    expires_at: datetime


class Assignee(Schema):
    """Who is to answer, by a supervisor's choice. Not a lease."""

    agent_id: int
    agent_name: str


class FiledUnder(Schema):
    """What the adherent chose, in the catalogue's words of that day."""

    theme: str
    sujet: str
    motif: str


class Message(Schema):
    """One text of the exchange. Plain text."""

    id: int
    direction: Literal["in", "out"]
    kind: Literal["question", "answer", "holding"]
    author_id: int | None
    author_name: str | None
    text: str
    at: datetime
    undo_until: datetime | None = Field(
        None,
        description=(
            "Until then its author may take the reply back, and the adherent does not see it yet"
        ),
    )
    written_by: str | None = Field(
        None,
        description=(
            "The proxy who wrote this text under a procuration; null: the adherent, or an agent"
        ),
    )
    on_behalf: str | None = Field(
        None,
        description=(
            "In whose name a proxy wrote: the adherent's; null exactly when written_by is"
        ),
    )
    writer_civility: str = Field("", description="The proxy's: « Madame », « Monsieur » or empty")
    writer_addressed_name: str = Field(
        "", description="The name to write to the proxy; empty exactly when written_by is null"
    )
    read_at: datetime | None = Field(
        None,
        description=(
            "When a reply was first on the screen of somebody it is for; null: not yet, or no "
            "reply. It changes without the exchange's version: a reading makes nothing stale"
        ),
    )
    read_by: str | None = Field(
        None,
        description="The proxy who read it first; null: the adherent themself, or nobody yet",
    )


class Notification(Schema):
    """How far the telling of the adherent has come."""

    id: int
    message_id: int
    kind: Literal["acknowledgement", "reply_available"]
    channel: Literal["email", "sms"]
    state: Literal["to_send", "handed_over", "failed"]
    attempts: int
    cause: str = Field(
        description=(
            "Why the last attempt failed, or the e-mail came back, as a code; delayed: another "
            "server has it and still tries; empty: nothing is wrong"
        )
    )
    next_try_at: datetime | None
    handed_over_at: datetime | None
    mail_id: str = Field(
        "",
        description=(
            "Message-ID of the e-mail (RFC 5322), or the reference given to the SMS gateway: the "
            "same at each attempt"
        ),
    )
    told_proxy: str | None = Field(
        None, description="The proxy who is told; null: the adherent themself"
    )
    returned_at: datetime | None = Field(
        None,
        description=(
            "When the e-mail came back as not deliverable, or the network reported so of the SMS: "
            "state is then failed, though it had been taken (handed_over_at)"
        ),
    )
    delivered_at: datetime | None = Field(
        None,
        description=(
            "When the network reported that the SMS reached the telephone; null: not yet, or an "
            "e-mail, of which nobody says so"
        ),
    )


class Note(Schema):
    """A remark among agents: the adherent never sees it."""

    id: int
    author_id: int
    author_name: str
    text: str
    at: datetime


class ThreadEvent(Schema):
    """What happened to an exchange besides its texts."""

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
    author_name: str | None = Field(
        description="The agent; null when it was the adherent, or the portal itself"
    )
    reason: str
    detail: str = Field(
        description=(
            "Codes and ids, apart by spaces. reclassified: « motif:<from> motif:<to> »; "
            "transferred: « competence:<from> competence:<to> », « caisse:<from> caisse:<to> », "
            "or both; claim_broken: « agent:<id> »; "
            "assigned: « agent:<id> », empty when to nobody any more; "
            "review_asked: « review:<id> » and « agent:<id> » when it is asked of one; "
            "review_approved: « review:<id> message:<id> agent:<author> », and « amended »; "
            "review_sent_back, review_withdrawn: « review:<id> »; reply_withdrawn, completed, "
            "and resumed by the adherent's writing: « message:<id> »"
        )
    )


class ScheduledReply(Schema):
    """A reply that the portal publishes by itself at `publish_at`, or holds, saying why."""

    id: int
    author_id: int
    author_name: str
    kind: Literal["answer", "holding"]
    text: str
    publish_at: datetime
    state: Literal["waiting", "held"]
    reason: Literal["", "adherent_wrote", "author_absent", "thread_changed", "review_needed"]


class Thread(Schema):
    """One exchange, whole. The same shape in the feed, in a snapshot and alone."""

    id: int
    reference: str
    version: int = Field(
        description=(
            "Grows with all that an answering agent must have seen; "
            "the ETag is this number in quotes"
        )
    )
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
    original_motif: str | None = Field(
        None, description="The motif chosen by the adherent; null while nobody has corrected it"
    )
    filed_under: FiledUnder | None = Field(
        None,
        description=(
            "What the adherent chose, in the words of that day: the catalogue's own may have "
            "changed since, without a change of the exchange"
        ),
    )
    notes: list[Note] = Field(default_factory=list)
    events: list[ThreadEvent] = Field(default_factory=list)
    scheduled: ScheduledReply | None = None
    review: Review | None = None
    pause: Pause | None = None
    assigned_to: Assignee | None = Field(
        None,
        description="To whom a supervisor gave it; the version does not grow with it",
    )
    written_by: str | None = Field(
        None,
        description=("The proxy who wrote the first text under a procuration; null: the adherent"),
    )
    on_behalf: str | None = Field(
        None,
        description="In whose name that proxy wrote; null exactly when written_by is",
    )
