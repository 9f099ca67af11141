"""What stands beside the conversation of a message's own window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QWidget

from desk.models.snapshots import ThreadView
from desk.services.bundle import Services
from desk.ui.adherent.place import AdherentPlace
from desk.ui.common.times import Times
from desk.ui.deposits.place import DepositsPlace
from desk.ui.theme import Theme

WIDTH = 480
"""Logical pixels: that of the main window's list, where the same stands there."""


class Beside(QObject):
    """The adherent's exchanges or documents, at the right of a conversation that stays where it is:
    the window grows while they are there, as far as the screen has room.
    """

    def __init__(
        self,
        services: Services,
        theme: Theme,
        conversation: QWidget,
        thread: Callable[[], ThreadView | None],
        times: Callable[[], Times],
        open_window: Callable[[int], None],
        window: QMainWindow,
    ) -> None:
        """`open_window` gives another exchange a window: this one keeps to its own."""
        super().__init__(window)
        self._window = window
        self._conversation = conversation
        self._thread = thread
        self._grown: tuple[int, int] | None = None  # from which width, to which
        self._nothing = QWidget()
        self._nothing.setAccessibleName(self.tr("Beside the conversation"))
        self.pages = QStackedWidget()
        self.pages.setAccessibleName(self.tr("Beside the conversation"))
        self.pages.addWidget(self._nothing)
        self.pages.hide()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setAccessibleName(self.tr("Conversation and what stands beside it"))
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(conversation)
        self.splitter.addWidget(self.pages)
        self.splitter.setStretchFactor(0, 1)
        self.adherent = AdherentPlace(
            services, self.pages, thread, times, self, keeps_its_exchange=True
        )
        self.adherent.thread_wanted.connect(open_window)
        self.adherent.window_wanted.connect(open_window)
        self.adherent.left.connect(self.close)
        self.deposits = DepositsPlace(
            services, theme, self.pages, thread, times, self, keeps_its_exchange=True
        )
        self.deposits.left.connect(self.close)

    def show_adherent(self) -> None:
        """« Échanges de l’adhérent »"""
        if self._thread() is not None:
            self._make_room()
            self.adherent.open()

    def show_deposits(self) -> None:
        """« Documents déposés »"""
        if self._thread() is not None:
            self._make_room()
            self.deposits.open()

    @Slot()
    def follow(self) -> None:
        """The exchange on screen was read again."""
        self.adherent.follow()
        self.deposits.follow()

    @Slot()
    def close(self) -> None:
        """Nothing of the adherent stays beside the conversation."""
        self.pages.setCurrentWidget(self._nothing)
        self.adherent.forget()
        self.deposits.forget()
        had_keyboard = self.pages.isAncestorOf(self._window.focusWidget() or self._window)
        self.pages.hide()
        if self._grown is not None and self._window.width() == self._grown[1]:
            self._window.resize(self._grown[0], self._window.height())
        self._grown = None
        if had_keyboard:
            self._conversation.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        if not self.pages.isHidden():
            return
        window = self._window
        before = window.width()
        if not window.isMaximized() and not window.isFullScreen():
            there = window.screen().availableGeometry().width()
            window.resize(max(before, min(before + WIDTH, there)), window.height())
            self._grown = before, window.width()
        self.pages.show()
        self.splitter.setSizes([window.width() - WIDTH, WIDTH])
