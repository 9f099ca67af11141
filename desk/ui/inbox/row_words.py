"""What a screen reader says of a row: the same facts as on screen, without colour or place."""

from PySide6.QtCore import QCoreApplication, QObject

from desk.countdown import countdown
from desk.models.snapshots import InboxRow, ReplyState
from desk.ui.inbox.countdown_text import countdown_spoken
from desk.ui.inbox.segments import Header, Level


def row_words(row: InboxRow, now_ms: int) -> str:
    """« FERRANDIER Odile, Carte européenne, reste 3 h 20, non affecté »."""
    answered = None if row.status == "open" else row.due_ms
    words = [
        row.adherent_name,
        row.motif_label,
        countdown_spoken(countdown(row.due_ms, row.sent_ms, answered, now_ms)),
        holder_words(row, now_ms)
        or assignee_words(row)
        or QCoreApplication.translate("InboxRow", "unassigned"),
    ]
    if row.has_draft:
        words.append(draft_words())
    reply = reply_words(row.reply_state)
    if reply:
        words.append(QCoreApplication.translate("InboxRow", "reply {state}").format(state=reply))
    for more in (review_words(row.review), pending_words(row.pending_act)):
        if more:
            words.append(more)
    words.append(row.first_words)
    return ", ".join(words)


def holder_words(row: InboxRow, now_ms: int) -> str:
    """« Claire rédige », « Vous rédigez »; empty when nobody holds it, or no longer."""
    if row.claim_name is None or row.claim_expires_ms is None or row.claim_expires_ms <= now_ms:
        return ""
    if row.claimed_by_me:
        return QCoreApplication.translate("InboxRow", "You are writing")
    return QCoreApplication.translate("InboxRow", "{name} is writing").format(
        name=row.claim_name.split()[0]
    )


def assignee_words(row: InboxRow) -> str:
    """« Confié à vous », « Confié à Karim »; empty when a supervisor chose nobody."""
    if row.assigned_name is None:
        return ""
    if row.assigned_to_me:
        return QCoreApplication.translate("InboxRow", "Assigned to you")
    return QCoreApplication.translate("InboxRow", "Assigned to {name}").format(
        name=row.assigned_name.split()[0]
    )


def draft_words() -> str:
    """A text has been begun."""
    return QCoreApplication.translate("InboxRow", "draft")


def reply_words(state: ReplyState | None) -> str:
    """My reply's state where it still matters; empty when there is none, or it has arrived."""
    if state is ReplyState.QUEUED:
        return QCoreApplication.translate("InboxRow", "queued")
    if state is ReplyState.SENDING:
        return QCoreApplication.translate("InboxRow", "sending")
    if state is ReplyState.UNCONFIRMED:
        return QCoreApplication.translate("InboxRow", "unconfirmed")
    if state is ReplyState.REJECTED:
        return QCoreApplication.translate("InboxRow", "refused")
    if state is ReplyState.CONFLICT:
        return QCoreApplication.translate("InboxRow", "conflict")
    return ""


def review_words(review: str) -> str:
    """Of a reply that a colleague reads before it leaves: who is to act; else empty."""
    if review == "to_review":
        return QCoreApplication.translate("InboxRow", "to review")
    if review == "sent_back":
        return QCoreApplication.translate("InboxRow", "sent back to you")
    if review == "in_review":
        return QCoreApplication.translate("InboxRow", "in review")
    return ""


def pending_words(act: str) -> str:
    """Of an act that waits to be sent, why the row may soon stand elsewhere; else empty."""
    if act == "reclassify":
        return QCoreApplication.translate("InboxRow", "motif changing")
    if act == "transfer":
        return QCoreApplication.translate("InboxRow", "leaving")
    if act == "close":
        return QCoreApplication.translate("InboxRow", "closing")
    return ""


def header_words(header: Header, now_ms: int) -> str:
    """« Thème Santé, 12 messages, 3 en retard, plus proche échéance : reste 3 h 20, replié »."""
    words = [
        f"{_level_words(header.level)} {header.label}",
        InboxCounts().messages(header.count),
    ]
    if header.late:
        words.append(late_words(header.late))
    nearest = countdown(header.nearest_due_ms, header.nearest_due_ms, None, now_ms)
    words.append(
        QCoreApplication.translate("InboxRow", "nearest deadline: {time}").format(
            time=countdown_spoken(nearest)
        )
    )
    words.append(
        QCoreApplication.translate("InboxRow", "closed")
        if header.collapsed
        else QCoreApplication.translate("InboxRow", "open")
    )
    return ", ".join(words)


def late_words(count: int) -> str:
    """« 3 en retard »."""
    return InboxCounts().late(count)


class InboxCounts(QObject):
    """Words with a number: only `tr` of an object has plural forms."""

    def messages(self, count: int) -> str:
        """« 12 messages »."""
        return self.tr("%n message(s)", "", count)

    def late(self, count: int) -> str:
        """« 3 en retard »."""
        return self.tr("%n late", "", count)


def _level_words(level: Level) -> str:
    if level is Level.THEME:
        return QCoreApplication.translate("InboxRow", "Thème")
    if level is Level.SUJET:
        return QCoreApplication.translate("InboxRow", "Sujet")
    return QCoreApplication.translate("InboxRow", "Motif")
