"""Opens the proof of a reply from the conversation or from the menu."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from desk.models.snapshots import ThreadView
from desk.services.bundle import Services
from desk.services.proof.chain import proofs
from desk.ui.common.times import Times
from desk.ui.theme import Theme

if TYPE_CHECKING:
    from desk.ui.proof.window import ProofWindow


class ProofPlace(QObject):
    """At most one window; opening another reply's closes the first."""

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
        self._open: ProofWindow | None = None

    @property
    def current(self) -> "ProofWindow | None":
        """The window on screen."""
        return self._open

    def open(self) -> None:
        """The newest reply of the exchange on screen."""
        self.open_reply(None)

    @Slot(object)
    def open_reply(self, message_id: int | None) -> None:
        """This reply of the exchange on screen; nothing happens where there is none."""
        from desk.ui.proof.window import ProofWindow

        thread, me = self._thread(), self._services.session.me
        if thread is None or me is None or not proofs(thread):
            return
        self.close()
        made = ProofWindow(
            self._theme,
            thread,
            me,
            self._times(),
            self._services.clock.now_ms(),
            message_id,
            self._window,
        )
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.finished.connect(self._on_finished)
        self._open = made
        made.open()

    def close(self) -> None:
        """Nobody works here any more, or another reply is asked for."""
        if self._open is not None:
            self._open.reject()

    @Slot()
    def _on_finished(self) -> None:
        self._open = None
