"""Frozen pictures of the store's rows, for the windows: plain values and ids, never live rows."""

from dataclasses import dataclass, field
from enum import StrEnum

from desk.models.actions import ActionBody


class ReplyState(StrEnum):
    """What is true of an outbox entry (house rule 13).

    `UNCONFIRMED` means that we do not know whether the portal has it: only the same request again,
    with the same key, or a sync leaves it.
    """

    QUEUED = "queued"
    SENDING = "sending"
    UNCONFIRMED = "unconfirmed"
    PUBLISHED = "published"
    REJECTED = "rejected"
    CONFLICT = "conflict"
    CANCELLED = "cancelled"

    @property
    def is_under_way(self) -> bool:
        """It may still leave, or may have left: nothing else may be sent for this thread."""
        return self in (ReplyState.QUEUED, ReplyState.SENDING, ReplyState.UNCONFIRMED)

    @property
    def awaits_author(self) -> bool:
        """The text has come back; the author decides."""
        return self in (ReplyState.REJECTED, ReplyState.CONFLICT)


class InboxFilter(StrEnum):
    """« À traiter », « Les miens », « Non affectés », « En retard »."""

    TODO = "todo"
    MINE = "mine"
    UNASSIGNED = "unassigned"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One message in the list."""

    thread_id: int
    reference: str
    adherent_name: str
    motif: str
    motif_label: str
    first_words: str
    sent_ms: int
    due_ms: int
    status: str
    claim_name: str | None
    """Who holds it, None when nobody does or the lease has run out."""
    claimed_by_me: bool
    claim_expires_ms: int | None
    """When the lease runs out, None when nobody holds it: from then on the holder is not shown."""
    has_draft: bool
    reply_state: ReplyState | None
    """Of my newest outbox reply for this thread."""
    pending_act: str = ""
    """``reclassify``, ``transfer`` or ``close`` while my last such act waits to be sent: the row
    still stands where the portal has it."""


@dataclass(frozen=True, slots=True)
class MotifCount:
    """The open messages of one motif under the present filter."""

    theme: str
    theme_label: str
    sujet: str
    sujet_label: str
    motif: str
    motif_label: str
    count: int
    late: int
    nearest_due_ms: int


@dataclass(frozen=True, slots=True)
class Proxy:
    """Who wrote in the adherent's name under a procuration (R-ACT-02)."""

    name: str
    """First name and name, or the company's."""
    civility: str
    addressed_name: str
    """The name to write to."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How the adherent wants to be told of replies, and what became of the last e-mail."""

    by_email: bool = True
    by_sms: bool = False
    by_post: bool = False
    """Replies are asked for by post (CRPA L112-14)."""
    refused: bool = False
    """Their address refused the last e-mail, in whichever exchange."""


@dataclass(frozen=True, slots=True)
class MessageView:
    """One text of a conversation."""

    message_id: int
    direction: str
    kind: str
    author_name: str | None
    text: str
    at_ms: int
    undo_until_ms: int | None = None
    """The portal's clock: before it a reply may be taken back; None once the adherent sees it."""
    by_me: bool = False
    proxy: Proxy | None = None
    """Of a text written under a procuration; None: the adherent wrote it, or an agent."""


@dataclass(frozen=True, slots=True)
class NoteView:
    """A remark among agents; the adherent never sees it."""

    author_name: str
    text: str
    at_ms: int
    by_me: bool
    note_id: int | None
    """The portal's; None while mine is on its way."""
    event_id: str | None = None
    """Of my outbox entry, while it is on its way or was refused."""
    state: ReplyState | None = None
    """Of that entry; None once the portal has it."""


@dataclass(frozen=True, slots=True)
class EventView:
    """What happened to the exchange besides its texts, as `wire.ThreadEvent` says."""

    event_id: int
    kind: str
    """reclassified, transferred, closed, claim_broken, reply_withdrawn, completed."""
    at_ms: int
    author_name: str | None
    """None: the adherent, or the portal itself."""
    reason: str
    before: str
    """Of a reclassification or transfer: the label of what it was; else empty."""
    after: str
    message_id: int | None = None
    """Of a reply that was taken back, or a text that completed: which one."""


