"""What is true of a reply or a notification, in words, with the icon and tone that go with it."""

import msgspec
from PySide6.QtCore import QCoreApplication

from desk.models.snapshots import NotificationView, OutboxView, ReplyState
from desk.ui.common.times import Times

translate = QCoreApplication.translate


class Said(msgspec.Struct, frozen=True):
    """Words with the icon and tone that repeat their meaning."""

    words: str
    icon: str
    tone: str
    """``ok``, ``warn``, ``error``, ``info`` or ``""``."""


def reply_said(entry: OutboxView, times: Times, now_ms: int) -> Said:
    """The state of a reply that left the editor (product.md, « Rules of a reply »)."""
    match entry.state:
        case ReplyState.QUEUED:
            words = translate(
                "StateWords", "Queued since {time}: leaves as soon as the portal answers"
            )
            return Said(
                words.format(time=times.hour_or_moment(entry.created_ms, now_ms)), "clock", "info"
            )
        case ReplyState.SENDING:
            return Said(translate("StateWords", "Sending…"), "send", "info")
        case ReplyState.UNCONFIRMED:
            if entry.next_try_ms is not None and entry.next_try_ms > now_ms:
                words = translate(
                    "StateWords",
                    "Unconfirmed: no answer from the portal. The same request goes again at "
                    "{time}; it can only be published once",
                ).format(time=times.time_with_seconds(entry.next_try_ms))
            else:
                words = translate(
                    "StateWords",
                    "Unconfirmed: no answer from the portal. The same request goes again; it can "
                    "only be published once",
                )
            return Said(words, "circle-help", "warn")
        case ReplyState.PUBLISHED:
            words = translate("StateWords", "Published: no. {number} at the portal, {moment}")
            moment = "" if entry.published_ms is None else times.moment(entry.published_ms, now_ms)
            return Said(words.format(number=entry.portal_id, moment=moment), "circle-check", "ok")
        case ReplyState.REJECTED:
            words = translate("StateWords", "Refused: {reason}")
            return Said(words.format(reason=refusal(entry)), "circle-x", "error")
        case ReplyState.CONFLICT:
            return Said(
                translate("StateWords", "Conflict: the exchange changed while you were writing"),
                "git-compare",
                "error",
            )
        case ReplyState.CANCELLED:
            return Said(translate("StateWords", "Cancelled, kept as a draft"), "undo-2", "")


def refusal(entry: OutboxView) -> str:
    """Why the portal refused, in words: its own where it gave some."""
    known = {
        "already-answered": translate("StateWords", "this exchange already has its answer"),
        "claimed-by-another": translate("StateWords", "a colleague holds this exchange"),
        "text-too-long": translate("StateWords", "the text is too long"),
        "text-too-short": translate("StateWords", "the text is empty"),
        "not-found": translate("StateWords", "the exchange no longer exists at the portal"),
        "not-claimed": translate("StateWords", "nobody holds this exchange any more"),
        "already-scheduled": translate(
            "StateWords", "a reply to this exchange is already scheduled"
        ),
        "motif-not-offered": translate("StateWords", "this motif is no longer offered"),
        "unknown-destination": translate("StateWords", "it cannot be transferred there"),
        "too-late": translate("StateWords", "too late, the adherent already sees this reply"),
        "portal-restored": translate(
            "StateWords",
            "the portal was restored from a backup that does not hold it; the text is kept here",
        ),
        "review-needed": translate(
            "StateWords", "you are in training: ask a colleague to review it"
        ),
        "not-reviewer": translate("StateWords", "somebody else is to review this reply"),
        "unknown-reviewer": translate("StateWords", "this colleague cannot be asked any more"),
        "already-in-review": translate("StateWords", "a reply to this message is in review"),
        "review-settled": translate(
            "StateWords", "this review was decided by a colleague, or taken back by its author"
        ),
        "role-not-allowed": translate("StateWords", "you are not allowed to answer this exchange"),
    }
    return (
        known.get(entry.problem)
        or entry.problem_detail
        or translate("StateWords", "the portal gave no reason")
    )


def act_words(kind: str) -> str:
    """What an outbox entry does, in one or two words."""
    known = {
        "claim": translate("StateWords", "Take charge"),
        "release": translate("StateWords", "Give back"),
        "reply": translate("StateWords", "Reply"),
        "note": translate("StateWords", "Internal note"),
        "reclassify": translate("StateWords", "Correct the motif"),
        "transfer": translate("StateWords", "Transfer"),
        "close": translate("StateWords", "Close without an answer"),
        "break_claim": translate("StateWords", "End a colleague's hold"),
        "withdraw": translate("StateWords", "Take a reply back"),
        "schedule": translate("StateWords", "Scheduled reply"),
        "unschedule": translate("StateWords", "Cancel a scheduled reply"),
        "pause": translate("StateWords", "Pause the deadline"),
        "resume": translate("StateWords", "Let the deadline run again"),
        "ask_review": translate("StateWords", "Ask for a review"),
        "withdraw_review": translate("StateWords", "Take the request for a review back"),
        "send_back": translate("StateWords", "Send a reply back"),
        "approve": translate("StateWords", "Approve a reply"),
    }
    return known.get(kind, kind)


