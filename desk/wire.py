"""What travels between desk and the portal's API v1, as typed messages.

The contract is `docs/openapi.json`; a test holds these types against it. Unknown fields are
ignored, so that a newer portal can add some. Instants are aware datetimes in UTC.
"""

from datetime import datetime
from typing import Literal

import msgspec


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


class Claim(msgspec.Struct, frozen=True):
    """Who is answering: a lease, not a lock."""

    agent_id: int
    agent_name: str
    since: datetime
    expires_at: datetime


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
    ``message:<id>``; closed is empty.
    """

    id: int
    kind: Literal[
        "reclassified", "transferred", "closed", "claim_broken", "reply_withdrawn", "completed"
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
    reason: Literal["", "adherent_wrote", "author_absent", "thread_changed"]


class Draft(msgspec.Struct, frozen=True):
    """The copy of one's draft kept with the portal, to go on from another PC."""

    thread_id: int
    text: str
    revision: int
    """Grows with each save; the ETag is ``"<revision>"``."""
    saved_at: datetime
    device: str


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


class Change(msgspec.Struct, frozen=True):
    """One number of the caisse's ordered sequence."""

    seq: int
    thread_id: int
    event: str
    at: datetime


class ChangesPage(msgspec.Struct, frozen=True):
    """Answer of ``GET /changes?since=N&limit=L&wait=S``.

    `changes` holds every number of ``(since, cursor]`` exactly once, in order. `threads` holds
    the present state of each thread named by them, once; one that no longer exists is in
    `deleted_thread_ids` instead.
    """

    cursor: int
    more: bool
    changes: list[Change]
    threads: list[Thread]
    deleted_thread_ids: list[int]


class SnapshotPage(msgspec.Struct, frozen=True):
    """Answer of ``GET /snapshot?after=ID&limit=L``: threads in the order of their ids.

    `cursor` is the feed's number when the page was read: keep that of the *first* page and follow
    the changes from there. `next_after` is None on the last page.
    """

    cursor: int
    next_after: int | None
    threads: list[Thread]


class CaisseInfo(msgspec.Struct, frozen=True):
    """The agent's caisse, as reply templates need it."""

    code: str
    name: str
    address: str
    phone: str
    medical_service_address: str
    assistance_phone: str
    assistance_hours: str
    timezone: str


class Me(msgspec.Struct, frozen=True):
    """Answer of ``GET /me``."""

    agent_id: int
    login: str
    first_name: str
    last_name: str
    display_name: str
    job_title: str
    role: Literal["agent", "supervisor"]
    competences: list[str]
    caisse: CaisseInfo
    private_space_url: str
    """Where adherents sign in: links in replies begin with it."""
    absent_until: datetime | None = None
    """Scheduled replies of an absent agent are held."""


class Motif(msgspec.Struct, frozen=True):
    code: str
    label: str
    position: int
    competence: str
    online_service: str | None
    medical: bool
    active: bool


class Sujet(msgspec.Struct, frozen=True):
    code: str
    label: str
    position: int
    active: bool
    motifs: list[Motif]


class Theme(msgspec.Struct, frozen=True):
    code: str
    label: str
    position: int
    profiles: list[str]
    active: bool
    sujets: list[Sujet]


class OnlineService(msgspec.Struct, frozen=True):
    code: str
    label: str
    url: str
    active: bool


class Competence(msgspec.Struct, frozen=True):
    code: str
    label: str


class Catalogue(msgspec.Struct, frozen=True):
    """Answer of ``GET /catalogue`` (with an ETag; inactive entries included, marked)."""

    version: int
    themes: list[Theme]
    online_services: list[OnlineService]
    competences: list[Competence]


class ReplyRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /threads/{id}/replies``; `Idempotency-Key` and `If-Match` are headers."""

    kind: Literal["answer", "holding"]
    text: str


class NoteRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /threads/{id}/notes``: 1 to 2000 visible characters, for agents only."""

    text: str


class ReclassifyRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /threads/{id}/reclassify``."""

    motif: str


class TransferRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /threads/{id}/transfer``: at least one of the two places."""

    reason: str
    competence: str | None = None
    caisse: str | None = None


class ReasonRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /threads/{id}/close`` and ``/break-claim``: 3 to 300 visible characters."""

    reason: str


class ScheduleRequest(msgspec.Struct, frozen=True):
    """Body of ``POST /threads/{id}/scheduled-replies``; one that has passed: at once."""

    kind: Literal["answer", "holding"]
    text: str
    publish_at: datetime


class DraftRequest(msgspec.Struct, frozen=True):
    """Body of ``PUT /threads/{id}/draft``."""

    text: str
    device: str


class Drafts(msgspec.Struct, frozen=True):
    """Answer of ``GET /drafts``: one's own, those of every PC."""

    drafts: list[Draft]


class AbsenceRequest(msgspec.Struct, frozen=True):
    """Body of ``PUT /me/absence``; None: back again."""

    until: datetime | None


class PublishedReply(msgspec.Struct, frozen=True):
    """Answer of ``POST /threads/{id}/replies``: 201 the first time, 200 for the same key again."""

    reply: Message
    thread: Thread


class Identifier(msgspec.Struct, frozen=True):
    """Answer of ``POST /threads/{id}/unmask-identifier``, which the portal logs."""

    identifier: str
    key: str | None


class Problem(msgspec.Struct, frozen=True):
    """An RFC 9457 problem document. `type` is stable; `current` comes with 409 and 412, and
    `current_draft` with a draft's 412 (None: it was thrown away elsewhere).
    """

    type: str
    title: str
    status: int
    detail: str = ""
    current: Thread | None = None
    current_draft: Draft | None = None
