"""The shapes of the API's answers, for the published document.

Answers themselves are written from plain dicts (`portal.api.shapes`); tests hold the two, and
desk's own types, together.
"""

from datetime import UTC, datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, Field, JsonValue

from portal.messaging.agent_drafts import MAX_CODE_POINTS
from portal.messaging.text import (
    CODE_POINTS_PER_CHARACTER,
    NOTE_MAX_LENGTH,
    REASON_MAX_LENGTH,
    REASON_MIN_LENGTH,
    REPLY_MAX_LENGTH,
)

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)


def _bounds(minimum: int, maximum: int) -> dict[str, JsonValue]:
    """What the document says of a text. It is not checked here: the domain counts what a reader
    sees of the cleaned text, and says which bound was passed.
    """
    return {
        "minLength": minimum,
        "maxLength": maximum * CODE_POINTS_PER_CHARACTER,
        "pattern": r"\S",
    }


def _within_two_centuries(instant: datetime) -> datetime:
    # Beyond, databases and calendars of other programs no longer agree.
    if not EARLIEST <= instant < LATEST:
        raise ValueError("an instant of the years 2000 to 2199 is wanted")
    return instant.astimezone(UTC)


Instant = Annotated[
    AwareDatetime,
    AfterValidator(_within_two_centuries),
    Field(description="RFC 3339, of the years 2000 to 2199"),
]
Code = Annotated[str, Field(min_length=1, max_length=120, pattern=r"^[a-z0-9-]+$")]
Reason = Annotated[
    str,
    Field(
        description="Plain text, 3 to 300 visible characters",
        json_schema_extra=_bounds(REASON_MIN_LENGTH, REASON_MAX_LENGTH),
    ),
]


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


class Claim(Schema):
    """Who is answering: a lease, not a lock."""

    agent_id: int
    agent_name: str
    since: datetime
    expires_at: datetime


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


class Notification(Schema):
    """How far the telling of the adherent has come."""

    id: int
    message_id: int
    kind: Literal["acknowledgement", "reply_available"]
    channel: Literal["email", "sms"]
    state: Literal["to_send", "handed_over", "failed"]
    attempts: int
    cause: str = Field(description="Why the last attempt failed, as a code; empty if it did not")
    next_try_at: datetime | None
    handed_over_at: datetime | None


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
        "reclassified", "transferred", "closed", "claim_broken", "reply_withdrawn", "completed"
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
            "or both; claim_broken: « agent:<id> »; reply_withdrawn, completed: « message:<id> »"
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
    reason: Literal["", "adherent_wrote", "author_absent", "thread_changed"]


class Draft(Schema):
    """The copy of one's draft kept with the portal, to go on from another PC."""

    thread_id: int
    text: str
    revision: int = Field(description="Grows with each save; the ETag is this number in quotes")
    saved_at: datetime
    device: str


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
    notes: list[Note] = Field(default_factory=list)
    events: list[ThreadEvent] = Field(default_factory=list)
    scheduled: ScheduledReply | None = None


class Change(Schema):
    """One number of the caisse's ordered sequence."""

    seq: int
    thread_id: int
    event: str
    at: datetime


class ChangesPage(Schema):
    """What changed since a cursor.

    `changes` holds every number of ``(since, cursor]`` exactly once, in order. `threads` holds the
    present state of each thread named by them, once; one that no longer exists is in
    `deleted_thread_ids` instead.
    """

    cursor: int
    more: bool
    changes: list[Change]
    threads: list[Thread]
    deleted_thread_ids: list[int]


class SnapshotPage(Schema):
    """Threads in the order of their ids.

    `cursor` is the feed's number when the page was read: keep that of the first page and follow
    the changes from there. `next_after` is null on the last page.
    """

    cursor: int
    next_after: int | None
    threads: list[Thread]


class CaisseInfo(Schema):
    """The agent's caisse, as reply templates need it."""

    code: str
    name: str
    address: str
    phone: str
    medical_service_address: str
    assistance_phone: str
    assistance_hours: str
    timezone: str