def notification_said(told: NotificationView, times: Times, now_ms: int) -> Said:
    """How far the telling of the adherent has come."""
    by_sms = told.channel == "sms"
    if told.kind == "acknowledgement" and by_sms:
        what = translate("StateWords", "SMS that confirms the message")
    elif told.kind == "acknowledgement":
        what = translate("StateWords", "Acknowledgement")
    elif by_sms:
        what = translate("StateWords", "“Answer available” SMS")
    else:
        what = translate("StateWords", "“Answer available” notice")
    if told.told_proxy is not None:
        what = translate("StateWords", "{what} to {proxy}").format(what=what, proxy=told.told_proxy)
    if told.delivered_ms is not None:
        words = translate("StateWords", "{what}: reached the telephone {moment}")
        moment = times.moment(told.delivered_ms, now_ms)
        return Said(words.format(what=what, moment=moment), "mail-check", "ok")
    if told.returned_ms is not None and by_sms:
        words = translate("StateWords", "{what}: did not reach the telephone ({cause})")
        return Said(words.format(what=what, cause=cause_words(told.cause)), "mail-x", "error")
    if told.returned_ms is not None:
        words = translate("StateWords", "{what}: not delivered ({cause}), came back {moment}")
        moment = times.moment(told.returned_ms, now_ms)
        said = words.format(what=what, cause=cause_words(told.cause), moment=moment)
        return Said(said, "mail-x", "error")
    if told.state == "handed_over" and told.handed_over_ms is not None:
        if by_sms:
            words = translate("StateWords", "{what}: handed to the SMS gateway {moment}")
            moment = times.moment(told.handed_over_ms, now_ms)
            return Said(words.format(what=what, moment=moment), "mail-check", "ok")
        moment = times.moment(told.handed_over_ms, now_ms)
        if told.cause:
            words = translate("StateWords", "{what}: handed to the mail server {moment}, {cause}")
            said = words.format(what=what, moment=moment, cause=cause_words(told.cause))
            return Said(said, "mail-warning", "warn")
        words = translate("StateWords", "{what}: handed to the mail server {moment}")
        return Said(words.format(what=what, moment=moment), "mail-check", "ok")
    if told.state == "failed":
        cause = cause_words(told.cause)
        if told.next_try_ms is None:
            words = translate("StateWords", "{what}: failed ({cause}), no further try")
            return Said(words.format(what=what, cause=cause), "mail-x", "error")
        words = translate("StateWords", "{what}: failed ({cause}), next try {moment}")
        moment = times.moment(told.next_try_ms, now_ms)
        return Said(words.format(what=what, cause=cause, moment=moment), "mail-warning", "warn")
    return Said(translate("StateWords", "{what}: to be sent").format(what=what), "clock", "info")


def profile_words(profile: str) -> str:
    """The profile as agents call it; the portal's « entreprise » is shown as employer."""
    names = {
        "particulier": translate("StateWords", "Private person"),
        "exploitant": translate("StateWords", "Farmer"),
        "entreprise": translate("StateWords", "Employer"),
        "tiers": translate("StateWords", "Third party"),
    }
    return names.get(profile, profile)


def status_words(status: str) -> str:
    """« ouvert », « répondu », « clos »."""
    names = {
        "open": translate("StateWords", "open"),
        "answered": translate("StateWords", "answered"),
        "closed": translate("StateWords", "closed"),
    }
    return names.get(status, status)


def cause_words(cause: str) -> str:
    """Why a notification failed; the portal gives codes."""
    known = {
        "no_address": translate("StateWords", "no address"),
        "invalid_address": translate("StateWords", "invalid address"),
        "server_unreachable": translate("StateWords", "mail server unreachable"),
        "sign_in_refused": translate("StateWords", "the mail server refused the sign-in"),
        "tls_failed": translate("StateWords", "the mail server's encryption failed"),
        "recipient_refused": translate("StateWords", "address refused"),
        "recipient_deferred": translate("StateWords", "address refused for now"),
        "message_refused": translate("StateWords", "message refused"),
        "message_deferred": translate("StateWords", "message refused for now"),
        "sender_refused": translate("StateWords", "sender refused"),
        "cannot_be_written": translate("StateWords", "the message could not be written"),
        "connection_lost": translate("StateWords", "connection lost"),
        "delayed": translate("StateWords", "delayed on its way"),
        "mailbox_unknown": translate("StateWords", "this address does not exist"),
        "mailbox_closed": translate("StateWords", "this mailbox is closed"),
        "mailbox_full": translate("StateWords", "this mailbox is full"),
        "no_way_there": translate("StateWords", "no mail server takes this address"),
        "refused_by_rule": translate("StateWords", "refused by a rule of the other mail server"),
        "not_in_time": translate("StateWords", "the other mail server never answered in time"),
        "returned": translate("StateWords", "refused by the other mail server"),
        "telephone_unreachable": translate("StateWords", "the telephone was off or full for a day"),
        "sms_undelivered": translate("StateWords", "the telephone network failed"),
        "number_refused": translate("StateWords", "number refused"),
        "text_refused": translate("StateWords", "refused by the SMS gateway"),
        "gateway_unreachable": translate("StateWords", "SMS gateway unreachable"),
        "gateway_failed": translate("StateWords", "the SMS gateway has a fault"),
        "gateway_busy": translate("StateWords", "the SMS gateway is overloaded"),
        "gateway_misread": translate("StateWords", "the SMS gateway's answer says nothing"),
        "gateway_sign_in_refused": translate("StateWords", "the SMS gateway refused the sign-in"),
        "gateway_out_of_credit": translate("StateWords", "no SMS credit left"),
        "too_late": translate("StateWords", "too late to be of use"),
    }
    return known.get(cause) or cause or translate("StateWords", "cause unknown")
