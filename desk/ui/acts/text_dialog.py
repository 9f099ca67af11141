"""A short text that an act needs: a note, or the reason for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk.services.reply_text import visible_length
from desk.ui.common.fitting import grow_to_words
from desk.ui.common.styling import button, label, set_style
from desk.ui.theme import Theme

WIDTH = 560


class TextDialog(QDialog):
    """Accepted: `text` has between `least` and `most` visible characters. Ctrl+Enter accepts."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        words: str,
        caption: str,
        accept: str,
        *,
        least: int,
        most: int,
        parent: QWidget | None = None,
    ) -> None:
        """`words`: what it does, and what must not be written."""
        super().__init__(parent)
        self._theme = theme
        self._least, self._most = least, most
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(WIDTH)
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(caption)
        self.edit.setMinimumHeight(120)
        self.counter = label("", "small")
        self.problem = label("", "error")
        self.accept_button = button(accept, "primary")
        self.accept_button.setDefault(True)
        self.cancel_button = button(self.tr("Cancel"))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(label(caption, "caption"))
        column.addWidget(self.edit, 1)
        below = QHBoxLayout()
        below.addWidget(self.problem, 1)
        below.addWidget(self.counter)
        column.addLayout(below)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.accept_button)
        column.addLayout(foot)
        self.edit.textChanged.connect(self._refresh)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._refresh()
        self.edit.setFocus()

    @property
    def text(self) -> str:
        return self.edit.toPlainText().strip()

    def accept(self) -> None:
        if self.accept_button.isEnabled():
            super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        grow_to_words(self, self._column)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            self.accept()
            return
        super().keyPressEvent(event)

    def _refresh(self) -> None:
        length = visible_length(self.text)
        self.counter.setText(self.tr("{count} / {most}").format(count=length, most=self._most))
        words = ""
        if length > self._most:
            words = self.tr("Too long by %n character(s).", "", length - self._most)
        elif self.text and length < self._least:
            words = self.tr("At least %n character(s).", "", self._least)
        self.problem.setText(words)
        self.edit.setAccessibleDescription(words)
        set_style(self.edit, invalid="true" if words else "false")
        self.accept_button.setEnabled(self._least <= length <= self._most)
