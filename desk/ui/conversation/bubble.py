"""One message of the exchange: plain text, whatever it contains."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desk.models.snapshots import MessageView
from desk.ui.common.styling import label, set_style
from desk.ui.common.times import Times
from desk.ui.common.tones import TONE_TOKENS
from desk.ui.conversation.state_words import Said
from desk.ui.theme import Theme, Token

WIDEST = 680
"""Logical pixels: some 90 characters a line; longer lines are hard to read."""


class SaidLine(QWidget):
    """An icon and words for one state."""

    def __init__(self, theme: Theme, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        icon = QLabel()
        icon.setPixmap(
            theme.pixmap(said.icon, 14, TONE_TOKENS[said.tone], self.devicePixelRatioF())
        )
        icon.setAccessibleName(said.words)
        words = label(said.words, "small", wrap=True)
        set_style(words, tone=said.tone)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self.setAccessibleName(said.words)


class MessageBubble(QFrame):
    """A message with its author, its instant and what is known of its journey."""

    proof_requested = Signal(object)
    """Its id: the agent wants its chain of proof as a page. Of a reply only."""

    def __init__(
        self,
        theme: Theme,
        times: Times,
        message: MessageView,
        author: str,
        now_ms: int,
        said: Sequence[Said],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        outgoing = message.direction == "out"
        self.setProperty("role", "bubble_out" if outgoing else "bubble_in")
        self.setMaximumWidth(WIDEST)
        moment = times.moment(message.at_ms, now_ms)
        self.setAccessibleName(
            self.tr("Message of {author}, {moment}").format(author=author, moment=moment)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(author, "strong"))
        if message.kind == "holding":
            chip = label(self.tr("Holding reply"), "chip")
            set_style(chip, tone="warn")
            head.addWidget(chip)
        if message.proxy is not None:
            chip = label(self.tr("Procuration"), "chip")
            set_style(chip, tone="info")
            head.addWidget(chip)
        head.addStretch(1)
        head.addWidget(label(moment, "small"))
        if outgoing:
            head.addWidget(self._proof_button(theme, message.message_id, moment))
        column.addLayout(head)
        self.body = label(message.text, wrap=True)
        self.body.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.setAccessibleName(message.text)
        column.addWidget(self.body)
        for each in said:
            column.addWidget(SaidLine(theme, each))

    def _proof_button(self, theme: Theme, message_id: int, moment: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("kind", "quiet")
        made.setIcon(theme.icon("printer", Token.TEXT_MUTED))
        made.setIconSize(QSize(16, 16))
        made.setToolTip(self.tr("Proof of the reply"))
        made.setAccessibleName(self.tr("Proof of the reply, {moment}").format(moment=moment))
        made.clicked.connect(lambda: self.proof_requested.emit(message_id))
        return made
