"""The adherent's history in the window: where the list stands, beside the conversation."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from desk.models.adherent_history import PastExchange
from desk.models.snapshots import StoreChange, ThreadView
from desk.services.bundle import Services
from desk.ui.common.times import Times

if TYPE_CHECKING:
    from desk.ui.adherent.panel import AdherentPanel


class AdherentPlace(QObject):
    """Follows the conversation: another adherent's exchange shows that one's history. Built when it
    is first looked at.
    """

    thread_wanted = Signal(object)
    """The id of an exchange to open instead of the present one."""
    window_wanted = Signal(object)
    """The id of an exchange to open in a window of its own, beside the present one."""
    left = Signal()
    """Back to the list of messages."""

    def __init__(
        self,
        services: Services,
        pages: QStackedWidget,
        thread: Callable[[], ThreadView | None],
        times: Callable[[], Times],
        parent: QObject | None = None,
        *,
        keeps_its_exchange: bool = False,
    ) -> None:
        """`pages`: where it stands; `thread`: the exchange on screen. `keeps_its_exchange`: the
        window shows that one alone: others open in windows of their own.
        """
        super().__init__(parent)
        self._services = services
        self._pages = pages
        self._thread = thread
        self._times = times
        self._keeps_its_exchange = keeps_its_exchange
        self._panel: AdherentPanel | None = None
        self._adherent_id = 0
        self._beside: int | None = None
        services.lanes.changed.connect(self._on_changed)

    @property
    def panel(self) -> "AdherentPanel":
        """The page."""
        from desk.ui.adherent.panel import AdherentPanel

        if self._panel is None:
            made = self._panel = AdherentPanel()
            self._pages.addWidget(made)
            if self._keeps_its_exchange:
                made.say_way_back(self.tr("Close"))
                made.open_button.hide()
            made.search_changed.connect(self._find)
            made.read_requested.connect(self._read)
            made.thread_wanted.connect(self.thread_wanted)
            made.window_wanted.connect(self.window_wanted)
            made.left.connect(self.left)
        return self._panel

    @property
    def is_open(self) -> bool:
        """It is on screen in the list's place."""
        return self._panel is not None and self._pages.currentWidget() is self._panel

    @Slot()
    def open(self) -> None:
        """Of the adherent whose exchange is on screen; nothing happens where there is none."""
        view = self._thread()
        if view is None:
            return
        self._pages.setCurrentWidget(self.panel)
        self._show(view)
        self.panel.box.setFocus()

    @Slot()
    def follow(self) -> None:
        """Another exchange may be on screen."""
        view = self._thread()
        if not self.is_open or view is None or view.thread_id == self._beside:
            return
        if view.adherent_id != self._adherent_id:
            self._show(view)
        else:
            self._beside = view.thread_id
            self._find()

    def forget(self) -> None:
        """Nobody works here any more: nothing of an adherent stays."""
        self._adherent_id, self._beside = 0, None
        if self._panel is not None:
            self._panel.begin("")

    def _show(self, view: ThreadView) -> None:
        adherent_id = self._adherent_id = view.adherent_id
        self._beside = view.thread_id
        self.panel.begin(view.adherent_name)
        self._find()

        def failed(code: str) -> None:
            if adherent_id == self._adherent_id:
                self.panel.say_trouble(
                    self.tr(
                        "As this PC knows them: the portal could not be asked ({code})."
                    ).format(code=code)
                )

        def done() -> None:
            if adherent_id == self._adherent_id:
                self.panel.say_trouble("")

        self._services.adherent_history.open(adherent_id, done, failed)

    @Slot()
    def _find(self) -> None:
        adherent_id, text = self._adherent_id, self.panel.box.text()

        def done(found: tuple[PastExchange, ...]) -> None:
            if (adherent_id, text) == (self._adherent_id, self.panel.box.text()):
                self.panel.show_exchanges(found, self._beside, self._times())

        if adherent_id:
            self._services.adherent_history.find(adherent_id, text, done)

    @Slot(object)
    def _read(self, thread_id: int) -> None:
        def done(view: ThreadView | None) -> None:
            if view is not None and self.panel.chosen == thread_id:
                self.panel.show_texts(view, self._times(), self._services.clock.now_ms())

        self._services.adherent_history.read(thread_id, done)

    @Slot(object)
    def _on_changed(self, change: StoreChange) -> None:
        if self.is_open and (change.everything or change.threads or change.removed):
            self._find()
