"""Icons of what may stand open while the look changes: they change with it."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desk.ui.common.styling import give_icon
from desk.ui.theme import Theme, Token


class Picture(QLabel):
    """An icon of the family as a picture."""

    def __init__(
        self, theme: Theme, icon: str, size: int, token: Token, parent: QWidget | None = None
    ) -> None:
        """`size` in logical pixels."""
        super().__init__(parent)
        self._theme = theme
        self._shown = icon, size, token
        theme.changed.connect(self._draw)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        self.setPixmap(self._theme.pixmap(*self._shown, self.devicePixelRatioF()))


def wear_icon(to: QPushButton | QAction, theme: Theme, icon: str, token: Token) -> None:
    """An icon before its words, in the colour that the token has, as long as it lives."""
    _WornIcon(to, theme, icon, token)


class _WornIcon(QObject):
    def __init__(self, to: QPushButton | QAction, theme: Theme, icon: str, token: Token) -> None:
        super().__init__(to)
        self._to = to
        self._theme = theme
        self._shown = icon, token
        theme.changed.connect(self._draw)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        icon = self._theme.icon(*self._shown)
        if isinstance(self._to, QPushButton):
            give_icon(self._to, icon)
        else:
            self._to.setIcon(icon)
