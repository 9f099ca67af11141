"""Takes one state in every look and size, and writes the pictures under clear names."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desk.ui.theme import Theme, ThemeMode
from tests.support.desk_running import RunningDesk, settle

LOOKS = (ThemeMode.LIGHT, ThemeMode.DARK, ThemeMode.CONTRAST)
WIDE = (1440, 900)
NARROW = (1180, 720)
AT_DOUBLE = (1180, 720)
"""Logical pixels: a screen of 2560 × 1440 at 200 %."""
QUICKLY_PACKED = 85
"""Qt's « quality » of a PNG is how little time goes into packing it; nothing is lost."""


@dataclass(frozen=True)
class Session:
    """One process's share: a language and a scale, in the looks wanted."""

    language: str
    scale: int
    """Per cent."""
    looks: tuple[ThemeMode, ...] = LOOKS

    @property
    def name(self) -> str:
        """Of its folder."""
        return f"{self.language}-{self.scale}"

    def sizes(self, look: ThemeMode) -> Sequence[tuple[int, int]]:
        """Of the main window: the narrow one shows where things go, whatever their colours."""
        if self.scale != 100:
            return (AT_DOUBLE,)
        return (WIDE, NARROW) if look is self.looks[0] else (WIDE,)


class Camera:
    """Photographs a state of one desk."""

    undo_seconds = 30
    """Long enough for the pictures of the bar that counts them."""

    def __init__(self, desk: RunningDesk, theme: Theme, folder: Path, session: Session) -> None:
        """`folder`: of the pictures of all sessions."""
        self._desk = desk
        self.theme = theme
        self.folder = folder
        self.session = session

    def of(self, desk: RunningDesk) -> "Camera":
        """A camera before another desk."""
        return type(self)(desk, self.theme, self.folder, self.session)

    def take(self, name: str, apart: QWidget | None = None) -> None:
        """`apart`: a window of its own, photographed instead of the main one.

        Raises:
            OSError: a picture cannot be written.
        """
        # Only an active window shows where the keyboard is.
        (apart or self._desk.window).activateWindow()
        looks = self.session.looks
        # Every window is dressed anew for another look: begin with the one that it has.
        for look in looks if self.theme.mode is not looks[-1] else reversed(looks):
            self.theme.set_mode(look)
            if apart is not None:
                settle(apart)
                apart.grab()  # the first drawing after a change of look lays out
                self._save(apart, f"{name}.{look.value}")
                continue
            for size in self.session.sizes(look):
                self._desk.window.resize(*size)
                settle(self._desk.window)
                self._save(self._desk.window, f"{name}.{look.value}.{size[0]}")
        self._desk.window.resize(*self.session.sizes(looks[0])[0])
        settle(self._desk.window)
        print(f"{self.session.name} {name}", flush=True)

    def _save(self, subject: QWidget, name: str) -> None:
        settle(subject)
        path = self.folder / self.session.name / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not subject.grab().save(str(path), "PNG", QUICKLY_PACKED):
            raise OSError(f"{path} cannot be written")
