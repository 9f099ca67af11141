"""A table of words and numbers to be read: the alternative that stands beside each chart."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FigureTable(QTableWidget):
    """The first column holds words, the others numbers. Arrows read it, Tab leaves it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setAccessibleName(self.tr("Columns"))
        header.setHighlightSections(False)

    def show_rows(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Everything anew; where the keyboard stands stays where it can."""
        row_before = self.currentRow()
        self.setColumnCount(len(columns))
        self.setRowCount(len(rows))
        for place, words in enumerate(columns):
            head = QTableWidgetItem(words)
            head.setTextAlignment(RIGHT if place else LEFT)
            self.setHorizontalHeaderItem(place, head)
        for row, cells in enumerate(rows):
            for place, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setTextAlignment(RIGHT if place else LEFT)
                item.setData(
                    Qt.ItemDataRole.AccessibleTextRole,
                    words if not place else f"{cells[0]}, {columns[place]}: {words}",
                )
                self.setItem(row, place, item)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self._share_out()
        if rows:
            self.setCurrentCell(min(max(row_before, 0), len(rows) - 1), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Words have what the numbers leave, and a third at least where they need it: a number of
        nobody knows what says nothing.
        """
        header, room = self.horizontalHeader(), self.viewport().width()
        numbers = sum(
            max(self.sizeHintForColumn(place), header.sectionSizeHint(place))
            for place in range(1, self.columnCount())
        )
        if self.columnCount():
            wanted = min(self.sizeHintForColumn(0), room // 3)
            self.setColumnWidth(0, max(room - numbers, wanted))
