"""Tells a supervisor: in the window, on the desktop, insistently."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from desk.services.alerting import Alert, Step
from desk.services.supervision import Wanted
from desk.services.supervision_alerts import SupervisionAlerts
from desk.ui.common.banner import Banner
from desk.ui.reply_dialogs import ReplyDialogs
from desk.ui.supervision.figures import figure_said
from desk.ui.theme import Theme

LASTS_MS = 10_000


class AlertsWork(QObject):
    """The desktop's notification names figures only: anybody may stand before the screen."""

    def __init__(
        self,
        alerts: SupervisionAlerts,
        theme: Theme,
        dialogs: ReplyDialogs,
        show: Callable[[Wanted], None],
        window: QWidget,
    ) -> None:
        """`show`: opens the messages behind a figure."""
        super().__init__(window)
        self._alerts = alerts
        self._theme = theme
        self._dialogs = dialogs
        self._show = show
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._lines: dict[str, str] = {}
        self.banner = Banner(theme)
        self.banner.setProperty("wide", "true")
        alerts.told.connect(self._tell)
        alerts.looked.connect(self._look)

    def forget(self) -> None:
        """Nobody works here any more."""
        self._lines.clear()
        self.banner.hide()
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None

    @Slot()
    def ask_rules(self) -> None:
        """« Alertes… »"""
        from desk.ui.supervision.alert_rules_dialog import AlertRulesDialog

        dialog = AlertRulesDialog(self._theme, self._alerts.rules, self._window)
        self._dialogs.ask(dialog, lambda: self._alerts.set_rules(dialog.rules))

    @Slot(object)
    def _tell(self, alert: Alert) -> None:
        said = figure_said(alert.figure)
        words = self.tr("{figure}: {count}").format(figure=said.words, count=alert.value)
        self._lines[alert.figure] = words
        self._say()
        if alert.step is not Step.WINDOW:
            self._notify(words)
        if alert.step is Step.INSIST:
            QApplication.alert(self._window.window(), 0)

    @Slot(object)
    def _look(self, standing: frozenset[str]) -> None:
        """What is no longer too high is no longer told."""
        if not self._lines.keys() <= standing:
            self._lines = {name: words for name, words in self._lines.items() if name in standing}
            self._say()

    def _say(self) -> None:
        if not self._lines:
            self.banner.hide()
            return
        first = figure_said(next(iter(self._lines)))

        def see() -> None:
            self._note()
            self._show(Wanted(first.name, first.words))

        self.banner.say(
            "warn",
            "  ·  ".join(self._lines.values()),
            (self.tr("See them"), see),
            (self.tr("Noted"), self._note),
        )

    def _note(self) -> None:
        self._lines.clear()
        self._alerts.note()

    def _notify(self, words: str) -> None:
        """Where the desktop has a place for it; elsewhere the banner is all there is."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._theme.application_icon(), self)
            self._tray.setToolTip(self.tr("Desk – supervision"))
            self._tray.show()
        self._tray.showMessage(
            self.tr("Supervision"), words, QSystemTrayIcon.MessageIcon.Warning, LASTS_MS
        )
