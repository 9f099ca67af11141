"""A line of hundredths over periods, drawn with the theme's colours; told in words too."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.theme import Theme, Token

TOP, FOOT, LEFT, RIGHT = 22, 30, 56, 36
CLOSEST = 64
"""Pixels between two labels under the line."""


class Point(msgspec.Struct, frozen=True):
    """One period; `value` in thousandths, None when nothing was judged."""

    label: str
    value: int | None


class TrendChart(QWidget):
    """A picture of a table that stands beside it; its description says what it shows."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.points: Sequence[Point] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(150)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(640, 210)

    def show_points(self, points: Sequence[Point], description: str) -> None:
        """`description`: what there is to see, in words."""
        self.points = points
        self.setAccessibleDescription(description)
        self.setToolTip(description)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        values = [point.value for point in self.points if point.value is not None]
        if not values:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font_tabular())
        ground = QRectF(LEFT, TOP, self.width() - LEFT - RIGHT, self.height() - TOP - FOOT)
        # From the ten per cent below the lowest: a change of two is seen, and the scale is written.
        floor = min(values) // 100 * 100
        floor = min(max(floor, 0), 900)

        def y_of(value: int) -> float:
            return ground.bottom() - ground.height() * (value - floor) / (1000 - floor)

        for value in {floor, (floor + 1000) // 2, 1000}:
            y = y_of(value)
            painter.setPen(QPen(self._theme.color(Token.BORDER), 1))
            painter.drawLine(QPointF(ground.left(), y), QPointF(ground.right(), y))
            painter.setPen(self._theme.color(Token.TEXT_MUTED))
            painter.drawText(
                QRectF(0, y - 10, LEFT - 8, 20),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                f"{value / 10:g} %",
            )
        step = ground.width() / max(len(self.points) - 1, 1)
        places = [
            None if point.value is None else QPointF(ground.left() + step * n, y_of(point.value))
            for n, point in enumerate(self.points)
        ]
        painter.setPen(QPen(self._theme.color(Token.ACCENT), 2))
        for before, after in pairwise(places):
            if before is not None and after is not None:
                painter.drawLine(before, after)
        painter.setBrush(self._theme.color(Token.ACCENT))
        for place in places:
            if place is not None:
                painter.drawEllipse(place, 4, 4)
        painter.setPen(self._theme.color(Token.TEXT_MUTED))
        every = max(1, -(-CLOSEST * len(self.points) // max(int(ground.width()), 1)))
        for n in range(0, len(self.points), every):
            x = ground.left() + step * n
            painter.drawText(
                QRectF(x - CLOSEST, ground.bottom() + 6, 2 * CLOSEST, FOOT - 6),
                Qt.AlignmentFlag.AlignHCenter,
                self.points[n].label,
            )
        painter.end()
