"""A field that takes keys themselves instead of the characters they write."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

MODIFIERS = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
)
WAYS_OUT = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape})
"""Keep their meaning, so that the keyboard is never caught here."""


class KeyField(QLineEdit):
    """Shows the keys last pressed in it."""

    pressed = Signal(str)
    """Keys in Qt's portable notation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self._keys = ""

    @property
    def keys(self) -> str:
        """In Qt's portable notation; empty: none."""
        return self._keys

    def show_keys(self, keys: str) -> None:
        self._keys = keys
        self.setText(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # the action that has these keys now is not to be done
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in WAYS_OUT or key in MODIFIERS:
            super().keyPressEvent(event)
            return
        if key is Qt.Key.Key_Enter:
            key = Qt.Key.Key_Return
        combination = QKeySequence(event.modifiers().value & ~_KEYPAD | key.value)
        self.show_keys(combination.toString(QKeySequence.SequenceFormat.PortableText))
        self.pressed.emit(self._keys)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier.value