class Me(Schema):
    """The agent who is signed in."""

    agent_id: int
    login: str
    first_name: str
    last_name: str
    display_name: str
    job_title: str
    role: Literal["agent", "supervisor"]
    competences: list[str]
    caisse: CaisseInfo
    private_space_url: str = Field(
        description="Where adherents sign in: links in replies begin with it"
    )
    absent_until: datetime | None = Field(
        None, description="Scheduled replies of an absent agent are held"
    )


class Motif(Schema):
    """Third level of the classification."""

    code: str
    label: str
    position: int
    competence: str
    online_service: str | None
    medical: bool
    active: bool


class Sujet(Schema):
    """Second level of the classification."""

    code: str
    label: str
    position: int
    active: bool
    motifs: list[Motif]


class Theme(Schema):
    """First level of the classification."""

    code: str
    label: str
    position: int
    profiles: list[str]
    active: bool
    sujets: list[Sujet]


class OnlineService(Schema):
    """A « service en ligne »."""

    code: str
    label: str
    url: str
    active: bool


class Competence(Schema):
    """A team's field of work."""

    code: str
    label: str


class Catalogue(Schema):
    """The classification and the online services; inactive entries included, marked."""

    version: int
    themes: list[Theme]
    online_services: list[OnlineService]
    competences: list[Competence]


class ReplyRequest(Schema):
    """A reply to publish. Its length is checked on the cleaned text, in visible characters."""

    kind: Literal["answer", "holding"] = Field(
        description="An answer stops the clock; a holding reply does not"
    )
    text: str = Field(
        description="Plain text, 1 to 5000 visible characters",
        json_schema_extra=_bounds(1, REPLY_MAX_LENGTH),
    )


class NoteRequest(Schema):
    """An internal note. Its length is checked on the cleaned text, in visible characters."""

    text: str = Field(
        description="Plain text, 1 to 2000 visible characters",
        json_schema_extra=_bounds(1, NOTE_MAX_LENGTH),
    )


class ReclassifyRequest(Schema):
    """The motif that the exchange is really about."""

    motif: Code


class TransferRequest(Schema):
    """Where an exchange goes: to a team, to another caisse, or to a team there."""

    reason: Reason
    competence: Code | None = None
    caisse: Code | None = None


class ReasonRequest(Schema):
    """Why the agent does it; stays among agents."""

    reason: Reason


class ScheduleRequest(Schema):
    """A reply to publish later. An instant that has passed means at once."""

    kind: Literal["answer", "holding"]
    text: str = Field(
        description="Plain text, 1 to 5000 visible characters",
        json_schema_extra=_bounds(1, REPLY_MAX_LENGTH),
    )
    publish_at: Instant


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


class Drafts(Schema):
    """One's own drafts, those of every PC."""

    drafts: list[Draft]


class AbsenceRequest(Schema):
    """Until when the agent is away; null: they are there."""

    until: Instant | None


class PublishedReply(Schema):
    """The reply on the portal, and the exchange as it now is."""

    reply: Message
    thread: Thread


class Identifier(Schema):
    """The adherent's whole identifier: NIR and its key, or SIRET (no key)."""

    identifier: str
    key: str | None


class Health(Schema):
    """Whether the portal and its database answer."""

    status: Literal["ok"]
    version: str


class FieldError(Schema):
    """A value of the request that was not accepted."""

    where: str = Field(description="For example « query.limit » or « body.text »")
    message: str


class Problem(Schema):
    """An RFC 9457 problem document. `type` is stable; `current` comes with 409 and 412, and
    `current_draft` with a draft's 412 (null: it was thrown away elsewhere).
    """

    type: str = Field(pattern=r"^urn:msa-desk:problem:[a-z-]+$")
    title: str
    status: int
    detail: str = ""
    current: Thread | None = None
    current_draft: Draft | None = None
    errors: list[FieldError] | None = Field(
        None, description="With 422: which values were not accepted"
    )
