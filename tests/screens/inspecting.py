"""The same walk as for the photographs, with eyes that count instead of a lens."""

from PySide6.QtWidgets import QWidget

from tests.screens.camera import NARROW, Camera
from tests.support.desk_running import settle
from tests.support.seen_widgets import clipped, nameless, roleless, unreachable, untranslated


class Inspector(Camera):
    """Says what is wrong with each state, in the narrow window: what fits there fits anywhere."""

    undo_seconds = 4

    def take(self, name: str, apart: QWidget | None = None) -> None:
        """Look at the state instead of photographing it."""
        window = self._desk.window if apart is None else apart
        if apart is None:
            window.resize(*NARROW)
        settle(window)
        settle(window)
        found = [
            *(f"no name: {each}" for each in nameless(window)),
            *unreachable(window),
            *roleless(window),
        ]
        if self.session.language == "pseudo":
            found += clipped(window) + untranslated(window)
        for each in found:
            print(f"DEFECT {name}: {each}", flush=True)
        print(f"LOOKED {name}", flush=True)
