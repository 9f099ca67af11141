"""A list that a few letters shorten, for hands that stay on the keyboard."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QListView, QToolButton, QVBoxLayout, QWidget

from desk.models.folding import fold
from desk.ui.common.theme_icons import wear_icon
from desk.ui.theme import Theme, Token


class Choice(msgspec.Struct, frozen=True):
    """One line of the list."""

    code: str
    label: str
    place: str
    """Where it belongs, on a second line; found by the search too."""


class ChoiceList(QWidget):
    """A search field above the choices; the first one that fits is chosen."""

    changed = Signal()
    """Another choice, or none fits any more."""
    accepted = Signal()
    """Double click: this one, and no other."""

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[Choice],
        name: str,
        search_name: str,
        hint: str,
        parent: QWidget | None = None,
    ) -> None:
        """`name` of the list, `search_name` of the field, for assistive technology."""
        super().__init__(parent)
        # Folded once: each letter that is typed looks at all of them.
        self._choices = tuple((each, fold(f"{each.label} {each.place}")) for each in choices)
        self.setAccessibleName(name)
        self.search = QLineEdit()
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(search_name)
        self.search.setClearButtonEnabled(True)
        looking = QAction(self.search)
        wear_icon(looking, theme, "search", Token.TEXT_MUTED)
        self.search.addAction(looking, QLineEdit.ActionPosition.LeadingPosition)
        for part in self.search.findChildren(QToolButton):
            part.setAccessibleName(self.tr("Clear the search"))
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._fill)
        self.list.doubleClicked.connect(self.accepted)
        self.list.selectionModel().currentChanged.connect(self.changed)
        self._fill()

    @property
    def chosen(self) -> str | None:
        """The code of the choice."""
        index = self.list.currentIndex()
        return str(index.data(Qt.ItemDataRole.UserRole)) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move through the list while the hands stay on the search."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self._model.rowCount():
            row = max(0, min(self.list.currentIndex().row() + step, self._model.rowCount() - 1))
            self.list.setCurrentIndex(self._model.index(row, 0))
            event.accept()
            return
        super().keyPressEvent(event)

    def _fill(self) -> None:
        words = fold(self.search.text()).split()
        self._model.clear()
        for each, folded in self._choices:
            if all(word in folded for word in words):
                item = QStandardItem(f"{each.label}\n{each.place}")
                item.setData(each.code, Qt.ItemDataRole.UserRole)
                self._model.appendRow(item)
        first = self._model.index(0, 0) if self._model.rowCount() else QModelIndex()
        self.list.setCurrentIndex(first)
        self.changed.emit()
