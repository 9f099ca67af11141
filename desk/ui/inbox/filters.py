"""The head of the list: which messages, in which order, and the filter box."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.models.inbox import Tallies
from desk.models.snapshots import InboxFilter
from desk.ui.common.flow_layout import FlowLayout
from desk.ui.common.styling import label
from desk.ui.inbox.numbers import grouped
from desk.ui.theme import Theme, Token

TYPING_MS = 180
"""After the last key in the filter box; a stale search is interrupted besides."""


class Filters(QWidget):
    """Says what the agent wants to see; knows nothing of messages."""

    changed = Signal()
    """`kind`, `text` or `by_due` is another."""

    leave_wanted = Signal()
    """From the filter box down into the list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = {
            InboxFilter.TODO: self.tr("To answer"),
            InboxFilter.MINE: self.tr("Mine"),
            InboxFilter.ASSIGNED: self.tr("Assigned to me"),
            InboxFilter.UNASSIGNED: self.tr("Unassigned"),
            InboxFilter.LATE: self.tr("Late"),
        }
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.changed)

        self.kinds = QButtonGroup(self)
        self._buttons: dict[InboxFilter, QToolButton] = {}
        first = FlowLayout(spacing=2)
        for number, kind in enumerate(InboxFilter):
            made = self._tool(self._names[kind], checkable=True)
            made.setProperty("kind", "segment")
            self._buttons[kind] = made
            self.kinds.addButton(made, number)
            first.addWidget(made)
        self._buttons[InboxFilter.TODO].setChecked(True)
        self._buttons[InboxFilter.ASSIGNED].hide()
        self.kinds.idClicked.connect(self._on_choice)

        self.box = QLineEdit()
        self.box.setClearButtonEnabled(True)
        for part in self.box.findChildren(QToolButton):
            part.setAccessibleName(self.tr("Clear the filter"))
        self.box.setPlaceholderText(self.tr("Filter the list"))
        self.box.setToolTip(self.tr("Filter: name, reference, motif, words"))
        self.box.setAccessibleName(self.tr("Filter the messages"))
        self.box.setAccessibleDescription(
            self.tr("Beginnings of words, in names, motifs and texts; accents do not matter.")
        )
        self.box.textChanged.connect(self._on_text)
        self.box.installEventFilter(self)

        self.orders = QButtonGroup(self)
        self._by_group = self._tool(self.tr("By subject"), checkable=True)
        self._by_due = self._tool(self.tr("By deadline"), checkable=True)
        self._by_group.setChecked(True)
        self.orders.addButton(self._by_group, 0)
        self.orders.addButton(self._by_due, 1)
        self.orders.idClicked.connect(self._on_choice)
        self.fold_button = self._tool(self.tr("Open or close all groups"))
        self.fold_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.fold_button.setToolTip(self.tr("Open or close all groups"))
        second = QHBoxLayout()
        second.setSpacing(4)
        second.addWidget(self.box, 1)
        second.addSpacing(4)
        second.addWidget(self._by_group)
        second.addWidget(self._by_due)
        second.addWidget(self.fold_button)

        self._found = label("", "small")
        self._found.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._found)
        theme.changed.connect(self._draw)
        self._draw()

    @property
    def kind(self) -> InboxFilter:
        return tuple(InboxFilter)[self.kinds.checkedId()]

    @property
    def text(self) -> str:
        return self.box.text()

    @property
    def by_due(self) -> bool:
        return self._by_due.isChecked()

    def set_kind(self, kind: InboxFilter) -> None:
        """As if its button had been pressed."""
        self._buttons[kind].setChecked(True)
        self.changed.emit()

    def set_by_due(self, by_due: bool) -> None:
        """Show the order in use, without asking for it."""
        (self._by_due if by_due else self._by_group).setChecked(True)
        self.fold_button.setEnabled(not by_due)

    def clear(self) -> None:
        """Empty the filter box at once."""
        if self.box.text():
            self.box.clear()
            self._typing.stop()
            self.changed.emit()

    def focus_box(self) -> None:
        """Ready to type over what is there."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def show_tallies(self, tallies: Tallies) -> None:
        """Write each filter's count on its button."""
        for kind, made in self._buttons.items():
            count = tallies.counts[kind]
            made.setText(f"{self._names[kind]} {grouped(count)}")
            made.setToolTip(made.text())
            made.setAccessibleName(
                self.tr("{filter}, %n message(s)", "", count).format(filter=self._names[kind])
            )
        # Most caisses leave everybody to choose: it stands there for whom it concerns.
        assigned = self._buttons[InboxFilter.ASSIGNED]
        assigned.setVisible(tallies.counts[InboxFilter.ASSIGNED] > 0 or assigned.isChecked())

    def show_found(self, count: int | None) -> None:
        """Below the filter box: how many were found; None while the search goes on."""
        self._found.setVisible(bool(self.text.strip()))
        words = (
            self.tr("Searching…") if count is None else self.tr("%n message(s) found", "", count)
        )
        self._found.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress and event.key() in (
                Qt.Key.Key_Down,
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            ):
                self._hurry()
                self.leave_wanted.emit()
                return True
            if event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                if self.box.text():
                    self.clear()
                else:
                    self.leave_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    def _hurry(self) -> None:
        if self._typing.isActive():
            self._typing.stop()
            self.changed.emit()

    @Slot()
    def _on_text(self) -> None:
        self._typing.start()

    @Slot()
    def _on_choice(self) -> None:
        self.fold_button.setEnabled(not self.by_due)
        self.changed.emit()

    def _tool(self, text: str, *, checkable: bool = False) -> QToolButton:
        made = QToolButton()
        made.setText(text)
        made.setAccessibleName(text)
        made.setCheckable(checkable)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setIconSize(QSize(16, 16))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return made

    @Slot()
    def _draw(self) -> None:
        self._buttons[InboxFilter.LATE].setIcon(
            self._theme.icon("octagon-alert", Token.STATE_ERROR)
        )
        self._by_group.setIcon(self._theme.icon("list-tree"))
        self._by_due.setIcon(self._theme.icon("arrow-down-narrow-wide"))
        self.fold_button.setIcon(self._theme.icon("chevrons-up-down"))
