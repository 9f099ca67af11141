"""One page of a file on screen: zoom, fit, pages, by keys and by buttons."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from desk.services.viewing.bounds import MOST_DRAWN
from desk.services.viewing.viewer import Drawn

STEPS: Final = (0.25, 0.35, 0.5, 0.65, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)
AIR: Final = 12
"""Pixels around a page that fits."""
RESIZED_MS: Final = 80
"""A window that is being drawn larger asks for no page at each of its sizes."""


class Fit(Enum):
    """How the size of a page follows that of the place."""

    WIDTH = auto()
    PAGE = auto()
    NONE = auto()
    """By a zoom of the agent's choice."""


class PageView(QScrollArea):
    """Shows what is drawn for it, and asks for a drawing when another page or size is wanted.

    Keys: Page Down and Page Up, Home and End turn pages; + and - zoom, W fits the width, P the
    page; arrows scroll; Escape leaves.
    """

    drawing_wanted = Signal(int, int, int)
    """Page from 0, width and height in pixels of the screen."""
    changed = Signal()
    """Another page, zoom or fit."""
    left = Signal()
    """Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._page = 0
        self._zoom = 1.0
        self._fit = Fit.WIDTH
        self._paper = QLabel()
        self._paper.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._paper.setAccessibleName(self.tr("Page of the document"))
        self.setWidget(self._paper)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Page of the document"))
        self.viewport().setProperty("role", "desk_top")
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(RESIZED_MS)
        self._resized.timeout.connect(self._ask)

    @property
    def page(self) -> int:
        """From 0."""
        return self._page

    @property
    def pages(self) -> int:
        return len(self._sizes)

    @property
    def zoom(self) -> float:
        """1 is the size on paper, at 96 dots per inch."""
        return self._scale() if self._sizes else self._zoom

    @property
    def fit(self) -> Fit:
        return self._fit

    @property
    def shown(self) -> QSize:
        """Of the drawing on screen, in its own pixels; empty when there is none."""
        return self._paper.pixmap().size()

    @property
    def picture(self) -> QPixmap:
        """The drawing on screen."""
        return self._paper.pixmap()

    def begin(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """A file was opened: its first page, as wide as the place."""
        self._sizes, self._page, self._fit = sizes, 0, Fit.WIDTH
        self._paper.clear()
        self.changed.emit()
        self._ask()

    def clear(self) -> None:
        """Nothing is shown."""
        self._resized.stop()
        self._sizes, self._page = (), 0
        self._paper.clear()
        self.changed.emit()

    def show_drawing(self, drawn: Drawn) -> None:
        """Put it on screen, if it is still the page that is looked at."""
        if drawn.page != self._page or not self._sizes:
            return
        image = QImage(
            drawn.content, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_BGR888
        )
        # The pixmap has pixels of its own: those of the answer may go.
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._paper.setPixmap(pixmap)

    def turn_to(self, page: int) -> None:
        """Another page; one that is not there is the nearest."""
        page = min(max(page, 0), len(self._sizes) - 1)
        if self._sizes and page != self._page:
            self._page = page
            self.verticalScrollBar().setValue(0)
            self.changed.emit()
            self._ask()

    @Slot()
    def next_page(self) -> None:
        self.turn_to(self._page + 1)

    @Slot()
    def previous_page(self) -> None:
        self.turn_to(self._page - 1)

    @Slot()
    def zoom_in(self) -> None:
        """The next step that is larger than now."""
        now = self._scale()
        self._zoom_to(next((each for each in STEPS if each > now * 1.01), STEPS[-1]))

    @Slot()
    def zoom_out(self) -> None:
        """The next step that is smaller than now."""
        now = self._scale()
        self._zoom_to(next((each for each in reversed(STEPS) if each < now * 0.99), STEPS[0]))

    @Slot()
    def fit_width(self) -> None:
        self._follow(Fit.WIDTH)

    @Slot()
    def fit_page(self) -> None:
        self._follow(Fit.PAGE)

    def _zoom_to(self, zoom: float) -> None:
        self._zoom = zoom
        self._follow(Fit.NONE)

    def _follow(self, fit: Fit) -> None:
        if self._sizes:
            self._fit = fit
            self.changed.emit()
            self._ask()

    def _scale(self) -> float:
        if not self._sizes:
            return self._zoom
        width, height = self._sizes[self._page]
        place = self.maximumViewportSize()
        wide = max(place.width() - self.verticalScrollBar().sizeHint().width() - AIR, 50) / width
        if self._fit is Fit.WIDTH:
            return min(wide, STEPS[-1])
        if self._fit is Fit.PAGE:
            whole = max(place.height() - AIR, 50) / height
            return min((place.width() - AIR) / width, whole, STEPS[-1])
        return self._zoom

    @Slot()
    def _ask(self) -> None:
        if not self._sizes:
            return
        width, height = self._sizes[self._page]
        scale = self._scale() * self.devicePixelRatioF()
        # A page of any size stays within what may be drawn at once.
        scale = min(scale, (MOST_DRAWN / (width * height)) ** 0.5 * 0.99)
        self.drawing_wanted.emit(
            self._page, max(int(width * scale), 1), max(int(height * scale), 1)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {
            Qt.Key.Key_PageDown: self.next_page,
            Qt.Key.Key_PageUp: self.previous_page,
            Qt.Key.Key_Home: lambda: self.turn_to(0),
            Qt.Key.Key_End: lambda: self.turn_to(len(self._sizes) - 1),
            Qt.Key.Key_Plus: self.zoom_in,
            # The key of « + » without Shift, on AZERTY and on QWERTY.
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_W: self.fit_width,
            Qt.Key.Key_P: self.fit_page,
            Qt.Key.Key_Escape: self.left.emit,
        }.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            event.accept()
            act()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            if event.angleDelta().y() > 0:
                self.zoom_in()
            else:
                self.zoom_out()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._sizes and self._fit is not Fit.NONE:
            self._resized.start()
