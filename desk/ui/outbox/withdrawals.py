"""« Annuler l’envoi », kept as a wish until it can be granted or has come too late."""

from PySide6.QtCore import QObject, Slot

from desk.models.snapshots import OutboxView, ReplyState
from desk.services.publisher import Publisher


class Withdrawals(QObject):
    """An entry cannot be withdrawn while a try is under way. Offline each try lasts an instant, so
    a click may fall into one: the wish is repeated as soon as the entry waits again, and dropped
    once the portal has it.
    """

    def __init__(self, publisher: Publisher, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._publisher = publisher
        self._wanted: set[str] = set()
        publisher.entry_changed.connect(self._on_entry)

    @Slot(str)
    def ask(self, event_id: str) -> None:
        """The agent wants this entry back."""
        self._wanted.add(event_id)
        self._publisher.cancel(event_id)

    @Slot(object)
    def _on_entry(self, entry: OutboxView) -> None:
        if entry.event_id not in self._wanted:
            return
        if entry.state in (ReplyState.CANCELLED, ReplyState.PUBLISHED):
            self._wanted.discard(entry.event_id)
        elif entry.state in (ReplyState.QUEUED, ReplyState.REJECTED, ReplyState.CONFLICT):
            self._publisher.cancel(entry.event_id)
