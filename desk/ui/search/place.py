"""The search's place in the window: where the list stands, and what it opens beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desk.models.search.excerpt import spans_of
from desk.models.search.finding import Hit, Source
from desk.models.search.kept import SavedView
from desk.models.search.query import Phrase
from desk.models.snapshots import ThreadView
from desk.services.bundle import Services
from desk.ui.common.times import Times
from desk.ui.conversation.centre import Centre
from desk.ui.inbox.panel import InboxPanel
from desk.ui.search.naming import ask_name
from desk.ui.theme import Theme

if TYPE_CHECKING:
    from desk.ui.search.panel import SearchPanel

MARGIN = 80
"""Pixels kept free above and below the message that was found."""


class SearchPlace(QObject):
    """Shows the search in the list's place, and the list again; opens what was found at its text.

    The list keeps its filters, selection and place meanwhile; so does the search.
    """

    thread_wanted = Signal(object)
    """The id of an exchange to show beside the search."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        inbox: InboxPanel,
        centre: Centre,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = theme
        self._inbox = inbox
        self._centre = centre
        self._times = Times()
        self._sought: Hit | None = None
        self._phrases: tuple[Phrase, ...] = ()
        self._panel: SearchPanel | None = None
        self.pages = QStackedWidget()
        self.pages.setAccessibleName(inbox.accessibleName())
        self.pages.addWidget(inbox)
        # Another agent begins at the list.
        services.search.cleared.connect(self._leave)

    @property
    def panel(self) -> "SearchPanel":
        """Built when it is first looked at: the window opens without it."""
        from desk.ui.search.panel import SearchPanel

        if self._panel is None:
            services = self._services
            panel = self._panel = SearchPanel(services.search, services.clock, self._theme)
            panel.use_times(self._times)
            self.pages.addWidget(panel)
            panel.hit_opened.connect(self._open)
            panel.left.connect(self.focus_list)
            panel.view_wanted.connect(self._show_view)
            panel.save_view_wanted.connect(self._save_view)
        return self._panel

    def use_times(self, times: Times) -> None:
        """Instants in this agent's caisse's zone."""
        self._times = times
        if self._panel is not None:
            self._panel.use_times(times)

    @Slot()
    def open(self) -> None:
        """Search everything; what was searched before is still there."""
        self.pages.setCurrentWidget(self.panel)
        self.panel.begin()

    @Slot()
    def focus_list(self) -> None:
        """Back to the list, where it was left."""
        self._leave()
        self._inbox.focus_list()

    @Slot()
    def focus_filter(self) -> None:
        """Back to the list, in its filter box."""
        self._leave()
        self._inbox.focus_filter()

    @Slot()
    def _leave(self) -> None:
        if self.pages.currentWidget() is not self._inbox:
            if self._panel is not None:
                self._panel.rest()
            self.pages.setCurrentWidget(self._inbox)

    # -- opening at the text -----------------------------------------------------------------------

    @Slot(object)
    def _open(self, hit: Hit) -> None:
        self._sought = hit
        answer = self.panel.answer
        self._phrases = () if answer is None else answer.query.phrases
        self.thread_wanted.emit(hit.thread_id)
        self.look()

    @Slot()
    def look(self) -> None:
        """An exchange may have come on screen: if it is the one sought, go to its text."""
        view = self._centre.thread_view
        if (
            self._sought is not None
            and view is not None
            and view.thread_id == self._sought.thread_id
        ):
            # After the messages have gone to the newest of themselves.
            QTimer.singleShot(0, self, self._reveal)

    @Slot()
    def _reveal(self) -> None:
        from desk.ui.conversation.bubble import MessageBubble

        hit, self._sought = self._sought, None
        view = self._centre.thread_view
        if hit is None or view is None or view.thread_id != hit.thread_id:
            return
        history = self._centre.history
        if hit.source is Source.DRAFT:
            return
        page = history.widget()
        shown = None if page is None else _widget_of(page, view, hit)
        if page is None or shown is None:
            return
        layout = page.layout()
        if layout is not None:
            layout.activate()
        history.ensureWidgetVisible(shown, 0, MARGIN)
        if isinstance(shown, MessageBubble):
            spans = spans_of(hit.text, self._phrases)
            if spans and shown.body.text() == hit.text:
                start, end = spans[0]
                shown.body.setSelection(start, end - start)

    # -- views of the list -------------------------------------------------------------------------

    @Slot(object)
    def _show_view(self, view: SavedView) -> None:
        self._leave()
        filters = self._inbox.filters
        filters.set_by_due(view.by_due)
        filters.box.setText(view.text)
        filters.set_kind(view.kind)
        self._inbox.focus_list()

    @Slot()
    def _save_view(self) -> None:
        filters = self._inbox.filters
        kind, text, by_due = filters.kind, filters.text, filters.by_due
        ask_name(
            self.panel,
            self.tr("Keep the list's present view"),
            text,
            lambda name: self._services.search.save_view(SavedView(name, kind, text, by_due)),
        )


def _widget_of(page: QWidget, view: ThreadView, hit: Hit) -> QWidget | None:
    """The text that was found, on the page: messages and notes stand there in their own order."""
    from desk.ui.conversation.bubble import MessageBubble
    from desk.ui.conversation.happenings import NoteCard

    if hit.source is Source.NOTE:
        ids = [each.note_id for each in view.notes]
        shown: list[QWidget] = list(page.findChildren(NoteCard))
    else:
        ids = [each.message_id for each in view.messages]
        shown = list(page.findChildren(MessageBubble))
    if hit.source_id not in ids or len(ids) != len(shown):
        return None
    return shown[ids.index(hit.source_id)]
