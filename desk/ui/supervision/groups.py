"""The figures told apart: by team, thème, sujet, motif, site or agent."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk import wire
from desk.services.supervision import Wanted
from desk.ui.common.styling import name_choices
from desk.ui.supervision.figures import (
    FIGURES,
    GROUPINGS,
    figure_said,
    group_label,
    grouping_words,
    value_of,
)

_Index = QModelIndex | QPersistentModelIndex

PADDING = 10
"""Logical pixels around a cell's words: the style sheet's, and Qt's own."""

LEAST_LETTERS = 24
"""Of a group's name that are in one line."""


class GroupModel(QAbstractTableModel):
    """One row per group: its label, then each figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[wire.BoardGroup] = []

    def show_groups(self, groups: list[wire.BoardGroup]) -> None:
        """The newest; agents by name, everything else in the portal's order."""
        if groups == self._groups:
            return
        same = [g.key for g in groups] == [g.key for g in self._groups]
        if same:
            self._groups = groups
            if groups:
                last = self.index(len(groups) - 1, len(FIGURES))
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._groups = groups
        self.endResetModel()

    def wanted_at(self, index: _Index) -> Wanted | None:
        """What a cell opens; the label opens all that is open."""
        if not index.isValid():
            return None
        group = self._groups[index.row()]
        said = figure_said(FIGURES[max(0, index.column() - 1)])
        return Wanted(said.name, f"{said.words} · {group_label(group)}", group.by, group.key)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._groups)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(FIGURES) + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        group = self._groups[index.row()]
        figure = index.column() - 1
        if role == Qt.ItemDataRole.TextAlignmentRole and figure >= 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        value = 0 if figure < 0 else value_of(group.figures, FIGURES[figure])
        if role == Qt.ItemDataRole.DisplayRole:
            return group_label(group) if figure < 0 else str(value) if value else "–"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if figure < 0:
                return group_label(group)
            return f"{group_label(group)}, {figure_said(FIGURES[figure]).words}: {value}"
        if role == Qt.ItemDataRole.FontRole and value and FIGURES[figure] in ("late", "at_risk_2h"):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Group") if not section else figure_said(FIGURES[section - 1]).short
        return None


class CellTable(QTableView):
    """Arrows go from cell to cell, Enter opens, Tab leaves the table."""

    opened = Signal(object)
    """The index that was chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setAccessibleName(self.tr("Columns"))
        self.doubleClicked.connect(self._on_double_click)

    @Slot(QModelIndex)
    def _on_double_click(self, index: QModelIndex) -> None:
        self.opened.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)


class NameHeight(QStyledItemDelegate):
    """As high as the name needs in what the style sheet's padding leaves of its column."""

    def __init__(self, table: CellTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        hint = super().sizeHint(option, index)
        room = QRect(0, 0, self._table.columnWidth(index.column()) - 2 * PADDING, 10_000)
        words = str(index.data())
        drawn = self._table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words)
        return hint.expandedTo(QSize(0, drawn.height() + PADDING))


class Groups(QWidget):
    """The choice of the grouping above its table."""

    opened = Signal(object)
    """A `Wanted`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: wire.Board | None = None
        self.setAccessibleName(self.tr("Figures told apart"))
        self.choice = QComboBox()
        name_choices(self.choice, self.tr("Told apart"))
        for by in GROUPINGS:
            self.choice.addItem(grouping_words(by), by)
        self.model = GroupModel(self)
        self.table = CellTable(self.tr("Figures told apart"))
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(0, NameHeight(self.table))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(40)
        self.table.viewport().installEventFilter(self)
        # A group's name goes on below rather than being cut.
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # The rows were measured for another width.
        header.sectionResized.connect(self._on_resized)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table, 1)
        self.choice.currentIndexChanged.connect(self._show)
        self.table.opened.connect(self._on_opened)

    @Slot(int)
    def _on_resized(self, section: int) -> None:
        if section == 0:
            self.table.resizeRowsToContents()
        else:
            self._share_width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._share_width()
        return super().eventFilter(watched, event)

    def _share_width(self) -> None:
        """Names have what the figures leave, and enough to be read: the table scrolls before."""
        header = self.table.horizontalHeader()
        figures = sum(header.sectionSize(each) for each in range(1, header.count()))
        least = LEAST_LETTERS * self.table.fontMetrics().averageCharWidth()
        self.table.setColumnWidth(0, max(least, self.table.viewport().width() - figures))

    def show_board(self, board: wire.Board) -> None:
        """The newest figures."""
        self._board = board
        self._show()

    @Slot()
    def _show(self) -> None:
        by = self.choice.currentData()
        groups = [] if self._board is None else [g for g in self._board.groups if g.by == by]
        if by == "agent":
            groups.sort(key=lambda group: (not group.key, group.label))
        self.model.show_groups(groups)

    @Slot(object)
    def _on_opened(self, index: QModelIndex) -> None:
        wanted = self.model.wanted_at(index)
        if wanted is not None:
            self.opened.emit(wanted)
