"""Where the window was, the look, the keys and the last actions: kept beside the settings file."""

from collections.abc import Mapping, Sequence
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

    def chosen_keys(self) -> dict[str, str]:
        """Action → keys, where the agent chose others than the usual ones; unchecked."""
        self._settings.beginGroup("shortcuts")
        kept = {name: str(self._settings.value(name)) for name in self._settings.childKeys()}
        self._settings.endGroup()
        return kept

    def keep_chosen_keys(self, keys: Mapping[str, str]) -> None:
        self._settings.remove("shortcuts")
        for action_id, chosen in keys.items():
            self._settings.setValue(f"shortcuts/{action_id}", chosen)
        self._settings.sync()

    def recent_actions(self) -> list[str]:
        """Ids of the actions last done from the list of all, newest first."""
        return [each for each in str(self._settings.value("palette/recent", "")).split(" ") if each]

    def keep_recent_actions(self, ids: Sequence[str]) -> None:
        self._settings.setValue("palette/recent", " ".join(ids))
        self._settings.sync()

    @property
    def guide_seen(self) -> bool:
        """The first steps were seen, or skipped."""
        return str(self._settings.value("guide/seen", "")) == "yes"

    def keep_guide_seen(self) -> None:
        self._settings.setValue("guide/seen", "yes")
        self._settings.sync()
