"""Correcting the motif: a list that a few letters shorten, by keyboard alone."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.models.folding import fold
from desk.models.snapshots import ThreadView
from desk.services.act_choices import MotifChoice
from desk.ui.common.styling import button, label
from desk.ui.theme import Theme, Token


class MotifDialog(QDialog):
    """Accepted: `chosen` is the code of another motif than the present one."""

    def __init__(
        self,
        theme: Theme,
        motifs: tuple[MotifChoice, ...],
        thread: ThreadView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._motifs = tuple(each for each in motifs if each.code != thread.motif)
        title = self.tr("Correct the motif")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(640, 560)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("A few letters of the motif, the subject or theme"))
        self.search.setAccessibleName(self.tr("Search a motif"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            theme.icon("search", Token.TEXT_MUTED), QLineEdit.ActionPosition.LeadingPosition
        )
        for part in self.search.findChildren(QToolButton):
            part.setAccessibleName(self.tr("Clear the search"))
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(self.tr("Motifs"))
        self.accept_button = button(self.tr("Correct the motif"), "primary")
        self.accept_button.setDefault(True)
        self.cancel_button = button(self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(label(title, "title"))
        column.addWidget(
            label(
                self.tr("Now: {motif}. What the adherent chose stays known.").format(
                    motif=thread.motif_label
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.accept_button)
        column.addLayout(foot)
        self.search.textChanged.connect(self._fill)
        self.list.doubleClicked.connect(self.accept)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._fill()
        self.search.setFocus()

    @property
    def chosen(self) -> str | None:
        index = self.list.currentIndex()
        return str(index.data(Qt.ItemDataRole.UserRole)) if index.isValid() else None

    def accept(self) -> None:
        if self.chosen is not None:
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move through the list while the hands stay on the search."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self._model.rowCount():
            row = max(0, min(self.list.currentIndex().row() + step, self._model.rowCount() - 1))
            self.list.setCurrentIndex(self._model.index(row, 0))
            event.accept()
            return
        super().keyPressEvent(event)

    def _fill(self) -> None:
        words = fold(self.search.text()).split()
        self._model.clear()
        for each in self._motifs:
            if all(word in fold(f"{each.label} {each.place}") for word in words):
                item = QStandardItem(f"{each.label}\n{each.place}")
                item.setData(each.code, Qt.ItemDataRole.UserRole)
                self._model.appendRow(item)
        first = self._model.index(0, 0) if self._model.rowCount() else QModelIndex()
        self.list.setCurrentIndex(first)
        self.accept_button.setEnabled(first.isValid())
