"""What the agent can do to an exchange, and what each action carries to the portal."""

from enum import StrEnum

import msgspec


class Action(StrEnum):
    """The kinds of outbox entries; the values are stored."""

    CLAIM = "claim"
    RELEASE = "release"
    REPLY = "reply"
    NOTE = "note"
    RECLASSIFY = "reclassify"
    TRANSFER = "transfer"
    CLOSE = "close"
    BREAK_CLAIM = "break_claim"
    WITHDRAW = "withdraw"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    PAUSE = "pause"
    RESUME = "resume"
    ASK_REVIEW = "ask_review"
    WITHDRAW_REVIEW = "withdraw_review"
    SEND_BACK = "send_back"
    APPROVE = "approve"

    @property
    def carries_draft(self) -> bool:
        """Its text is the composer's: it goes back there when the portal refuses it."""
        return self in (Action.REPLY, Action.SCHEDULE, Action.ASK_REVIEW)

    @property
    def may_be_asked_again(self) -> bool:
        """When only our picture of the thread was old, it is asked again upon the present one:
        it answers nobody and hides nothing that the agent has not seen.
        """
        return self in (
            Action.CLAIM,
            Action.RELEASE,
            Action.WITHDRAW,
            Action.UNSCHEDULE,
            Action.RESUME,
            Action.WITHDRAW_REVIEW,
        )

    @property
    def moves_version(self) -> bool:
        """The portal gives the thread a new version for it: what follows must say so."""
        return self is not Action.NOTE


class Passage(msgspec.Struct, frozen=True):
    """A reviewer's remark on a passage; places count Python's characters of the text."""

    start: int
    end: int
    text: str


class ActionBody(msgspec.Struct, frozen=True, omit_defaults=True):
    """The content of an action; each kind uses some of it, the rest is empty.

    reply: `text`, `kind`, `confirmed`. note: `text`. reclassify: `motif`. transfer: `competence`
    and/or `caisse`, `reason`. close, break_claim, pause: `reason`. withdraw: `message_id`, and
    `text`, the reply's own, so that it can go back to the composer. schedule: `text`, `kind`,
    `publish_ms`. resume: nothing.
    unschedule: `scheduled_id`, and `text`. ask_review: `text`, `kind`, `reviewer_id`, `confirmed`.
    withdraw_review: `review_id`, and `text`. send_back: `review_id`, `reason` (the words about the
    whole), `passages`. approve: `review_id`, `text` (as amended, else empty), `confirmed`.
    """

    text: str = ""
    kind: str = ""
    """``answer`` or ``holding``."""
    motif: str = ""
    competence: str = ""
    caisse: str = ""
    reason: str = ""
    message_id: int | None = None
    scheduled_id: int | None = None
    publish_ms: int | None = None
    """The portal's clock."""
    review_id: int | None = None
    reviewer_id: int | None = None
    """A colleague's id; None: any supervisor."""
    passages: tuple[Passage, ...] = ()
    confirmed: tuple[str, ...] = ()
    """reply, schedule, ask_review, approve: kinds of warnings that the author, or the reviewer, let
    stand (`desk.wire.WarningKind`)."""


def encode(body: ActionBody) -> str:
    """As the store keeps it."""
    return msgspec.json.encode(body).decode()


def decode(stored: str) -> ActionBody:
    """Out of the store."""
    return msgspec.json.decode(stored, type=ActionBody)
