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

    @property
    def carries_draft(self) -> bool:
        """Its text is the composer's: it goes back there when the portal refuses it."""
        return self in (Action.REPLY, Action.SCHEDULE)

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
        )

    @property
    def moves_version(self) -> bool:
        """The portal gives the thread a new version for it: what follows must say so."""
        return self is not Action.NOTE


class ActionBody(msgspec.Struct, frozen=True, omit_defaults=True):
    """The content of an action; each kind uses some of it, the rest is empty.

    reply: `text`, `kind`, `confirmed`. note: `text`. reclassify: `motif`. transfer: `competence`
    and/or `caisse`, `reason`. close, break_claim, pause: `reason`. withdraw: `message_id`, and
    `text`, the reply's own, so that it can go back to the composer. schedule: `text`, `kind`,
    `publish_ms`. resume: nothing.
    unschedule: `scheduled_id`, and `text`.
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
    confirmed: tuple[str, ...] = ()
    """reply, schedule: kinds of warnings that the author let stand (`desk.wire.WarningKind`)."""


def encode(body: ActionBody) -> str:
    """As the store keeps it."""
    return msgspec.json.encode(body).decode()


def decode(stored: str) -> ActionBody:
    """Out of the store."""
    return msgspec.json.decode(stored, type=ActionBody)
