"""The list on screen: painting, keys, the mouse, and what is opened."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desk.models.snapshots import InboxRow
from desk.services.inbox import Shown
from desk.ui.common.times import Times
from desk.ui.inbox.marks import Marks
from desk.ui.inbox.model import InboxModel
from desk.ui.inbox.painter import RowPainter, RowState
from desk.ui.inbox.palette import Palette
from desk.ui.inbox.segments import Header
from desk.ui.inbox.stillness import Stillness

SETTLE_MS = 300
"""How long the arrows must rest before the message is opened: opening is logged as a reading."""

TICK_MS = 1000

_PLAIN = RowState()


class InboxView(QTableView):
    """One row per group or message. Opens a message when the agent's choice has settled on it,
    never because the list changed by itself."""

    opened = Signal(object)
    """A thread's id: Enter, a click, or a selection that has settled."""

    filter_wanted = Signal()
    """The « / » key: the agent wants the filter box."""

    escaped = Signal()
    """The Esc key."""

    marked_changed = Signal()
    """Other messages are selected together."""

    def __init__(
        self, model: InboxModel, palette: Palette, times: Times, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = model
        self._mouse_y: int | None = None
        self._open: int | None = None
        self._painter = RowPainter(model, palette, times)
        self._marks = Marks(model)
        self._still = Stillness(
            self, model, self._painter, self._marks, self._make_current, self.marked_changed.emit
        )
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._open_current)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._repaint_times)
        self.setAccessibleName(self.tr("Messages"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().hide()
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._painter.row_height)
        # Before the view's own slots, which are connected by setModel, and after them.
        model.layoutAboutToBeChanged.connect(self._still.remember)
        self.setModel(model)
        model.refreshed.connect(self._still.come_back)
        self.setMouseTracking(True)
        palette.changed.connect(self.viewport().update)
        self._still.come_back()

    # -- what the panel asks -----------------------------------------------------------------------

    def shown(self) -> Shown:
        """The messages on screen and the selected one."""
        on_screen = (self._rows.thread_at(row) for row in self._still.visible_rows())
        return Shown(tuple(each for each in on_screen if each is not None), self.current_thread())

    def current_thread(self) -> int | None:
        """The selected message."""
        index = self.currentIndex()
        return self._rows.thread_at(index.row()) if index.isValid() else None

    def mark_open(self, thread_id: int | None) -> None:
        """This message is the one beside the list; None when none is."""
        if thread_id != self._open:
            self._open = thread_id
            self.viewport().update()

    @property
    def marked_count(self) -> int:
        """Messages selected together; at most one is no more than the current one."""
        return self._marks.count

    @property
    def marked(self) -> tuple[int, ...] | None:
        """Which ones, in the list's order; None while some are not known yet."""
        return self._marks.threads()

    def leave_marked(self) -> None:
        """Keep the current message alone selected, and the keyboard here."""
        self._make_current(self.currentIndex().row())
        self.setFocus()

    def selectAll(self) -> None:
        """Ctrl+A: the messages of the current one's motif, the most urgent ones first; in a list
        without groups, nothing."""
        rows = self._marks.of_motif(self.currentIndex().row())
        if rows:
            top, bottom = self._rows.index(rows[0], 0), self._rows.index(rows[-1], 0)
            self._settle.stop()
            self.selectionModel().select(
                QItemSelection(top, bottom), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def select_row(self, row: int) -> None:
        """Select without opening, and bring into sight."""
        self._make_current(row)
        self.scrollTo(self.currentIndex())

    def toggle(self, row: int) -> None:
        """Open or close the group at this row."""
        segments = self._rows.segments
        header = None if segments is None else segments.at(row)
        if isinstance(header, Header):
            self._rows.set_open({header.key}, header.collapsed)

    # -- Qt ----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that lie in the event's rectangle, all in this one call."""
        dirty = event.rect()
        first, last = self.rowAt(dirty.top()), self.rowAt(dirty.bottom())
        if first < 0:
            return
        last = last if last >= 0 else self._rows.rowCount() - 1
        rows = self._painter
        painter = QPainter(self.viewport())
        rows.begin(painter, dirty.left() >= self.time_column().left())
        current = self.currentIndex()
        chosen = current.row() if self.selectionModel().isSelected(current) else -1
        many = self._marks.count > 1
        focused = self.hasFocus()
        under_mouse = -1 if self._mouse_y is None else self.rowAt(self._mouse_y)
        top, width = self.rowViewportPosition(first), self.viewport().width()
        for row in range(first, last + 1):
            item = self._rows.item(row)
            height = rows.header_height if isinstance(item, Header) else rows.row_height
            is_open = isinstance(item, InboxRow) and item.thread_id == self._open
            filled = is_open or (row == chosen and isinstance(item, Header))
            marked = many and isinstance(item, InboxRow) and self._marks.holds(row)
            state = (
                RowState(
                    filled,
                    row == chosen and not filled,
                    row == chosen and focused,
                    row == under_mouse,
                    marked,
                )
                if filled or marked or row in (chosen, under_mouse)
                else _PLAIN
            )
            rows.paint(painter, QRect(0, top, width, height), item, state)
            top += height
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing: Qt would look for them through every row, 100,000 times."""

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        move = QAbstractItemView.CursorAction
        # Home and End mean the list's ends; a table would go to the ends of the one-cell row.
        if action == move.MoveHome:
            return self._rows.index(0, 0)
        if action == move.MoveEnd:
            return self._rows.index(self._rows.rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
            | Qt.KeyboardModifier.AltModifier
            | Qt.KeyboardModifier.MetaModifier
        ) or not self._handle(event):
            super().keyPressEvent(event)

    def _handle(self, event: QKeyEvent) -> bool:
        """Act on a key; False when it is Qt's affair. Characters are read as typed, so that they
        are where the keyboard in use has them."""
        row = self.currentIndex().row()
        if event.text() == "/":
            self.filter_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_marked() if self._marks.count > 1 else self.escaped.emit()
        elif event.text() == "*":
            self._rows.set_open(self._rows.all_group_keys(), True)
        elif row < 0:
            return False
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggle(row) if self._rows.is_header(row) else self._open_current()
        elif event.key() == Qt.Key.Key_Space:
            self.toggle(row)
        elif event.key() == Qt.Key.Key_Left or event.text() == "-":
            self._close_or_leave(row)
        elif event.key() == Qt.Key.Key_Right or event.text() == "+":
            self._open_or_enter(row)
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            index = self.indexAt(event.position().toPoint())
            if index.isValid() and self._rows.is_header(index.row()):
                self.toggle(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._move_mouse(event.position().toPoint().y())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._move_mouse(None)

    def _move_mouse(self, y: int | None) -> None:
        left = -1 if self._mouse_y is None else self.rowAt(self._mouse_y)
        entered = -1 if y is None else self.rowAt(y)
        self._mouse_y = y
        if left != entered:
            for row in (left, entered):
                self.viewport().update(self.visualRect(self._rows.index(row, 0)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            index = self.indexAt(event.position().toPoint())
            if index.isValid() and index == self.currentIndex() and self._marks.count < 2:
                self._open_current()

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if self._marks.count < 2:
            self._settle.start()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Assistive technology selects without moving the cursor: what is selected is current."""
        super().selectionChanged(selected, deselected)
        selection = self.selectionModel().selection()
        before = self._marks.count
        self._marks.take(selection)
        if self._marks.count > 1:
            # Opening is logged as a reading: who selects several reads none of them.
            self._settle.stop()
        if max(before, self._marks.count) > 1:
            self.viewport().update()
            self.marked_changed.emit()
        alone = self._marks.only_row
        if alone is not None and alone != self.currentIndex().row():
            self.selectionModel().setCurrentIndex(
                self._rows.index(alone, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    def _make_current(self, row: int) -> None:
        self.selectionModel().setCurrentIndex(
            self._rows.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        # Not the agent's doing: nothing is to be opened.
        self._settle.stop()

    # -- opening -----------------------------------------------------------------------------------

    @Slot()
    def _open_current(self) -> None:
        self._settle.stop()
        thread_id = self.current_thread()
        if thread_id is not None:
            self.opened.emit(thread_id)

    def _close_or_leave(self, row: int) -> None:
        segments = self._rows.segments
        if segments is None:
            return
        item = segments.at(row)
        if isinstance(item, Header) and not item.collapsed:
            self._rows.set_open({item.key}, False)
            return
        above = segments.header_above(row)
        if above is not None:
            self.select_row(above)

    def _open_or_enter(self, row: int) -> None:
        segments = self._rows.segments
        item = None if segments is None else segments.at(row)
        if not isinstance(item, Header):
            return
        if item.collapsed:
            self._rows.set_open({item.key}, True)
        elif row + 1 < self._rows.rowCount():
            self.select_row(row + 1)
            self._settle.start()

    # -- the clock ---------------------------------------------------------------------------------

    def time_column(self) -> QRect:
        """Where the countdowns stand; the only part that each second repaints."""
        viewport = self.viewport().rect()
        return viewport.adjusted(viewport.width() - self._painter.time_width, 0, 0, 0)

    @Slot()
    def _repaint_times(self) -> None:
        self.viewport().update(self.time_column())
