"""One exchange, whole."""

import msgspec

from desk.models.snapshots.drafts import DraftView
from desk.models.snapshots.outbox import OutboxView
from desk.models.snapshots.people import Proxy, Reach
from desk.models.snapshots.reply_state import ReplyState
from desk.models.snapshots.review import ReviewView


class MessageView(msgspec.Struct, frozen=True):
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
    read_ms: int | None = None
    """Of a reply: when it was first on the screen of somebody it is for; None: not yet."""
    read_by: str | None = None
    """The proxy who read it first; None: the adherent themself, or nobody yet."""


class NoteView(msgspec.Struct, frozen=True):
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


class EventView(msgspec.Struct, frozen=True):
    """What happened to the exchange besides its texts, as `wire.ThreadEvent` says."""

    event_id: int
    kind: str
    """reclassified, transferred, closed, claim_broken, reply_withdrawn, completed, assigned …"""
    at_ms: int
    author_name: str | None
    """None: the adherent, or the portal itself."""
    reason: str
    before: str
    """Of a reclassification or transfer: the label of what it was; else empty."""
    after: str
    """The label of what it became; of ``assigned`` to whom, empty: to nobody any more."""
    message_id: int | None = None
    """Of a reply that was taken back, or a text that completed: which one."""


class ScheduledView(msgspec.Struct, frozen=True):
    """A reply that the portal will publish by itself, or holds."""

    scheduled_id: int | None
    """The portal's; None while my scheduling is on its way."""
    author_name: str
    by_me: bool
    kind: str
    text: str
    publish_ms: int
    held_because: str
    """Empty while it waits; else adherent_wrote, author_absent, thread_changed or
    review_needed."""
    event_id: str | None = None
    """Of my outbox entry, while it is on its way."""


class PendingView(msgspec.Struct, frozen=True):
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


class PauseView(msgspec.Struct, frozen=True):
    """The clock of an exchange stands still."""

    since_ms: int
    reason: str
    left_ms: int
    """Of the budget; below zero when it was late already."""


class NotificationView(msgspec.Struct, frozen=True):
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
    returned_ms: int | None = None
    """When the e-mail came back as not deliverable, or the SMS was reported so: failed, though it
    had been handed over."""
    delivered_ms: int | None = None
    """When it was learnt that the SMS reached the telephone."""


class ThreadView(msgspec.Struct, frozen=True):
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
    former_names: tuple[str, ...] = ()
    """Of theme, sujet and motif as the adherent chose them, those that are called otherwise now."""
    notes: tuple[NoteView, ...] = ()
    """Oldest first, mine on their way among them."""
    events: tuple[EventView, ...] = ()
    """Oldest first."""
    scheduled: ScheduledView | None = None
    """The portal's, or mine on its way."""
    pending: PendingView = msgspec.field(default_factory=PendingView)
    pause: PauseView | None = None
    """`due_ms` is then that of before the pause."""
    reach: Reach = msgspec.field(default_factory=Reach)
    assigned_name: str | None = None
    """Who is to answer, by a supervisor's choice; None: nobody in particular."""
    assigned_to_me: bool = False
    review: ReviewView | None = None
    """A reply that waits for its reviewer, or came back from them."""

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


class EarlierThread(msgspec.Struct, frozen=True):
    """Another exchange of the same adherent."""

    thread_id: int
    reference: str
    motif_label: str
    sent_ms: int
    status: str
