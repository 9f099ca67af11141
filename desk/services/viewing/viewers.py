"""The viewers of all windows: each place that shows files has one of its own."""

from PySide6.QtCore import QObject

from desk.services.viewing.viewer import Viewer


class Viewers(QObject):
    """What one of them draws reaches nobody else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: list[Viewer] = []

    def new(self) -> Viewer:
        """One more; it has no process before it opens a file."""
        made = Viewer(self)
        self._made.append(made)
        return made

    def close(self) -> None:
        """Nothing is shown any more, anywhere."""
        for each in self._made:
            each.close()

    def stop(self) -> None:
        """At the end of desk: no process stays behind."""
        for each in self._made:
            each.stop()
