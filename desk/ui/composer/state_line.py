"""Under the composer's title: what is true of the text, with an icon."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desk.ui.common.styling import label, set_style
from desk.ui.common.tones import TONE_TOKENS
from desk.ui.conversation.state_words import Said
from desk.ui.theme import Theme


class StateLine(QWidget):
    """One state in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said = Said("", "pencil", "")
        self._icon = QLabel()
        self._words = label("", "muted", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        theme.changed.connect(self._draw)

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, said: Said) -> None:
        """Show this state."""
        if said == self._said:
            return
        self._said = said
        self._words.setText(said.words)
        self.setAccessibleName(said.words)
        set_style(self._words, tone=said.tone)
        self._draw()
        if (layout := self.layout()) is not None:
            # At once: who is asked next for the height that these words need must know it.
            layout.activate()

    def _draw(self) -> None:
        self._icon.setPixmap(
            self._theme.pixmap(
                self._said.icon, 16, TONE_TOKENS[self._said.tone], self.devicePixelRatioF()
            )
        )
        self._icon.setVisible(bool(self._said.words))
