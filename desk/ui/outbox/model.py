"""The rows of the outbox window."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.models.snapshots import ConnectionState, OutboxView, SyncView
from desk.services.waiting import Waiting, waiting_of
from desk.ui.common.times import Times
from desk.ui.common.tones import TONE_TOKENS
from desk.ui.conversation.state_words import act_words
from desk.ui.outbox.cause_words import cause_said, next_try_words
from desk.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """In the order of the screen."""

    WHAT = 0
    WHO = 1
    SINCE = 2
    STATE = 3
    NEXT = 4


class OutboxModel(QAbstractTableModel):
    """A frozen list of entries; a change resets it (it is short)."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[OutboxView, ...] = ()
        self._times = Times()
        self._now_ms = 0
        self._sync = SyncView(ConnectionState.STARTING, None, False)
        self._connection_since_ms: int | None = None

    @property
    def entries(self) -> tuple[OutboxView, ...]:
        return self._entries

    def show_entries(self, entries: tuple[OutboxView, ...], times: Times, now_ms: int) -> None:
        self.beginResetModel()
        self._entries, self._times, self._now_ms = entries, times, now_ms
        self.endResetModel()

    def show_connection(self, sync: SyncView, since_ms: int | None, now_ms: int) -> None:
        """The connection is this, since `since_ms`; also told once a second, for the times."""
        self._sync, self._connection_since_ms, self._now_ms = sync, since_ms, now_ms
        if self._entries:
            last = self.index(len(self._entries) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def waiting(self, entry: OutboxView) -> Waiting:
        """Why this entry waits."""
        return waiting_of(entry, self._entries, self._sync, self._connection_since_ms, self._now_ms)

    def entry(self, index: Index) -> OutboxView | None:
        return self._entries[index.row()] if index.isValid() else None

    def row_of(self, event_id: str) -> int | None:
        return next(
            (row for row, each in enumerate(self._entries) if each.event_id == event_id), None
        )

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.WHAT: self.tr("Action"),
            Column.WHO: self.tr("Adherent"),
            Column.SINCE: self.tr("Since"),
            Column.STATE: self.tr("Why"),
            Column.NEXT: self.tr("Next try"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index)
        if entry is None:
            return None
        waiting = self.waiting(entry)
        said = cause_said(entry, waiting, self._times, self._now_ms)
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(entry, column, said.words, waiting)
            case Qt.ItemDataRole.ToolTipRole if column is Column.STATE:
                return said.words
            case Qt.ItemDataRole.DecorationRole if column is Column.STATE:
                return self._theme.pixmap(said.icon, 16, TONE_TOKENS[said.tone])
            case Qt.ItemDataRole.ForegroundRole if column is Column.STATE and said.tone:
                return self._theme.color(TONE_TOKENS[said.tone])
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._words(entry, column, said.words, waiting)
        return None

    def _words(self, entry: OutboxView, column: Column, state: str, waiting: Waiting) -> str:
        match column:
            case Column.WHAT:
                return act_words(entry.kind)
            case Column.WHO:
                return f"{entry.adherent_name}\n{entry.reference}"
            case Column.SINCE:
                return self._times.moment(entry.created_ms, self._now_ms)
            case Column.STATE:
                return state
            case Column.NEXT:
                return next_try_words(waiting, self._times, self._now_ms)
