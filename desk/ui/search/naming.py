"""Asks for the name under which something is kept."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from desk.models.search.kept import LONGEST_NAME


def ask_name(parent: QWidget, title: str, proposed: str, done: Callable[[str], None]) -> None:
    """A small window; `done` gets the name unless the agent gives up."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setAccessibleName(title)
    dialog.setLabelText(QCoreApplication.translate("Search", "Name:"))
    dialog.setTextValue(proposed[:LONGEST_NAME])
    dialog.textValueSelected.connect(done)
    dialog.open()
