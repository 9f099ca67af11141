"""The inbox: filters, the list, and what stands in its place when it is empty."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk.clock import PortalClock
from desk.countdown import countdown
from desk.models.outline import Outline, group_keys
from desk.models.snapshots import InboxFilter, SyncView
from desk.services.inbox import Inbox
from desk.services.thresholds import Crossing
from desk.ui.batch.bar import BatchBar
from desk.ui.common.times import Times
from desk.ui.inbox.countdown_text import countdown_spoken
from desk.ui.inbox.empty import EmptyPage
from desk.ui.inbox.filters import Filters
from desk.ui.inbox.model import InboxModel
from desk.ui.inbox.palette import Palette
from desk.ui.inbox.path_line import PathLine
from desk.ui.inbox.view import InboxView
from desk.ui.theme import Theme


class InboxPanel(QWidget):
    """Everything about choosing a message.

    Guarantees: a message is announced by `thread_activated` only when the agent chose it; changes
    of the store move rows but never the selection, the focus or the scroll position.
    """

    thread_activated = Signal(object)
    """A thread's id: Enter, a click, or a selection that has settled."""

    def __init__(
        self, inbox: Inbox, clock: PortalClock, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._inbox = inbox
        self._clock = clock
        self._sync: SyncView | None = None
        self._sought: int | None = None
        self.setAccessibleName(self.tr("Inbox"))
        self.filters = Filters(theme)
        self.model = InboxModel(inbox, clock, self)
        self.view = InboxView(self.model, Palette(theme, self), Times())
        self.empty = EmptyPage(theme)
        self.path = PathLine()
        self.batch_bar = BatchBar(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.filters)
        column.addWidget(self.path)
        column.addWidget(self._stack, 1)
        column.addWidget(self.batch_bar)
        self.setFocusProxy(self.view)

        self.filters.changed.connect(self._ask)
        self.filters.leave_wanted.connect(self.focus_list)
        self.filters.fold_button.clicked.connect(self._fold_all)
        self.view.opened.connect(self.thread_activated)
        self.view.filter_wanted.connect(self.filters.focus_box)
        self.view.escaped.connect(self.filters.clear)
        self.empty.clear_wanted.connect(self._clear)
        self.empty.again_wanted.connect(self._try_again)
        self.empty.kind_wanted.connect(self.filters.set_kind)
        self.model.refreshed.connect(self._on_refreshed)
        self.view.verticalScrollBar().valueChanged.connect(self._show_path)
        inbox.cleared.connect(self._show_what_there_is)
        inbox.failed.connect(self._on_failed)
        inbox.crossed.connect(self._announce)
        # After the model, which learns there which messages its rows are.
        inbox.runs_read.connect(self.view.marked_changed)
        inbox.follow(self.view, self.view.shown)
        self._show_what_there_is()
        inbox.start()

    # -- what the window asks ----------------------------------------------------------------------

    def focus_list(self) -> None:
        """Give the keyboard to the list, on the selected row or the first one."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.select_row(0)

    def focus_filter(self) -> None:
        """Give the keyboard to the filter box."""
        self.filters.focus_box()

    def mark_open(self, thread_id: int | None) -> None:
        """This message is shown beside the list; only its row is filled."""
        self.view.mark_open(thread_id)

    def select_thread(self, thread_id: int) -> None:
        """Select a message wherever it is: groups open for it; a filter that hides it is left.

        Nothing is selected when the message is not open any more.
        """
        row = self.model.row_of_thread(thread_id)
        if row is not None:
            self.view.select_row(row)
            return
        self._sought = thread_id
        self._inbox.seek(thread_id)

    @Slot(object)
    def show_sync(self, view: SyncView) -> None:
        """Let the empty list tell of a first load under way."""
        self._sync = view
        self._show_what_there_is()

    # -- what happens ------------------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        self._inbox.ask(self.filters.kind, self.filters.text, self.filters.by_due)
        self._show_what_there_is()

    @Slot()
    def _clear(self) -> None:
        self.filters.clear()
        self.focus_list()

    @Slot()
    def _try_again(self) -> None:
        self.empty.show_loading(None)
        self._inbox.start()

    @Slot()
    def _on_failed(self) -> None:
        # A list that is there stays: it is as old as the last reading, and changes try again.
        if self._inbox.outline is None:
            self.empty.show_unreadable()

    @Slot()
    def _fold_all(self) -> None:
        """Close every group when all are open, else open them all."""
        keys = self.model.all_group_keys()
        closed = self._inbox.collapsed & keys
        self.model.set_open(keys, bool(closed))

    @Slot()
    def _on_refreshed(self) -> None:
        self._show_what_there_is()
        outline = self._inbox.outline
        if outline is not None and self._sought in outline.tracked:
            self._found_or_not(outline, self._sought)

    def _found_or_not(self, outline: Outline, thread_id: int) -> None:
        place = outline.places.get(thread_id)
        if place is None:
            if outline.choice.kind is not InboxFilter.TODO or outline.choice.text:
                self.filters.clear()
                self.filters.set_kind(InboxFilter.TODO)
                self._inbox.seek(thread_id)
            else:
                self._sought = None
            return
        self._sought = None
        groups = [group_keys(each) for each in outline.motifs if each.motif == place[0]]
        self.model.set_open({key for keys in groups for key in keys}, True)
        row = self.model.row_of_thread(thread_id)
        if row is not None:
            self.view.select_row(row)

    @Slot()
    def _show_path(self) -> None:
        """Name the groups whose headers have been scrolled out of sight."""
        segments, row = self.model.segments, self.view.rowAt(0)
        self.path.show_path(() if segments is None or row < 0 else segments.path_to(row))

    @Slot()
    def _show_what_there_is(self) -> None:
        self._show_path()
        outline = self._inbox.outline
        if outline is None:
            self.empty.show_loading(None)
            self._stack.setCurrentWidget(self.empty)
            return
        self.filters.show_tallies(outline.tallies)
        pending = outline.choice != self._inbox.choice
        if not pending:
            self.filters.set_by_due(outline.choice.by_due)
        self.filters.show_found(None if pending else outline.total)
        if outline.total:
            self._stack.setCurrentWidget(self.view)
            return
        first_load = self._sync is not None and self._sync.loading
        if first_load and self._sync is not None and not outline.tallies.counts[InboxFilter.TODO]:
            self.empty.show_loading(self._sync.loaded)
        elif not pending:
            self.empty.show_nothing(outline.choice.kind, self.filters.text.strip())
        self._leave_list_to(self.empty)

    def _leave_list_to(self, page: QWidget) -> None:
        # A hidden list would pass the keyboard on to whatever comes next.
        if self.view.hasFocus():
            self.filters.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.setCurrentWidget(page)

    @Slot(object)
    def _announce(self, crossing: Crossing) -> None:
        """Tell assistive technology that a message I hold has come nearer to its deadline."""
        row = crossing.row
        left = countdown(row.due_ms, row.sent_ms, None, self._clock.now_ms())
        words = self.tr("{name}, {motif}: {time}").format(
            name=row.adherent_name, motif=row.motif_label, time=countdown_spoken(left)
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
