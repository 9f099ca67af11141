"""« Pourquoi cette échéance ? »: the account of one promise as a page and a table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk import wire
from desk.instants import to_ms
from desk.ui.common.styling import button, label
from desk.ui.common.times import Times
from desk.ui.deadline.words import conclusion, counted_words, facts, left_words, line_words
from desk.ui.theme import Theme


class DeadlineWindow(QDialog):
    """Empty while the portal is being asked; then the account, or why there is none."""

    def __init__(
        self, theme: Theme, reference: str, times: Times, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        title = self.tr("Why this deadline?")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(820, 640)
        self.sentence = label(self.tr("The portal is being asked…"), "heading", wrap=True)
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        self.table = QTableWidget(0, 5)
        self.table.setAccessibleName(self.tr("What counted and what did not"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("From"),
                self.tr("To"),
                self.tr("What it was"),
                self.tr("Counted"),
                self.tr("Left"),
            ]
        )
        self.table.horizontalHeader().setAccessibleName(self.tr("Columns"))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.again_button = button(self.tr("Ask again"))
        self.close_button = button(self.tr("Close"), "primary")
        self.close_button.clicked.connect(self.accept)
        self.again_button.hide()
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(18)
        self._facts.setVerticalSpacing(3)
        self._facts.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(f"{title} · {reference}", "title", wrap=True))
        column.addWidget(self.sentence)
        column.addWidget(self.problem)
        column.addLayout(self._facts)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.again_button)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        self.close_button.setFocus()

    def show_deadline(self, deadline: wire.Deadline) -> None:
        """The portal has answered."""
        self.problem.hide()
        self.again_button.hide()
        self.sentence.setText(conclusion(deadline, self._times))
        for row, (name, value) in enumerate(facts(deadline, self._times)):
            self._facts.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(label(value, wrap=True), row, 1)
        self.table.setRowCount(len(deadline.lines))
        for row, line in enumerate(deadline.lines):
            cells = (
                self._times.day_and_time(to_ms(line.start)),
                self._times.day_and_time(to_ms(line.end)),
                line_words(line),
                counted_words(line),
                left_words(line),
            )
            for place, words in enumerate(cells):
                self.table.setItem(row, place, QTableWidgetItem(words))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        if deadline.lines:
            self.table.setCurrentCell(0, 0)
        self.table.setFocus()

    def show_failure(self, words: str) -> None:
        """It could not be had."""
        self.sentence.setText("")
        self.problem.setText(words)
        self.problem.show()
        self.again_button.show()
        self.again_button.setFocus()
