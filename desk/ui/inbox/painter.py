"""Paints the rows of the list."""

import msgspec
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter

from desk.countdown import Countdown, CountdownState, countdown
from desk.models.snapshots import InboxRow, ReplyState
from desk.ui.common.times import Times
from desk.ui.inbox.countdown_text import countdown_icon, countdown_words, widest_countdowns
from desk.ui.inbox.model import InboxModel
from desk.ui.inbox.numbers import grouped
from desk.ui.inbox.palette import Font, Palette, countdown_tokens
from desk.ui.inbox.received import Received
from desk.ui.inbox.row_words import (
    assignee_words,
    draft_words,
    holder_words,
    late_words,
    pending_words,
    reply_words,
    review_words,
)
from desk.ui.inbox.segments import Header, Level
from desk.ui.theme import Token

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MARGIN = 12
_GAP = 8
_ICON = 16
_SMALL_ICON = 13
_INDENT = 16
_CHEVRON = 16
_BAR = 3
NARROW = 430
"""Below this width, marks keep their icon and lose their words."""

_REVIEW_TOKENS = {
    "to_review": ("eye", Token.STATE_WARN, Token.STATE_WARN_SURFACE),
    "sent_back": ("undo-2", Token.STATE_WARN, Token.STATE_WARN_SURFACE),
    "in_review": ("eye", Token.STATE_INFO, Token.STATE_INFO_SURFACE),
}
_REPLY_TOKENS = {
    ReplyState.QUEUED: ("hourglass", Token.STATE_INFO, Token.STATE_INFO_SURFACE),
    ReplyState.SENDING: ("send", Token.STATE_INFO, Token.STATE_INFO_SURFACE),
    ReplyState.UNCONFIRMED: ("circle-help", Token.STATE_WARN, Token.STATE_WARN_SURFACE),
    ReplyState.REJECTED: ("circle-x", Token.STATE_ERROR, Token.STATE_ERROR_SURFACE),
    ReplyState.CONFLICT: ("git-compare", Token.STATE_ERROR, Token.STATE_ERROR_SURFACE),
}


class RowState(msgspec.Struct, frozen=True):
    """How a row is shown besides what it holds."""

    selected: bool = False
    """It is what the window shows: the open message, or the group the keyboard is on."""
    current: bool = False
    """The keyboard's next step begins here, and something else is shown."""
    focused: bool = False
    """It has the keyboard."""
    under_mouse: bool = False
    marked: bool = False
    """It is one of several that are selected together."""


