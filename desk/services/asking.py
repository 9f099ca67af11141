"""How each kind of outbox entry is asked of the portal."""

from collections.abc import Callable
from typing import Literal, cast

import msgspec

from desk import wire
from desk.api_client.portal import Portal
from desk.instants import from_ms
from desk.models.actions import Action
from desk.models.outbox import Entry

Answer = wire.PublishedReply | wire.Thread | None
"""None: the exchange has left the caisse."""


def ask(portal: Portal, entry: Entry) -> Answer:
    """Make the entry's request and wait for the answer.

    Raises:
        PortalError: one of its families.
    """
    return _ASKED[entry.kind](portal, entry)


def _reply(portal: Portal, entry: Entry) -> Answer:
    return portal.publish(
        entry.thread_id,
        _kind(entry.reply_kind),
        entry.text,
        entry.event_id,
        entry.seen_version,
        _confirmed(entry),
    )


def _claim(portal: Portal, entry: Entry) -> Answer:
    return portal.claim(entry.thread_id, entry.seen_version)


def _release(portal: Portal, entry: Entry) -> Answer:
    return portal.release(entry.thread_id, entry.seen_version)


def _note(portal: Portal, entry: Entry) -> Answer:
    # No version: a remark stays true whatever happened meanwhile.
    return portal.act(
        f"{entry.thread_id}/notes", entry.event_id, None, wire.NoteRequest(text=entry.text)
    )


def _reclassify(portal: Portal, entry: Entry) -> Answer:
    return _act(portal, entry, "reclassify", wire.ReclassifyRequest(motif=entry.body.motif))


def _transfer(portal: Portal, entry: Entry) -> Answer:
    body = entry.body
    return _act(
        portal,
        entry,
        "transfer",
        wire.TransferRequest(
            competence=body.competence or None, caisse=body.caisse or None, reason=body.reason
        ),
    )


def _close(portal: Portal, entry: Entry) -> Answer:
    return _act(portal, entry, "close", wire.ReasonRequest(reason=entry.body.reason))


def _break_claim(portal: Portal, entry: Entry) -> Answer:
    return _act(portal, entry, "break-claim", wire.ReasonRequest(reason=entry.body.reason))


def _pause(portal: Portal, entry: Entry) -> Answer:
    return _act(portal, entry, "pause", wire.ReasonRequest(reason=entry.body.reason))


def _resume(portal: Portal, entry: Entry) -> Answer:
    return _act(portal, entry, "resume", None)


def _withdraw(portal: Portal, entry: Entry) -> Answer:
    return _act(portal, entry, f"replies/{entry.body.message_id}/withdraw", None)


def _schedule(portal: Portal, entry: Entry) -> Answer:
    body = entry.body
    return _act(
        portal,
        entry,
        "scheduled-replies",
        wire.ScheduleRequest(
            kind=_kind(body.kind),
            text=body.text,
            publish_at=from_ms(body.publish_ms or 0),
            confirmed_warnings=list(_confirmed(entry)),
        ),
    )


def _unschedule(portal: Portal, entry: Entry) -> Answer:
    path = f"{entry.thread_id}/scheduled-replies/{entry.body.scheduled_id}"
    return portal.act(path, entry.event_id, entry.seen_version, method="DELETE")


def _ask_review(portal: Portal, entry: Entry) -> Answer:
    body = entry.body
    asked = wire.ReviewRequest(
        kind=_kind(body.kind),
        text=body.text,
        asked_of=body.reviewer_id,
        confirmed_warnings=list(_confirmed(entry)),
    )
    return _act(portal, entry, "reviews", asked)


def _withdraw_review(portal: Portal, entry: Entry) -> Answer:
    return _act(portal, entry, f"reviews/{entry.body.review_id}/withdraw", None)


def _send_back(portal: Portal, entry: Entry) -> Answer:
    body = entry.body
    said = wire.SendBackRequest(
        words=body.reason,
        comments=[wire.CommentRequest(each.start, each.end, each.text) for each in body.passages],
    )
    return _act(portal, entry, f"reviews/{body.review_id}/send-back", said)


def _approve(portal: Portal, entry: Entry) -> Answer:
    body = entry.body
    agreed = wire.ApproveRequest(text=body.text or None, confirmed_warnings=list(_confirmed(entry)))
    return _act(portal, entry, f"reviews/{body.review_id}/approve", agreed)


def _act(portal: Portal, entry: Entry, verb: str, body: msgspec.Struct | None) -> Answer:
    return portal.act(f"{entry.thread_id}/{verb}", entry.event_id, entry.seen_version, body)


def _confirmed(entry: Entry) -> tuple[wire.WarningKind, ...]:
    return cast(tuple[wire.WarningKind, ...], entry.body.confirmed)


def _kind(stored: str) -> Literal["answer", "holding"]:
    return cast(Literal["answer", "holding"], stored)


_ASKED: dict[Action, Callable[[Portal, Entry], Answer]] = {
    Action.REPLY: _reply,
    Action.CLAIM: _claim,
    Action.RELEASE: _release,
    Action.NOTE: _note,
    Action.RECLASSIFY: _reclassify,
    Action.TRANSFER: _transfer,
    Action.CLOSE: _close,
    Action.BREAK_CLAIM: _break_claim,
    Action.WITHDRAW: _withdraw,
    Action.SCHEDULE: _schedule,
    Action.UNSCHEDULE: _unschedule,
    Action.PAUSE: _pause,
    Action.RESUME: _resume,
    Action.ASK_REVIEW: _ask_review,
    Action.WITHDRAW_REVIEW: _withdraw_review,
    Action.SEND_BACK: _send_back,
    Action.APPROVE: _approve,
}
