"""What the panel shows before anything is typed: what is saved, recent searches, examples."""

from enum import Enum, auto

import msgspec
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.models.search.kept import SavedSearch, SavedView, Searches
from desk.ui.common.styling import button, label
from desk.ui.theme import Theme, Token

_ENTRY = Qt.ItemDataRole.UserRole


class EntryKind(Enum):
    """What a line of the page stands for."""

    SEARCH = auto()
    VIEW = auto()
    RECENT = auto()
    EXAMPLE = auto()

    @property
    def icon(self) -> str:
        return {
            EntryKind.SEARCH: "star",
            EntryKind.VIEW: "filter",
            EntryKind.RECENT: "history",
            EntryKind.EXAMPLE: "search",
        }[self]

    @property
    def can_be_removed(self) -> bool:
        return self in (EntryKind.SEARCH, EntryKind.VIEW)


class Entry(msgspec.Struct, frozen=True):
    """A line that can be chosen."""

    kind: EntryKind
    text: str
    saved: SavedSearch | None = None
    view: SavedView | None = None


class StartList(QListWidget):
    """Enter chooses, Delete removes what was saved, Esc goes back."""

    removed = Signal(object)
    escaped = Signal()
    up_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        entry = None if item is None else item.data(_ENTRY)
        if event.key() == Qt.Key.Key_Delete and isinstance(entry, Entry):
            if entry.kind.can_be_removed:
                self.removed.emit(entry)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentRow() <= self.first_row():
            self.up_wanted.emit()
        else:
            super().keyPressEvent(event)

    def first_row(self) -> int:
        """The first line that can be chosen."""
        for row in range(self.count()):
            if self.item(row).flags() & Qt.ItemFlag.ItemIsSelectable:
                return row
        return -1


class StartPage(QWidget):
    """Chooses something to search for without typing."""

    search_wanted = Signal(object)
    """An `Entry` of a search."""

    view_wanted = Signal(object)
    """A `SavedView` of the list."""

    removed = Signal(object)
    """An `Entry` that was saved and is wanted no longer."""

    forget_wanted = Signal()
    """Empty the recent searches."""

    save_view_wanted = Signal()
    """Keep the list as it is set now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._searches = Searches()
        self.list = StartList()
        self.list.setAccessibleName(self.tr("Saved and recent searches"))
        self.list.setIconSize(QSize(16, 16))
        self.list.setUniformItemSizes(False)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.list.removed.connect(self.removed)
        hint = label(
            self.tr("Enter chooses; Delete removes what was saved. Esc goes back to the list."),
            "small",
            wrap=True,
        )
        self.save_view_button = button(self.tr("Keep the list's present view…"))
        self.save_view_button.clicked.connect(self.save_view_wanted)
        self.forget_button = button(self.tr("Forget recent searches"), "flat")
        self.forget_button.clicked.connect(self.forget_wanted)
        foot = QHBoxLayout()
        foot.addWidget(self.save_view_button)
        foot.addStretch(1)
        foot.addWidget(self.forget_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(hint)
        column.addLayout(foot)
        theme.changed.connect(self._fill)
        self._fill()

    def show_searches(self, searches: Searches) -> None:
        """Show what is kept."""
        if searches != self._searches:
            self._searches = searches
            self._fill()

    @property
    def entries(self) -> list[Entry]:
        """What can be chosen, in order."""
        return [
            entry
            for row in range(self.list.count())
            if isinstance(entry := self.list.item(row).data(_ENTRY), Entry)
        ]

    def focus_first(self) -> None:
        """Give the keyboard to the first line."""
        self.list.setCurrentRow(self.list.first_row())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _fill(self) -> None:
        kept = self._searches
        self.list.clear()
        self._section(
            self.tr("Saved searches"),
            [Entry(EntryKind.SEARCH, each.text, saved=each) for each in kept.saved],
        )
        self._section(
            self.tr("Views of the list"),
            [Entry(EntryKind.VIEW, each.name, view=each) for each in kept.views],
        )
        self._section(
            self.tr("Recent searches"), [Entry(EntryKind.RECENT, each) for each in kept.recent]
        )
        self._section(
            self.tr("Examples"),
            [
                Entry(EntryKind.EXAMPLE, each)
                for each in (
                    "échéance:<2h",
                    "statut:ouvert -agent:moi",
                    "« carte européenne » après:lundi",
                    "de:dupont statut:répondu",
                    "relecture:à-faire",
                )
            ],
        )
        self.forget_button.setEnabled(bool(kept.recent))

    def _section(self, title: str, entries: list[Entry]) -> None:
        if not entries:
            return
        head = QListWidgetItem(title)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setFont(self._theme.font(0.9))
        head.setForeground(self._theme.color(Token.TEXT_MUTED))
        self.list.addItem(head)
        for entry in entries:
            words = entry.text
            if entry.saved is not None and entry.saved.name != entry.text:
                words = f"{entry.saved.name}  ({entry.text})"
            item = QListWidgetItem(self._theme.icon(entry.kind.icon), words)
            item.setData(_ENTRY, entry)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                self.tr("{section}: {words}").format(section=title, words=words),
            )
            self.list.addItem(item)

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        entry = item.data(_ENTRY)
        if not isinstance(entry, Entry):
            return
        if entry.view is not None:
            self.view_wanted.emit(entry.view)
        else:
            self.search_wanted.emit(entry)
