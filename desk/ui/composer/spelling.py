"""Misspelt words of the reply: underlined, with suggestions by mouse and keyboard."""

from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextEdit

from desk.services.spelling.service import Spelling
from desk.services.spelling.tokens import Token, tokens
from desk.ui.composer.editor import ReplyEditor
from desk.ui.theme import Theme
from desk.ui.theme import Token as Colour

PAUSE_MS = 250
"""Of typing, after which new words are judged."""
LINES_REMEMBERED = 512


class SpellingMarks(QObject):
    """The word under the cursor is left alone while it is being typed."""

    unavailable = Signal(str)
    """See `Spelling.unavailable`."""

    def __init__(self, editor: ReplyEditor, spelling: Spelling, theme: Theme) -> None:
        super().__init__(editor)
        self._editor = editor
        self._spelling = spelling
        self._theme = theme
        self._known: frozenset[str] = frozenset()
        # Of this editor alone, and emptied with it: a text stays nowhere longer than on screen.
        self._words_of_line = lru_cache(maxsize=LINES_REMEMBERED)(_words_of_line)
        self._shown: list[QTextEdit.ExtraSelection] = []
        self.menu: QMenu | None = None
        editor.more_marks = self._marks
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        editor.textChanged.connect(self._pause.start)
        spelling.judged.connect(editor.mark_holes)
        spelling.unavailable.connect(self.unavailable)

    def know(self, names: str) -> None:
        """Words that are right in this exchange: its people's names. Called when it is shown."""
        self._words_of_line.cache_clear()
        self._known = frozenset(token.word.casefold() for token in tokens(names))
        self._ask()

    def mistakes(self) -> list[Token]:
        """The misspelt words of the text, in order."""
        found, offset = [], 0
        for line in self._editor.toPlainText().split("\n"):
            words, length = self._words_of_line(line)
            for token in words:
                if self._spelling.is_wrong(token.word) and token.word.casefold() not in self._known:
                    found.append(Token(token.word, offset + token.start, token.length))
            offset += length + 1
        return found

    def go_to_next(self) -> None:
        """Select the first mistake after the cursor, else the first of all, and offer words."""
        mistakes = self.mistakes()
        if not mistakes:
            return
        here = self._editor.textCursor().selectionEnd()
        token = next((each for each in mistakes if each.start >= here), mistakes[0])
        self._editor.setTextCursor(self._selecting(token))
        self._editor.ensureCursorVisible()
        self._offer(token, self._below_cursor())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent) and not self._editor.isReadOnly():
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            at = self._editor.viewport().mapFromGlobal(event.globalPos())
            cursor = self._editor.textCursor() if by_key else self._editor.cursorForPosition(at)
            place = cursor.selectionStart() if by_key else cursor.position()
            token = next(
                (
                    each
                    for each in self.mistakes()
                    if each.start <= place <= each.start + each.length
                ),
                None,
            )
            if token is not None:
                self._offer(token, self._below_cursor() if by_key else event.globalPos())
                return True
        return super().eventFilter(watched, event)

    # How it is done ------------------------------------------------------------------------------

    def _ask(self) -> None:
        lines = self._editor.toPlainText().split("\n")
        self._spelling.ask({token.word for line in lines for token in self._words_of_line(line)[0]})

    def _on_pause(self) -> None:
        self._ask()
        # A word judged long ago, and the one that was being typed.
        self._editor.mark_holes()

    def _marks(self) -> list[QTextEdit.ExtraSelection]:
        if not self._pause.isActive():
            self._shown = self._marked()
            return self._shown
        # Between two keys nothing is looked for: the marks have moved with their words.
        caret = self._editor.textCursor().position()
        return [
            mark
            for mark in self._shown
            if mark.cursor.hasSelection() and mark.cursor.selectionEnd() != caret
        ]

    def _marked(self) -> list[QTextEdit.ExtraSelection]:
        shape = QTextCharFormat()
        # A wave: told by its form, not by its colour alone.
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        shape.setUnderlineColor(self._theme.color(Colour.STATE_ERROR))
        marks = []
        for token in self.mistakes():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._selecting(token)
            mark.format = shape
            marks.append(mark)
        return marks

    def _selecting(self, token: Token) -> QTextCursor:
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(token.start)
        cursor.setPosition(token.start + token.length, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _below_cursor(self) -> QPoint:
        return self._editor.viewport().mapToGlobal(self._editor.cursorRect().bottomLeft())

    def _offer(self, token: Token, at: QPoint) -> None:
        """A menu: suggestions as soon as they are found, to teach, to ignore, the usual rest."""
        menu = QMenu(self._editor)
        menu.setAccessibleName(self.tr("Spelling of {word}").format(word=token.word))
        waiting = menu.addAction(self.tr("Looking for suggestions…"))
        waiting.setEnabled(False)
        menu.addSeparator()
        learn = menu.addAction(self.tr("&Add to my words"))
        learn.triggered.connect(lambda: self._spelling.learn(token.word))
        ignore = menu.addAction(self.tr("&Ignore for now"))
        ignore.triggered.connect(lambda: self._spelling.ignore(token.word))
        usual = self._editor.createStandardContextMenu()
        usual.setParent(menu)
        menu.addSeparator()
        menu.addActions(usual.actions())
        menu.aboutToHide.connect(self._on_closed)
        self.menu = menu

        def fill(words: tuple[str, ...]) -> None:
            if self.menu is not menu:
                # Closed meanwhile.
                return
            for word in words:
                action = QAction(word.replace("&", "&&"), menu)
                action.triggered.connect(lambda _=False, chosen=word: self._replace(token, chosen))
                menu.insertAction(waiting, action)
            if words:
                waiting.setVisible(False)
                menu.setActiveAction(menu.actions()[0])
            else:
                waiting.setText(self.tr("No suggestion"))

        menu.popup(at)
        self._spelling.suggest(token.word, fill)

    def _on_closed(self) -> None:
        if self.menu is not None:
            self.menu.deleteLater()
            self.menu = None

    def _replace(self, token: Token, word: str) -> None:
        cursor = self._selecting(token)
        if cursor.selectedText().replace("’", "'") == token.word:
            cursor.insertText(word.replace("'", "’") if "’" in cursor.selectedText() else word)
            self._editor.setTextCursor(cursor)


def _words_of_line(line: str) -> tuple[tuple[Token, ...], int]:
    """Its words, and its length in Qt's units. A key changes one line of a reply: the others'
    words need not be cut out again.
    """
    return tuple(tokens(line)), len(line.encode("utf-16-le")) // 2
