"""``desk://message/…``: opens the message that was asked for from outside."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desk.address import address_of
from desk.models.snapshots import ThreadView
from desk.services.bundle import Services
from desk.ui.common.banner import UNDO_SECONDS, Banner


class AddressedMessage(QObject):
    """Only the last one asked for is opened, once somebody is signed in and their messages are on
    this PC. One that is not among them is told; what is on screen stays.
    """

    def __init__(
        self,
        services: Services,
        banner: Banner,
        shown: Callable[[], ThreadView | None],
        go_to: Callable[[int], None],
        window: QWidget,
    ) -> None:
        """`shown`: the exchange on screen."""
        super().__init__(window)
        self._services = services
        self._banner = banner
        self._shown = shown
        self._go_to = go_to
        self._wanted: int | None = None
        services.session.signed_in.connect(self._look)
        services.sync.state_changed.connect(self._look)

    def open(self, thread_id: int) -> None:
        """Now, or as soon as there is somebody to show it to."""
        self._wanted = thread_id
        self._look()

    def forget(self) -> None:
        """Nobody works here any more."""
        self._wanted = None

    def copy(self) -> None:
        """Put the address of the exchange on screen on the clipboard."""
        copy_address(self._shown(), self._banner)

    @Slot()
    def _look(self) -> None:
        wanted = self._wanted
        sync = self._services.sync.view
        loaded = sync.last_sync_ms is not None and not sync.loading
        if wanted is None or self._services.session.me is None or not loaded:
            return
        self._wanted = None

        def found(is_there: bool) -> None:
            if self._services.session.me is None:
                return
            if is_there:
                self._go_to(wanted)
            else:
                self._banner.say(
                    "warn",
                    self.tr("This address names a message that is not among those of your caisse."),
                )

        self._services.conversations.is_here(wanted, found)


def copy_address(view: ThreadView | None, banner: Banner) -> None:
    """Put the address of an exchange on the clipboard, and say so."""
    if view is not None:
        QGuiApplication.clipboard().setText(address_of(view.thread_id))
        banner.say(
            "info",
            QCoreApplication.translate(
                "AddressedMessage",
                "The message's address is copied: it opens the message in desk.",
            ),
            for_seconds=UNDO_SECONDS,
        )