@dataclass(frozen=True, slots=True)
class ScheduledView:
    """A reply that the portal will publish by itself, or holds."""

    scheduled_id: int | None
    """The portal's; None while my scheduling is on its way."""
    author_name: str
    by_me: bool
    kind: str
    text: str
    publish_ms: int
    held_because: str
    """Empty while it waits; else adherent_wrote, author_absent or thread_changed."""
    event_id: str | None = None
    """Of my outbox entry, while it is on its way."""


@dataclass(frozen=True, slots=True)
class PendingView:
    """What my waiting actions will have changed once the portal has taken them: shown as pending,
    never as done (house rule 3).
    """

    motif: str | None = None
    motif_label: str | None = None
    """A queued reclassification's."""
    transfer_to: str | None = None
    """Of a queued transfer: the label of the team, or the code of the caisse."""
    closing: bool = False
    claiming: bool = False
    releasing: bool = False
    breaking_claim: bool = False
    pausing: bool = False
    resuming: bool = False
    replying: bool = False
    unscheduling: bool = False
    withdrawing: frozenset[int] = frozenset()
    """Ids of my replies that I am taking back."""


@dataclass(frozen=True, slots=True)
class PauseView:
    """The clock of an exchange stands still."""

    since_ms: int
    reason: str
    left_ms: int
    """Of the budget; below zero when it was late already."""


@dataclass(frozen=True, slots=True)
class NotificationView:
    """How far the telling of the adherent has come."""

    notification_id: int
    message_id: int
    kind: str
    channel: str
    state: str
    attempts: int
    cause: str
    next_try_ms: int | None
    handed_over_ms: int | None
    mail_id: str = ""
    """Message-ID of the e-mail (RFC 5322); empty from an older portal."""
    told_proxy: str | None = None
    """The proxy who is told; None: the adherent themself."""


@dataclass(frozen=True, slots=True)
class OutboxView:
    """One waiting, sent or refused action."""

    event_id: str
    kind: str
    thread_id: int
    reference: str
    adherent_name: str
    text: str
    """Of a reply, a scheduled one or a note; else empty."""
    state: ReplyState
    created_ms: int
    attempts: int
    next_try_ms: int | None
    problem: str
    problem_detail: str
    portal_id: int | None
    published_ms: int | None
    body: ActionBody = field(default_factory=ActionBody)
    """What the action carries."""


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """What a draft said at some time."""

    thread_id: int
    saved_ms: int
    text: str


@dataclass(frozen=True, slots=True)
class KeptText:
    """A thread of which this PC keeps a draft, or what one said before."""

    thread_id: int
    text: str
    """The draft as it is now; empty when there is none."""
    saved_ms: int
    """Of the draft, else of its newest version."""
    reference: str | None
    """None when the store no longer has the exchange: it was transferred, or purged."""
    adherent_name: str | None


@dataclass(frozen=True, slots=True)
class DraftView:
    """The text being written for a thread, as last saved on this PC."""

    thread_id: int
    text: str
    caret: int
    seen_version: int
    saved_ms: int
    scroll: int = 0
    """The editor's scroll place, in its own unit."""


