"""The box the search is typed into, with completion of fields and values."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QToolButton, QWidget

from desk.models.search.completion import Suggestion
from desk.ui.search.words import field_words

Suggest = Callable[[str, int], list[Suggestion]]

LEAST_LETTERS = 3
"""From here on a word may be the name of a field: shorter ones are mostly French words."""

ROWS = 6
"""Suggestions in sight."""

_SUGGESTION = Qt.ItemDataRole.UserRole


class SearchBox(QLineEdit):
    """Suggests while typing, in a list below that the keyboard reaches without leaving the box:
    the arrows choose, Enter takes, Esc puts it away.
    """

    searched = Signal()
    """Enter: what fits best is wanted first."""

    down_wanted = Signal()
    """Down: into what was found."""

    left = Signal()
    """Esc: back to where one came from."""

    def __init__(self, suggest: Suggest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self.setClearButtonEnabled(True)
        for part in self.findChildren(QToolButton):
            part.setAccessibleName(self.tr("Clear the search"))
        self.setPlaceholderText(self.tr("Search: words, “phrase”, -without, de:, motif:, statut:"))
        self.setAccessibleName(self.tr("Search all messages"))
        self.setAccessibleDescription(
            self.tr("Accents do not matter. Ctrl+Space suggests fields and values.")
        )
        # No popup: it would take the keyboard from the box at every letter.
        self.suggestions = QListWidget()
        self.suggestions.setAccessibleName(self.tr("Suggestions"))
        self.suggestions.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Its keys are the box's.
        self.suggestions.setFocusProxy(self)
        self.suggestions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.suggestions.itemClicked.connect(self._take)
        self.suggestions.hide()
        self.textEdited.connect(self._offer)
        self.textChanged.connect(self._on_text)

    @property
    def offered(self) -> list[str]:
        """What is suggested now."""
        if self.suggestions.isHidden():
            return []
        return [self.suggestions.item(row).text() for row in range(self.suggestions.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, offers = event.key(), self.suggestions
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        chosen = None if offers.isHidden() else offers.currentItem()
        if key == Qt.Key.Key_Space and control:
            self._show(self._suggest(self.text(), self.cursorPosition()))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if chosen is not None:
                self._take(chosen)
            else:
                offers.hide()
                self.searched.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not offers.isHidden():
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Down:
            self.down_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            if offers.isHidden():
                self.left.emit()
            else:
                offers.hide()
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        """Choose the next suggestion; beyond the last one comes what was found."""
        offers = self.suggestions
        row = offers.currentRow() + by
        if row >= offers.count():
            offers.hide()
            self.down_wanted.emit()
            return
        offers.setCurrentRow(max(row, -1))
        item = offers.currentItem()
        if item is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, item.text()))

    @Slot()
    def _on_text(self) -> None:
        if not self.text():
            self.suggestions.hide()

    @Slot()
    def _offer(self) -> None:
        self._show(
            [
                each
                for each in self._suggest(self.text(), self.cursorPosition())
                if not each.text.endswith(":") or each.end - each.start >= LEAST_LETTERS
            ]
        )

    def _show(self, found: list[Suggestion]) -> None:
        offers = self.suggestions
        offers.clear()
        for each in found:
            words = each.text.strip()
            if each.text.endswith(":"):
                words = f"{words}  {field_words(each.field)}"
            item = QListWidgetItem(words)
            item.setData(_SUGGESTION, each)
            offers.addItem(item)
        if found:
            height = offers.sizeHintForRow(0) * min(len(found), ROWS) + 2 * offers.frameWidth() + 4
            offers.setFixedHeight(height)
        offers.setVisible(bool(found))

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem) -> None:
        suggestion = item.data(_SUGGESTION)
        if not isinstance(suggestion, Suggestion):
            return
        text = self.text()
        self.setText(f"{text[: suggestion.start]}{suggestion.text}{text[suggestion.end :]}")
        self.setCursorPosition(suggestion.start + len(suggestion.text))
        # A field wants its value next.
        follows = suggestion.text.endswith(":")
        self._show(self._suggest(self.text(), self.cursorPosition()) if follows else [])
