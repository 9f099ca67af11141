"""The steps of each reply's way, read from the exchange as the store knows it. Pure."""

from enum import StrEnum

import msgspec

from desk.models.actions import Action
from desk.models.snapshots import (
    EventView,
    MessageView,
    NotificationView,
    OutboxView,
    ReplyState,
    ThreadView,
)


class Stage(StrEnum):
    """SAVED: written down on this PC, under the key that keeps it from being published twice.
    ACCEPTED: the portal has it, under its number. HELD_BACK: its author may still take it back, and
    the e-mail waits for that. TO_SEND, HANDED_OVER, FAILED, RETURNED: the e-mail that tells the
    adherent; RETURNED follows HANDED_OVER, and may come days later, as DELIVERED does of an SMS.
    READ: it was on the screen of the adherent, or of a proxy, in the private space.
    TAKEN_BACK: the adherent never saw it.
    """

    SAVED = "saved"
    ACCEPTED = "accepted"
    HELD_BACK = "held_back"
    TO_SEND = "to_send"
    HANDED_OVER = "handed_over"
    FAILED = "failed"
    RETURNED = "returned"
    DELIVERED = "delivered"
    READ = "read"
    TAKEN_BACK = "taken_back"


class Step(msgspec.Struct, frozen=True):
    """One thing that is known. Empty, or None, is what does not apply."""

    stage: Stage
    at_ms: int | None
    """When it happened; of HELD_BACK, until when. None: not yet, or not known."""
    key: str = ""
    """SAVED: the idempotency key."""
    number: int | None = None
    """ACCEPTED: the portal's."""
    channel: str = ""
    """Of a notification: ``email`` or ``sms``."""
    mail_id: str = ""
    """Of a notification: its Message-ID (RFC 5322), or its reference at the SMS gateway."""
    attempts: int = 0
    cause: str = ""
    """FAILED, RETURNED: the portal's code; HANDED_OVER: why it has not arrived yet."""
    next_try_ms: int | None = None
    """FAILED: None when there is no further try."""
    who: str = ""
    """TAKEN_BACK: the agent; empty when it was the portal, because the adherent wrote. READ: the
    proxy; empty when it was the adherent.
    """


class Proof(msgspec.Struct, frozen=True):
    """One reply and its way."""

    message_id: int
    kind: str
    """``answer`` or ``holding``."""
    author_name: str
    text: str
    steps: tuple[Step, ...]

    @property
    def was_taken_back(self) -> bool:
        return any(step.stage is Stage.TAKEN_BACK for step in self.steps)


def proofs(thread: ThreadView, my_name: str = "") -> tuple[Proof, ...]:
    """Of each reply of the exchange, in the order of their publication; those that were taken back
    and that left from this PC among them.

    `my_name`: the agent's, for what no longer stands in the exchange.
    """
    shown = {each.message_id for each in thread.messages}
    found = [
        (each.at_ms, _of_message(thread, each))
        for each in thread.messages
        if each.direction == "out"
    ]
    found += [
        (entry.published_ms, _of_taken_back(thread, entry, my_name))
        for entry in thread.outbox
        if _was_published(entry) and entry.portal_id not in shown and entry.published_ms is not None
    ]
    return tuple(proof for _, proof in sorted(found, key=lambda each: each[0]))


def _of_message(thread: ThreadView, message: MessageView) -> Proof:
    entry = next(
        (e for e in thread.outbox if _was_published(e) and e.portal_id == message.message_id), None
    )
    steps = [] if entry is None else [_saved(entry)]
    steps.append(Step(Stage.ACCEPTED, message.at_ms, number=message.message_id))
    if message.undo_until_ms is not None:
        steps.append(Step(Stage.HELD_BACK, message.undo_until_ms))
    for each in thread.notifications:
        if each.message_id == message.message_id:
            steps += _told(each)
    if message.read_ms is not None:
        steps.append(Step(Stage.READ, message.read_ms, who=message.read_by or ""))
    return Proof(
        message.message_id, message.kind, message.author_name or "", message.text, tuple(steps)
    )


def _of_taken_back(thread: ThreadView, entry: OutboxView, my_name: str) -> Proof:
    number = entry.portal_id or 0
    steps = [_saved(entry), Step(Stage.ACCEPTED, entry.published_ms, number=number)]
    event = next((e for e in thread.events if _tells_of(e, number)), None)
    if event is not None:
        steps.append(Step(Stage.TAKEN_BACK, event.at_ms, who=event.author_name or ""))
    elif entry.state is ReplyState.CANCELLED:
        steps.append(Step(Stage.TAKEN_BACK, None, who=my_name))
    return Proof(number, entry.body.kind or "answer", my_name, entry.text, tuple(steps))


def _was_published(entry: OutboxView) -> bool:
    return (
        entry.kind == Action.REPLY
        and entry.portal_id is not None
        and entry.state in (ReplyState.PUBLISHED, ReplyState.CANCELLED)
    )


def _tells_of(event: EventView, message_id: int) -> bool:
    return event.kind == "reply_withdrawn" and event.message_id == message_id


def _saved(entry: OutboxView) -> Step:
    return Step(Stage.SAVED, entry.created_ms, key=entry.event_id)


def _told(told: NotificationView) -> list[Step]:
    if told.returned_ms is not None:
        left = Step(
            Stage.HANDED_OVER,
            told.handed_over_ms,
            channel=told.channel,
            mail_id=told.mail_id,
            attempts=told.attempts,
        )
        back = Step(Stage.RETURNED, told.returned_ms, channel=told.channel, cause=told.cause)
        return [left, back]
    stage = {"handed_over": Stage.HANDED_OVER, "failed": Stage.FAILED}.get(
        told.state, Stage.TO_SEND
    )
    step = Step(
        stage,
        told.handed_over_ms if stage is Stage.HANDED_OVER else None,
        channel=told.channel,
        mail_id=told.mail_id,
        attempts=told.attempts,
        cause=told.cause,
        next_try_ms=told.next_try_ms,
    )
    if told.delivered_ms is not None:
        return [step, Step(Stage.DELIVERED, told.delivered_ms, channel=told.channel)]
    return [step]
