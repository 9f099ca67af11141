"""What stands on the screen while desk's parts are being read from the disk."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from desk.ui.theme import Theme
from desk.ui.window_memory import FIRST_SIZE, WindowMemory


class OpeningWindow(QMainWindow):
    """An empty window where the main window will be, in its look: it comes at once, though the
    rest takes half a second more.
    """

    def __init__(self, theme: Theme, config_folder: Path) -> None:
        super().__init__()
        memory = WindowMemory(config_folder)
        theme.set_mode(memory.theme_mode(theme.mode))
        self.setWindowTitle(self.tr("Desk – secure messages"))
        self.setAccessibleName(self.tr("Desk – secure messages"))
        words = QLabel(self.tr("Opening…"))
        words.setAccessibleName(words.text())
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCentralWidget(words)
        if not memory.restore_window(self):
            self.resize(*FIRST_SIZE)

    def paint_now(self, application: QApplication) -> None:
        """Show the window and wait until it is painted."""
        self.show()
        application.processEvents()
        self.repaint()
