"""A page to paper or to PDF. Qt's printing is loaded at the first use: no start waits for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QMarginsF, QSaveFile
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MARGIN_MM = 18.0


class NotSaved(Exception):
    """The disk refuses the file; what stood there before is as it was."""


def paper_document(html: str, title: str) -> QTextDocument:
    """The page in black on white, whatever the window's look."""
    document = QTextDocument()
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
    document.setHtml(html)
    return document


def save_pdf(html: str, title: str, path: str) -> None:
    """Write the page as PDF (A4): the whole file, or none.

    Raises:
        NotSaved: the place cannot be written, or the disk is full.
    """
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise NotSaved(file.errorString())
    writer = QPdfWriter(file)
    writer.setTitle(title)
    writer.setCreator("desk")
    writer.setPageLayout(_layout())
    paper_document(html, title).print_(writer)
    del writer  # its last bytes are written when it ends
    if not file.commit():
        raise NotSaved(file.errorString())


def print_page(html: str, title: str, window: QWidget) -> bool:
    """Ask for a printer and print; False when the agent thought better of it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, window)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    print_on(printer, html, title)
    return True


def print_on(printer: "QPrinter", html: str, title: str) -> None:
    """Print without asking: A4, `title` as the name of the job."""
    printer.setPageLayout(_layout())
    printer.setDocName(title)
    paper_document(html, title).print_(printer)


def _layout() -> QPageLayout:
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
        QPageLayout.Unit.Millimeter,
    )
