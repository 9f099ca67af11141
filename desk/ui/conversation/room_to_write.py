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

    def __init__(
        self, splitter: QSplitter, panel: QWidget, editor: QPlainTextEdit, parent: QWidget
    ) -> None:
        """`splitter`: the messages above, the `panel` that holds the editor below, then what may
        stand in its place.
        """
        super().__init__(parent)
        self._splitter = splitter
        self._panel = panel
        self._editor = editor
        self._chosen = False
        self._share: float | None = None
        """The editor's part of the height before anything was given; None: nothing was yet."""
        self._frame = 0
        """Around the lines; measured while nothing moves."""
        editor.installEventFilter(self)
        splitter.splitterMoved.connect(self._on_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and not self._chosen:
            if event.type() is QEvent.Type.FocusIn:
                self._frame = self._editor.height() - self._editor.viewport().height()
                self._give()
            elif event.type() is QEvent.Type.Resize and self._share is not None:
                self._give()
        return super().eventFilter(watched, event)

    @Slot()
    def _on_moved(self) -> None:
        self._chosen = True

    def _give(self) -> None:
        editor = self._editor
        above, below, *others = self._splitter.sizes()
        whole = above + below
        if self._share is None:
            self._share = below / max(whole, 1)
        # What is on screen may be of the layout before: what the parts ask for is of this one.
        least = max(self._panel.minimumHeight(), self._panel.minimumSizeHint().height())
        around = least - editor.minimumHeight() + self._frame
        margin = round(2 * editor.document().documentMargin())
        wanted = LINES * editor.fontMetrics().lineSpacing() + margin + around
        # From the share, not from what stands there: Qt stretches what was given as well.
        lower = max(round(whole * self._share), min(wanted, whole - LEAST_ABOVE))
        if lower != below:
            self._splitter.setSizes([whole - lower, lower, *others])
