"""What became of each message of a batch, and another try for those that were refused."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk import wire
from desk.ui.common.styling import button, give_icon, label
from desk.ui.theme import Theme, Token


class Results(QWidget):
    """Hidden until there is something to tell."""

    retry_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        name = self.tr("Result of each message")
        self.setAccessibleName(name)
        self.summary = label("", "heading", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setMinimumHeight(96)
        self.retry_button = button(self.tr("Try again those that were refused"))
        self.close_button = button(self.tr("Close the results"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.retry_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.retry_button.clicked.connect(self.retry_requested)
        self.close_button.clicked.connect(self.clear)
        self.hide()
        theme.changed.connect(self._draw)
        self._draw()

    def show_working(self, count: int) -> None:
        """On its way."""
        self.list.clear()
        self.retry_button.hide()
        self.summary.setText(self.tr("%n message(s) on their way…", "", count))
        self.show()

    def show_result(self, result: wire.BatchResult, name: Callable[[int], str]) -> None:
        """The portal's answer: those that were refused first. `name`: words for a message's id."""
        refused = [each for each in result.results if not each.done]
        done = len(result.results) - len(refused)
        words = self.tr("%n message(s) done", "", done)
        if refused:
            words = self.tr("{done}, {refused}").format(
                done=words, refused=self.tr("%n refused", "", len(refused))
            )
        self.summary.setText(words)
        self.list.clear()
        for each in sorted(result.results, key=lambda item: item.done):
            done_said = self.tr("{name}: done")
            refused_said = self.tr("{name}: refused, {reason}")
            said = done_said if each.done else refused_said
            item = QListWidgetItem(
                said.format(name=name(each.thread_id), reason=reason_words(each))
            )
            item.setData(Qt.ItemDataRole.UserRole, each.done)
            self.list.addItem(item)
        self._draw()
        self.list.setCurrentRow(0)
        self.retry_button.setVisible(bool(refused))
        self.show()

    def show_lost(self, code: str) -> None:
        """No answer: nobody knows what was done; asking again under the same key is safe."""
        self.list.clear()
        self.summary.setText(
            self.tr("No answer from the portal ({code}). Trying again does nothing twice.").format(
                code=code
            )
        )
        self.retry_button.show()
        self.show()

    @Slot()
    def _draw(self) -> None:
        give_icon(self.retry_button, self._theme.icon("rotate-ccw"))
        ok = self._theme.icon("circle-check", Token.STATE_OK)
        no = self._theme.icon("circle-x", Token.STATE_ERROR)
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setIcon(ok if item.data(Qt.ItemDataRole.UserRole) else no)

    def clear(self) -> None:
        """Nothing more to tell."""
        self.list.clear()
        self.hide()


def reason_words(item: wire.BatchItem) -> str:
    """The portal's words, or the code of the problem where it gave none."""
    return item.detail or (item.problem or "").rsplit(":", 1)[-1]
