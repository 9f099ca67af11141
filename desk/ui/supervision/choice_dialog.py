"""One choice among many, with a reason where one is needed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desk.services.reply_text import visible_length
from desk.ui.acts.choice_list import Choice, ChoiceList
from desk.ui.common.styling import button, label
from desk.ui.theme import Theme


class ChoiceDialog(QDialog):
    """Accepted: `chosen` is one of the codes, and `text` a reason of a fit length."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        words: str,
        choices: Sequence[Choice],
        accept: str,
        *,
        reason: tuple[int, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`reason`: least and most visible characters; None: none is asked for."""
        super().__init__(parent)
        self._reason = reason
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(620, 600)
        self.choices = ChoiceList(
            theme,
            choices,
            self.tr("Choices"),
            self.tr("Search"),
            self.tr("A few letters"),
        )
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(self.tr("Why"))
        self.edit.setFixedHeight(84)
        self._caption = label(self.tr("Why"), "caption")
        self.accept_button = button(accept, "primary")
        self.accept_button.setDefault(True)
        self.cancel_button = button(self.tr("Cancel"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self.choices, 1)
        column.addWidget(self._caption)
        column.addWidget(self.edit)
        column.addLayout(foot)
        for part in (self._caption, self.edit):
            part.setVisible(reason is not None)
        self.choices.changed.connect(self._refresh)
        self.choices.accepted.connect(self._on_chosen)
        self.choices.search.returnPressed.connect(self._on_chosen)
        self.edit.textChanged.connect(self._refresh)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._refresh()
        self.choices.search.setFocus()

    @property
    def chosen(self) -> str | None:
        return self.choices.chosen

    @property
    def text(self) -> str:
        return self.edit.toPlainText().strip()

    def accept(self) -> None:
        if self.accept_button.isEnabled():
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            self.accept()
            return
        super().keyPressEvent(event)

    def _on_chosen(self) -> None:
        if self._reason is not None and not self.text:
            self.edit.setFocus()
        else:
            self.accept()

    def _refresh(self) -> None:
        fit = True
        if self._reason is not None:
            least, most = self._reason
            fit = least <= visible_length(self.text) <= most
        self.accept_button.setEnabled(self.chosen is not None and fit)
