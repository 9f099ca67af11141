"""Puts into words what the agent is told, hands it to the desktop, and opens what is clicked."""

import os
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from desk.services.bundle import Services
from desk.services.desktop_notifier import DesktopNotifier, Shown
from desk.services.notice_rules import Notice
from desk.ui.reply_dialogs import ReplyDialogs
from desk.ui.theme import Theme

LASTS_MS = 10_000


class NoticesWork(QObject):
    """Neither a name nor a word of a message: anybody may stand before the screen.

    The desktop's own service comes first; where there is none, its tray; where there is neither,
    the list's countdowns are all there is. A click opens the message, the first one if it is about
    several.
    """

    def __init__(
        self,
        services: Services,
        theme: Theme,
        dialogs: ReplyDialogs,
        open_message: Callable[[int], None],
        window: QWidget,
    ) -> None:
        """`open_message` shows an exchange, before the windows of other programs."""
        super().__init__(window)
        self._notices = services.notices
        self._notifier = DesktopNotifier(services.lanes, self)
        self._notifier.chosen.connect(self._open)
        self._open_message = open_message
        self._last_in_tray: int | None = None
        self._ended = False
        self._theme = theme
        self._dialogs = dialogs
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        services.notices.told.connect(self._tell)

    @Slot()
    def ask_rules(self) -> None:
        """« Notifications… »"""
        from desk.ui.notices.dialog import NoticesDialog

        dialog = NoticesDialog(self._notices.rules, self._window)
        self._dialogs.ask(dialog, lambda: self._notices.set_rules(dialog.rules))

    def forget(self) -> None:
        """Nobody works here any more."""
        self._notifier.forget()
        self._last_in_tray = None
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None

    def end(self) -> None:
        """The window closes: nothing is told any more."""
        self._ended = True
        self.forget()

    @Slot(object, object)
    def _tell(self, notice: Notice, about: Sequence[int]) -> None:
        if self._ended:
            return
        title, words = self.tr("Secure messages"), self._words(notice, len(about))
        self._notifier.show(
            Shown(
                title,
                words,
                opens=self.tr("Open the message"),
                about=about[0],
                urgent=notice is Notice.LATE,
                failed=lambda: self._tell_in_tray(title, words, about[0]),
            )
        )

    @Slot(object, str)
    def _open(self, thread_id: int, token: str) -> None:
        if token and QGuiApplication.platformName().startswith("wayland"):
            # Where Qt looks for it when the window asks to come forward; Qt takes it away then.
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        self._open_message(thread_id)

    @Slot()
    def _open_from_tray(self) -> None:
        if self._last_in_tray is not None:
            self._open_message(self._last_in_tray)

    def _words(self, notice: Notice, count: int) -> str:
        match notice:
            case Notice.NEAR:
                return self.tr("%n message(s) that you hold near their deadline.", "", count)
            case Notice.LATE:
                return self.tr("%n message(s) that you hold late.", "", count)
            case Notice.SENT_BACK:
                return self.tr("%n of your replies was refused by the portal.", "", count)
            case Notice.CONFLICT:
                return self.tr("%n exchange(s) changed before your reply arrived.", "", count)
            case Notice.TO_REVIEW:
                return self.tr("%n reply(ies) of colleagues for you to read.", "", count)
            case Notice.REVIEWED:
                return self.tr("%n of your replies came back from a review.", "", count)

    def _tell_in_tray(self, title: str, words: str, about: int) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._theme.application_icon(), self)
            self._tray.setToolTip(title)
            self._tray.messageClicked.connect(self._open_from_tray)
            self._tray.show()
        self._last_in_tray = about
        self._tray.showMessage(title, words, QSystemTrayIcon.MessageIcon.Information, LASTS_MS)
