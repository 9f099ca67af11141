"""Passages of a text with a reviewer's remarks: marked in the text, listed beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QTextEdit, QWidget

from desk.models.snapshots import CommentView
from desk.services.guard.finding import utf16_place
from desk.ui.theme import Theme, Token

SHORTEST_QUOTE = 60
"""Characters of a passage that a list shows."""


def characters_before(text: str, place: int) -> int:
    """Python's characters before `place`, which Qt counted (UTF-16 units)."""
    return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))


def cursor_on(edit: QPlainTextEdit, start: int, end: int) -> QTextCursor:
    """A cursor that has these characters selected."""
    text = edit.toPlainText()
    cursor = QTextCursor(edit.document())
    cursor.setPosition(utf16_place(text, start))
    cursor.setPosition(utf16_place(text, end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def marks(
    edit: QPlainTextEdit, theme: Theme, comments: Sequence[CommentView]
) -> list[QTextEdit.ExtraSelection]:
    """Each passage on its own ground and underlined: not told by colour alone."""
    made = []
    for each in comments:
        shape = QTextCharFormat()
        shape.setForeground(theme.color(Token.STATE_WARN))
        shape.setBackground(theme.color(Token.STATE_WARN_SURFACE))
        shape.setFontUnderline(True)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor_on(edit, each.start, each.end)
        mark.format = shape
        made.append(mark)
    return made


class CommentList(QListWidget):
    """One row per remark: the passage and what is said of it. Enter goes to the passage; Delete
    removes the remark, where it may still be removed.
    """

    go_requested = Signal(object)
    """The `CommentView` whose passage shall be shown."""
    remove_requested = Signal(object)
    """The `CommentView` to remove."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comments: tuple[CommentView, ...] = ()
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setAccessibleName(self.tr("Scroll the comments"))
        self.itemActivated.connect(lambda _item: self._emit(self.go_requested))
        self.itemClicked.connect(lambda _item: self._emit(self.go_requested))

    @property
    def comments(self) -> tuple[CommentView, ...]:
        return self._comments

    def show_comments(self, text: str, comments: Sequence[CommentView]) -> None:
        """`text`: what the passages are of."""
        if tuple(comments) == self._comments and self.count() == len(self._comments):
            return
        self._comments = tuple(comments)
        self.clear()
        for each in self._comments:
            passage = " ".join(text[each.start : each.end].split())
            if len(passage) > SHORTEST_QUOTE:
                passage = f"{passage[: SHORTEST_QUOTE - 1]}…"
            item = QListWidgetItem(
                self.tr("“{passage}”\n{comment}").format(passage=passage, comment=each.text)
            )
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                self.tr("On “{passage}”: {comment}").format(passage=passage, comment=each.text),
            )
            self.addItem(item)
        if self.count():
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._emit(self.remove_requested)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._emit(self.go_requested)
            return
        super().keyPressEvent(event)

    def _emit(self, signal: SignalInstance) -> None:
        row = self.currentRow()
        if 0 <= row < len(self._comments):
            signal.emit(self._comments[row])
