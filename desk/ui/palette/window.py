"""The list of every action, shortened by a few letters."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QTreeView, QVBoxLayout, QWidget

from desk.ui.common.styling import button, label
from desk.ui.palette.matching import ordered
from desk.ui.theme import Theme

WIDTH, HEIGHT = 840, 480
KEYS_WIDTH = 130
NAME_WIDTH = 330


class PaletteEntry(msgspec.Struct, frozen=True):
    """One action as the list shows it."""

    id: str
    words: str
    menu: str
    icon: str
    keys: str
    """As this platform writes them; empty: none."""
    obstacle: str
    """Why it cannot be done now; empty: it can."""


class PaletteWindow(QDialog):
    """Accepted: do `chosen`. The hands stay on the search; arrows move through the list.

    An action that cannot be done now is listed with the reason, and cannot be accepted.
    """

    def __init__(
        self,
        theme: Theme,
        entries: Sequence[PaletteEntry],
        recent: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """`recent`: ids of the actions used last, newest first."""
        super().__init__(parent)
        self._theme = theme
        self._entries: Mapping[str, PaletteEntry] = {each.id: each for each in entries}
        self._recent = tuple(recent)
        self.setWindowTitle(self.tr("Every action"))
        self.setAccessibleName(self.tr("Every action"))
        self.resize(WIDTH, HEIGHT)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("A few letters of what you want to do"))
        self.search.setAccessibleName(self.tr("Search an action"))
        self._model = QStandardItemModel(0, 3, self)
        self._model.setHorizontalHeaderLabels(
            [self.tr("Action"), self.tr("Keys"), self.tr("Not possible now because")]
        )
        self.list = QTreeView()
        self.list.setModel(self._model)
        self.list.setAccessibleName(self.tr("Actions"))
        self.list.setRootIsDecorated(False)
        self.list.setProperty("role", "rows")
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.list.header().setAccessibleName(self.tr("Columns"))
        self.list.header().setStretchLastSection(True)
        self.list.header().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setColumnWidth(0, NAME_WIDTH)
        self.list.setColumnWidth(1, KEYS_WIDTH)
        self.do_button = button(self.tr("Do it"), "primary")
        self.cancel_button = button(self.tr("Cancel"))
        self.do_button.setDefault(True)
        self.do_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        self.obstacle = label("", "muted")
        foot.addWidget(self.obstacle, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.do_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.search.textChanged.connect(self._fill)
        self.list.doubleClicked.connect(self._on_double_click)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self._draw)
        self._fill()
        self.search.setFocus()

    @property
    def chosen(self) -> PaletteEntry | None:
        """The action in the list that Enter would do."""
        index = self.list.currentIndex().siblingAtColumn(0)
        if not index.isValid():
            return None
        return self._entries[str(index.data(Qt.ItemDataRole.UserRole))]

    @property
    def listed(self) -> list[str]:
        """Ids in the order on screen."""
        return [
            str(self._model.index(row, 0).data(Qt.ItemDataRole.UserRole))
            for row in range(self._model.rowCount())
        ]

    def accept(self) -> None:
        chosen = self.chosen
        if chosen is not None and not chosen.obstacle:
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or not self._model.rowCount():
            super().keyPressEvent(event)
            return
        row = (self.list.currentIndex().row() + step) % self._model.rowCount()
        self.list.setCurrentIndex(self._model.index(row, 0))

    def _fill(self) -> None:
        choices = [(each.id, f"{each.words} {each.menu}") for each in self._entries.values()]
        self._model.removeRows(0, self._model.rowCount())
        for entry_id in ordered(self.search.text(), choices, self._recent):
            self._model.appendRow(self._row(self._entries[entry_id]))
        self.list.setCurrentIndex(self._model.index(self._first(), 0))
        self._on_current()

    def _first(self) -> int:
        """Before a letter is typed, the first action that Enter would do; then the best match, for
        whoever asked for it wants to know why it cannot be done.
        """
        if self.search.text():
            return 0
        listed = enumerate(self.listed)
        return next((row for row, each in listed if not self._entries[each].obstacle), 0)

    def _row(self, entry: PaletteEntry) -> list[QStandardItem]:
        name = QStandardItem(f"{entry.menu} › {entry.words}")
        name.setData(entry.id, Qt.ItemDataRole.UserRole)
        if entry.icon:
            name.setIcon(self._theme.icon(entry.icon))
        said = ", ".join(filter(None, (entry.words, entry.menu, entry.keys, entry.obstacle)))
        name.setData(said, Qt.ItemDataRole.AccessibleTextRole)
        row = [name, QStandardItem(entry.keys), QStandardItem(entry.obstacle)]
        row[2].setToolTip(entry.obstacle)
        for cell, words in ((row[1], self.tr("no keys")), (row[2], self.tr("possible now"))):
            if not cell.text():
                cell.setData(words, Qt.ItemDataRole.AccessibleTextRole)
        return row

    def _draw(self) -> None:
        for row in range(self._model.rowCount()):
            name = self._model.item(row, 0)
            entry = self._entries[str(name.data(Qt.ItemDataRole.UserRole))]
            if entry.icon:
                name.setIcon(self._theme.icon(entry.icon))

    def _on_current(self) -> None:
        chosen = self.chosen
        self.do_button.setEnabled(chosen is not None and not chosen.obstacle)
        if chosen is None:
            self.obstacle.setText(self.tr("No action fits these letters."))
        else:
            self.obstacle.setText(chosen.obstacle)

    def _on_double_click(self, _index: QModelIndex) -> None:
        self.accept()
