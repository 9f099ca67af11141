"""Search over everything, where the list stands: type, see, open, go back to where one was."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.clock import PortalClock
from desk.models.search.finding import Hit
from desk.models.search.kept import SavedSearch, Searches
from desk.models.search.query import Order
from desk.services.search import Answer, Search
from desk.ui.common.styling import label, set_style
from desk.ui.common.times import Times
from desk.ui.inbox.palette import Palette
from desk.ui.search.box import SearchBox
from desk.ui.search.found_words import FoundWords
from desk.ui.search.hit_view import HitView
from desk.ui.search.hits import HitModel
from desk.ui.search.naming import ask_name
from desk.ui.search.opening import HitOpening
from desk.ui.search.orders import Orders
from desk.ui.search.painter import HitDelegate
from desk.ui.search.start_page import Entry, EntryKind, StartPage
from desk.ui.search.words import problem_words
from desk.ui.theme import Theme

TYPING_MS = 50
"""After a key: a fast typist's next one usually comes sooner; a stale search is interrupted."""

SETTLED_MS = 900
"""After a pause as long as this, what is being typed counts as meant, and results are announced."""

TICK_MS = 10_000
"""Countdowns of what was found are told in minutes."""


class SearchPanel(QWidget):
    """Everything about one search. It keeps its text, its results and its place while hidden."""

    hit_opened = Signal(object)
    """A `Hit`: Enter, a click, or a selection that has settled."""

    left = Signal()
    """Back to the list."""

    view_wanted = Signal(object)
    """A `SavedView`: show the list so."""

    save_view_wanted = Signal()
    """Keep the list as it is set now; the panel does not know it."""

    def __init__(
        self, search: Search, clock: PortalClock, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._theme = theme
        self._answer: Answer | None = None
        self._enter_list = False
        self.setAccessibleName(self.tr("Search all messages"))
        self.box = SearchBox(search.complete)
        self.save_button = self._tool(self.tr("Save this search…"))
        self.close_button = self._tool(self.tr("Back to the list"))
        self._words = FoundWords(self)
        self.orders = Orders(self)
        self.status = label("", "small")
        self.problems = label("", "small", wrap=True)
        set_style(self.problems, tone="warn")
        self.problems.hide()
        self.model = HitModel(clock, self)
        self.view = HitView()
        self.start = StartPage(theme)
        self.nothing = label("", "muted", wrap=True)
        self._stack = QStackedWidget()
        self._build(theme)
        self._typing = self._timer(TYPING_MS, self._ask)
        self._settled = self._timer(SETTLED_MS, self._on_settled)
        self._opening = HitOpening(self.view, self.model, self)
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MS)
        self._ticking.timeout.connect(self.view.viewport().update)
        self._connect()
        self._draw()
        self.start.show_searches(search.searches)
        self._show_what_there_is()

    def _build(self, theme: Theme) -> None:
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.box, 1)
        first.addWidget(self.save_button)
        first.addWidget(self.close_button)
        second = QHBoxLayout()
        second.setSpacing(2)
        for made in self.orders.buttons.values():
            second.addWidget(made)
        second.addStretch(1)
        second.addWidget(self.status)
        palette = Palette(theme, self)
        palette.changed.connect(self.view.viewport().update)
        self.view.setModel(self.model)
        self.view.setItemDelegate(HitDelegate(self.model, palette, self))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.nothing.setContentsMargins(24, 40, 24, 24)
        for page in (self.start, self.view, self.nothing):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        column.addLayout(first)
        column.addWidget(self.box.suggestions)
        column.addLayout(second)
        column.addWidget(self.problems)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.box.textChanged.connect(self._on_text)
        self.box.searched.connect(self._on_enter)
        self.box.down_wanted.connect(self.focus_results)
        self.box.left.connect(self.left)
        self.close_button.clicked.connect(self.left)
        self.save_button.clicked.connect(self._ask_name)
        self.orders.chosen.connect(self._ask)
        self._opening.chosen.connect(self._on_chosen)
        self.view.escaped.connect(self.focus_box)
        self.view.up_wanted.connect(self.focus_box)
        self.start.search_wanted.connect(self._on_entry)
        self.start.view_wanted.connect(self.view_wanted)
        self.start.removed.connect(self._on_removed)
        self.start.forget_wanted.connect(self._search.forget_recent)
        self.start.save_view_wanted.connect(self.save_view_wanted)
        self.start.list.escaped.connect(self.left)
        self.start.list.up_wanted.connect(self.focus_box)
        self._search.found.connect(self._on_found)
        self._search.failed.connect(self._on_failed)
        self._search.cleared.connect(self._clear)
        self._search.kept_changed.connect(self._on_kept)
        self._theme.changed.connect(self._draw)

    # -- what the window asks ----------------------------------------------------------------------

    @property
    def order(self) -> Order:
        return self.orders.present

    @property
    def answer(self) -> Answer | None:
        """What is shown."""
        return self._answer

    def use_times(self, times: Times) -> None:
        """Instants in this agent's caisse's zone."""
        self.model.times = times

    def begin(self) -> None:
        """Ready to type over what was searched before, which is still there."""
        self.focus_box()
        self._ticking.start()
        if self.box.text().strip():
            self._ask()

    def rest(self) -> None:
        """Hidden: nothing is searched, everything stays as it is."""
        self._search.stop()
        self._ticking.stop()
        self._opening.stop()

    @Slot()
    def focus_box(self) -> None:
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    @Slot()
    def focus_results(self) -> None:
        """Give the keyboard to what was found, where it was."""
        page = self._stack.currentWidget()
        if page is self.start:
            self.start.focus_first()
        elif page is self.view:
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def search_for(self, text: str, order: Order = Order.NEWEST) -> None:
        """As if it had been typed."""
        self.orders.choose(order)
        self.box.setText(text)
        self._ask()

    # -- asking ------------------------------------------------------------------------------------

    @Slot()
    def _on_text(self) -> None:
        self.orders.follow_typing()
        self._enter_list = False
        self.problems.hide()
        self._typing.start()
        self._settled.start()

    @Slot()
    def _ask(self) -> None:
        self._typing.stop()
        text = self.box.text()
        if not text.strip():
            self._search.stop()
            self._answer = None
            self.model.show_answer(None)
            self._show_what_there_is()
            return
        self._search.ask(text, self.order)

    @Slot()
    def _on_enter(self) -> None:
        """What fits best, and the keyboard in it."""
        if not self.box.text().strip():
            return
        self.orders.show_best()
        self._enter_list = True
        self._ask()
        self._settled.start(0)

    @Slot(object)
    def _on_entry(self, entry: Entry) -> None:
        order = entry.saved.order if entry.saved is not None else Order.NEWEST
        self.search_for(entry.text, order)
        self._enter_list = entry.kind is not EntryKind.EXAMPLE
        if not self._enter_list:
            self.focus_box()

    # -- answers -----------------------------------------------------------------------------------

    @Slot(object)
    def _on_found(self, answer: Answer) -> None:
        place = self._place()
        same = self._answer is not None and self._answer.asking == answer.asking
        if same and self._answer is not None and self._answer.found == answer.found:
            self._answer = answer
            return
        self._answer = answer
        self.model.show_answer(answer)
        self._show_what_there_is()
        if same:
            self._return_to(place)
        else:
            self.view.scrollToTop()
        if not self._settled.isActive():
            self._on_settled()
        if self._enter_list:
            self._enter_list = False
            self.focus_results()

    def _place(self) -> tuple[int | None, int]:
        index = self.view.currentIndex()
        row = index.row() if index.isValid() else -1
        thread_id = self.model.hits[row].thread_id if 0 <= row < len(self.model.hits) else None
        return thread_id, self.view.verticalScrollBar().value()

    def _return_to(self, place: tuple[int | None, int]) -> None:
        """After a change of the store, the same row is chosen at the same height."""
        thread_id, scrolled = place
        for row, hit in enumerate(self.model.hits):
            if hit.thread_id == thread_id:
                self.view.setCurrentIndex(self.model.index(row))
                self._opening.stop()
                break
        self.view.verticalScrollBar().setValue(scrolled)

    @Slot()
    def _on_failed(self) -> None:
        self._answer = None
        self.model.show_answer(None)
        self.nothing.setText(self.tr("The messages could not be searched. Try again in a moment."))
        self.status.setText("")
        self._turn_to(self.nothing)

    @Slot()
    def _clear(self) -> None:
        """Another agent, or nobody: nothing of the one before stays."""
        self._answer = None
        self._typing.stop()
        self._settled.stop()
        self.box.clear()
        self._typing.stop()
        self._settled.stop()
        self.model.show_answer(None)
        self._show_what_there_is()

    @Slot(object)
    def _on_kept(self, searches: Searches) -> None:
        self.start.show_searches(searches)

    def _show_what_there_is(self) -> None:
        answer = self._answer
        self.save_button.setEnabled(bool(self.box.text().strip()))
        if answer is None or answer.query.is_empty:
            self.status.setText("")
            self._turn_to(self.start)
            return
        self.status.setText(self._words.found(answer))
        if answer.found.hits:
            self._turn_to(self.view)
            return
        self.nothing.setText(self._words.nothing(answer))
        self._turn_to(self.nothing)

    def _turn_to(self, page: QWidget) -> None:
        # A list that is hidden would pass the keyboard on to whatever comes next.
        if self.view.hasFocus() and page is not self.view:
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.setCurrentWidget(page)

    @Slot()
    def _on_settled(self) -> None:
        """Typing has paused: tell what was not understood, and how much was found."""
        self._settled.stop()
        answer = self._answer
        if answer is None or answer.asking.text != self.box.text():
            return
        told = "\n".join(problem_words(each) for each in answer.query.problems)
        self.problems.setText(told)
        self.problems.setVisible(bool(told))
        said = "; ".join(filter(None, (self.status.text(), told)))
        if said and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    @Slot(object)
    def _on_chosen(self, hit: Hit) -> None:
        if self._answer is not None:
            self._search.remember(self._answer.asking.text)
        self.hit_opened.emit(hit)

    # -- keeping -----------------------------------------------------------------------------------

    @Slot()
    def _ask_name(self) -> None:
        text = self.box.text().strip()
        order = self.order
        ask_name(
            self,
            self.tr("Save this search"),
            text,
            lambda name: self._search.save(SavedSearch(name, text, order)),
        )

    @Slot(object)
    def _on_removed(self, entry: Entry) -> None:
        if entry.saved is not None:
            self._search.remove_saved(entry.saved.name)
        elif entry.view is not None:
            self._search.remove_view(entry.view.name)

    # -- looks -------------------------------------------------------------------------------------

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def _tool(self, text: str) -> QToolButton:
        made = QToolButton()
        made.setText(text)
        made.setAccessibleName(text)
        made.setToolTip(text)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        return made

    @Slot()
    def _draw(self) -> None:
        self.save_button.setIcon(self._theme.icon("star"))
        self.close_button.setIcon(self._theme.icon("x"))
        self.view.viewport().update()
