"""The heat map: when each thème's messages fall due, by half-days, the numbers written in it."""

from datetime import datetime

import msgspec
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desk import wire
from desk.instants import to_ms
from desk.services.supervision import Wanted
from desk.ui.common.styling import label
from desk.ui.common.times import Times
from desk.ui.supervision.cell_table import CellTable
from desk.ui.supervision.figures import group_label
from desk.ui.theme import Theme, Token

NOON_HOUR = 12
BAR = 3
CELL = (84, 48)
"""Two lines of a thème's name fit."""

_Index = QModelIndex | QPersistentModelIndex


class HalfDay(msgspec.Struct, frozen=True):
    """A column. All that is past stands in one."""

    start: datetime
    end: datetime
    past: bool


class Heat(msgspec.Struct, frozen=True):
    """The map as it is shown."""

    themes: tuple[tuple[str, str], ...] = ()
    """(code, label), in the portal's order."""
    columns: tuple[HalfDay, ...] = ()
    counts: tuple[tuple[int, ...], ...] = ()
    """By thème, by column."""

    @property
    def most(self) -> int:
        return max((count for row in self.counts for count in row), default=0)


def heat_of(board: wire.Board) -> Heat:
    """The board's cells as a table without holes between its ends."""
    cells = board.heat
    past = [each for each in cells if each.ends_at <= board.at]
    coming = sorted({(each.starts_at, each.ends_at) for each in cells if each.ends_at > board.at})
    columns = [HalfDay(start, end, False) for start, end in coming]
    if past:
        start, end = min(each.starts_at for each in past), max(each.ends_at for each in past)
        columns.insert(0, HalfDay(start, end, True))
    labels = {each.key: group_label(each) for each in board.groups if each.by == "theme"}
    found = {each.theme for each in cells}
    themes = [code for code in labels if code in found] + sorted(found - labels.keys())
    places = {each.start: place for place, each in enumerate(columns) if not each.past}
    counts = [[0] * len(columns) for _ in themes]
    rows = {code: place for place, code in enumerate(themes)}
    for each in cells:
        place = 0 if each.ends_at <= board.at else places[each.starts_at]
        counts[rows[each.theme]][place] += each.open
    return Heat(
        tuple((code, labels.get(code, code)) for code in themes),
        tuple(columns),
        tuple(tuple(row) for row in counts),
    )


class HeatModel(QAbstractTableModel):
    """Thèmes down, half-days across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heat = Heat()
        self._times = Times()

    def show_heat(self, heat: Heat, times: Times) -> None:
        """The newest; where the keyboard stands stays when the columns are the same."""
        self._times = times
        if heat == self.heat:
            return
        if (heat.themes, heat.columns) == (self.heat.themes, self.heat.columns):
            self.heat = heat
            last = self.index(len(heat.themes) - 1, len(heat.columns))
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.heat = heat
        self.endResetModel()

    def count_at(self, index: _Index) -> int | None:
        """None of the column of the thèmes."""
        if index.column() == 0:
            return None
        return self.heat.counts[index.row()][index.column() - 1]

    def wanted_at(self, index: _Index) -> Wanted | None:
        """The messages of a cell; of a thème's name, all of it."""
        if not index.isValid():
            return None
        code, words = self.heat.themes[index.row()]
        if index.column() == 0:
            return Wanted("open", words, "theme", code)
        half = self.heat.columns[index.column() - 1]
        title = f"{words} · {self._spoken(half)}"
        return Wanted("open", title, "theme", code, (half.start, half.end))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.heat.themes)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.heat.columns) + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        count = self.count_at(index)
        words = self.heat.themes[index.row()][1]
        if role == Qt.ItemDataRole.DisplayRole:
            return words if count is None else str(count) if count else ""
        if role == Qt.ItemDataRole.TextAlignmentRole and count is not None:
            return Qt.AlignmentFlag.AlignCenter
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            if count is None:
                return words
            return f"{words}, {self._spoken(self.heat.columns[index.column() - 1])}: {count}"
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
            return Qt.AlignmentFlag.AlignCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self.tr("Thème")
        half = self.heat.columns[section - 1]
        if half.past:
            return self.tr("Overdue\nalready")
        day = self._times.locale.toString(self._times.at(to_ms(half.start)), "ddd d")
        return f"{day}\n{self._half_words(half)}"

    def _half_words(self, half: HalfDay) -> str:
        morning = self._times.at(to_ms(half.start)).time().hour() < NOON_HOUR
        return self.tr("morning") if morning else self.tr("afternoon")

    def _spoken(self, half: HalfDay) -> str:
        if half.past:
            return self.tr("overdue already")
        day = self._times.locale.toString(self._times.at(to_ms(half.start)), "dddd d MMMM")
        return f"{day} {self._half_words(half)}"


