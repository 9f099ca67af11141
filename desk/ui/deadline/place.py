"""Opens the account of a promise from the conversation or from the menu."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from desk import wire
from desk.models.snapshots import ThreadView
from desk.services.bundle import Services
from desk.ui.common.times import Times
from desk.ui.theme import Theme

if TYPE_CHECKING:
    from desk.ui.deadline.window import DeadlineWindow


class DeadlinePlace(QObject):
    """At most one window; an answer that comes for a closed one is dropped."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        thread: Callable[[], ThreadView | None],
        times: Callable[[], Times],
        window: QWidget,
    ) -> None:
        """`thread`: the exchange on screen; `times`: those of the agent's caisse."""
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._thread = thread
        self._times = times
        self._window = window
        self._open: DeadlineWindow | None = None
        self._thread_id = 0

    @property
    def current(self) -> "DeadlineWindow | None":
        """The window on screen."""
        return self._open

    @Slot()
    def open(self) -> None:
        """Of the exchange on screen; nothing happens where there is none."""
        from desk.ui.deadline.window import DeadlineWindow

        thread = self._thread()
        if thread is None:
            return
        self.close()
        made = DeadlineWindow(self._theme, thread.reference, self._times(), self._window)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.finished.connect(self._on_finished)
        made.again_button.clicked.connect(self._ask)
        self._open, self._thread_id = made, thread.thread_id
        made.open()
        self._ask()

    def close(self) -> None:
        """Nobody works here any more, or another one is asked for."""
        if self._open is not None:
            self._open.reject()

    @Slot()
    def _ask(self) -> None:
        asked = self._open

        def done(deadline: wire.Deadline) -> None:
            if asked is not None and asked is self._open:
                asked.show_deadline(deadline)

        def failed(code: str) -> None:
            if asked is not None and asked is self._open:
                asked.show_failure(
                    self.tr(
                        "The portal keeps the rules and could not be asked ({code}). The deadline "
                        "in the list stands."
                    ).format(code=code)
                )

        self._services.deadlines.explain(self._thread_id, done, failed)

    @Slot()
    def _on_finished(self) -> None:
        self._open = None
