"""Where the list stands: « Santé › Carte Vitale › Carte européenne » of the topmost row."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_SEPARATOR = "  \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}  "


class PathLine(QLabel):
    """One line, cut at its beginning: the innermost group says most. Hidden without groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "small")
        # As narrow as it must be: the text is cut, the window is not widened.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_path(self, labels: tuple[str, ...]) -> None:
        """Show these groups, outermost first."""
        text = _SEPARATOR.join(labels)
        if text != self.text():
            self.setText(text)
            self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        cut = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideLeft, self.width() - 2
        )
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), cut)
        painter.end()
