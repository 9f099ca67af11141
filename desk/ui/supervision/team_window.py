"""The agents of the caisse: who is there, what is with them, and noting an absence."""

from collections.abc import Mapping

from PySide6.QtCore import QDateTime, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk import wire
from desk.instants import to_ms
from desk.services.moment_choices import quick_moments
from desk.ui.common.styling import button, label
from desk.ui.common.times import Times
from desk.ui.scheduling.moment_fields import MomentFields
from desk.ui.supervision.team_words import presence_words
from desk.ui.theme import Theme


class TeamWindow(QDialog):
    """By name, never by rank: it tells loads, it measures nobody (law C3)."""

    absence_chosen = Signal(object, object)
    """(agent's id, until when in ms of the portal's clock; None: back again)."""

    def __init__(
        self, theme: Theme, times: Times, now_ms: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        self._now_ms = now_ms
        self._agents: list[wire.TeamAgent] = []
        title = self.tr("Agents")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(860, 640)
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        self.table = QTableWidget(0, 5)
        self.table.setAccessibleName(self.tr("Agents of the caisse"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Agent"),
                self.tr("Teams"),
                self.tr("Presence"),
                self.tr("Assigned"),
                self.tr("Held"),
            ]
        )
        header = self.table.horizontalHeader()
        header.setAccessibleName(self.tr("Columns"))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        moments = quick_moments(now_ms, times.zone)
        tomorrow = QDateTime.fromMSecsSinceEpoch(now_ms).addDays(1).toMSecsSinceEpoch()
        self.fields = MomentFields(
            times, moments, moments[0].at_ms if moments else int(tomorrow), now_ms
        )
        self.absent_button = button(self.tr("Note the absence until then"))
        self.back_button = button(self.tr("Back again"))
        self.close_button = button(self.tr("Close"), "primary")
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.absent_button)
        acts.addWidget(self.back_button)
        acts.addStretch(1)
        acts.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addWidget(
            label(
                self.tr(
                    "Presence is known to the minute, from the portal's contact with each PC; "
                    "agents are told. It serves to share the work out, not to judge anybody."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.table, 1)
        column.addWidget(self.fields)
        column.addWidget(self.problem)
        column.addLayout(acts)
        self.table.itemSelectionChanged.connect(self._refresh)
        self.absent_button.clicked.connect(self._absent)
        self.back_button.clicked.connect(self._back)
        self.close_button.clicked.connect(self.accept)
        self._refresh()

    def show_team(self, team: wire.Team, labels: Mapping[str, str]) -> None:
        """As the portal knows it now; the chosen agent stays chosen. `labels`: of the teams."""
        row_before = self.table.currentRow()
        self.problem.hide()
        self._agents = sorted(team.agents, key=lambda agent: agent.name)
        self.table.setRowCount(len(self._agents))
        for row, agent in enumerate(self._agents):
            cells = (
                agent.name,
                ", ".join(labels.get(code, code) for code in agent.competences) or self.tr("all"),
                presence_words(agent, self._times, to_ms(team.at)),
                str(agent.assigned),
                str(agent.held),
            )
            for place, words in enumerate(cells):
                self.table.setItem(row, place, QTableWidgetItem(words))
        if self._agents:
            self.table.selectRow(max(0, row_before))
        self._refresh()

    def show_failure(self, words: str) -> None:
        """It could not be asked, or told."""
        self.problem.setText(words)
        self.problem.show()

    @property
    def chosen(self) -> wire.TeamAgent | None:
        row = self.table.currentRow()
        return self._agents[row] if 0 <= row < len(self._agents) else None

    @Slot()
    def _refresh(self) -> None:
        agent = self.chosen
        self.absent_button.setEnabled(agent is not None)
        self.back_button.setEnabled(agent is not None and agent.absent_until is not None)

    @Slot()
    def _absent(self) -> None:
        if self.chosen is not None:
            self.absence_chosen.emit(self.chosen.id, self.fields.moment_ms)

    @Slot()
    def _back(self) -> None:
        if self.chosen is not None:
            self.absence_chosen.emit(self.chosen.id, None)
