"""From which figures on a supervisor is told, how, and at which hours not."""

from PySide6.QtCore import QTime
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from desk.services.alerting import WATCHED, AlertRules
from desk.ui.common.forms import level_captions
from desk.ui.common.styling import button, give_air, label
from desk.ui.supervision.figures import figure_said
from desk.ui.theme import Theme

MOST = 9_999
LONGEST_MIN = 480


class AlertRulesDialog(QDialog):
    """Accepted: `rules` is what was chosen."""

    def __init__(self, theme: Theme, rules: AlertRules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        title = self.tr("Alerts")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.thresholds: dict[str, QSpinBox] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for figure in WATCHED:
            words = figure_said(figure).words
            box = self._box(rules.least_of(figure), MOST, words)
            box.setSpecialValueText(self.tr("never"))
            self.thresholds[figure] = box
            form.addRow(label(self.tr("{figure}, from").format(figure=words)), box)
        words = self.tr("On the desktop after (minutes)")
        self.desktop_after = self._box(rules.desktop_after_min, LONGEST_MIN, words)
        form.addRow(label(words), self.desktop_after)
        words = self.tr("Insistently after (minutes)")
        self.insist_after = self._box(rules.insist_after_min, LONGEST_MIN, words)
        form.addRow(label(words), self.insist_after)
        self.quiet_from = self._time(rules.quiet_from_min, self.tr("Quiet from"))
        self.quiet_until = self._time(rules.quiet_until_min, self.tr("Quiet until"))
        form.addRow(label(self.tr("Quiet from")), self.quiet_from)
        form.addRow(label(self.tr("Quiet until")), self.quiet_until)
        level_captions(form)
        self.accept_button = button(self.tr("Keep"), "primary")
        self.accept_button.setDefault(True)
        self.cancel_button = button(self.tr("Cancel"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addWidget(
            label(
                self.tr(
                    "First a banner in the window, at any hour; then the desktop, then "
                    "insistently, but not in the quiet hours."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addLayout(form)
        column.addLayout(foot)
        self.setMinimumWidth(520)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)

    @property
    def rules(self) -> AlertRules:
        least = {figure: box.value() for figure, box in self.thresholds.items()}
        return AlertRules(
            late=least["late"],
            at_risk_2h=least["at_risk_2h"],
            unassigned=least["unassigned"],
            failed_notifications=least["failed_notifications"],
            desktop_after_min=self.desktop_after.value(),
            insist_after_min=self.insist_after.value(),
            quiet_from_min=_minute(self.quiet_from.time()),
            quiet_until_min=_minute(self.quiet_until.time()),
        )

    def _box(self, value: int, most: int, name: str) -> QSpinBox:
        made = QSpinBox()
        made.setRange(0, most)
        made.setValue(value)
        made.setAccessibleName(name)
        made.lineEdit().setAccessibleName(name)
        give_air(made)
        return made

    def _time(self, minute: int, name: str) -> QTimeEdit:
        made = QTimeEdit(QTime(minute // 60 % 24, minute % 60))
        made.setDisplayFormat("HH:mm")
        made.setAccessibleName(name)
        made.lineEdit().setAccessibleName(name)
        give_air(made)
        return made


def _minute(time: QTime) -> int:
    return time.hour() * 60 + time.minute()
