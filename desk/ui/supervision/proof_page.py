"""« Preuve » : whether the promise was kept, by period, thème, team and site, and its export."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDate, QDir, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QVBoxLayout, QWidget

from desk import wire
from desk.clock import PortalClock
from desk.instants import from_ms, to_ms
from desk.services.supervision import Supervision
from desk.ui.common.styling import button, give_icon, label, name_choices
from desk.ui.supervision.asked_page import AskedPage
from desk.ui.supervision.figure_table import FigureTable
from desk.ui.supervision.periods import Period, bounds
from desk.ui.supervision.trend_chart import Point, TrendChart
from desk.ui.theme import Theme

OVER_TIME = {"day", "week", "month"}


class ProofPage(AskedPage):
    """Asked for when it is opened and when a choice changes."""

    def __init__(
        self,
        theme: Theme,
        supervision: Supervision,
        clock: PortalClock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, supervision, clock, self.tr("Proof"), parent)
        self.export_button = button(self.tr("Export…"), accessible=self.tr("Export the messages"))
        self.period = QComboBox()
        name_choices(self.period, self.tr("Period"))
        for period, words in (
            (Period.THIS_MONTH, self.tr("This month")),
            (Period.LAST_MONTH, self.tr("Last month")),
            (Period.THREE_MONTHS, self.tr("Last three months")),
            (Period.TWELVE_MONTHS, self.tr("Last twelve months")),
        ):
            self.period.addItem(words, period)
        self.by = QComboBox()
        name_choices(self.by, self.tr("Told apart"))
        for by, words in (
            ("day", self.tr("By day")),
            ("week", self.tr("By week")),
            ("month", self.tr("By month")),
            ("theme", self.tr("By thème")),
            ("team", self.tr("By team")),
            ("site", self.tr("By site")),
        ):
            self.by.addItem(words, by)
        self.headline = label("", "heading", wrap=True)
        self.chart = TrendChart(theme, self.tr("Promise kept over time"))
        self.table = FigureTable(self.tr("Promise kept"))
        self.definitions = label("", "muted", wrap=True)
        before = self.head.indexOf(self.refresh_button)
        for place, each in enumerate((self.period, self.by, self.export_button), before):
            self.head.insertWidget(place, each)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addLayout(self.head)
        column.addWidget(self.headline)
        column.addWidget(self.chart, 2)
        column.addWidget(self.table, 3)
        column.addWidget(self.definitions)
        self.export_button.clicked.connect(self._ask_where)
        self.period.currentIndexChanged.connect(self.refresh)
        self.by.currentIndexChanged.connect(self.refresh)
        self.draw()

    @property
    def wanted(self) -> tuple[datetime, datetime]:
        """The chosen period."""
        now = from_ms(self._clock.now_ms())
        return bounds(Period(self.period.currentData()), now, self._times.zone)

    @Slot()
    def refresh(self) -> None:
        """Ask for what is chosen now."""
        self._supervision.proof(self.wanted, self.by.currentData(), *self.asking(self._show))

    @Slot(str)
    def save(self, name: str) -> None:
        """Write the messages of the period into the file that was chosen."""
        self.say(self.tr("The file is being written…"), "")

        def done(reason: str) -> None:
            if reason:
                words = self.tr("The file could not be written: {reason}")
                self.say(words.format(reason=reason), "error")
            else:
                self.say(self.tr("Written: {name}").format(name=Path(name).name), "")

        self._supervision.save_proof(self.wanted, Path(name), done, self.fail)

    @Slot()
    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Export the messages"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        suffixes = {
            self.tr("Excel workbook (*.xlsx)"): "xlsx",
            self.tr("OpenDocument spreadsheet (*.ods)"): "ods",
            self.tr("CSV file (*.csv)"): "csv",
        }
        dialog.setNameFilters(list(suffixes))
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(suffixes[words]))
        dialog.setDirectory(QDir.home())
        since = self._times.at(to_ms(self.wanted[0])).date().toString("yyyy-MM")
        dialog.selectFile(self.tr("delays") + f"-{since}.xlsx")
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, proof: wire.Proof) -> None:
        self.date_figures(self._clock.now_ms(), self.tr("Figures of {time}"))
        total = proof.total
        if total.kept_permille is None:
            self.headline.setText(self.tr("No promise has fallen due in this period."))
        else:
            self.headline.setText(
                self.tr(
                    "Promise kept: {percent} ({kept} of {judged}). Half were answered within "
                    "{median}, nine in ten within {p90}."
                ).format(
                    percent=self._percent(total.kept_permille),
                    kept=total.kept,
                    judged=total.judged,
                    median=self._delay(total.median_seconds),
                    p90=self._delay(total.p90_seconds),
                )
            )
        over_time = proof.by in OVER_TIME
        self.chart.setVisible(over_time and len(proof.rows) > 1)
        if over_time:
            points = [Point(self._short(row.key), row.kept_permille) for row in proof.rows]
            told = "; ".join(
                f"{self._label(row, proof.by)}: {self._percent(row.kept_permille)}"
                for row in proof.rows
            )
            self.chart.show_points(points, self.tr("Promise kept. {told}").format(told=told))
        self.table.show_rows(
            [
                self.by.currentText(),
                self.tr("Kept"),
                self.tr("In time"),
                self.tr("Judged"),
                self.tr("Median"),
                self.tr("Nine in ten"),
            ],
            [
                [
                    self._label(row, proof.by),
                    self._percent(row.kept_permille),
                    f"{row.kept}",
                    f"{row.judged}",
                    self._delay(row.median_seconds),
                    self._delay(row.p90_seconds),
                ]
                for row in proof.rows
            ],
        )
        self.definitions.setText(" ".join(each.meaning for each in proof.definitions))

    def _label(self, row: wire.ProofRow, by: str) -> str:
        if by == "month":
            return self._times.locale.toString(
                QDate.fromString(f"{row.key}-01", "yyyy-MM-dd"), "MMMM yyyy"
            )
        if by in OVER_TIME:
            day = QDate.fromString(row.key, "yyyy-MM-dd")
            words = self._times.locale.toString(day, "ddd d MMMM")
            return self.tr("week of {day}").format(day=words) if by == "week" else words
        return row.label or self.tr("No site")

    def _short(self, key: str) -> str:
        if len(key) == len("2026-11"):
            date = QDate.fromString(f"{key}-01", "yyyy-MM-dd")
            return self._times.locale.toString(date, "MMM yy")
        return self._times.locale.toString(QDate.fromString(key, "yyyy-MM-dd"), "d MMM")

    def _percent(self, permille: int | None) -> str:
        """« 97,6 % », rounded down: all is never said of less."""
        if permille is None:
            return "–"
        return self._times.locale.toString(permille / 10, "f", 1) + "\u00a0%"

    def _delay(self, seconds: int | None) -> str:
        if seconds is None:
            return "–"
        minutes = seconds // 60
        return self.tr("{hours} h {minutes}").format(
            hours=minutes // 60, minutes=f"{minutes % 60:02}"
        )

    def draw(self) -> None:
        super().draw()
        give_icon(self.export_button, self._theme.icon("save"))
