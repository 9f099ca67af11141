"""What is true of the text in the composer, and of the exchange it is written for, in words."""

import msgspec
from PySide6.QtCore import QCoreApplication

from desk.models.snapshots import ReplyState, ThreadView
from desk.ui.common.times import Times
from desk.ui.composer.writing import Standing, Writing
from desk.ui.conversation.state_words import Said, reply_said
from desk.ui.review.words import review_said, whom_words

translate = QCoreApplication.translate


class TextState(msgspec.Struct, frozen=True):
    """What the composer knows of the text on screen."""

    writing: Writing
    text: str
    saved_ms: int | None
    """When it reached the disk; None while it has not."""
    save_trouble: str
    """The disk's code; empty while it takes what it is given."""
    publishing: bool
    """« Publier » was confirmed, the outbox has not answered yet."""


def text_said(state: TextState, thread: ThreadView | None, times: Times, now_ms: int) -> Said:
    """« Brouillon enregistré sur ce PC à 10:42:07 », « Publiée : n° 12 … »."""
    entry, standing = state.writing.entry, state.writing.standing
    if state.publishing and standing is Standing.OPEN:
        return Said(translate("ComposerPanel", "Being queued…"), "clock", "info")
    if entry is not None and (entry.state.is_under_way or entry.state.awaits_author):
        return reply_said(entry, times, now_ms)
    if state.save_trouble:
        words = translate(
            "ComposerPanel", "Not saved yet: {reason}. The text is held here and tried again"
        )
        return Said(words.format(reason=_disk_words(state.save_trouble)), "triangle-alert", "error")
    if state.text and state.saved_ms is not None:
        words = translate("ComposerPanel", "Draft saved on this PC at {time}")
        return Said(words.format(time=times.time_with_seconds(state.saved_ms)), "save", "")
    if state.text:
        return Said(translate("ComposerPanel", "Draft being saved…"), "save", "")
    if thread is not None and standing is Standing.IN_REVIEW and thread.review is not None:
        return review_said(thread.review, times, now_ms)
    if thread is not None and thread.scheduled is not None and not thread.scheduled.held_because:
        words = translate("ComposerPanel", "A reply is scheduled: it leaves {moment}")
        moment = times.moment(thread.scheduled.publish_ms, now_ms)
        return Said(words.format(moment=moment), "calendar-clock", "info")
    if entry is not None and entry.state is ReplyState.PUBLISHED and entry.kind == "reply":
        return reply_said(entry, times, now_ms)
    if standing is Standing.ANSWERED:
        words = translate("ComposerPanel", "This exchange has its answer.")
        return Said(words, "circle-check", "")
    return Said("", "pencil", "")


def _disk_words(code: str) -> str:
    reasons = {
        "disk_full": translate("ComposerPanel", "the disk is full"),
        "read_only": translate("ComposerPanel", "the disk is read-only"),
        "busy": translate("ComposerPanel", "the disk does not answer"),
    }
    return reasons.get(code, translate("ComposerPanel", "the disk refuses"))


class Warned(msgspec.Struct, frozen=True):
    """What the author should know of the exchange before they go on."""

    tone: str
    words: str
    to_acknowledge: bool = False
    """It goes away when the author says that they have read it."""


def exchange_warned(
    state: TextState, thread: ThreadView | None, seen_version: int
) -> Warned | None:
    """`seen_version`: the exchange as the author of the text knows it."""
    standing = state.writing.standing
    if thread is None:
        return None
    if standing is Standing.HELD and thread.claim_name is not None:
        words = translate(
            "ComposerPanel",
            "{name} is answering this message. You can write, and your text is kept; "
            "publishing waits until the exchange is free.",
        )
        return Warned("warn", words.format(name=thread.claim_name))
    review = thread.review
    if standing is Standing.OPEN and review is not None and review.waits:
        words = translate(
            "ComposerPanel",
            "{name} has already written a reply, which {whom} is asked to review: see it above.",
        )
        return Warned("warn", words.format(name=review.author_name, whom=whom_words(review)))
    if standing is Standing.ANSWERED and state.text:
        return Warned(
            "info",
            translate(
                "ComposerPanel",
                "This exchange already has its answer. Your text is kept as a draft.",
            ),
        )
    if (
        standing is Standing.OPEN
        and state.text
        and seen_version < thread.version
        and not state.publishing
    ):
        return Warned(
            "warn",
            translate(
                "ComposerPanel",
                "The exchange has changed since you began to write. Read it again above.",
            ),
            to_acknowledge=True,
        )
    return None
