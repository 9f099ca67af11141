"""Opens the list of actions over the window, and does what is chosen there."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from desk.ui.actions import ActionSpec, menu_title
from desk.ui.menu_words import plain
from desk.ui.palette.reasons import why_not
from desk.ui.situation import Situation
from desk.ui.theme import Theme
from desk.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from desk.ui.palette.window import PaletteEntry

if TYPE_CHECKING:
    from desk.ui.palette.window import PaletteWindow

RECENT_KEPT = 8


class PalettePlace(QObject):
    """At most one list at a time. Actions used from it come first the next time."""

    def __init__(
        self,
        theme: Theme,
        memory: WindowMemory,
        table: Sequence[ActionSpec],
        actions: Mapping[str, QAction],
        situation: Callable[[], Situation],
        window: QWidget,
    ) -> None:
        """`situation`: what decides what is possible now."""
        super().__init__(window)
        self._theme = theme
        self._memory = memory
        self._table = table
        self._actions = actions
        self._situation = situation
        self._window = window
        self.current: PaletteWindow | None = None
        """The list on screen."""

    def open(self) -> None:
        """Show the list of what is possible now, and of what is not and why."""
        from desk.ui.palette.window import PaletteWindow

        if self.current is not None:
            return
        situation = self._situation()
        entries = [self._entry(spec, situation) for spec in self._table if spec.id != "palette"]
        made = PaletteWindow(self._theme, entries, self._memory.recent_actions(), self._window)
        self.current = made
        made.finished.connect(lambda result: self._on_finished(made, result))
        made.open()

    def _entry(self, spec: ActionSpec, situation: Situation) -> "PaletteEntry":
        from desk.ui.palette.window import PaletteEntry

        keys = self._actions[spec.id].shortcut()
        return PaletteEntry(
            spec.id,
            plain(spec.text),
            plain(menu_title(spec.menu)),
            spec.icon,
            keys.toString(QKeySequence.SequenceFormat.NativeText),
            "" if spec.enabled(situation) else why_not(spec.id, situation),
        )

    def _on_finished(self, made: "PaletteWindow", result: int) -> None:
        chosen = made.chosen
        self.current = None
        made.deleteLater()
        if result != QDialog.DialogCode.Accepted or chosen is None:
            return
        recent = [each for each in self._memory.recent_actions() if each != chosen.id]
        self._memory.keep_recent_actions([chosen.id, *recent][:RECENT_KEPT])
        # Triggered as by its key: an action that has become impossible meanwhile does nothing.
        self._actions[chosen.id].trigger()
