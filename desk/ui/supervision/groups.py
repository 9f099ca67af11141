"""The figures told apart: by team, thème, sujet, motif, site or agent."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

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
from desk.ui.supervision.group_table import GroupTable

_Index = QModelIndex | QPersistentModelIndex

_SAID = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.FontRole,
)


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

    def labels(self) -> list[str]:
        """The groups' names, row by row."""
        return [group_label(group) for group in self._groups]

    def largest(self) -> list[int]:
        """Of each figure, the largest there is: what its column must have room for."""
        return [
            max((value_of(group.figures, name) for group in self._groups), default=0)
            for name in FIGURES
        ]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._groups)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(FIGURES) + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        figure = index.column() - 1
        if role == Qt.ItemDataRole.TextAlignmentRole and figure >= 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in _SAID:
            return None
        group = self._groups[index.row()]
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
        self.table = GroupTable(self.tr("Figures told apart"), self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table, 1)
        self.choice.currentIndexChanged.connect(self._show)
        self.table.opened.connect(self._on_opened)

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
