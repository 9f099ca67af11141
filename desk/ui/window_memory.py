"""Where the window was, and the look the agent chose: kept beside the settings file."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from desk.ui.theme import ThemeMode

FILE = "window.ini"
FIRST_SIZE = (1440, 900)
"""Of a window that was never placed by its agent."""


class WindowMemory:
    """Reads and writes ``window.ini``. A file that cannot be used is as good as none."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    def restore_window(self, window: QMainWindow) -> bool:
        """Place the window as it was; False when nothing usable was kept."""
        kept = self._settings.value("window/geometry")
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)

    def restore_splitter(self, name: str, splitter: QSplitter) -> None:
        kept = self._settings.value(f"splitters/{name}")
        if isinstance(kept, QByteArray):
            splitter.restoreState(kept)

    def keep(self, window: QMainWindow, **splitters: QSplitter) -> None:
        self._settings.setValue("window/geometry", window.saveGeometry())
        for name, splitter in splitters.items():
            self._settings.setValue(f"splitters/{name}", splitter.saveState())
        self._settings.sync()

    def theme_mode(self, default: ThemeMode) -> ThemeMode:
        """The look chosen in the menu; `default` (the settings') when none was."""
        kept = self._settings.value("theme/mode")
        return ThemeMode(kept) if kept in set(ThemeMode) else default

    def keep_theme_mode(self, mode: ThemeMode) -> None:
        self._settings.setValue("theme/mode", mode.value)
        self._settings.sync()