class HeatPainter(QStyledItemDelegate):
    """A cell's ground grows warmer with its number, and so does a bar under it; the number is
    written over both.
    """

    def __init__(self, theme: Theme, model: HeatModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        count = self._model.count_at(index)
        if count is None:
            super().paint(painter, option, index)
            return
        rect: QRect = option.rect.adjusted(1, 1, -1, -1)
        most = max(1, self._model.heat.most)
        past = self._model.heat.columns[index.column() - 1].past
        warm = Token.STATE_ERROR_SURFACE if past else Token.HOLE_SURFACE
        share = count / most
        painter.save()
        painter.fillRect(rect, self._mixed(warm, 0.15 + 0.85 * share if count else 0.0))
        if count:
            width = max(BAR, round((rect.width() - 8) * share))
            bar = QRect(rect.left() + 4, rect.bottom() - BAR - 2, width, BAR)
            painter.fillRect(
                bar, self._theme.color(Token.STATE_ERROR if past else Token.STATE_WARN)
            )
            painter.setPen(self._theme.color(Token.TEXT))
            painter.setFont(self._theme.font_tabular())
            painter.drawText(rect.adjusted(0, 0, 0, -4), Qt.AlignmentFlag.AlignCenter, str(count))
        focused = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
        if option.state & focused:
            painter.setPen(QPen(self._theme.color(Token.FOCUS), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _mixed(self, token: Token, share: float) -> QColor:
        ground, warm = self._theme.color(Token.SURFACE_RAISED), self._theme.color(token)
        return QColor(
            *(
                round(a + (b - a) * share)
                for a, b in (
                    (ground.red(), warm.red()),
                    (ground.green(), warm.green()),
                    (ground.blue(), warm.blue()),
                )
            )
        )


class HeatMap(QWidget):
    """The map under its title. It is a table to assistive technology, cell by cell."""

    opened = Signal(object)
    """A `Wanted`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("Due by half-day")
        self.setAccessibleName(name)
        self.model = HeatModel(self)
        self.table = CellTable(name)
        self.table.setModel(self.model)
        self.table.setItemDelegate(HeatPainter(theme, self.model, self))
        self.table.verticalHeader().setDefaultSectionSize(CELL[1])
        self.table.horizontalHeader().setDefaultSectionSize(CELL[0])
        self.nothing = label(self.tr("Nothing is due."), "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        self.title = label(name, "heading")
        column.addWidget(self.title)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        self.table.opened.connect(self._on_opened)
        theme.changed.connect(self.table.viewport().update)

    def show_board(self, board: wire.Board) -> None:
        """The newest figures."""
        heat = heat_of(board)
        self.model.show_heat(heat, Times(board.timezone))
        self.nothing.setVisible(not heat.themes)
        self.table.setVisible(bool(heat.themes))
        header = self.table.horizontalHeader()
        if heat.columns:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
            self.table.setColumnWidth(0, 200)
            for column in range(1, self.model.columnCount()):
                self.table.setColumnWidth(column, max(CELL[0], header.sectionSizeHint(column)))
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0, 1))

    @Slot(object)
    def _on_opened(self, index: QModelIndex) -> None:
        wanted = self.model.wanted_at(index)
        if wanted is not None:
            self.opened.emit(wanted)
