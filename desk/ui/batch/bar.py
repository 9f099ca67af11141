"""Under the list while several messages are selected: how many, and what can be done with them."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from desk.services.batch import MOST
from desk.ui.common.styling import button, give_icon, label
from desk.ui.theme import Theme

ICONS = {
    "claim": "hand",
    "release": "undo-2",
    "reclassify": "list-tree",
    "transfer": "arrow-right",
    "close_thread": "circle-x",
}
"""The acts, by their action's id."""


class BatchBar(QFrame):
    """Hidden unless at least two messages are selected."""

    asked = Signal(str)
    """An act of `ICONS`."""
    left = Signal()
    """Only the current message is wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = 0
        self.setProperty("role", "banner")
        self.setAccessibleName(self.tr("Selected messages"))
        self.words = label("", "strong", wrap=True)
        self.buttons: dict[str, QPushButton] = {}
        row = QGridLayout()
        row.setSpacing(6)
        for place, (act, words) in enumerate(
            (
                ("claim", self.tr("Take charge")),
                ("release", self.tr("Give back")),
                ("reclassify", self.tr("Correct the motif…")),
                ("transfer", self.tr("Transfer…")),
                ("close_thread", self.tr("Close…")),
            )
        ):
            made = button(words, "", words.rstrip("…"))
            made.setIconSize(QSize(16, 16))
            made.clicked.connect(lambda _checked=False, act=act: self.asked.emit(act))
            self.buttons[act] = made
            row.addWidget(made, place // 2, place % 2)
        self.leave_button = button(self.tr("Deselect"), "flat", self.tr("Deselect the messages"))
        self.leave_button.clicked.connect(self.left)
        row.addWidget(self.leave_button, 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addLayout(row)
        theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Name the keys of the acts as the agent has them."""
        for act, made in self.buttons.items():
            words = made.accessibleName()
            made.setToolTip(f"{words} ({keys[act]})" if keys[act] else words)

    def show_count(self, count: int, *, all_known: bool) -> None:
        """So many are selected. `all_known`: which ones they are has been read."""
        self._count = count
        if count > MOST:
            words = self.tr("{count} messages selected: at most {most} at once").format(
                count=count, most=MOST
            )
        else:
            words = self.tr("%n message(s) selected", "", count)
        if self.words.text() != words:
            self.words.setText(words)
            self.setAccessibleName(words)
        for made in self.buttons.values():
            made.setEnabled(all_known and count <= MOST)
        self.setVisible(count > 1)

    @Slot()
    def _draw(self) -> None:
        for act, made in self.buttons.items():
            give_icon(made, self._theme.icon(ICONS[act]))
