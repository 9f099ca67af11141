"""The deposits in the window: where the list stands, beside the conversation."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from desk import wire
from desk.models.snapshots import ThreadView
from desk.services.bundle import Services
from desk.services.deposits import NotRead
from desk.services.viewing.viewer import Drawn
from desk.ui.common.times import Times
from desk.ui.deposits.words import not_read_words, not_shown_words
from desk.ui.theme import Theme

if TYPE_CHECKING:
    from desk.ui.deposits.panel import Row

if TYPE_CHECKING:
    from desk.ui.deposits.panel import DepositsPanel


class DepositsPlace(QObject):
    """Asks the portal only when the agent does: each reading is recorded there.

    What was read stays on screen for as long as the page does, and nowhere else.
    """

    left = Signal()
    """Back to the list of messages."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        pages: QStackedWidget,
        thread: Callable[[], ThreadView | None],
        times: Callable[[], Times],
        parent: QObject | None = None,
        *,
        keeps_its_exchange: bool = False,
    ) -> None:
        """`pages`: where it stands; `thread`: the exchange on screen. `keeps_its_exchange`: the
        window shows that one alone, and no list to go back to.
        """
        super().__init__(parent)
        self._services = services
        self._theme = theme
        self._pages = pages
        self._thread = thread
        self._times = times
        self._keeps_its_exchange = keeps_its_exchange
        self._panel: DepositsPanel | None = None
        self.viewer = services.viewers.new()
        self._of: ThreadView | None = None  # whose deposits are listed
        self._listed = False
        self._asked = 0  # the number of the last question: answers to earlier ones are dropped

    @property
    def panel(self) -> "DepositsPanel":
        """The page."""
        from desk.ui.deposits.panel import DepositsPanel

        if self._panel is None:
            made = self._panel = DepositsPanel(self._theme)
            self._pages.addWidget(made)
            if self._keeps_its_exchange:
                made.say_way_back(self.tr("Close"))
            made.left.connect(self.left)
            made.hidden.connect(self._put_away)
            made.again_requested.connect(self.open)
            made.read_requested.connect(self._read)
            viewer = self.viewer
            made.view.drawing_wanted.connect(viewer.draw)
            viewer.opened.connect(self._on_opened)
            viewer.drawn.connect(self._on_drawn)
            viewer.failed.connect(self._on_not_shown)
        return self._panel

    @property
    def is_open(self) -> bool:
        """It is on screen in the list's place."""
        return self._panel is not None and self._pages.currentWidget() is self._panel

    @property
    def is_listed(self) -> bool:
        """The portal has answered what there is."""
        return self._listed

    @Slot()
    def open(self) -> None:
        """Of the adherent whose exchange is on screen; nothing happens where there is none."""
        view = self._thread()
        if view is None:
            return
        self._rest()
        self._of = view
        self._pages.setCurrentWidget(self.panel)
        self.panel.begin(view.adherent_name)
        self.panel.say(self.tr("Asking the portal…"))
        asked = self._asked

        def done(deposits: wire.Deposits) -> None:
            if asked == self._asked:
                self._listed = True
                self.panel.show_deposits(deposits.deposits, self._times())

        self._services.deposits.look(
            view.thread_id, done, self._failing(asked, self.tr("Try again"))
        )

    @Slot()
    def follow(self) -> None:
        """Another exchange may be on screen; another adherent's deposits wait to be asked for."""
        view = self._thread()
        if not self.is_open or view is None or self._of is None:
            return
        if view.adherent_id == self._of.adherent_id:
            self._of = view
            return
        self._rest()
        self.panel.begin(view.adherent_name)
        self.panel.say(
            self.tr("Another adherent's message is open."), again=self.tr("Read the list")
        )

    def forget(self) -> None:
        """Nobody works here any more: nothing of an adherent stays."""
        self._rest()
        if self._panel is not None:
            self._panel.begin("")

    @Slot()
    def _put_away(self) -> None:
        """Something else stands there: what comes back later is asked for again."""
        view = self._of
        self._rest()
        self.panel.begin("" if view is None else view.adherent_name)
        self.panel.say("", again=self.tr("Read the list"))

    def _rest(self) -> None:
        self._asked += 1
        self._of, self._listed = None, False
        self.viewer.close()
        if self._panel is not None:
            self._panel.view.clear()

    def _failing(self, asked: int, again: str = "") -> Callable[[NotRead], None]:
        def failed(failure: NotRead) -> None:
            if asked == self._asked:
                self.panel.say(not_read_words(failure), "warn", again=again)

        return failed

    @Slot(object)
    def _read(self, row: "Row") -> None:
        if self._of is None:
            return
        self._asked += 1
        asked = self._asked
        self.viewer.close()
        self.panel.view.clear()
        self.panel.say(self.tr("Opening {document}…").format(document=row.document.nature_label))

        def done(content: bytes) -> None:
            if asked == self._asked:
                self.viewer.open(content, row.file.media_type)

        self._services.deposits.read(self._of.thread_id, row.file, done, self._failing(asked))

    @Slot(object)
    def _on_opened(self, sizes: tuple[tuple[float, float], ...]) -> None:
        row = self.panel.chosen
        if row is not None:
            self.panel.say(f"{row.document.nature_label} · {row.document.person}")
        self.panel.view.begin(sizes)
        self.panel.view.setFocus()

    @Slot(object)
    def _on_drawn(self, drawn: Drawn) -> None:
        self.panel.view.show_drawing(drawn)

    @Slot(str)
    def _on_not_shown(self, code: str) -> None:
        self.panel.view.clear()
        self.panel.say(not_shown_words(code), "warn")
