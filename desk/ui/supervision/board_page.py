"""The board « maintenant »: how old it is, the total, the figures told apart, the heat map."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desk import wire
from desk.clock import PortalClock
from desk.instants import to_ms
from desk.services.supervision import OLD_MS
from desk.ui.common.styling import button, give_icon, label, set_style
from desk.ui.common.times import Times
from desk.ui.supervision.cards import FigureCards
from desk.ui.supervision.groups import Groups
from desk.ui.supervision.heat import HeatMap
from desk.ui.theme import Theme

TICK_MS = 10_000


class BoardPage(QWidget):
    """Shows the newest figures there are and says when they are from."""

    opened = Signal(object)
    """A `Wanted`: the messages behind a figure."""

    refresh_requested = Signal()
    team_requested = Signal()
    alerts_requested = Signal()
    forecast_requested = Signal()
    proof_requested = Signal()

    def __init__(self, theme: Theme, clock: PortalClock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._times = Times()
        self._at_ms: int | None = None
        self._problem = ""
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Supervision: now"))
        self.age = label(self.tr("The portal is being asked…"), "chip")
        self.refresh_button = button(self.tr("Refresh"))
        self.team_button = button(self.tr("Agents…"))
        self.alerts_button = button(self.tr("Alerts…"))
        self.forecast_button = button(self.tr("Forecast"))
        self.proof_button = button(self.tr("Proof"))
        self.cards = FigureCards(theme)
        self.groups = Groups()
        self.heat = HeatMap(theme)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label(self.tr("Supervision: now"), "title"))
        head.addWidget(self.age)
        head.addStretch(1)
        head.addWidget(self.refresh_button)
        # A row of their own: in a narrow window the title and its age need the first one.
        ways = QHBoxLayout()
        ways.setSpacing(10)
        for each in (
            self.forecast_button,
            self.proof_button,
            self.team_button,
            self.alerts_button,
        ):
            ways.addWidget(each)
        ways.addStretch(1)
        below = QSplitter(Qt.Orientation.Horizontal)
        below.setAccessibleName(self.tr("Figures told apart, and by half-day"))
        below.setChildrenCollapsible(False)
        below.addWidget(self.groups)
        below.addWidget(self.heat)
        below.setHandleWidth(1)
        # Both tables begin at the same height.
        self.heat.title.setMinimumHeight(self.groups.choice.sizeHint().height())
        below.setSizes([900, 440])
        self.groups.setMinimumWidth(480)
        self.heat.setMinimumWidth(360)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(14)
        column.addLayout(head)
        column.addLayout(ways)
        column.addWidget(self.cards)
        column.addWidget(below, 1)
        self.cards.opened.connect(self.opened)
        self.groups.opened.connect(self.opened)
        self.heat.opened.connect(self.opened)
        self.refresh_button.clicked.connect(self.refresh_requested)
        self.team_button.clicked.connect(self.team_requested)
        self.alerts_button.clicked.connect(self.alerts_requested)
        self.forecast_button.clicked.connect(self.forecast_requested)
        self.proof_button.clicked.connect(self.proof_requested)
        theme.changed.connect(self._draw)
        self._draw()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._say_age)
        self._tick.start()

    def use_times(self, times: Times) -> None:
        """Of the agent's caisse."""
        self._times = times

    def show_board(self, board: wire.Board) -> None:
        """The newest figures."""
        self._at_ms = to_ms(board.at)
        self._problem = ""
        self.cards.show_figures(board.total)
        self.groups.show_board(board)
        self.heat.show_board(board)
        self._say_age()

    def show_failure(self, words: str) -> None:
        """They could not be had: those on screen stay, and say that they are older."""
        self._problem = words
        self._say_age()

    @Slot()
    def _draw(self) -> None:
        give_icon(self.refresh_button, self._theme.icon("refresh-cw"))
        give_icon(self.team_button, self._theme.icon("users"))
        give_icon(self.alerts_button, self._theme.icon("flag"))
        give_icon(self.forecast_button, self._theme.icon("calendar-clock"))
        give_icon(self.proof_button, self._theme.icon("clock-check"))

    @Slot()
    def _say_age(self) -> None:
        if self._at_ms is None:
            if self._problem:
                self.age.setText(self._problem)
                set_style(self.age, tone="error")
            return
        now_ms = self._clock.now_ms()
        age_ms = max(0, now_ms - self._at_ms)
        when = self._times.hour_or_moment(self._at_ms, now_ms)
        old = age_ms > OLD_MS or bool(self._problem)
        if old:
            words = self.tr("Old figures, of {time} ({age} ago)")
        else:
            words = self.tr("Figures of {time} ({age} ago)")
        said = words.format(time=when, age=self._times.duration(age_ms))
        self.age.setText(f"{said}. {self._problem}" if self._problem else said)
        set_style(self.age, tone="warn" if old else "")
