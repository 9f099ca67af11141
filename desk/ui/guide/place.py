"""Opens the first steps: by itself once, at an agent's first sign-in on this PC; then from Help."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desk.services.session import Session
from desk.ui.theme import Theme
from desk.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from desk.ui.guide.window import GuideWindow


class GuidePlace(QObject):
    """Seen or skipped, it does not come by itself again."""

    def __init__(
        self,
        theme: Theme,
        memory: WindowMemory,
        keys: Callable[[], Mapping[str, str]],
        window: QWidget,
    ) -> None:
        """`keys`: action → its keys as they are written on screen."""
        super().__init__(window)
        self._theme = theme
        self._memory = memory
        self._keys = keys
        self._window = window
        self.current: GuideWindow | None = None
        """On screen."""

    def come_at_first_sign_in(self, session: Session) -> None:
        """From now on."""
        if not self._memory.guide_seen:
            session.signed_in.connect(self._on_signed_in)

    @Slot()
    def open(self) -> None:
        from desk.ui.guide.window import GuideWindow

        if self.current is not None:
            self.current.raise_()
            return
        guide = GuideWindow(self._theme, self._keys(), self._window)
        guide.finished.connect(self._on_finished)
        guide.finished.connect(guide.deleteLater)
        self.current = guide
        guide.open()

    @Slot(object)
    def _on_signed_in(self, _me: object) -> None:
        if not self._memory.guide_seen:
            self.open()

    @Slot()
    def _on_finished(self) -> None:
        self.current = None
        self._memory.keep_guide_seen()