@dataclass(frozen=True, slots=True)
class ThreadView:
    """A whole conversation, as the store knows it."""

    thread_id: int
    reference: str
    version: int
    adherent_id: int
    adherent_name: str
    civility: str
    addressed_name: str
    profile: str
    identifier_masked: str
    email_state: str
    theme: str
    theme_label: str
    sujet_label: str
    motif: str
    motif_label: str
    medical: bool
    online_service: str | None
    competence: str
    competence_label: str
    kind: str
    status: str
    sent_ms: int
    due_ms: int
    answered_ms: int | None
    policy: str
    budget_s: int
    claim_name: str | None
    claimed_by_me: bool
    claim_expires_ms: int | None
    messages: tuple[MessageView, ...]
    notifications: tuple[NotificationView, ...]
    draft: DraftView | None
    outbox: tuple[OutboxView, ...]
    """This thread's outbox entries, oldest first."""
    earlier: tuple["EarlierThread", ...]
    """The same adherent's other exchanges, newest first."""
    original_motif: str | None = None
    """What the adherent chose, once somebody has corrected it."""
    original_motif_label: str | None = None
    notes: tuple[NoteView, ...] = ()
    """Oldest first, mine on their way among them."""
    events: tuple[EventView, ...] = ()
    """Oldest first."""
    scheduled: ScheduledView | None = None
    """The portal's, or mine on its way."""
    pending: PendingView = field(default_factory=PendingView)
    pause: PauseView | None = None
    """`due_ms` is then that of before the pause."""
    reach: Reach = field(default_factory=Reach)

    @property
    def proxy(self) -> Proxy | None:
        """Who wrote the last text in the adherent's name: a reply answers them."""
        texts = [each for each in self.messages if each.direction == "in"]
        return texts[-1].proxy if texts else None

    @property
    def addressee(self) -> tuple[str, str]:
        """Civility and name that a reply begins with: of who wrote last, adherent or proxy."""
        if self.proxy is not None:
            return self.proxy.civility, self.proxy.addressed_name
        return self.civility, self.addressed_name


@dataclass(frozen=True, slots=True)
class EarlierThread:
    """Another exchange of the same adherent."""

    thread_id: int
    reference: str
    motif_label: str
    sent_ms: int
    status: str


class ConnectionState(StrEnum):
    """Whether desk and the portal talk.

    STARTING: not tried yet. ONLINE: the last exchange succeeded. NO_NETWORK: this PC has none.
    OFFLINE: the portal cannot be reached. PROXY_REFUSED: the company's proxy cannot be reached, or
    says no. CAPTIVE_PORTAL: the network wants to be signed in to first. TLS_REFUSED: what answers
    cannot prove that it is the portal. PORTAL_ERROR: it answers with errors or with something that
    is not the portal. THROTTLED: it asks for patience. SIGN_IN_NEEDED: it wants the agent to sign
    in again. SIGNED_OUT: nobody is signed in.
    """

    STARTING = "starting"
    ONLINE = "online"
    NO_NETWORK = "no_network"
    OFFLINE = "offline"
    PROXY_REFUSED = "proxy_refused"
    CAPTIVE_PORTAL = "captive_portal"
    TLS_REFUSED = "tls_refused"
    SIGN_IN_NEEDED = "sign_in_needed"
    PORTAL_ERROR = "portal_error"
    THROTTLED = "throttled"
    SIGNED_OUT = "signed_out"


@dataclass(frozen=True, slots=True)
class SyncView:
    """What the status line tells: nothing claims to be fresher than it is."""

    state: ConnectionState
    last_sync_ms: int | None
    """The portal's clock at the last successful exchange; None before the first."""
    loading: bool
    """The first load is under way."""
    loaded: int = 0
    """Threads received so far by the first load."""
    detail: str = ""
    """The stable code of what went wrong (`desk.api_client.errors`); empty while nothing does."""
    next_try_ms: int | None = None
    """The portal's clock: when desk tries again by itself; None while it is trying, or waits for
    the agent."""


@dataclass(frozen=True, slots=True)
class StoreChange:
    """What one committed write touched, and who asked; screens decide what to do with it."""

    origin: str
    """``sync``, ``draft``, ``outbox``, ``publisher`` …"""
    threads: frozenset[int] = field(default_factory=frozenset)
    """Threads whose rows or overlay (draft, outbox) changed."""
    removed: frozenset[int] = field(default_factory=frozenset)
    outbox: bool = False
    catalogue: bool = False
    everything: bool = False
    """Too much to name (first load, store rebuilt): read again."""
