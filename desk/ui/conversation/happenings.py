"""What happened to an exchange besides its messages: notes among agents, events, what waits."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk.models.snapshots import EventView, NoteView, PendingView
from desk.ui.common.styling import label, set_style
from desk.ui.common.times import Times
from desk.ui.conversation.state_words import Said

translate = QCoreApplication.translate


class NoteCard(QFrame):
    """A note is plainly not a message: its own colour, and « Note interne » in words."""

    def __init__(
        self, times: Times, note: NoteView, now_ms: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        moment = times.moment(note.at_ms, now_ms)
        self.setAccessibleName(
            self.tr("Internal note of {author}, {moment}").format(
                author=note.author_name, moment=moment
            )
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        chip = label(self.tr("Internal note"), "chip")
        set_style(chip, tone="warn")
        head.addWidget(chip)
        head.addWidget(label(note.author_name, "strong"))
        if note.state is not None:
            waiting = label(
                self.tr("Not taken by the portal")
                if note.state.awaits_author
                else self.tr("Waiting to be sent"),
                "chip",
            )
            set_style(waiting, tone="info")
            head.addWidget(waiting)
        head.addStretch(1)
        head.addWidget(label(moment, "small"))
        self.body = label(note.text, wrap=True)
        self.body.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.setAccessibleName(note.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.body)


def event_said(event: EventView, times: Times, now_ms: int) -> Said:
    """« Karim Exemple a corrigé le motif : … (aujourd’hui à 09 h 42) »."""
    who = event.author_name or translate("Happenings", "The portal")
    known = {
        "reclassified": translate(
            "Happenings", "{who} corrected the motif: “{after}” instead of “{before}”"
        ),
        "transferred": translate("Happenings", "{who} transferred it to {after}"),
        "closed": translate("Happenings", "{who} closed it without an answer"),
        "claim_broken": translate("Happenings", "{who} ended the hold on it"),
        "reply_withdrawn": translate("Happenings", "{who} took a reply back"),
        "completed": translate("Happenings", "The adherent added a detail"),
        "paused": translate("Happenings", "{who} paused the deadline"),
        "resumed": translate("Happenings", "The deadline runs again"),
        "assigned": _assigned_words(event.after),
        "review_asked": translate("Happenings", "{who} asked for a review of a reply"),
        "review_sent_back": translate("Happenings", "{who} sent the reply back to its author"),
        "review_approved": translate("Happenings", "{who} approved the reply, which was published"),
        "review_withdrawn": translate("Happenings", "{who} took the request for a review back"),
    }
    words = known.get(event.kind, event.kind).format(
        who=who, before=event.before, after=event.after
    )
    if event.reason:
        words = translate("Happenings", "{words}: {reason}").format(
            words=words, reason=event.reason
        )
    moment = times.moment(event.at_ms, now_ms)
    return Said(
        translate("Happenings", "{words} ({moment})").format(words=words, moment=moment),
        "history",
        "",
    )


def _assigned_words(to: str) -> str:
    if not to:
        return translate("Happenings", "{who} took its assignment back")
    if to == "?":
        return translate("Happenings", "{who} assigned it to a colleague")
    return translate("Happenings", "{who} assigned it to {after}")


def pending_said(pending: PendingView) -> list[Said]:
    """What waits to be sent, one line each; never told as done."""
    words = []
    if pending.motif is not None:
        words.append(
            translate("Happenings", "Waiting to be sent: the motif becomes “{motif}”").format(
                motif=pending.motif_label or pending.motif
            )
        )
    if pending.transfer_to is not None:
        words.append(
            translate("Happenings", "Waiting to be sent: transfer to {team}").format(
                team=pending.transfer_to
            )
        )
    if pending.closing:
        words.append(translate("Happenings", "Waiting to be sent: closing without an answer"))
    if pending.breaking_claim:
        words.append(translate("Happenings", "Waiting to be sent: the end of the colleague's hold"))
    if pending.pausing:
        words.append(translate("Happenings", "Waiting to be sent: the pause of the deadline"))
    if pending.resuming:
        words.append(translate("Happenings", "Waiting to be sent: the deadline runs again"))
    return [Said(each, "clock", "info") for each in words]
