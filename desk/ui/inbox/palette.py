"""What the rows are painted with: fonts, colours, icons and cut texts, kept between paints.

Asking the theme, measuring and cutting text cost more than drawing; a frame of scrolling has a few
milliseconds in all.
"""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPixmap, QStaticText, QTransform

from desk.countdown import CountdownState
from desk.ui.theme import Theme, Token

TEXTS_KEPT = 2000
"""Of each font: some screens; then all is forgotten and found again."""

_IDENTITY = QTransform()

_COUNTDOWN_TOKENS = {
    state: (Token(f"countdown_{state}"), Token(f"countdown_{state}_surface"))
    for state in CountdownState
    if state.is_running
} | {
    CountdownState.ANSWERED: (Token.STATE_OK, Token.STATE_OK_SURFACE),
    CountdownState.PAUSED: (Token.STATE_INFO, Token.STATE_INFO_SURFACE),
}


def countdown_tokens(state: CountdownState) -> tuple[Token, Token]:
    """(text and icon, surface) of a countdown."""
    return _COUNTDOWN_TOKENS[state]


class Font:
    """A font with its measures, and texts cut to widths."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self.height = self._metrics.height()
        self._laid_out: dict[str, QStaticText] = {}
        self._cut: dict[tuple[str, int], str] = {}
        self._widths: dict[str, int] = {}

    def width(self, text: str) -> int:
        """The text's width, pixels."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) > TEXTS_KEPT:
                self._widths.clear()
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width

    def laid_out(self, text: str) -> QStaticText:
        """The text with its glyphs found and placed, which takes longer than drawing them."""
        static = self._laid_out.get(text)
        if static is None:
            if len(self._laid_out) > TEXTS_KEPT:
                self._laid_out.clear()
            static = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            static.prepare(_IDENTITY, self.font)
            self._laid_out[text] = static
        return static

    def cut(self, text: str, width: int) -> str:
        """The text, or as much of it as fits with « … »."""
        cut = self._cut.get((text, width))
        if cut is None:
            if len(self._cut) > TEXTS_KEPT:
                self._cut.clear()
            cut = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._cut[(text, width)] = cut
        return cut


class Palette(QObject):
    """Made again from the theme when it changes."""

    changed = Signal()
    """Colours are others: repaint."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colors: dict[Token, QColor] = {}
        self._pixmaps: dict[tuple[str, int, Token, float], QPixmap] = {}
        weight = QFont.Weight
        self.name = Font(theme.font(1.0, weight.DemiBold))
        self.text = Font(theme.font(1.0))
        self.small = Font(theme.font_tabular(0.9))
        self.chip = Font(theme.font(0.86, weight.Medium))
        self.time = Font(theme.font_tabular(1.0, weight.DemiBold))
        self.groups = (
            Font(theme.font(1.08, weight.Bold)),
            Font(theme.font(1.0, weight.DemiBold)),
            Font(theme.font(1.0, weight.Medium)),
        )
        theme.changed.connect(self._on_theme)

    def color(self, token: Token) -> QColor:
        """The token's colour."""
        color = self._colors.get(token)
        if color is None:
            color = self._colors[token] = self._theme.color(token)
        return color

    def pixmap(self, name: str, size: int, token: Token, ratio: float) -> QPixmap:
        """The icon in the token's colour."""
        key = (name, size, token, ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = self._pixmaps[key] = self._theme.pixmap(name, size, token, ratio)
        return pixmap

    @Slot()
    def _on_theme(self) -> None:
        self._colors.clear()
        self._pixmaps.clear()
        self.changed.emit()
