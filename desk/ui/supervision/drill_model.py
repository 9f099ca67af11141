"""The messages behind a figure, as a table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desk.countdown import countdown
from desk.instants import to_ms
from desk.services.supervision import FoundThread
from desk.ui.conversation.state_words import status_words
from desk.ui.inbox.countdown_text import countdown_spoken, countdown_words
from desk.ui.inbox.row_words import holder_words

_Index = QModelIndex | QPersistentModelIndex

DUE, NAME, REFERENCE, MOTIF, HOLDER = range(5)


class DrillModel(QAbstractTableModel):
    """One row per message, first due first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.threads: list[FoundThread] = []
        self._now_ms = 0

    def show_threads(self, threads: list[FoundThread], now_ms: int) -> None:
        """Another page, or the same one as it now is."""
        self.beginResetModel()
        self.threads = threads
        self._now_ms = now_ms
        self.endResetModel()

    def tick(self, now_ms: int) -> None:
        """Time has passed: what is left is less."""
        self._now_ms = now_ms
        if self.threads:
            self.dataChanged.emit(self.index(0, DUE), self.index(len(self.threads) - 1, DUE))

    def name_of(self, thread_id: int) -> str:
        """« FERRANDIER Odile · MSG-… », or the number where this PC knows no more."""
        for each in self.threads:
            if each.thread_id == thread_id and each.row is not None:
                return f"{each.row.adherent_name} · {each.row.reference}"
        return self.tr("No. {number}").format(number=thread_id)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.threads)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else HOLDER + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        thread, column = self.threads[index.row()], index.column()
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        if column == DUE:
            return self._due(thread, spoken=spoken)
        if thread.row is None:
            return self.name_of(thread.thread_id) if column == NAME else ""
        return {
            NAME: thread.row.adherent_name,
            REFERENCE: thread.row.reference,
            MOTIF: thread.row.motif_label,
            HOLDER: holder_words(thread.row, self._now_ms) or self.tr("nobody"),
        }[column]

    def _due(self, thread: FoundThread, *, spoken: bool) -> str:
        row = thread.row
        if row is not None and row.status != "open":
            return status_words(row.status)
        due_ms = to_ms(thread.due_at) if row is None else row.due_ms
        left = countdown(due_ms, due_ms if row is None else row.sent_ms, None, self._now_ms)
        return countdown_spoken(left) if spoken else countdown_words(left)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            DUE: self.tr("Deadline"),
            NAME: self.tr("Adherent"),
            REFERENCE: self.tr("Reference"),
            MOTIF: self.tr("Motif"),
            HOLDER: self.tr("Held by"),
        }[section]
