"""Bars with what they may lie between, drawn with the theme's colours; told in words too."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.theme import Theme, Token

TOP, FOOT, SIDE = 26, 44, 6
WIDEST = 56
RULES = 4


class Bar(msgspec.Struct, frozen=True):
    """One bar."""

    label: str
    """Two short lines under it."""
    said: str
    """The same in words, for the text alternative."""
    value: float
    written: str
    low: float
    high: float
    before: float | None = None
    """Drawn as an outline: without the change."""


class BarChart(QWidget):
    """A picture of a table that stands beside it; its description says every bar."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.bars: Sequence[Bar] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(170)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(640, 240)

    def show_bars(self, bars: Sequence[Bar], description: str) -> None:
        """`description`: what there is to see, in words."""
        self.bars = bars
        self.setAccessibleDescription(description)
        self.setToolTip(description)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font_tabular())
        ground = QRectF(SIDE, TOP, self.width() - 2 * SIDE, self.height() - TOP - FOOT)
        most = max(max(bar.high, bar.value, bar.before or 0) for bar in self.bars) or 1.0
        painter.setPen(QPen(self._theme.color(Token.BORDER), 1))
        for rule in range(RULES + 1):
            y = ground.bottom() - ground.height() * rule / RULES
            painter.drawLine(int(ground.left()), int(y), int(ground.right()), int(y))
        step = ground.width() / len(self.bars)
        for place, bar in enumerate(self.bars):
            self._draw(painter, bar, ground, ground.left() + step * place, step, most)
        painter.end()

    def _draw(
        self, painter: QPainter, bar: Bar, ground: QRectF, left: float, step: float, most: float
    ) -> None:
        width = min(step * 0.56, WIDEST)
        middle = left + step / 2

        def height(value: float) -> float:
            return ground.height() * value / most

        def block(value: float) -> QRectF:
            tall = height(value)
            return QRectF(middle - width / 2, ground.bottom() - tall, width, tall)

        painter.fillRect(block(bar.value), self._theme.color(Token.ACCENT))
        if bar.before is not None:
            outline = QPen(self._theme.color(Token.TEXT_MUTED), 2, Qt.PenStyle.DashLine)
            painter.setPen(outline)
            painter.drawRect(block(bar.before).adjusted(-4, 0, 4, 0))
        top = ground.bottom() - height(max(bar.high, bar.value, bar.before or 0))
        if bar.high > bar.low:
            # Beside the bar's middle line: the number above it must stay readable.
            painter.setPen(QPen(self._theme.color(Token.TEXT), 2))
            high, low = ground.bottom() - height(bar.high), ground.bottom() - height(bar.low)
            x = int(middle)
            painter.drawLine(x, int(high), x, int(low))
            for y in (high, low):
                painter.drawLine(x - 5, int(y), x + 5, int(y))
        painter.setPen(self._theme.color(Token.TEXT))
        centred = Qt.AlignmentFlag.AlignHCenter
        painter.drawText(
            QRectF(left, top - TOP + 2, step, TOP - 4),
            centred | Qt.AlignmentFlag.AlignBottom,
            bar.written,
        )
        painter.setPen(self._theme.color(Token.TEXT_MUTED))
        painter.drawText(
            QRectF(left, ground.bottom() + 4, step, FOOT - 4),
            centred | Qt.AlignmentFlag.AlignTop,
            bar.label,
        )
