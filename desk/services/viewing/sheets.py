"""Files decoded to pages, and pages to pixels. Only the process of one file imports this."""

from typing import Final, Protocol

import msgspec

from desk.services.viewing.bounds import MOST_PAGES, MOST_PIXELS

SCREEN_DOTS: Final = 96 / 72
"""Pixels for one point of a PDF at 100 %."""

NEEDS_PASSWORD: Final = frozenset({4, 5})
"""pdfium's FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY."""


class Unshowable(Exception):
    """The file is not shown; its one argument is the code of why: ``unreadable``, ``locked``,
    ``too_large``.
    """


class Pixels(msgspec.Struct, frozen=True):
    """A drawing: 8 bits each of blue, green and red, line after line of `stride` bytes."""

    width: int
    height: int
    stride: int
    content: bytes


class Sheets(Protocol):
    """The pages of one file."""

    @property
    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each, in pixels at 100 %."""
        ...

    def draw(self, number: int, width: int, height: int) -> Pixels:
        """A page (from 0), as large as fits into `width` by `height` pixels."""
        ...


def open_sheets(media_type: str, content: bytes) -> Sheets:
    """Raises Unshowable."""
    match media_type:
        case "application/pdf":
            return PdfSheets(content)
        case "image/jpeg":
            return PictureSheet(content, b"jpeg")
        case "image/png":
            return PictureSheet(content, b"png")
    raise Unshowable("unreadable")


class PdfSheets:
    """Of a PDF, by a pdfium that has no script engine."""

    def __init__(self, content: bytes) -> None:
        """Raises Unshowable."""
        import pypdfium2

        try:
            self._pdf = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            locked = getattr(error, "err_code", None) in NEEDS_PASSWORD
            raise Unshowable("locked" if locked else "unreadable") from None
        if not 1 <= len(self._pdf) <= MOST_PAGES:
            raise Unshowable("too_large" if len(self._pdf) else "unreadable")
        # What was typed into the fields of a form stands on its pages.
        self._pdf.init_forms()
        self.sizes: list[tuple[float, float]] = []
        for number in range(len(self._pdf)):
            width, height = self._pdf.get_page_size(number)
            self.sizes.append((max(width, 1.0) * SCREEN_DOTS, max(height, 1.0) * SCREEN_DOTS))

    def draw(self, number: int, width: int, height: int) -> Pixels:
        """See `Sheets`."""
        page_width, page_height = (each / SCREEN_DOTS for each in self.sizes[number])
        page = self._pdf[number]
        try:
            # pypdfium2 rounds the size up.
            scale = min((width - 0.01) / page_width, (height - 0.01) / page_height)
            bitmap = page.render(scale=scale)  # opaque: blue, green, red
            return Pixels(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            page.close()


class PictureSheet:
    """The one page of a JPEG or PNG, by Qt."""

    def __init__(self, content: bytes, image_format: bytes) -> None:
        """Raises Unshowable."""
        from PySide6.QtCore import QBuffer, QByteArray, QIODevice
        from PySide6.QtGui import QImageReader

        QImageReader.setAllocationLimit(MOST_PIXELS * 8 // 1_000_000)  # 16 bits a colour at most
        buffer = QBuffer()
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(image_format))
        # The head tells, before anything is decoded.
        size = reader.size()
        if size.isEmpty():
            raise Unshowable("unreadable")
        if size.width() * size.height() > MOST_PIXELS:
            raise Unshowable("too_large")
        self._image = reader.read()
        if self._image.isNull():
            raise Unshowable("unreadable")
        self.sizes = [(float(size.width()), float(size.height()))]

    def draw(self, number: int, width: int, height: int) -> Pixels:
        """See `Sheets`."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QImage, QPainter

        drawn = self._image.scaled(
            width,
            height,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
        paper.fill(0xFFFFFFFF)  # what is transparent lies on white
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        made = paper.convertToFormat(QImage.Format.Format_BGR888)
        return Pixels(made.width(), made.height(), made.bytesPerLine(), bytes(made.constBits()))
