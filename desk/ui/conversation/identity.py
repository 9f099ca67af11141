"""The adherent's identifier: masked, shown for a while on request."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk import wire
from desk.ui.common.styling import button, label
from desk.ui.theme import Theme

SHOWN_SECONDS = 30
"""A number left on screen is read by whoever passes: it is masked again by itself."""


class IdentifierField(QWidget):
    """« 2 63 •• •• ••• ••• », with « Afficher ».

    The whole number is never kept: it is in the label while it is shown, and nowhere else. Each
    showing is asked of the portal, which logs it.
    """

    unmask_requested = Signal()
    """The agent wants to see the number."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._masked = ""
        self._shown = False
        self._number = label()
        self._number.setFont(theme.font_tabular())
        self._button = button("", "link")
        self._button.clicked.connect(self._on_button)
        self._trouble = label("", "error")
        self._trouble.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._number)
        row.addWidget(self._button)
        row.addWidget(self._trouble)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_SECONDS * 1000)
        self._timer.timeout.connect(self.hide_identifier)
        self._say()

    @property
    def is_shown(self) -> bool:
        return self._shown

    @property
    def text(self) -> str:
        return self._number.text()

    def set_masked(self, masked: str) -> None:
        """Another adherent: whatever was shown is hidden."""
        if masked != self._masked:
            self._masked = masked
            self.hide_identifier()

    def show_identifier(self, identifier: wire.Identifier) -> None:
        """The portal gave the number."""
        words = identifier.identifier
        if identifier.key:
            words = self.tr("{number}, key {key}").format(number=words, key=identifier.key)
        self._shown = True
        self._number.setText(words)
        self._trouble.hide()
        self._button.setEnabled(True)
        self._say()
        self._timer.start()

    def refuse(self, reason: str) -> None:
        """The number cannot be shown; `reason` in words."""
        self._trouble.setText(reason)
        self._trouble.show()
        self._button.setEnabled(True)
        self._button.setAccessibleDescription(reason)

    def hide_identifier(self) -> None:
        """Hide the number again."""
        self._shown = False
        self._timer.stop()
        self._number.setText(self._masked)
        self._trouble.hide()
        self._button.setEnabled(True)
        self._button.setAccessibleDescription("")
        self._say()

    def ask(self) -> None:
        """As the button does, for the action of the menu."""
        if not self._shown and self._button.isEnabled():
            self._button.setEnabled(False)
            self.unmask_requested.emit()

    def _on_button(self) -> None:
        if self._shown:
            self.hide_identifier()
        else:
            self.ask()

    def _say(self) -> None:
        self._button.setText(self.tr("Hide") if self._shown else self.tr("Show"))
        self._button.setAccessibleName(
            self.tr("Hide the identifier") if self._shown else self.tr("Show the identifier")
        )
        self._button.setToolTip(self.tr("Each showing is recorded by the portal."))
        self._number.setAccessibleName(
            self.tr("Identifier: {number}").format(number=self._number.text())
        )
