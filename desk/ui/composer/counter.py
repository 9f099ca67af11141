"""How long the reply is, beside what it may be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desk.services.reply_text import REPLY_MAX_LENGTH, visible_length
from desk.ui.common.styling import set_style
from desk.ui.theme import Theme

NEARLY_FULL = 0.9


class LengthCounter(QLabel):
    """« 312 / 5000 »; its tone repeats what its words say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "small")
        self.setFont(theme.font_tabular(0.9))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show_length_of(self, text: str) -> None:
        length = visible_length(text)
        self.setText(self.tr("{count} / {most}").format(count=length, most=REPLY_MAX_LENGTH))
        self.setAccessibleName(
            self.tr("{count} characters of {most}").format(count=length, most=REPLY_MAX_LENGTH)
        )
        full = length > REPLY_MAX_LENGTH * NEARLY_FULL
        set_style(self, tone="error" if length > REPLY_MAX_LENGTH else "warn" if full else "")
