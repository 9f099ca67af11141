"""Keeps the outbox's window and its figure in the status line true to the store."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.models.snapshots import OutboxView, StoreChange
from desk.services.bundle import Services
from desk.services.outbox_list import outbox_entries
from desk.ui.common.times import Times
from desk.ui.status_line import StatusLine
from desk.ui.theme import Theme

if TYPE_CHECKING:
    from desk.ui.outbox.window import OutboxWindow


class OutboxPlace(QObject):
    """« Boîte d’envoi »: read again whenever an entry moves. Its window is built when it is first
    looked at.
    """

    retry_requested = Signal(str)
    """See `OutboxWindow`, as of the other three."""
    cancel_requested = Signal(str)
    edit_requested = Signal(object)
    open_requested = Signal(object)

    def __init__(
        self, services: Services, theme: Theme, status: StatusLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = theme
        self._parent = parent
        self._window: OutboxWindow | None = None
        self._status = status
        self._times = Times()
        self._entries: tuple[OutboxView, ...] = ()
        services.lanes.changed.connect(self._on_changed)
        services.publisher.entry_changed.connect(self._on_entry)
        status.outbox_requested.connect(self.open)
        services.sync.state_changed.connect(self._tick)
        theme.changed.connect(self._draw)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)

    @property
    def window(self) -> "OutboxWindow":
        """The window itself."""
        from desk.ui.outbox.window import OutboxWindow

        if self._window is None:
            made = self._window = OutboxWindow(self._theme, self._parent)
            made.retry_requested.connect(self.retry_requested)
            made.cancel_requested.connect(self.cancel_requested)
            made.edit_requested.connect(self.edit_requested)
            made.open_requested.connect(self.open_requested)
        return self._window

    def close(self) -> None:
        """The window goes away, if there is one."""
        if self._window is not None:
            self._window.close()

    def show_agent(self, times: Times) -> None:
        """Somebody works here; `times` are those of their caisse."""
        self._times = times
        self._read()

    def leave(self) -> None:
        """Nobody works here any more."""
        if self._window is not None:
            self._window.hide()
        self._show(())

    @Slot()
    def open(self) -> None:
        """Show the window, in front."""
        window = self.window
        self._show(self._entries)
        self._tick()
        self._second.start()
        window.show()
        window.raise_()
        window.activateWindow()

    @Slot(object)
    def _on_changed(self, change: StoreChange) -> None:
        if change.outbox or change.everything:
            self._read()

    @Slot(object)
    def _on_entry(self, _entry: OutboxView) -> None:
        self._read()

    def _read(self) -> None:
        if self._services.session.me is not None:
            self._services.lanes.query(outbox_entries, self._show)

    def _show(self, entries: tuple[OutboxView, ...]) -> None:
        self._entries = entries
        self._status.show_outbox(entries)
        if self._window is not None:
            self._window.show_entries(entries, self._times, self._services.clock.now_ms())

    @Slot()
    def _tick(self) -> None:
        """Times pass and connections change; a window that nobody sees needs neither."""
        if self._window is None:
            return
        self._window.show_connection(
            self._services.sync.view, self._status.since_ms, self._services.clock.now_ms()
        )
        if not self._window.isVisible():
            self._second.stop()

    @Slot()
    def _draw(self) -> None:
        self._status.show_outbox(self._entries)
