"""« Publier et passer au suivant »: answering one message after the other without the list."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desk import wire
from desk.models.snapshots import ThreadView
from desk.services.bundle import Services
from desk.services.next_message import NextMessage
from desk.ui.common.banner import UNDO_SECONDS, Banner


class AnswerAndNext(QObject):
    """Opens the next message once a reply is handed to the outbox, ready to be written to.

    The former reply may still be taken back: its bar stays.
    """

    def __init__(
        self,
        services: Services,
        banner: Banner,
        me: Callable[[], wire.Me | None],
        shown: Callable[[], ThreadView | None],
        go_to: Callable[[int], None],
        write: Callable[[], None],
        window: QWidget,
    ) -> None:
        """`me`: who works; `shown`: the exchange on screen; `write`: goes to its reply."""
        super().__init__(window)
        self._banner = banner
        self._me = me
        self._shown = shown
        self._go_to = go_to
        self._write = write
        self._coming: int | None = None
        self._next = NextMessage(services.lanes, services.publisher, services.clock, self)
        self._next.found.connect(self._on_found)
        self._next.none_left.connect(self._on_none_left)

    @Slot()
    def go_on(self) -> None:
        """Open the most urgent message of the agent's competences, claimed; not the one shown."""
        view, me = self._shown(), self._me()
        if me is not None:
            self._next.look(me, None if view is None else view.thread_id)

    def forget(self) -> None:
        """Nobody works here any more."""
        self._coming = None
        self._next.forget()

    @Slot()
    def look(self) -> None:
        """Something else may be on screen: when it is the next message, it is written to."""
        view = self._shown()
        if view is not None and view.thread_id == self._coming:
            self._coming = None
            self._write()
        elif self._coming is None and view is not None:
            # The agent went elsewhere: a refused claim must not carry them away from there.
            self._next.stay(view.thread_id)

    @Slot(object)
    def _on_found(self, thread_id: int) -> None:
        self._coming = thread_id
        self._go_to(thread_id)

    @Slot()
    def _on_none_left(self) -> None:
        self._banner.say(
            "ok",
            self.tr("No other message of your competences waits for an answer."),
            for_seconds=UNDO_SECONDS,
        )
