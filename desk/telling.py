"""What desk says in a box of its own, before or beside the windows."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QMessageBox, QWidget


class CrashTeller(QObject):
    """Tells an unexpected error once at a time: a storm of them opens one box, not a hundred."""

    def __init__(self, window: QWidget, log_file: Path) -> None:
        super().__init__(window)
        self._window = window
        self._log_file = log_file
        self._box: QMessageBox | None = None

    @Slot(str)
    def tell(self, what: str) -> None:
        """`what`: the exception's class and place, for whoever is asked for help."""
        if self._box is not None:
            return
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(QCoreApplication.translate("telling", "Unexpected error"))
        box.setText(
            QCoreApplication.translate(
                "telling",
                "Something went wrong in desk. Your drafts and your outbox are kept;"
                " you can go on working.",
            )
        )
        box.setInformativeText(
            QCoreApplication.translate(
                "telling",
                "If it happens again, give this to your support: {what} (log: {log})",
            ).format(what=what, log=self._log_file)
        )
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setModal(False)
        box.finished.connect(self._on_read)
        self._box = box
        box.open()

    @Slot()
    def _on_read(self) -> None:
        self._box = None


def tell_unusable_folder(folder: Path) -> None:
    """The data folder cannot be written: desk cannot keep a draft, so it does not start."""
    QMessageBox.critical(
        None,
        QCoreApplication.translate("telling", "desk cannot start"),
        QCoreApplication.translate(
            "telling",
            "The folder {folder} cannot be written: is the disk full or read-only?"
            " No draft could be kept.",
        ).format(folder=folder),
    )
