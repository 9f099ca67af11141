"""What the agent chooses for a reply that came too late, handed to the services."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desk.models.actions import Action
from desk.models.snapshots import OutboxView, ThreadView
from desk.services.bundle import Services
from desk.services.publisher import ConflictChoice
from desk.ui.common.times import Times
from desk.ui.composer.conflict import ConflictView
from desk.ui.reply_dialogs import ReplyDialogs


class ConflictWork(QObject):
    """Nothing is written, sent or thrown away before a choice; each choice keeps the text."""

    def __init__(
        self,
        services: Services,
        view: ConflictView,
        dialogs: ReplyDialogs,
        thread: Callable[[], ThreadView | None],
        times: Callable[[], Times],
        looked_at: Callable[[ThreadView], None],
        throw_away: Callable[[int, str, int], None],
        schedule: Callable[[OutboxView], None],
        window: QWidget,
    ) -> None:
        """`thread`: the exchange on screen. `looked_at`: its author has seen it as it now is.
        `throw_away`: says that a text was given up, and lets it be taken back.
        `schedule`: asks when a reply that was to be scheduled shall leave.
        """
        super().__init__(window)
        self._services = services
        self._dialogs = dialogs
        self._thread = thread
        self._times = times
        self._looked_at = looked_at
        self._throw_away = throw_away
        self._schedule = schedule
        view.merged.connect(self._on_merged)
        view.merge_editor.left.connect(services.drafts.flush)
        view.keep_requested.connect(self._on_keep)
        view.republish_requested.connect(self._on_republish)
        view.discard_requested.connect(self._on_give_up)

    @Slot(object, str, int)
    def _on_merged(self, entry: OutboxView, text: str, caret: int) -> None:
        view = self._thread()
        if view is not None and view.thread_id == entry.thread_id:
            self._services.drafts.edited(entry.thread_id, text, caret, view.version)

    @Slot(object)
    def _on_keep(self, entry: OutboxView) -> None:
        self._services.drafts.flush()
        view = self._thread()
        if view is not None:
            self._looked_at(view)
        self._services.publisher.resolve_conflict(entry.event_id, ConflictChoice.KEEP_AS_DRAFT)

    @Slot(object)
    def _on_republish(self, entry: OutboxView) -> None:
        view = self._thread()
        if view is None:
            return
        if entry.kind == Action.SCHEDULE:
            self._schedule(entry)
            return
        publisher = self._services.publisher
        self._dialogs.confirm(
            view,
            entry.text,
            entry.body.kind or "answer",
            self._times(),
            lambda confirmed: publisher.resolve_conflict(
                entry.event_id, ConflictChoice.PUBLISH_AGAIN, confirmed
            ),
        )

    @Slot(object)
    def _on_give_up(self, entry: OutboxView) -> None:
        self._throw_away(entry.thread_id, entry.text, len(entry.text))
        self._services.publisher.resolve_conflict(entry.event_id, ConflictChoice.DISCARD)
