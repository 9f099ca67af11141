"""« Et si » : agents go to another team, people come on Saturday."""

from PySide6.QtCore import QDate, Qt, QTime, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from desk import wire
from desk.ui.common.styling import button, give_air, label, name_choices
from desk.ui.common.times import Times

SATURDAY = 6
LEAST_LETTERS = 10
"""Of a team that are always in sight."""


class WhatIf(QWidget):
    """Two questions and a button; nothing is asked of the portal before it is pressed."""

    asked = Signal(object, object)
    """(moves, openings) of the wire; both empty: as things are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._teams: list[wire.ForecastTeam] = []
        self._saturday = QDate()
        self.setAccessibleName(self.tr("What if"))
        self.agents = QSpinBox()
        self._name(self.agents, self.tr("Agents to move"))
        self.agents.setSpecialValueText(self.tr("none"))
        self.from_team = QComboBox()
        name_choices(self.from_team, self.tr("From the team"))
        self.to_team = QComboBox()
        name_choices(self.to_team, self.tr("To the team"))
        for box in (self.from_team, self.to_team):
            # The longest team's name must not push the page aside.
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(LEAST_LETTERS)
        self.saturday = QCheckBox(self.tr("Open on Saturday"))
        self.begin = QTimeEdit(QTime(9, 0))
        self.end = QTimeEdit(QTime(12, 0))
        for edit, name in ((self.begin, self.tr("Opens at")), (self.end, self.tr("Closes at"))):
            edit.setDisplayFormat("HH:mm")
            self._name(edit, name)
        self.coming = QSpinBox()
        self.coming.setRange(0, 500)
        self.coming.setSpecialValueText(self.tr("as usual"))
        self._name(self.coming, self.tr("Agents who come"))
        self.ask_button = button(self.tr("Simulate"), "primary")
        self.clear_button = button(self.tr("As things are"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("What if"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for row, (words, field) in enumerate(
            (
                (self.tr("Agents to move"), self.agents),
                (self.tr("From the team"), self.from_team),
                (self.tr("To the team"), self.to_team),
            )
        ):
            grid.addWidget(label(words, wrap=True), row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.saturday, 3, 0, 1, 2)
        hours = QHBoxLayout()
        hours.setSpacing(6)
        hours.addWidget(self.begin)
        hours.addWidget(label("–"))
        hours.addWidget(self.end)
        hours.addStretch(1)
        grid.addWidget(label(self.tr("Hours"), wrap=True), 4, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(hours, 4, 1)
        coming = label(self.tr("Agents who come"), wrap=True)
        grid.addWidget(coming, 5, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.coming, 5, 1)
        column.addLayout(grid)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.ask_button)
        foot.addWidget(self.clear_button)
        foot.addStretch(1)
        column.addLayout(foot)
        self.from_team.currentIndexChanged.connect(self._bound)
        self.saturday.toggled.connect(self._enable)
        self.agents.valueChanged.connect(self._enable)
        self.begin.timeChanged.connect(self._enable)
        self.end.timeChanged.connect(self._enable)
        self.to_team.currentIndexChanged.connect(self._enable)
        self.ask_button.clicked.connect(self._ask)
        self.clear_button.clicked.connect(self.clear)
        self._enable()

    def show_forecast(self, forecast: wire.Forecast, times: Times, today: QDate) -> None:
        """Which teams there are, how many may be moved, which Saturday is the next."""
        self._saturday = today.addDays((SATURDAY - today.dayOfWeek()) % 7 or 7)
        day = times.locale.toString(self._saturday, "dddd d MMMM")
        self.saturday.setText(self.tr("Open on {day}").format(day=day))
        if [team.key for team in self._teams] != [team.key for team in forecast.teams]:
            self._teams = forecast.teams
            for box in (self.from_team, self.to_team):
                box.blockSignals(True)
                box.clear()
                for team in forecast.teams:
                    box.addItem(team.label, team.key)
                box.blockSignals(False)
            if len(forecast.teams) > 1:
                self.to_team.setCurrentIndex(1)
        self._teams = forecast.teams
        self._bound()

    @property
    def moves(self) -> list[wire.ForecastMove]:
        """What is asked now."""
        before, after = self.from_team.currentData(), self.to_team.currentData()
        if not self.agents.value() or not before or before == after:
            return []
        return [wire.ForecastMove(self.agents.value(), before, after)]

    @property
    def openings(self) -> list[wire.ForecastOpening]:
        """What is asked now."""
        known = self._saturday.isValid()  # not before the first forecast
        if not known or not self.saturday.isChecked() or self.begin.time() >= self.end.time():
            return []
        frames = f"{self.begin.time().toString('HH:mm')}-{self.end.time().toString('HH:mm')}"
        day = self._saturday.toString("yyyy-MM-dd")
        return [wire.ForecastOpening(day, frames, self.coming.value() or None)]

    @Slot()
    def clear(self) -> None:
        """Nothing is asked any more."""
        self.agents.setValue(0)
        self.saturday.setChecked(False)
        self._ask()

    def _name(self, field: QSpinBox | QTimeEdit, name: str) -> None:
        field.setAccessibleName(name)
        field.lineEdit().setAccessibleName(name)
        give_air(field)

    @Slot()
    def _bound(self) -> None:
        place = self.from_team.currentIndex()
        self.agents.setRange(0, self._teams[place].agents if 0 <= place < len(self._teams) else 0)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        for field in (self.begin, self.end, self.coming):
            field.setEnabled(self.saturday.isChecked())
        self.ask_button.setEnabled(bool(self.moves or self.openings))

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.moves, self.openings)
