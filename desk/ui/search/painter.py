"""Paints what was found: who, until when, which text, and the words in it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desk.countdown import countdown
from desk.models.search.excerpt import Excerpt
from desk.ui.inbox.countdown_text import countdown_icon, countdown_words
from desk.ui.inbox.palette import Font, Palette, countdown_tokens
from desk.ui.search.hits import HitModel, Shown
from desk.ui.search.words import source_icon, source_words, status_words
from desk.ui.theme import Token

_MARGIN = 12
_PAD = 8
_GAP = 6
_ICON = 16
_SMALL_ICON = 13
_BAR = 3
_LINES = 2
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class HitDelegate(QStyledItemDelegate):
    """Four lines a row: name and time left; kind, moment and motif; two of the text."""

    def __init__(self, model: HitModel, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._palette = palette
        self.row_height = (
            palette.name.height
            + palette.small.height
            + _LINES * palette.text.height
            + 2 * _PAD
            + 2 * 3
        )

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, self.row_height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        color = self._palette.color
        ground = Token.SURFACE_RAISED
        if selected:
            ground = Token.SELECTION
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = Token.HOVER
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, color(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color(Token.BORDER))
        if selected:
            painter.fillRect(rect.left(), rect.top(), _BAR, rect.height(), color(Token.ACCENT))
        self._paint_row(painter, rect, self._model.shown(index.row()), selected)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(color(Token.FOCUS))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_row(self, painter: QPainter, rect: QRect, shown: Shown, selected: bool) -> None:
        palette = self._palette
        ink = Token.ON_SELECTION if selected else Token.TEXT
        quiet = Token.ON_SELECTION if selected else Token.TEXT_MUTED
        left, right = rect.left() + _MARGIN, rect.right() - _MARGIN
        top = rect.top() + _PAD
        time_left = self._paint_time(painter, right, top, shown, ink)
        self._text(painter, shown.name, palette.name, ink, left, top, time_left - _GAP - left, 1)
        top += palette.name.height + 3

        height = palette.small.height
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            left,
            top + (height - _SMALL_ICON) // 2,
            palette.pixmap(source_icon(shown.hit.source), _SMALL_ICON, quiet, ratio),
        )
        said = (
            f"{source_words(shown.hit.source)}, "
            f"{self._model.times.moment(shown.hit.at_ms, self._model.now_ms())} · "
        )
        start = left + _SMALL_ICON + _GAP
        painter.setFont(palette.small.font)
        painter.setPen(palette.color(quiet))
        painter.drawText(QRect(start, top, right - start, height), _MIDDLE, said)
        start += palette.small.width(said)
        self._text(painter, shown.place, palette.small, quiet, start, top, right - start, 1)
        top += height + 3
        self._text(painter, shown.text, palette.text, ink, left, top, right - left, _LINES)

    def _paint_time(self, painter: QPainter, right: int, top: int, shown: Shown, ink: Token) -> int:
        """What time is left, or that none is wanted any more; its left edge."""
        palette, hit = self._palette, shown.hit
        height = palette.name.height
        ratio = painter.device().devicePixelRatioF()
        if hit.status == "open":
            left_time = countdown(hit.due_ms, hit.sent_ms, hit.answered_ms, self._model.now_ms())
            words, icon = countdown_words(left_time), countdown_icon(left_time.state)
            token, surface = countdown_tokens(left_time.state)
        else:
            words, icon = status_words(hit), "circle-check"
            token, surface = Token.STATE_OK, Token.STATE_OK_SURFACE
        width = _ICON + 5 + palette.time.width(words) + 12
        chip = QRect(right - width, top - 1, width, height + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(surface))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(chip, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPixmap(
            chip.left() + 6,
            top + (height - _ICON) // 2,
            palette.pixmap(icon, _ICON, token, ratio),
        )
        painter.setFont(palette.time.font)
        painter.setPen(palette.color(token))
        painter.drawText(chip.adjusted(6 + _ICON + 5, 0, -6, 0), _MIDDLE, words)
        return chip.left()

    def _text(
        self,
        painter: QPainter,
        what: Excerpt,
        font: Font,
        ink: Token,
        left: int,
        top: int,
        width: int,
        lines: int,
    ) -> None:
        """Up to `lines` lines, with what was found bold on a ground of its own."""
        if width <= 0:
            return
        layout = self._laid_out(what.text, what, font, width, lines)
        last = layout.lineAt(layout.lineCount() - 1)
        end = last.textStart() + last.textLength()
        if end < _units(what.text):
            # Too long: its last line ends with « … ».
            start = _characters(what.text, last.textStart())
            rest = font.cut(what.text[start:], width - 2 * font.width("…"))
            layout = self._laid_out(what.text[:start] + rest, what, font, width, lines)
        painter.setPen(self._palette.color(ink))
        layout.draw(painter, QPointF(left, top))

    def _laid_out(
        self, text: str, what: Excerpt, font: Font, width: int, lines: int
    ) -> QTextLayout:
        layout = QTextLayout(text, font.font)
        found = QTextCharFormat()
        found.setFontWeight(QFont.Weight.Bold)
        found.setForeground(self._palette.color(Token.STATE_WARN))
        found.setBackground(self._palette.color(Token.STATE_WARN_SURFACE))
        ranges = []
        for start, end in what.spans:
            # Qt counts in UTF-16.
            one = QTextLayout.FormatRange()
            one.start = _units(text[:start])
            one.length = _units(text[start:end])
            one.format = found
            ranges.append(one)
        layout.setFormats(ranges)
        layout.beginLayout()
        for number in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * font.height))
        layout.endLayout()
        return layout


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _characters(text: str, units: int) -> int:
    """How many characters the first UTF-16 units are."""
    if text.isascii():
        return units
    return len(
        text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "replace")
    )
