"""The table of groups, and how wide and high its cells are.

Qt can ask every cell for its size, and did: 330 motifs of ten figures stopped the window for a
third of a second at each board. A name alone decides a row's height, and a column's largest number
its width, so these are measured, and only when they differ.
"""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QAbstractTableModel, QEvent, QObject, QRect, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView

from desk.ui.supervision.cell_table import CellTable

PADDING = 10
"""Logical pixels on each side of a cell's words: the style sheet's, and Qt's own."""

ABOVE_AND_BELOW = 14
"""The same over and under them, together."""

LEAST_LETTERS = 24
"""Of a group's name that are in one line."""

_REDRAWN = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.Polish)


@runtime_checkable
class _Groups(Protocol):
    def labels(self) -> list[str]: ...

    def largest(self) -> list[int]: ...


class GroupTable(CellTable):
    """A name that goes on below rather than being cut, then figures as narrow as they are."""

    def __init__(self, name: str, model: QAbstractTableModel) -> None:
        super().__init__(name)
        if not isinstance(model, _Groups):
            raise TypeError("the model tells neither its names nor its largest figures")
        self._groups: _Groups = model
        self._sized: tuple[object, ...] = ()
        self.setModel(model)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(40)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().installEventFilter(self)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in _REDRAWN:
            self._sized = ()
            self.fit()
        return handled

    @Slot()
    def fit(self) -> None:
        """Names have what the figures leave, and enough to be read: the table scrolls before."""
        header = self.horizontalHeader()
        figures = self._figure_widths()
        least = LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        name = max(least, self.viewport().width() - sum(figures))
        labels = self._groups.labels()
        sized = (name, *figures, *labels)
        if sized == self._sized:
            return
        self._sized = sized
        for section, width in enumerate((name, *figures)):
            header.resizeSection(section, width)
        self._fit_rows(labels, name - 2 * PADDING)

    def _figure_widths(self) -> list[int]:
        header = self.horizontalHeader()
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)  # as the figures that press are written
        digits = QFontMetrics(font)
        return [
            max(
                header.sectionSizeFromContents(section).width(),
                digits.horizontalAdvance("0" * len(str(largest))) + 2 * PADDING,
            )
            for section, largest in enumerate(self._groups.largest(), start=1)
        ]

    def _fit_rows(self, labels: list[str], width: int) -> None:
        rows, metrics = self.verticalHeader(), self.fontMetrics()
        one_line = metrics.height() + ABOVE_AND_BELOW
        rows.setDefaultSectionSize(one_line)
        room = QRect(0, 0, width, 10_000)
        for row, label in enumerate(labels):
            drawn = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, label).height()
            height = max(one_line, drawn + ABOVE_AND_BELOW)
            if rows.sectionSize(row) != height:
                rows.resizeSection(row, height)
