"""A reply in review, among the messages: its text, its state, and its author's way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk.models.snapshots import ReviewView
from desk.ui.common.styling import button, label, set_style
from desk.ui.common.times import Times
from desk.ui.conversation.bubble import SaidLine
from desk.ui.review.words import review_said
from desk.ui.theme import Theme


class ReviewCard(QFrame):
    """Not a message: nobody outside has it. The reviewer finds the text in their own panel."""

    withdraw_requested = Signal()
    """Take the request back; its text becomes the draft."""

    def __init__(
        self,
        theme: Theme,
        times: Times,
        review: ReviewView,
        now_ms: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "bubble_pending" if review.waits else "note")
        title = self.tr("Reply in review") if review.waits else self.tr("Reply sent back")
        self.setAccessibleName(
            self.tr("{title}, of {author}").format(title=title, author=review.author_name)
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        chip = label(title, "chip")
        set_style(chip, tone="info" if review.waits else "warn")
        head.addWidget(chip)
        if review.kind == "holding":
            kind = label(self.tr("Holding reply"), "chip")
            set_style(kind, tone="warn")
            head.addWidget(kind)
        head.addWidget(label(review.author_name, "strong"))
        head.addStretch(1)
        self.body = label(review.text, wrap=True)
        self.body.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.setAccessibleName(review.text)
        self.withdraw_button = button(
            self.tr("Take the request back"), "", self.tr("Take the request for a review back")
        )
        self.withdraw_button.setVisible(
            review.by_me and not review.pending and review.review_id is not None
        )
        self.withdraw_button.clicked.connect(self.withdraw_requested)
        foot = QHBoxLayout()
        foot.addWidget(self.withdraw_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(SaidLine(theme, review_said(review, times, now_ms)))
        if review.words:
            column.addWidget(label(review.words, "strong", wrap=True))
        column.addWidget(self.body)
        column.addLayout(foot)
