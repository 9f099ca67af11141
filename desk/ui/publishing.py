"""« Publier »: asked once, handed to the outbox; and on to the next message."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from desk.models.snapshots import ReplyState
from desk.services.bundle import Services
from desk.ui.common.times import Times
from desk.ui.composer.writing import writing_of
from desk.ui.conversation.centre import Centre
from desk.ui.reply_dialogs import ReplyDialogs


class Publishing(QObject):
    """Publishes what the composer holds, for the exchange on screen when the agent agrees."""

    changed = Signal()
    """A reply was handed over, or could not be."""

    def __init__(
        self,
        services: Services,
        centre: Centre,
        dialogs: ReplyDialogs,
        go_on: Callable[[], None],
        times: Callable[[], Times],
        parent: QObject,
    ) -> None:
        """`go_on` opens the next message."""
        super().__init__(parent)
        self._publisher = services.publisher
        self._centre = centre
        self._dialogs = dialogs
        self._go_on = go_on
        self._times = times
        self._ask_review: Callable[[], None] | None = None
        self._publisher.not_queued.connect(self._on_not_queued)

    def use_review(self, ask: Callable[[], None] | None) -> None:
        """Whatever would leave is read by a colleague first: `ask` for that; None: it leaves."""
        self._ask_review = ask

    @Slot()
    def publish(self) -> None:
        """« Publier… »: ask once, then hand it to the outbox."""
        self._ask(self._publish_now)

    @Slot()
    def publish_and_next(self) -> None:
        """The same, and the next message of the agent's competences opens, claimed."""

        def publish(confirmed: tuple[str, ...]) -> None:
            ready = self._centre.composer.possible.publish
            self._publish_now(confirmed)
            if ready:
                self._go_on()

        self._ask(publish)

    def _ask(self, publish: Callable[[tuple[str, ...]], None]) -> None:
        view, composer = self._centre.thread_view, self._centre.composer
        if self._ask_review is not None:
            self._ask_review()
            return
        if view is None or not composer.possible.publish:
            return
        asked = view.thread_id

        def agreed(confirmed: tuple[str, ...]) -> None:
            # Another window may have changed what is on screen behind the question: only what the
            # agent has seen there is published, and there.
            shown = self._centre.thread_view
            if shown is not None and shown.thread_id == asked:
                publish(confirmed)

        self._dialogs.confirm(
            view, composer.text, composer.reply_kind, self._times(), agreed, composer.editor
        )

    def _publish_now(self, confirmed: tuple[str, ...]) -> None:
        view, composer = self._centre.thread_view, self._centre.composer
        if view is None or not composer.possible.publish:
            return
        refused = writing_of(view).entry
        if refused is not None and refused.state is ReplyState.REJECTED:
            # The new reply takes its place; its text is already the draft.
            self._publisher.cancel(refused.event_id)
        composer.begin_publishing()
        self._publisher.publish(
            view.thread_id,
            composer.text,
            "holding" if composer.is_holding else "answer",
            confirmed,
        )
        self.changed.emit()

    @Slot(object, str)
    def _on_not_queued(self, thread_id: int | None, _code: str) -> None:
        shown = self._centre.thread_view
        if shown is not None and shown.thread_id == thread_id:
            self._centre.composer.end_publishing()
        self.changed.emit()
