"""Supervision's place in the window: instead of the list and the exchange, at a key."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desk import wire
from desk.instants import from_ms
from desk.services.bundle import Services
from desk.services.supervision import Wanted
from desk.ui.common.times import Times
from desk.ui.reply_dialogs import ReplyDialogs
from desk.ui.supervision.alerts import AlertsWork
from desk.ui.theme import Theme

if TYPE_CHECKING:
    from desk.ui.supervision.board_page import BoardPage
    from desk.ui.supervision.drill_page import DrillPage
    from desk.ui.supervision.forecast_page import ForecastPage
    from desk.ui.supervision.proof_page import ProofPage


class SupervisionPlace(QObject):
    """« Boîte de réception / Supervision »: the same key goes there and back. Built when it is
    first looked at.
    """

    thread_wanted = Signal(object)
    """The id of a message to read in the inbox's place."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        dialogs: ReplyDialogs,
        inbox: QWidget,
        times: Callable[[], Times],
        parent: QObject | None = None,
    ) -> None:
        """`inbox`: what stands there otherwise; `times`: those of the agent's caisse."""
        super().__init__(parent)
        self._services = services
        self._theme = theme
        self._dialogs = dialogs
        self._inbox = inbox
        self._times = times
        self._board: BoardPage | None = None
        self._list: DrillPage | None = None
        self._forecast: ForecastPage | None = None
        self._proof: ProofPage | None = None
        self.pages = QStackedWidget()
        self.alerts = AlertsWork(services.alerts, theme, dialogs, self.show_list, self.pages)
        self.pages.setAccessibleName(inbox.accessibleName())
        self.pages.addWidget(inbox)
        services.supervision.board_changed.connect(self._on_board)
        services.supervision.failed.connect(self._on_failed)

    @property
    def is_open(self) -> bool:
        """The board, or a list behind it, is on screen."""
        return self.pages.currentWidget() is not self._inbox

    @property
    def board(self) -> "BoardPage":
        """The board's page."""
        from desk.ui.supervision.board_page import BoardPage

        if self._board is None:
            services = self._services
            board = self._board = BoardPage(self._theme, services.clock)
            self.pages.addWidget(board)
            board.opened.connect(self._open_list)
            board.refresh_requested.connect(services.supervision.refresh)
            board.team_requested.connect(self.show_team)
            board.alerts_requested.connect(self.alerts.ask_rules)
            board.forecast_requested.connect(self.show_forecast)
            board.proof_requested.connect(self.show_proof)
        return self._board

    @property
    def list(self) -> "DrillPage":
        """The page of the messages behind a figure."""
        from desk.ui.supervision.batch_work import BatchWork
        from desk.ui.supervision.drill_page import DrillPage

        if self._list is None:
            services = self._services
            page = self._list = DrillPage(self._theme, services.supervision, services.clock)
            self.pages.addWidget(page)
            page.left.connect(self._to_board)
            page.thread_opened.connect(self._read)
            BatchWork(services, self._theme, self._dialogs, page, page)
        return self._list

    @property
    def forecast(self) -> "ForecastPage":
        """The page of what will break."""
        from desk.ui.supervision.forecast_page import ForecastPage

        if self._forecast is None:
            services = self._services
            page = self._forecast = ForecastPage(self._theme, services.supervision, services.clock)
            self.pages.addWidget(page)
            page.left.connect(self._to_board)
        return self._forecast

    @property
    def proof(self) -> "ProofPage":
        """The page of whether the promise was kept."""
        from desk.ui.supervision.proof_page import ProofPage

        if self._proof is None:
            services = self._services
            page = self._proof = ProofPage(self._theme, services.supervision, services.clock)
            self.pages.addWidget(page)
            page.left.connect(self._to_board)
        return self._proof

    @Slot()
    def show_forecast(self) -> None:
        """What will break, asked anew."""
        self.pages.setCurrentWidget(self.forecast)
        self.forecast.open(self._times())
        self.forecast.back_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def show_proof(self) -> None:
        """Whether the promise was kept, asked anew."""
        self.pages.setCurrentWidget(self.proof)
        self.proof.open(self._times())
        self.proof.back_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def switch(self) -> None:
        """There, or back to the inbox; the board stands as it was left."""
        if self.is_open:
            self.leave()
        else:
            self._to_board()

    @Slot()
    def leave(self) -> None:
        """The inbox stands there again."""
        self._services.supervision.rest()
        self.pages.setCurrentWidget(self._inbox)

    @Slot()
    def forget(self) -> None:
        """Nobody works here any more, or somebody else: nothing of the figures stays."""
        self.leave()
        self._services.supervision.forget()
        self.alerts.forget()
        for page in (self._board, self._list, self._forecast, self._proof):
            if page is not None:
                self.pages.removeWidget(page)
                page.deleteLater()
        self._board = self._list = self._forecast = self._proof = None

    @Slot()
    def show_team(self) -> None:
        """Who is there."""
        from desk.ui.supervision.team_window import TeamWindow

        now_ms = self._services.clock.now_ms()
        window = TeamWindow(self._theme, self._times(), now_ms, self.pages)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        supervision = self._services.supervision

        def shown(team: wire.Team) -> None:
            if self._dialogs.current is window:
                board = supervision.board
                groups = [] if board is None else board.groups
                window.show_team(team, {g.key: g.label for g in groups if g.by == "team"})

        def failed(code: str) -> None:
            if self._dialogs.current is window:
                words = self.tr("The portal did not take it ({code}).")
                window.show_failure(words.format(code=code))

        def absence(agent_id: int, until_ms: int | None) -> None:
            until = None if until_ms is None else from_ms(until_ms)
            supervision.set_absence(agent_id, until, shown, failed)

        window.absence_chosen.connect(absence)
        self._dialogs.ask(window, lambda: None)
        supervision.team(shown, failed)

    @Slot()
    def _to_board(self) -> None:
        board = self.board
        board.use_times(self._times())
        self.pages.setCurrentWidget(board)
        self._services.supervision.watch()
        board.cards.cards["open"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_list(self, wanted: Wanted) -> None:
        """The messages behind a figure, from wherever one is."""
        if not self.is_open:
            self._to_board()
        self._open_list(wanted)

    @Slot(object)
    def _open_list(self, wanted: Wanted) -> None:
        self.pages.setCurrentWidget(self.list)
        self.list.open(wanted)

    @Slot(object)
    def _read(self, thread_id: int) -> None:
        self.leave()
        self.thread_wanted.emit(thread_id)

    @Slot(object)
    def _on_board(self, board: wire.Board) -> None:
        if self._board is not None:
            self._board.show_board(board)

    @Slot(str)
    def _on_failed(self, code: str) -> None:
        if self._board is not None:
            words = self.tr("The portal does not answer ({code})")
            self._board.show_failure(words.format(code=code))
