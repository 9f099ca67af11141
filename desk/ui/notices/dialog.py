"""« Notifications… »: whether the desktop tells, and at which hours not."""

from PySide6.QtCore import QTime
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from desk.services.notice_rules import NoticeRules
from desk.ui.common.fitting import fit_to_words
from desk.ui.common.forms import level_captions
from desk.ui.common.styling import button, give_air, label

WIDTH = 500


class NoticesDialog(QDialog):
    """Accepted: `rules` is what was chosen."""

    def __init__(self, rules: NoticeRules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Notifications")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.wanted = QCheckBox(self.tr("Tell me on the desktop"))
        self.wanted.setAccessibleName(self.wanted.text())
        self.wanted.setChecked(rules.wanted)
        self.quiet_from = self._time(rules.quiet_from_min, self.tr("Quiet from"))
        self.quiet_until = self._time(rules.quiet_until_min, self.tr("Quiet until"))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
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
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addWidget(
            label(
                self.tr(
                    "When a message that you hold comes near its deadline or is late, and when a "
                    "reply of yours was refused or overtaken. Each is told once, without a name "
                    "or a word of the message. What happens in the quiet hours is told at their "
                    "end; the same hour twice: no quiet hours."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.wanted)
        column.addLayout(form)
        column.addLayout(foot)
        self.wanted.toggled.connect(self._refresh)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        fit_to_words(self, self._column, WIDTH)
        super().showEvent(event)

    @property
    def rules(self) -> NoticeRules:
        return NoticeRules(
            self.wanted.isChecked(),
            _minute(self.quiet_from.time()),
            _minute(self.quiet_until.time()),
        )

    def _refresh(self) -> None:
        for each in (self.quiet_from, self.quiet_until):
            each.setEnabled(self.wanted.isChecked())

    def _time(self, minute: int, name: str) -> QTimeEdit:
        made = QTimeEdit(QTime(minute // 60 % 24, minute % 60))
        made.setDisplayFormat("HH:mm")
        made.setAccessibleName(name)
        made.lineEdit().setAccessibleName(name)
        give_air(made)
        return made


def _minute(time: QTime) -> int:
    return time.hour() * 60 + time.minute()
