"""The board's total as cards: an icon, a number, words; each opens the messages behind it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk import wire
from desk.services.supervision import Wanted
from desk.ui.common.styling import label, set_style
from desk.ui.inbox.numbers import grouped
from desk.ui.supervision.figures import FIGURES, FigureSaid, figure_said, value_of
from desk.ui.theme import Theme, Token

IN_A_ROW = 5

_TOKENS = {
    "error": Token.STATE_ERROR,
    "warn": Token.STATE_WARN,
    "info": Token.STATE_INFO,
    "": Token.TEXT_MUTED,
}


class FigureCard(QPushButton):
    """One figure. A button: Tab reaches it, Space opens it."""

    def __init__(self, theme: Theme, said: FigureSaid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.said = said
        self._value = -1
        self.setProperty("kind", "card")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon = QLabel()
        self._number = label("–", "countdown_value")
        self._number.setFont(theme.font_tabular())
        words = label(said.words, "small")
        for part in (self._icon, self._number, words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(column, 1)
        self.setAccessibleName(said.words)
        theme.changed.connect(self._draw)
        self._draw()

    def show_value(self, value: int) -> None:
        """The newest figure."""
        if value == self._value:
            return
        self._value = value
        self._number.setText(grouped(value))
        self.setAccessibleName(f"{self.said.words}: {value}")
        set_style(self, tone=self.said.tone if value else "")
        self._draw()

    @Slot()
    def _draw(self) -> None:
        token = _TOKENS[self.said.tone if self._value > 0 else ""]
        self._icon.setPixmap(
            self._theme.pixmap(self.said.icon, 24, token, self.devicePixelRatioF())
        )


class FigureCards(QWidget):
    """All of them, in reading order."""

    opened = Signal(object)
    """A `Wanted`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Figures"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        self.cards: dict[str, FigureCard] = {}
        for place, name in enumerate(FIGURES):
            card = FigureCard(theme, figure_said(name))
            card.clicked.connect(self._on_clicked)
            grid.addWidget(card, place // IN_A_ROW, place % IN_A_ROW)
            self.cards[name] = card

    def show_figures(self, figures: wire.Figures) -> None:
        """The newest."""
        for name, card in self.cards.items():
            card.show_value(value_of(figures, name))

    @Slot()
    def _on_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, FigureCard):
            self.opened.emit(Wanted(card.said.name, card.said.words))
