"""« Prévision » : the deadlines that will break by day, where, and what this supposes."""

from PySide6.QtCore import QDate, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk import wire
from desk.clock import PortalClock
from desk.instants import to_ms
from desk.services.supervision import Supervision
from desk.ui.common.styling import label
from desk.ui.supervision.asked_page import AskedPage
from desk.ui.supervision.bar_chart import Bar, BarChart
from desk.ui.supervision.figure_table import FigureTable
from desk.ui.supervision.what_if import WhatIf
from desk.ui.theme import Theme

DAYS = 10
MOTIFS = 12
SIDE_WIDTH = 400


class ForecastPage(AskedPage):
    """Asked for when it is opened and when « Simulate » or « Refresh » is pressed."""

    def __init__(
        self,
        theme: Theme,
        supervision: Supervision,
        clock: PortalClock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, supervision, clock, self.tr("Forecast"), parent)
        self._question = wire.ForecastRequest(DAYS)
        self.headline = label("", "heading", wrap=True)
        self.chart = BarChart(theme, self.tr("Broken deadlines by day"))
        self.legend = label("", "muted", wrap=True)
        self.table = FigureTable(self.tr("Broken deadlines by day"))
        self.what_if = WhatIf()
        self.motifs = FigureTable(self.tr("Broken deadlines by motif"))
        self.motifs.setMinimumHeight(180)
        self.assumptions = label("", "muted", wrap=True)
        main = QVBoxLayout()
        main.setSpacing(10)
        main.addWidget(self.headline)
        main.addWidget(self.chart, 3)
        main.addWidget(self.legend)
        main.addWidget(self.table, 4)
        side = QWidget()
        side.setAccessibleName(self.tr("What if, motifs and assumptions"))
        below = QVBoxLayout(side)
        below.setContentsMargins(0, 0, 8, 0)
        below.setSpacing(14)
        below.addWidget(self.what_if)
        by_motif = label(self.tr("By motif"), "heading")
        below.addWidget(by_motif)
        below.addWidget(self.motifs, 1)
        supposed = label(self.tr("What this supposes"), "heading")
        below.addWidget(supposed)
        below.addWidget(self.assumptions)
        below.addStretch(0)
        self._answered = (self.table, by_motif, self.motifs, supposed)
        for part in self._answered:
            part.hide()
        self.beside = QScrollArea()
        self.beside.setAccessibleName(self.tr("What if, motifs and assumptions"))
        self.beside.setWidgetResizable(True)
        self.beside.setFrameShape(QScrollArea.Shape.NoFrame)
        self.beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.beside.setWidget(side)
        self.beside.setFixedWidth(SIDE_WIDTH)
        self.beside.viewport().setAutoFillBackground(False)
        side.setAutoFillBackground(False)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(main, 1)
        row.addWidget(self.beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 16, 18)
        column.setSpacing(14)
        column.addLayout(self.head)
        column.addLayout(row, 1)
        self.what_if.asked.connect(self._on_asked)
        self.draw()

    @Slot()
    def refresh(self) -> None:
        """Ask the same question again."""
        self._supervision.forecast(self._question, *self.asking(self._show))

    @Slot(object, object)
    def _on_asked(
        self, moves: list[wire.ForecastMove], openings: list[wire.ForecastOpening]
    ) -> None:
        self._question = wire.ForecastRequest(DAYS, moves=moves, openings=openings)
        self.refresh()

    def _show(self, forecast: wire.Forecast) -> None:
        for part in self._answered:
            part.show()
        at_ms = to_ms(forecast.at)
        self.date_figures(at_ms, self.tr("Forecast of {time}"))
        self.what_if.show_forecast(forecast, self._times, self._times.at(at_ms).date())
        self._show_headline(forecast)
        self._show_days(forecast)
        self.motifs.show_rows(
            [self.tr("Motif"), self.tr("Broken")],
            [[each.label, self._mean(each.broken_tenths)] for each in forecast.motifs[:MOTIFS]]
            or [[self.tr("None"), self._mean(0)]],
        )
        self.assumptions.setText("\n\n".join(each.meaning for each in forecast.assumptions))

    def _show_headline(self, forecast: wire.Forecast) -> None:
        words = self.tr(
            "{mean} deadlines will break within {days} days, between {low} and {high} in eight "
            "simulations of ten."
        ).format(
            mean=self._mean(forecast.total.mean_tenths),
            days=len(forecast.days),
            low=forecast.total.low,
            high=forecast.total.high,
        )
        if forecast.unchanged_total is not None:
            before = self._mean(forecast.unchanged_total.mean_tenths)
            words += " " + self.tr("Without the change: {mean}.").format(mean=before)
        if forecast.late_now:
            words += " " + self.tr("Late already, and not among them: {count}.").format(
                count=forecast.late_now
            )
        self.headline.setText(words)

    def _show_days(self, forecast: wire.Forecast) -> None:
        befores: list[wire.ForecastSpread | None] = [day.broken for day in forecast.unchanged]
        befores = befores or [None] * len(forecast.days)
        bars = []
        rows = []
        for day, before in zip(forecast.days, befores, strict=True):
            date = QDate.fromString(day.day, "yyyy-MM-dd")
            said = self._times.locale.toString(date, "dddd d MMMM")
            mean = self._mean(day.broken.mean_tenths)
            bars.append(
                Bar(
                    label=self._times.locale.toString(date, "ddd\nd"),
                    said=said,
                    value=day.broken.mean_tenths / 10,
                    written=mean,
                    low=day.broken.low,
                    high=day.broken.high,
                    before=None if before is None else before.mean_tenths / 10,
                )
            )
            between = self.tr("{low} to {high}").format(low=day.broken.low, high=day.broken.high)
            rows.append(
                [
                    said,
                    mean,
                    between,
                    *([] if before is None else [self._mean(before.mean_tenths)]),
                    f"{day.arrived}",
                    f"{day.answered}",
                    f"{day.waiting}",
                ]
            )
        told = "; ".join(
            self.tr("{day}: {mean}, {low} to {high}").format(
                day=bar.said, mean=bar.written, low=round(bar.low), high=round(bar.high)
            )
            for bar in bars
        )
        self.chart.show_bars(bars, self.tr("Broken deadlines by day. {told}").format(told=told))
        legend = self.tr("Bar: mean. Line: eight simulations of ten.")
        if forecast.unchanged:
            legend += " " + self.tr("Dashed outline: without the change.")
        self.legend.setText(legend)
        changed = [self.tr("Without change")] if forecast.unchanged else []
        self.table.show_rows(
            [
                self.tr("Day"),
                self.tr("Broken"),
                self.tr("Between"),
                *changed,
                self.tr("Received"),
                self.tr("Answered"),
                self.tr("Waiting"),
            ],
            rows,
        )

    def _mean(self, tenths: int) -> str:
        """« 3,6 », and from ten on « 12 »."""
        if tenths >= 100:
            return f"{round(tenths / 10)}"
        return self._times.locale.toString(tenths / 10, "f", 1)
