"""Under the editor: what keeps the text from leaving as it is, and the way to it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.services.reply_text import REPLY_MAX_LENGTH, ReplyError, reply_errors, visible_length
from desk.ui.common.styling import button, label
from desk.ui.composer.editor import ReplyEditor


class TroubleLine(QWidget):
    """Nothing is said of a text that cannot be written to."""

    def __init__(self, editor: ReplyEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setAccessibleName(self.tr("Reply"))
        self.problem = label("", "error")
        self.hole_button = button(
            self.tr("Go to it"),
            "link",
            self.tr("Go to the missing value"),
        )
        self.training = label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.problem)
        row.addWidget(self.hole_button)
        row.addStretch(1)
        row.addWidget(self.training)
        self.hole_button.clicked.connect(editor.go_to_next_hole)

    def set_training(self, in_training: bool) -> None:
        """A colleague reads what its author writes."""
        words = self.tr("In training: your reply leaves after a colleague has read it.")
        self.training.setText(words if in_training else "")

    def look(self, *, writable: bool, in_training: bool) -> None:
        """Say what is wrong with the text as it now is."""
        text = self._editor.toPlainText()
        errors = reply_errors(text) if writable else ()
        words = ""
        if ReplyError.TOO_LONG in errors:
            excess = visible_length(text) - REPLY_MAX_LENGTH
            words = self.tr("Too long by %n character(s).", "", excess)
        elif ReplyError.HOLES in errors:
            count = len(self._editor.holes)
            words = self.tr("%n value(s) to complete before publishing.", "", count)
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.hole_button.setVisible(ReplyError.HOLES in errors)
        self._editor.set_invalid(ReplyError.TOO_LONG in errors)
        # The error belongs to the field: a screen reader says it there.
        self._editor.setAccessibleDescription(words)
        trains = in_training and writable
        self.training.setVisible(trains)
        self.setVisible(bool(words) or trains)
