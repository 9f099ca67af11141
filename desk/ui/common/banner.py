"""A message across the top of a window or panel, with at most two things to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desk.ui.common.styling import button, label, set_style
from desk.ui.theme import Theme, Token

_ICONS = {
    "info": ("info", Token.STATE_INFO),
    "ok": ("circle-check", Token.STATE_OK),
    "warn": ("triangle-alert", Token.STATE_WARN),
    "error": ("circle-alert", Token.STATE_ERROR),
}
UNDO_SECONDS = 12
"""How long an « Annuler » stays on screen."""


class Banner(QFrame):
    """Hidden until `say` is called. Its tone is told by an icon and words, not by colour alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._theme = theme
        self._tone = "info"
        self._icon = QLabel()
        self._icon.setFixedWidth(20)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._words = label(wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 8, 8)
        self._row.setSpacing(10)
        self._row.addWidget(self._icon, 0)
        self._row.addWidget(self._words, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        theme.changed.connect(self._draw)
        self.hide()

    @property
    def text(self) -> str:
        return self._words.text()

    def say(
        self,
        tone: str,
        text: str,
        *actions: tuple[str, Callable[[], None]],
        for_seconds: int | None = None,
    ) -> None:
        """Show `text`. `actions`: button texts with what they do; the banner then closes.

        `for_seconds`: how long it stays; None until `hide`.
        """
        if self.isVisible() and text == self.text and len(actions) == len(self._buttons):
            return
        self._tone = tone
        self._words.setText(text)
        self.setAccessibleName(text)
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()  # it lives until the event loop turns, and must not be seen or pressed
            old.deleteLater()
        self._buttons = []
        for words, act in actions:
            made = button(words, "flat")
            made.clicked.connect(lambda _=False, act=act: self._do(act))
            self._row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
            self._buttons.append(made)
        set_style(self, tone=tone)
        self._draw()
        self._timer.stop()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if for_seconds is not None:
            self._timer.start(for_seconds * 1000)

    def _do(self, act: Callable[[], None]) -> None:
        self.hide()
        act()

    def _draw(self) -> None:
        name, token = _ICONS[self._tone]
        self._icon.setPixmap(self._theme.pixmap(name, 18, token, self.devicePixelRatioF()))
