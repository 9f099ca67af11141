"""A day and a time in the caisse's time zone, with the usual ones a key away."""

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from desk.services.moment_choices import Quick, QuickMoment
from desk.ui.common.styling import button, label, set_style
from desk.ui.common.times import Times

MINUTE_MS = 60_000


class MomentFields(QWidget):
    """`moment_ms` is always an instant; whether it makes sense is its owner's to judge."""

    changed = Signal()

    def __init__(
        self,
        times: Times,
        choices: tuple[QuickMoment, ...],
        first_ms: int,
        now_ms: int,
        parent: QWidget | None = None,
    ) -> None:
        """`choices`: the buttons. `first_ms`: what the fields begin with."""
        super().__init__(parent)
        self._times = times
        self.setAccessibleName(self.tr("Day and time"))
        self.quick: list[QPushButton] = []
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in choices:
            words = self._words(each.quick, each.at_ms)
            made = button(
                words,
                "",
                self.tr("{choice}: {moment}").format(
                    choice=words, moment=times.day_and_time(each.at_ms)
                ),
            )
            made.setToolTip(times.day_and_time(each.at_ms))
            made.clicked.connect(lambda _=False, at_ms=each.at_ms: self.show_moment(at_ms))
            self.quick.append(made)
            row.addWidget(made)
        row.addStretch(1)
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(self.tr("ddd dd/MM/yyyy", "QDateTime format of a date field"))
        self.day.setLocale(times.locale)
        self.day.setAccessibleName(self.tr("Day"))
        self.day.setMinimumDate(times.at(now_ms).date())
        self.day.setMinimumWidth(170)
        calendar = self.day.calendarWidget()
        calendar.setAccessibleName(self.tr("Calendar"))
        calendar.setGridVisible(False)
        for menu in calendar.findChildren(QMenu):
            menu.setAccessibleName(self.tr("Month"))
        self.time = QTimeEdit()
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(self.tr("Time"))
        self.time.setMinimumWidth(90)
        self.time.setAlignment(Qt.AlignmentFlag.AlignCenter)
        fields = QHBoxLayout()
        fields.setSpacing(10)
        for caption, field in ((self.tr("Day"), self.day), (self.tr("Time"), self.time)):
            named = label(caption, "caption")
            named.setBuddy(field)
            fields.addWidget(named)
            fields.addWidget(field)
        fields.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addLayout(fields)
        self.show_moment(first_ms)
        self.day.dateChanged.connect(self.changed)
        self.time.timeChanged.connect(self.changed)

    @property
    def moment_ms(self) -> int:
        """What the fields say, as an instant (epoch, ms). An hour that the change to summer time
        skips is the one after it.
        """
        return self._times.ms_of(self.day.date(), self.time.time())

    def show_moment(self, at_ms: int) -> None:
        """Put this instant, to the minute, into the fields."""
        here = self._times.at(at_ms)
        day, time = QDate(here.date()), QTime(here.time().hour(), here.time().minute())
        if (day, time) == (self.day.date(), self.time.time()):
            return
        self.day.setDate(day)
        self.time.setTime(time)
        self.changed.emit()

    def set_problem(self, words: str) -> None:
        """What is wrong with the moment, said by the fields themselves; empty: nothing."""
        for field in (self.day, self.time):
            field.setAccessibleDescription(words)
            set_style(field, invalid="true" if words else "false")

    def _words(self, quick: Quick, at_ms: int) -> str:
        time = self._times.time(at_ms)
        known = {
            Quick.THIS_AFTERNOON: self.tr("Today at {time}"),
            Quick.TOMORROW: self.tr("Tomorrow at {time}"),
            Quick.MONDAY: self.tr("Monday at {time}"),
            Quick.IN_A_WEEK: self.tr("In a week at {time}"),
        }
        return known[quick].format(time=time)
