"""Puts into words what the agent is told, and hands it to the desktop."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from desk.services.bundle import Services
from desk.services.desktop_notifier import DesktopNotifier
from desk.services.notice_rules import Notice
from desk.ui.reply_dialogs import ReplyDialogs
from desk.ui.theme import Theme

LASTS_MS = 10_000


class NoticesWork(QObject):
    """Neither a name nor a word of a message: anybody may stand before the screen.

    The desktop's own service comes first; where there is none, its tray; where there is neither,
    the list's countdowns are all there is.
    """

    def __init__(
        self, services: Services, theme: Theme, dialogs: ReplyDialogs, window: QWidget
    ) -> None:
        super().__init__(window)
        self._notices = services.notices
        self._notifier = DesktopNotifier(services.lanes)
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
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None

    @Slot(object, int)
    def _tell(self, notice: Notice, count: int) -> None:
        title, words = self.tr("Secure messages"), self._words(notice, count)
        self._notifier.show(
            title,
            words,
            urgent=notice is Notice.LATE,
            failed=lambda: self._tell_in_tray(title, words),
        )

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

    def _tell_in_tray(self, title: str, words: str) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._theme.application_icon(), self)
            self._tray.setToolTip(title)
            self._tray.show()
        self._tray.showMessage(title, words, QSystemTrayIcon.MessageIcon.Information, LASTS_MS)
