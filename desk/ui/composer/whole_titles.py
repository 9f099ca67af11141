"""Rows of a list as high as their words need."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

AROUND = QSize(2 * 10, 2 * 7)
"""The padding of the style sheet, which the style's own hint leaves out of its count of lines."""
BESIDE_ICON = 8


class WholeTitles(QStyledItemDelegate):
    """A title that is a little too long for its line takes a second one, and is never cut."""

    def __init__(self, view: QListView, beside: int = 0) -> None:
        """`beside`: pixels that stand beside the title, its icon apart: a box to tick."""
        super().__init__(view)
        self._view = view
        self._beside = beside

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        icon = self._view.iconSize().width() + BESIDE_ICON
        room = self._view.viewport().width() - AROUND.width() - icon - self._beside
        words = self._view.fontMetrics().boundingRect(
            QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, str(index.data())
        )
        return QSize(hint.width(), max(hint.height(), words.height() + AROUND.height()))
