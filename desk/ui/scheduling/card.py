"""A reply that the portal will publish by itself, or holds: its text, its moment, what to do."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk.models.snapshots import ScheduledView, ThreadView
from desk.ui.common.styling import button, label, set_style
from desk.ui.common.times import Times
from desk.ui.composer.writing import writing_of

translate = QCoreApplication.translate


class ScheduledCard(QFrame):
    """Waiting: it may be cancelled. Held: why, and the two ways out. Each gives the text back."""

    cancel_requested = Signal()
    """Take it back; its text becomes the draft."""
    reschedule_requested = Signal()

    def __init__(
        self,
        times: Times,
        thread: ThreadView,
        scheduled: ScheduledView,
        *,
        supervisor: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`supervisor`: who looks may cancel a colleague's, as the portal allows."""
        super().__init__(parent)
        held = bool(scheduled.held_because)
        self.setProperty("role", "note" if held else "bubble_pending")
        title = self.tr("Reply held") if held else self.tr("Scheduled reply")
        moment = times.day_and_time(scheduled.publish_ms)
        self.setAccessibleName(
            self.tr("{title} of {author}, {moment}").format(
                title=title, author=scheduled.author_name, moment=moment
            )
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        chip = label(title, "chip")
        set_style(chip, tone="warn" if held else "info")
        head.addWidget(chip)
        if scheduled.kind == "holding":
            kind = label(self.tr("Holding reply"), "chip")
            set_style(kind, tone="warn")
            head.addWidget(kind)
        head.addWidget(label(scheduled.author_name, "strong"))
        head.addStretch(1)
        words = self.tr("was to leave {moment}") if held else self.tr("leaves {moment}")
        head.addWidget(label(words.format(moment=moment), "small"))
        leaving = thread.pending.unscheduling
        self.reason = label(state_words(scheduled, leaving=leaving), "", wrap=True)
        self.body = label(scheduled.text, wrap=True)
        self.body.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.setAccessibleName(scheduled.text)
        self.cancel_button = button(
            self.tr("Take the text back, to publish it now")
            if held
            else self.tr("Cancel the scheduling"),
            "",
            self.tr("Cancel the scheduling: the text goes back to the reply"),
        )
        self.reschedule_button = button(self.tr("Schedule again…"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.reschedule_button)
        foot.addStretch(1)
        may_cancel = (scheduled.by_me or supervisor) and not leaving
        self.cancel_button.setVisible(may_cancel)
        self.reschedule_button.setVisible(
            held
            and scheduled.held_because != "review_needed"
            and scheduled.by_me
            and not leaving
            and writing_of(thread).standing.may_publish
        )
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.reschedule_button.clicked.connect(self.reschedule_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.reason)
        column.addWidget(self.body)
        column.addLayout(foot)


def state_words(scheduled: ScheduledView, *, leaving: bool) -> str:
    """What is true of it, and what that asks of its author. `leaving`: it is being cancelled."""
    if leaving:
        return translate(
            "ScheduledCard",
            "Its cancelling waits to be sent: until then the portal may publish it.",
        )
    if scheduled.scheduled_id is None:
        return translate(
            "ScheduledCard", "Waiting to be sent: the portal does not know of this scheduling yet."
        )
    known = {
        "": translate("ScheduledCard", "The portal publishes it by itself at that moment."),
        "adherent_wrote": translate(
            "ScheduledCard",
            "Not published: the adherent wrote meanwhile. Read what they added, then publish it "
            "now or schedule it again.",
        ),
        "author_absent": translate(
            "ScheduledCard",
            "Not published: its author was absent at that moment. Read the exchange again, then "
            "publish it now or schedule it again.",
        ),
        "review_needed": translate(
            "ScheduledCard",
            "Not published: its author is in training, so a colleague reads it first. Cancel it, "
            "then ask for a review.",
        ),
        "thread_changed": translate(
            "ScheduledCard",
            "Not published: the exchange changed meanwhile. Read it, then publish it now or "
            "schedule it again.",
        ),
    }
    return known.get(scheduled.held_because, scheduled.held_because)
