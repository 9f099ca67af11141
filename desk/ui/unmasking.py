"""Shows an adherent's whole identifier when the agent asks; the portal records who read it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desk import wire
from desk.models.snapshots import ThreadView
from desk.services.conversations import Conversations
from desk.ui.conversation.identity import IdentifierField


class Unmasking(QObject):
    """An answer that comes after another exchange was opened is shown to nobody."""

    def __init__(
        self,
        conversations: Conversations,
        field: IdentifierField,
        thread: Callable[[], ThreadView | None],
        window: QWidget,
    ) -> None:
        """`thread`: the exchange on screen."""
        super().__init__(window)
        self._conversations = conversations
        self._field = field
        self._thread = thread
        field.unmask_requested.connect(self._on_unmask)

    @Slot()
    def _on_unmask(self) -> None:
        view = self._thread()
        if view is None:
            return
        asked = view.thread_id

        def is_shown() -> bool:
            now = self._thread()
            return now is not None and now.thread_id == asked

        def done(identifier: wire.Identifier) -> None:
            if is_shown():
                self._field.show_identifier(identifier)

        def failed(code: str) -> None:
            if is_shown():
                self._field.refuse(self._words(code))

        self._conversations.unmask(asked, done, failed)

    def _words(self, code: str) -> str:
        known = {
            "too-many-requests": self.tr("Too many in a short time: wait a little."),
            "sign_in_needed": self.tr("Sign in first."),
            "not-found": self.tr("The portal no longer has this exchange."),
        }
        return known.get(code, self.tr("The portal cannot be asked for the moment."))
