"""« Répartir »: who would get how many, before anything happens."""

from PySide6.QtCore import Qt
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
from desk.ui.common.styling import button, label
from desk.ui.theme import Theme


class ShareDialog(QDialog):
    """Accepted: the plan shall be applied as it was shown."""

    def __init__(self, theme: Theme, plan: wire.SharePlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.plan = plan
        title = self.tr("Share out?")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(560, 520)
        self.table = QTableWidget(len(plan.shares), 3)
        self.table.setAccessibleName(self.tr("Who gets how many"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Agent"), self.tr("Now"), self.tr("Afterwards")]
        )
        header = self.table.horizontalHeader()
        header.setAccessibleName(self.tr("Columns"))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        for row, share in enumerate(plan.shares):
            more = share.after - share.before
            after = f"{share.after} (+{more})" if more else str(share.after)
            for place, words in enumerate((share.name, str(share.before), after)):
                self.table.setItem(row, place, QTableWidgetItem(words))
        if plan.shares:
            self.table.setCurrentCell(0, 0)
        self.left_over = label("", "error", wrap=True)
        if plan.left_over:
            self.left_over.setText(
                self.tr(
                    "%n message(s) stay where they are: nobody who answers for them is there.",
                    "",
                    len(plan.left_over),
                )
            )
        self.left_over.setVisible(bool(plan.left_over))
        self.accept_button = button(
            self.tr("Share out %n message(s)", "", len(plan.assignments)), "primary"
        )
        self.accept_button.setDefault(True)
        self.accept_button.setEnabled(bool(plan.assignments))
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
                self.tr("Evenly, among those who are there and answer for the motif."),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.table, 1)
        column.addWidget(self.left_over)
        column.addLayout(foot)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.setFocus()
