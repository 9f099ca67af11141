"""Icons of one family, coloured from tokens."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class IconFamily:
    """The SVG files of one folder; `currentColor` in them is replaced at each drawing.

    Pixmaps are kept, by name, size, colour and pixel ratio: a delegate may ask at each paint.
    """

    def __init__(self, folder: Path, coloured: Path) -> None:
        """`coloured`: an empty folder for the drawings in their colours; it outlives the icons."""
        self._folder = folder
        self._coloured = coloured
        self._sources: dict[str, str] = {}
        self._files: dict[tuple[str, str], str] = {}
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}

    def svg(self, name: str, color: QColor) -> str:
        """Return the drawing's source in `color`.

        Raises:
            FileNotFoundError: the family has no such icon.
        """
        source = self._sources.get(name)
        if source is None:
            source = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            self._sources[name] = source
        return source.replace("currentColor", color.name())

    def file(self, name: str, color: QColor) -> str:
        """Path of the drawing in `color`: style sheets and icons take no other. One file per
        colour, as Qt caches by path.

        Raises:
            FileNotFoundError: the family has no such icon.
        """
        key = (name, color.name())
        if key not in self._files:
            path = self._coloured / f"{name}-{color.name()[1:]}.svg"
            path.write_text(self.svg(name, color), encoding="utf-8")
            self._files[key] = path.as_posix()
        return self._files[key]

    def pixmap(self, name: str, size: int, color: QColor, ratio: float = 1.0) -> QPixmap:
        """Draw an icon of `size` logical pixels."""
        key = (name, size, color.name(), ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = render_svg(self.svg(name, color), size, ratio)
            self._pixmaps[key] = pixmap
        return pixmap

    def icon(self, name: str, normal: QColor, disabled: QColor, on: QColor) -> QIcon:
        """An icon with its disabled and checked appearances, drawn by Qt when it is first shown, as
        large and as fine as it is needed there.
        """
        icon = QIcon()
        for mode, state, color in (
            (QIcon.Mode.Normal, QIcon.State.Off, normal),
            (QIcon.Mode.Normal, QIcon.State.On, on),
            (QIcon.Mode.Disabled, QIcon.State.Off, disabled),
            (QIcon.Mode.Disabled, QIcon.State.On, disabled),
        ):
            icon.addFile(self.file(name, color), QSize(), mode, state)
        return icon


def render_svg(source: str, size: int, ratio: float) -> QPixmap:
    """Draw an SVG source into a square of `size` logical pixels."""
    renderer = QSvgRenderer(QByteArray(source.encode()))
    side = round(size * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
