"""The open requests, as a table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desk import wire
from desk.instants import to_ms
from desk.ui.appointments.words import state_words, subject_words, when_words
from desk.ui.common.times import Times

_Index = QModelIndex | QPersistentModelIndex

STATE, NAME, SUBJECT, WHEN, ASKED = range(5)


class AppointmentsModel(QAbstractTableModel):
    """One row per request, in the portal's order: those that wait first."""

    def __init__(self, times: Times, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.requests: list[wire.Appointment] = []
        self._times = times

    def show_requests(self, requests: list[wire.Appointment]) -> None:
        """As the portal knows them now."""
        self.beginResetModel()
        self.requests = requests
        self.endResetModel()

    def row_of(self, appointment_id: int) -> int:
        """Where a request is, -1 when it is not there."""
        ids = [each.id for each in self.requests]
        return ids.index(appointment_id) if appointment_id in ids else -1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.requests)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else ASKED + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        request = self.requests[index.row()]
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        words = {
            STATE: state_words(request),
            NAME: request.adherent_name,
            SUBJECT: subject_words(request),
            WHEN: when_words(request, self._times),
            ASKED: self._times.date(to_ms(request.asked_at)),
        }
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == STATE:
            return ", ".join(words.values())
        return words[index.column()]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            STATE: self.tr("State"),
            NAME: self.tr("Adherent"),
            SUBJECT: self.tr("Subject"),
            WHEN: self.tr("When"),
            ASKED: self.tr("Asked on"),
        }[section]
