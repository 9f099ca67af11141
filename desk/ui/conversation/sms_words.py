"""What an adherent's wish for SMS comes to, in words."""

from PySide6.QtCore import QCoreApplication

from desk.models.snapshots import ThreadView
from desk.ui.conversation.state_words import Said

translate = QCoreApplication.translate


def sms_tells(thread: ThreadView) -> bool:
    """Whether an SMS will leave, and nothing says that it will not arrive."""
    reach = thread.reach
    return reach.by_sms and reach.sms_state == "verified" and not reach.sms_refused


def sms_said(thread: ThreadView) -> Said | None:
    """For the header; None: no SMS is asked for."""
    reach = thread.reach
    if not reach.by_sms:
        return None
    if reach.sms_state == "off":
        return Said(
            translate("ReachWords", "SMS asked for, the portal sends none"), "mail-warning", "warn"
        )
    if reach.sms_state != "verified":
        words = translate("ReachWords", "SMS asked for, number not confirmed")
        return Said(words, "mail-warning", "warn")
    if reach.sms_refused:
        words = translate("ReachWords", "The last SMS did not reach their telephone")
        return Said(words, "mail-warning", "warn")
    return Said(translate("ReachWords", "SMS asked for"), "mail-check", "")


def sms_telling_said(thread: ThreadView) -> Said | None:
    """For the question before a publication; None: no SMS is asked for."""
    reach = thread.reach
    if not reach.by_sms:
        return None
    if reach.sms_state == "off":
        words = translate("ReachWords", "They asked for an SMS: this portal sends none.")
        return Said(words, "mail-x", "warn")
    if reach.sms_state != "verified":
        words = translate("ReachWords", "They asked for an SMS, but no number is confirmed: none.")
        return Said(words, "mail-x", "warn")
    if reach.sms_refused:
        words = translate(
            "ReachWords", "An SMS leaves too, but the last one did not reach their telephone."
        )
        return Said(words, "mail-warning", "warn")
    words = translate("ReachWords", "They will receive the “answer available” SMS.")
    return Said(words, "message-square", "")
