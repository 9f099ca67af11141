"""Which exchange is opened from what was found, and when."""

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal, Slot

from desk.models.search.finding import Hit
from desk.ui.search.hit_view import HitView
from desk.ui.search.hits import HitModel

OPEN_AFTER_MS = 300
"""How long the arrows must rest before an exchange is opened: opening is logged as a reading."""


class HitOpening(QObject):
    """Enter and a click open at once; a selection that the arrows moved, once it has settled."""

    chosen = Signal(object)
    """A `Hit`."""

    def __init__(self, view: HitView, model: HitModel, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._model = model
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(OPEN_AFTER_MS)
        self._resting.timeout.connect(self._open_current)
        view.activated.connect(self._open)
        view.clicked.connect(self._open)
        view.selectionModel().currentChanged.connect(self._on_current)

    def stop(self) -> None:
        """What was about to be opened is not: nobody asked for it."""
        self._resting.stop()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self._resting.stop()
        if index.isValid():
            hit: Hit = self._model.hits[index.row()]
            self.chosen.emit(hit)

    @Slot()
    def _open_current(self) -> None:
        if self._view.hasFocus():
            self._open(self._view.currentIndex())

    @Slot()
    def _on_current(self) -> None:
        if self._view.hasFocus() and self._view.currentIndex().isValid():
            self._resting.start()
