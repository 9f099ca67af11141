"""A text with what tells it from another one: marked, and said in words."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desk.services.text_difference import Change, Piece, difference
from desk.ui.theme import Theme, Token

translate = QCoreApplication.translate

QUOTED = 3
QUOTED_LENGTH = 80
"""Of what differs, a screen reader hears the beginning; the whole is in the text."""


class ComparedText(QTextEdit):
    """Read-only. What only this text says is underlined, what only the other one says is struck
    out; each has its colours besides, never alone.
    """

    def __init__(
        self, theme: Theme, name: str, *, with_other: bool = True, parent: QWidget | None = None
    ) -> None:
        """`name`: what the text is, for assistive technology. `with_other`: what only the other
        text says is shown too; not where that one stands beside this one.
        """
        super().__init__(parent)
        self._theme = theme
        self._with_other = with_other
        self._pieces: tuple[Piece, ...] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setProperty("role", "preview")
        self.setAccessibleName(name)
        self.verticalScrollBar().setAccessibleName(name)
        self.horizontalScrollBar().setAccessibleName(name)
        theme.changed.connect(self._draw)

    def show_texts(self, text: str, other: str) -> None:
        """Show `text` beside what `other` says differently."""
        self._pieces = difference(text, other)
        self._draw()
        self.setAccessibleDescription(described(self._pieces))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return self._pieces

    def _draw(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for piece in self._pieces:
            if piece.change is Change.THERE and not self._with_other:
                continue
            cursor.insertText(piece.text, self._shape(piece.change))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _shape(self, change: Change) -> QTextCharFormat:
        shape = QTextCharFormat()
        if change is Change.HERE:
            shape.setForeground(self._theme.color(Token.STATE_OK))
            shape.setBackground(self._theme.color(Token.STATE_OK_SURFACE))
            shape.setFontUnderline(True)
            shape.setFontWeight(QFont.Weight.DemiBold)
        elif change is Change.THERE:
            shape.setForeground(self._theme.color(Token.STATE_ERROR))
            shape.setBackground(self._theme.color(Token.STATE_ERROR_SURFACE))
            shape.setFontStrikeOut(True)
        else:
            shape.setForeground(self._theme.color(Token.TEXT))
        return shape


def words_of(pieces: tuple[Piece, ...], change: Change) -> int:
    """How many words have this fate."""
    return sum(each.words for each in pieces if each.change is change)


def described(pieces: tuple[Piece, ...]) -> str:
    """What a screen reader says of the marks: « Seulement ici : … Seulement dans l’autre : … »."""
    said = []
    for change, words in (
        (Change.HERE, translate("ComparedText", "Only in this text: {quoted}")),
        (Change.THERE, translate("ComparedText", "Only in the other text: {quoted}")),
    ):
        found = [each.text.strip() for each in pieces if each.change is change and each.words]
        if found:
            quoted = translate("ComparedText", "; ", "between two quotations").join(
                _shortened(each) for each in found[:QUOTED]
            )
            said.append(words.format(quoted=quoted))
    return ". ".join(said) or translate("ComparedText", "Both texts are the same")


def _shortened(text: str) -> str:
    return text if len(text) <= QUOTED_LENGTH else text[:QUOTED_LENGTH].rsplit(" ", 1)[0] + " …"
