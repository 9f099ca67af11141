"""What became of each message of a batch: done, refused and why, or still waiting."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.models.snapshots import ReplyState
from desk.services.batch import Batch, BatchItem, ItemState
from desk.ui.common.styling import button, give_icon, label
from desk.ui.conversation.state_words import refusal
from desk.ui.theme import Theme, Token

_LOOKS = {
    ItemState.WAITING: ("hourglass", Token.STATE_INFO),
    ItemState.DONE: ("circle-check", Token.STATE_OK),
    ItemState.REFUSED: ("circle-x", Token.STATE_ERROR),
    ItemState.LEFT_OUT: ("info", Token.TEXT_MUTED),
    ItemState.TAKEN_BACK: ("undo-2", Token.TEXT_MUTED),
}
_FIRST = [
    ItemState.REFUSED,
    ItemState.LEFT_OUT,
    ItemState.WAITING,
    ItemState.TAKEN_BACK,
    ItemState.DONE,
]
"""What wants attention comes first."""


class ResultsWindow(QDialog):
    """Stays beside the work; what waits goes on without it."""

    undo_requested = Signal()
    thread_requested = Signal(object)
    """A thread's id: open this message."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        batch: Batch,
        can_undo: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        """`can_undo`: whether anything of it can be undone now."""
        super().__init__(parent)
        self._theme = theme
        self.batch = batch
        self._can_undo = can_undo
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(620, 460)
        self.summary = label("", "heading", wrap=True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Result of each message"))
        self.undo_button = button(self.tr("Undo"), "", self.tr("Undo for these messages"))
        self.undo_button.setAutoDefault(False)
        self.close_button = button(self.tr("Close"), "primary")
        self.close_button.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(title, "muted", wrap=True))
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.undo_button.clicked.connect(self.undo_requested)
        self.close_button.clicked.connect(self.accept)
        self.list.itemActivated.connect(
            lambda item: self.thread_requested.emit(item.data(Qt.ItemDataRole.UserRole))
        )
        batch.changed.connect(self._show)
        theme.changed.connect(self._show)
        self._show()
        self.close_button.setFocus()

    @Slot()
    def _show(self) -> None:
        batch = self.batch
        words = [self.tr("%n done", "", len(batch.having(ItemState.DONE)))]
        waiting = len(batch.having(ItemState.WAITING))
        refused = len(batch.having(ItemState.REFUSED)) + len(batch.having(ItemState.LEFT_OUT))
        if waiting:
            words.append(self.tr("%n waiting", "", waiting))
        if refused:
            words.append(self.tr("%n refused", "", refused))
        self.summary.setText(", ".join(words))
        kept = self.list.currentRow()
        self.list.clear()
        for item in sorted(batch.items, key=lambda each: _FIRST.index(each.state)):
            name, tone = _LOOKS[item.state]
            line = QListWidgetItem(
                self._theme.icon(name, tone),
                f"{item.thread.adherent_name}, {item.thread.reference}\n{self._said(item)}",
            )
            line.setData(Qt.ItemDataRole.UserRole, item.thread.thread_id)
            self.list.addItem(line)
        self.list.setCurrentRow(max(0, kept))
        self.undo_button.setVisible(self._can_undo())
        give_icon(self.undo_button, self._theme.icon("undo-2"))

    def _said(self, item: BatchItem) -> str:
        match item.state:
            case ItemState.DONE:
                return self.tr("Done")
            case ItemState.TAKEN_BACK:
                return self.tr("Taken back")
            case ItemState.WAITING if item.entry is not None and item.entry.attempts:
                return self.tr("Waiting: it leaves by itself, once, when the portal answers")
            case ItemState.WAITING:
                return self.tr("On its way")
            case ItemState.LEFT_OUT:
                return self.tr("Not possible: {reason}").format(reason=item.problem)
        entry = item.entry
        if entry is None:
            return self.tr("Not written down: {code}").format(code=item.problem)
        if entry.state is ReplyState.CONFLICT:
            return self.tr("Refused: the message changed before it arrived")
        return self.tr("Refused: {reason}").format(reason=refusal(entry))
