"""The field a reply is written in."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from desk.services.reply_text import HoleInText, holes_in
from desk.ui.common.styling import restyle
from desk.ui.theme import Theme, Token


class ReplyEditor(QPlainTextEdit):
    """Plain text; marks of missing values are painted where they stand."""

    left = Signal()
    """The focus went elsewhere: what is typed should be saved at once."""
    scrolled = Signal()
    """Another line is at the top."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "editor")
        # Tab leaves the field: a trap for the keyboard otherwise (EN 301 549, 9.2.1.2).
        self.setTabChangesFocus(True)
        self.setMinimumHeight(90)
        self.more_marks: Callable[[], list[QTextEdit.ExtraSelection]] = list
        """What else is marked in the text, besides missing values."""
        self._scroll_to: int | None = None
        bar = self.verticalScrollBar()
        bar.setAccessibleName(self.tr("Scroll the reply"))
        bar.rangeChanged.connect(self._place)
        bar.valueChanged.connect(self._on_scroll)
        self.textChanged.connect(self._stay_here)
        self.cursorPositionChanged.connect(self._stay_here)
        self.textChanged.connect(self.mark_holes)
        theme.changed.connect(self.mark_holes)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Once Qt has brought the cursor into view, which it does at the first showing.
        QTimer.singleShot(0, self, self._place)

    @property
    def top_line(self) -> int:
        """The line at the top, wrapped lines counted: the place to come back to."""
        return self.verticalScrollBar().value() if self._scroll_to is None else self._scroll_to

    @property
    def caret(self) -> int:
        return self.textCursor().position()

    @property
    def holes(self) -> tuple[HoleInText, ...]:
        return holes_in(self.toPlainText())

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Name the keys of these actions as the agent has them."""
        suggested, choose = keys["suggested_template"], keys["template"]
        if suggested and choose:
            words = self.tr(
                "Write the reply here, or start from the suggested template ({suggested}) or "
                "another one ({choose})."
            ).format(suggested=suggested, choose=choose)
        else:
            words = self.tr("Write the reply here, or start from a template.")
        self.setPlaceholderText(words)

    def put(self, text: str, caret: int, scroll: int = 0) -> None:
        """Show a stored text; this is not an edit, so nobody is told and nothing can be undone."""
        self._scroll_to = scroll
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(caret, len(self.toPlainText().encode("utf-16-le")) // 2)))
        self.setTextCursor(cursor)
        self.blockSignals(blocked)
        self.mark_holes()
        # The viewport repaints on the signals that were held back.
        self.viewport().update()
        self._place()

    def _place(self) -> None:
        """Go to the place that the text was left at, as soon as the field is high enough."""
        if self._scroll_to is None or not self.isVisible():
            return
        bar = self.verticalScrollBar()
        wanted = self._scroll_to
        bar.setValue(wanted)
        if bar.maximum() >= wanted:
            self._scroll_to = None

    def _stay_here(self) -> None:
        """The author goes on elsewhere: a place not reached yet is given up."""
        self._scroll_to = None

    def _on_scroll(self) -> None:
        if self._scroll_to is None and self.isVisible():
            self.scrolled.emit()

    def insert(self, text: str) -> None:
        """Put a text at the cursor (over the selection), as one step of undo."""
        cursor = self.textCursor()
        cursor.insertText(text)
        self.setTextCursor(cursor)
        self.setFocus()

    def go_to_next_hole(self) -> None:
        """Select the first mark after the cursor, else the first of all."""
        self.go_to_hole_from(self.textCursor().selectionEnd())

    def go_to_hole_from(self, here: int) -> None:
        """Select the first mark that begins at `here` or later, else the first of all, if any."""
        holes = self.holes
        if not holes:
            return
        following = next((hole for hole in holes if hole.start >= here), holes[0])
        cursor = self.textCursor()
        cursor.setPosition(following.start)
        cursor.setPosition(following.start + following.length, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def set_invalid(self, invalid: bool) -> None:
        """Mark the field itself as faulty."""
        wanted = "true" if invalid else "false"
        if self.property("invalid") != wanted:
            self.setProperty("invalid", wanted)
            restyle(self)

    def mark_holes(self) -> None:
        self.setExtraSelections([*hole_marks(self, self._theme), *self.more_marks()])


def hole_marks(edit: QPlainTextEdit, theme: Theme) -> list[QTextEdit.ExtraSelection]:
    """Each missing value in its own colours and underlined: not told by colour alone."""
    marks = []
    for hole in holes_in(edit.toPlainText()):
        cursor = QTextCursor(edit.document())
        cursor.setPosition(hole.start)
        cursor.setPosition(hole.start + hole.length, QTextCursor.MoveMode.KeepAnchor)
        shape = QTextCharFormat()
        shape.setForeground(theme.color(Token.HOLE))
        shape.setBackground(theme.color(Token.HOLE_SURFACE))
        shape.setFontUnderline(True)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format = shape
        marks.append(mark)
    return marks
