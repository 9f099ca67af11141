"""Icons of one family, coloured from tokens."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_ICON_SIZES = (16, 20, 24, 32)


class IconFamily:
    """The SVG files of one folder; `currentColor` in them is replaced at each drawing.

    Pixmaps are kept, by name, size, colour and pixel ratio: a delegate may ask at each paint.
    """

    def __init__(self, folder: Path, ratio: int = 1) -> None:
        """`ratio`: physical pixels a logical one, at most, on the screens there are."""
        self._folder = folder
        self.ratio = ratio
        self._sources: dict[str, str] = {}
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

    def pixmap(self, name: str, size: int, color: QColor, ratio: float = 1.0) -> QPixmap:
        """Draw an icon of `size` logical pixels."""
        key = (name, size, color.name(), ratio)
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            pixmap = render_svg(self.svg(name, color), size, ratio)
            self._pixmaps[key] = pixmap
        return pixmap

    def icon(self, name: str, normal: QColor, disabled: QColor, on: QColor) -> QIcon:
        """An icon with its disabled and checked appearances."""
        icon = QIcon()
        for size in _ICON_SIZES:
            # Each one drawn for nothing costs four times as much as at ratio 1.
            for ratio in sorted({1, self.ratio}):
                for mode, state, color in (
                    (QIcon.Mode.Normal, QIcon.State.Off, normal),
                    (QIcon.Mode.Normal, QIcon.State.On, on),
                    (QIcon.Mode.Disabled, QIcon.State.Off, disabled),
                    (QIcon.Mode.Disabled, QIcon.State.On, disabled),
                ):
                    icon.addPixmap(self.pixmap(name, size, color, ratio), mode, state)
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