class RowPainter:
    """Group headers in one line, messages in two; the countdown in a column of its own at the
    right, so that each second repaints that column only.

    The view calls it for all rows of a frame in one go. Through a delegate Qt would call Python
    some hundred times a frame, and each time wait for the interpreter while a sync is computing.
    """

    def __init__(self, model: InboxModel, palette: Palette, times: Times) -> None:
        self._model = model
        self._palette = palette
        self._received = Received(times)
        self._ratio = 1.0
        self._only_time = False
        self._now = 0
        widest = max(map(palette.time.width, widest_countdowns()))
        self.time_width = _ICON + 5 + widest + 2 * _MARGIN
        """Of the countdown's column, pixels."""
        self.row_height = palette.name.height + palette.small.height + 3 * 6
        self.header_height = palette.groups[0].height + 2 * 6

    def begin(self, painter: QPainter, only_time: bool) -> None:
        """A frame begins. `only_time`: nothing but the countdowns' column is to be painted."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ratio = painter.device().devicePixelRatioF()
        self._only_time = only_time
        self._now = self._model.now_ms()

    def paint(
        self, painter: QPainter, rect: QRect, item: Header | InboxRow | None, state: RowState
    ) -> None:
        """Paint one row; `item` is None while its message is being fetched."""
        self._paint_ground(painter, rect, item, state)
        ink = Token.ON_SELECTION if state.selected else Token.TEXT
        if item is None:
            painter.setPen(self._palette.color(Token.TEXT_MUTED))
            painter.setFont(self._palette.text.font)
            painter.drawText(rect.adjusted(self._indent(), 0, 0, 0), _LEFT, "…")
        elif isinstance(item, Header):
            self._paint_header(painter, rect, item, ink)
        else:
            self._paint_row(painter, rect, item, ink, marked=state.marked)
        if state.current and not state.focused:
            painter.setPen(self._palette.color(Token.BORDER_STRONG))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if state.focused:
            painter.setPen(self._palette.color(Token.FOCUS))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _paint_ground(
        self,
        painter: QPainter,
        rect: QRect,
        item: Header | InboxRow | None,
        state: RowState,
    ) -> None:
        color = self._palette.color
        if state.selected:
            ground = Token.SELECTION
        elif isinstance(item, Header) and item.level is Level.THEME:
            ground = Token.GROUP_HEADER
        elif state.under_mouse or state.marked:
            ground = Token.HOVER
        else:
            ground = Token.SURFACE_RAISED
        painter.fillRect(rect, color(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color(Token.BORDER))
        if state.selected or state.marked:
            painter.fillRect(rect.left(), rect.top(), _BAR, rect.height(), color(Token.ACCENT))

    def _paint_header(self, painter: QPainter, rect: QRect, header: Header, ink: Token) -> None:
        palette = self._palette
        # A group has no sending instant: its deadline is shown by nearness to it alone.
        nearest = countdown(
            header.nearest_due_ms, header.nearest_due_ms - 2 * 86_400_000, None, self._now
        )
        middle = rect.center().y() + 1
        self._paint_time(painter, rect, middle, nearest, filled=False)
        if self._only_time:
            return
        left = rect.left() + 6 + _INDENT * header.level
        chevron = "chevron-right" if header.collapsed else "chevron-down"
        self._icon(painter, left, middle, chevron, _CHEVRON, Token.TEXT_MUTED)
        left += _CHEVRON + 4
        right = rect.right() - self.time_width
        if header.late:
            words = late_words(header.late)
            right -= self._chip(
                painter, right, middle, words, "", Token.STATE_ERROR, Token.STATE_ERROR_SURFACE
            )
        count = grouped(header.count)
        right -= palette.small.width(count)
        self._text(
            painter,
            right,
            middle,
            palette.small,
            count,
            Token.TEXT_MUTED if ink is Token.TEXT else ink,
        )
        font = palette.groups[header.level]
        self._text(painter, left, middle, font, font.cut(header.label, right - left - _GAP), ink)

    def _paint_row(
        self, painter: QPainter, rect: QRect, row: InboxRow, ink: Token, *, marked: bool
    ) -> None:
        palette = self._palette
        first = rect.top() + 6 + palette.name.height // 2
        second = rect.bottom() - 6 - palette.small.height // 2
        self._paint_time(painter, rect, first, self._left(row), filled=True)
        # Marks stand under the countdown and may reach beyond its column to the left.
        right = rect.right() - _MARGIN
        right -= self._paint_marks(painter, right, second, row, rect.width() < NARROW)
        if self._only_time:
            return
        muted = Token.TEXT_MUTED if ink is Token.TEXT else ink
        left = rect.left() + self._indent()
        if marked:
            # Beside its own colour: told by a shape too.
            left = max(left, rect.left() + _MARGIN + _ICON)
            check = Token.ACCENT if ink is Token.TEXT else ink
            self._icon(painter, left - _ICON - 2, first, "check", _ICON, check)
        end = rect.right() - self.time_width - _GAP
        name = palette.name.cut(row.adherent_name, end - left)
        self._text(painter, left, first, palette.name, name, ink)
        after = left + palette.name.width(name) + _GAP + 2
        if end - after > 40:
            motif = palette.text.cut(row.motif_label, end - after)
            self._text(painter, after, first, palette.text, motif, muted)
        received = self._received.words(row.sent_ms, self._now)
        self._text(painter, left, second, palette.small, received, muted)
        after = left + palette.small.width(received) + _GAP + 2
        if right - after > 40:
            words = palette.small.cut(row.first_words, right - after)
            self._text(painter, after, second, palette.small, words, muted)

    def _paint_marks(
        self, painter: QPainter, right: int, middle: int, row: InboxRow, narrow: bool
    ) -> int:
        """Chips for what waits to be sent, the holder, the draft and the reply under way, from the
        right; their width.
        """
        used = 0
        pending = pending_words(row.pending_act)
        if pending:
            words = "" if narrow else pending
            tones = (Token.STATE_INFO, Token.STATE_INFO_SURFACE)
            used += self._chip(painter, right, middle, words, "list-tree", *tones)
        if row.review:
            icon, ink, ground = _REVIEW_TOKENS[row.review]
            words = "" if narrow else review_words(row.review)
            used += self._chip(painter, right - used, middle, words, icon, ink, ground)
        writing = holder_words(row, self._now)
        holder = writing or assignee_words(row)
        if holder:
            mine = row.claimed_by_me if writing else row.assigned_to_me
            tones = (
                (Token.ACCENT, Token.ACCENT_SURFACE)
                if mine
                else (Token.TEXT_MUTED, Token.SURFACE_SUNKEN)
            )
            used += self._chip(
                painter, right - used, middle, holder, "user" if writing else "user-check", *tones
            )
        if row.reply_state is not None and row.reply_state in _REPLY_TOKENS:
            icon, ink, ground = _REPLY_TOKENS[row.reply_state]
            words = "" if narrow else reply_words(row.reply_state)
            used += self._chip(painter, right - used, middle, words, icon, ink, ground)
        elif row.has_draft:
            words = "" if narrow else draft_words()
            used += self._chip(
                painter,
                right - used,
                middle,
                words,
                "file-pen",
                Token.STATE_WARN,
                Token.STATE_WARN_SURFACE,
            )
        return used

    def _paint_time(
        self, painter: QPainter, rect: QRect, middle: int, left: Countdown, *, filled: bool
    ) -> None:
        palette = self._palette
        ink, ground = countdown_tokens(left.state)
        words = countdown_words(left)
        width = palette.time.width(words)
        x = rect.right() - _MARGIN - width
        height = palette.time.height
        if not filled and left.state is CountdownState.LATE:
            # Its own ink is for its own ground.
            ink = Token.STATE_ERROR
        if filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(ground))
            painter.drawRoundedRect(
                x - _ICON - 5 - 6,
                middle - height // 2 - 1,
                width + _ICON + 5 + 12,
                height + 2,
                5,
                5,
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
        self._icon(painter, x - _ICON - 5, middle, countdown_icon(left.state), _ICON, ink)
        self._text(painter, x, middle, palette.time, words, ink)

    def _chip(
        self,
        painter: QPainter,
        right: int,
        middle: int,
        words: str,
        icon: str,
        ink: Token,
        ground: Token,
    ) -> int:
        """A short state on its own colour, ending at `right`; the width it took with its gap."""
        palette = self._palette
        width = 12 + (palette.chip.width(words) if words else 0)
        if icon:
            width += _SMALL_ICON + (4 if words else 0)
        height = palette.chip.height + 2
        left = right - width
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(ground))
        painter.drawRoundedRect(left, middle - height // 2, width, height, height / 2, height / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x = left + 6
        if icon:
            self._icon(painter, x, middle, icon, _SMALL_ICON, ink)
            x += _SMALL_ICON + 4
        if words:
            self._text(painter, x, middle, palette.chip, words, ink)
        return width + 6

    def _text(
        self, painter: QPainter, x: int, middle: int, font: Font, words: str, ink: Token
    ) -> None:
        painter.setFont(font.font)
        painter.setPen(self._palette.color(ink))
        painter.drawStaticText(x, middle - font.height // 2, font.laid_out(words))

    def _icon(
        self, painter: QPainter, x: int, middle: int, name: str, size: int, ink: Token
    ) -> None:
        pixmap = self._palette.pixmap(name, size, ink, self._ratio)
        painter.drawPixmap(QPoint(x, middle - size // 2), pixmap)

    def _indent(self) -> int:
        segments = self._model.segments
        flat = segments is None or segments.outline.choice.by_due
        return _MARGIN if flat else _MARGIN + 2 * _INDENT

    def _left(self, row: InboxRow) -> Countdown:
        answered = row.due_ms if row.status != "open" else None
        return countdown(row.due_ms, row.sent_ms, answered, self._now)
