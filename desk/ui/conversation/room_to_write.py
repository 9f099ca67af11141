"""Whoever writes sees what they write: the editor gets its lines when it has the keyboard."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QWidget

LINES = 6
LEAST_ABOVE = 96
"""Pixels: a line or two of the message stay in sight."""


class RoomToWrite(QObject):
    """In a low window the messages give way to the editor, unless the agent has chosen the place
    of the line between them. What they gave they have again as soon as the window has room.
    """

    def __init__(self, splitter: QSplitter, editor: QPlainTextEdit, parent: QWidget) -> None:
        """`splitter`: the messages above, what holds the editor below, then what may stand in its
        place.
        """
        super().__init__(parent)
        self._splitter = splitter
        self._editor = editor
        self._chosen = False
        self._given = 0
        editor.installEventFilter(self)
        splitter.splitterMoved.connect(self._on_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and (
            event.type() is QEvent.Type.FocusIn
            or (event.type() is QEvent.Type.Resize and self._editor.hasFocus())
        ):
            self._give()
        return super().eventFilter(watched, event)

    @Slot()
    def _on_moved(self) -> None:
        self._chosen = True

    def _give(self) -> None:
        if self._chosen:
            return
        editor = self._editor
        around = editor.height() - editor.viewport().height()
        margin = round(2 * editor.document().documentMargin())
        wanted = LINES * editor.fontMetrics().lineSpacing() + margin + around
        above, below, *others = self._splitter.sizes()
        more = min(wanted - editor.height(), above - LEAST_ABOVE)
        if more <= 0:
            more = -max(0, min(editor.height() - wanted, self._given))
        if more:
            self._given += more
            self._splitter.setSizes([above - more, below + more, *others])
