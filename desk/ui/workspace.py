"""The agent's work: the inbox beside one exchange, and what ties them to the services."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desk import wire
from desk.models.snapshots import ThreadView
from desk.services.bundle import Services
from desk.services.seen_threads import SeenThreads
from desk.ui.adherent.place import AdherentPlace
from desk.ui.answer_and_next import AnswerAndNext
from desk.ui.appointments.place import AppointmentsPlace
from desk.ui.batch.work import BatchWork
from desk.ui.common.times import Times
from desk.ui.composer.text_keeper import TextsOnTheWay
from desk.ui.deposits.place import DepositsPlace
from desk.ui.exchange_bench import ExchangeBench
from desk.ui.inbox.panel import InboxPanel
from desk.ui.outcome_banner import OutcomeBanner
from desk.ui.review.settled import SettledReviews
from desk.ui.search.place import SearchPlace
from desk.ui.situation import Situation
from desk.ui.supervision.place import SupervisionPlace
from desk.ui.theme import Theme
from desk.ui.undo_publishing import UndoPublishing


class Workspace(QWidget):
    """Opens exchanges, passes the agent's actions to the services and shows what comes of them.

    Guarantees: only the exchange asked for last is shown; a change of the store is shown once the
    store has been read again, never guessed.
    """

    situation_changed = Signal()
    """Other actions may make sense now."""
    window_wanted = Signal(object)
    """The id of an exchange that is to have a window of its own, or has one."""

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.seen = SeenThreads(services.lanes, self)
        self.texts: TextsOnTheWay = {}
        self.elsewhere: int | None = None
        """The exchange chosen here that another window has."""
        self._templates_prepared = False
        self.is_elsewhere: Callable[[int], bool] = lambda _thread_id: False
        """Whether another window has this exchange: it is then not shown here."""
        self.setAccessibleName(self.tr("Work"))
        self.bench = bench = ExchangeBench(services, theme, self.seen, self.texts, self.go_to, self)
        self.banner, self.centre, self.dialogs = bench.banner, bench.centre, bench.dialogs
        self.spelling, self.acts, self.withdrawals = bench.spelling, bench.acts, bench.withdrawals
        self.throwing_away, self.drafts = bench.throwing_away, bench.drafts
        self.scheduling, self.publishing = bench.scheduling, bench.publishing
        self.reviewing = bench.reviewing
        self.claim, self.release = bench.claim, bench.release
        self.show_identifier, self.write = bench.show_identifier, bench.write
        self.next_hole, self.choose_template = bench.next_hole, bench.choose_template
        self.focus_messages = bench.focus_messages
        self.suggested_template = bench.suggested_template
        self.inbox = InboxPanel(services.inbox, services.clock, theme)
        self.search = SearchPlace(services, theme, self.inbox, self.centre, self)
        self.adherent = AdherentPlace(
            services,
            self.search.pages,
            lambda: self.centre.thread_view,
            lambda: self.times,
            self,
        )
        self.deposits = DepositsPlace(
            services, theme, self.search.pages, lambda: self.thread_view, lambda: self.times, self
        )
        self.appointments = AppointmentsPlace(services, lambda: self.times, self)
        self.batch = BatchWork(
            services, theme, self.dialogs, self.inbox.view, self.inbox.batch_bar, self
        )
        self.undo = UndoPublishing(services.lanes, services.publisher, services.clock, theme, self)
        self._outcomes = OutcomeBanner(
            services.publisher, self.undo, self.banner, self.go_to, self.batch.tells, self
        )
        self._settled = SettledReviews(services, theme, self.dialogs, self.banner, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setAccessibleName(self.tr("List and exchange"))
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.search.pages)
        self.splitter.addWidget(self.centre)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.splitter.setSizes([560, 880])
        self.inbox.setMinimumWidth(480)
        self.centre.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.drafts.banner)
        column.addWidget(self.undo.bar)
        self.supervision = SupervisionPlace(
            services, theme, self.dialogs, self.splitter, lambda: self.times, self
        )
        column.addWidget(self.supervision.alerts.banner)
        column.addWidget(self.supervision.pages, 1)
        self.answering = AnswerAndNext(
            services,
            self.banner,
            lambda: self.bench.me,
            lambda: self.thread_view,
            self.go_to,
            self.write,
            self,
        )
        self._connect()

    def _connect(self) -> None:
        self.bench.situation_changed.connect(self.situation_changed)
        self.bench.next_wanted.connect(self.answering.go_on)
        self.inbox.thread_activated.connect(self.open_thread)
        self.batch.thread_wanted.connect(self.go_to)
        self.batch.changed.connect(self.situation_changed)
        self.search.thread_wanted.connect(self.open_thread)
        self.supervision.thread_wanted.connect(self.go_to)
        self.situation_changed.connect(self._mark_open)
        self.situation_changed.connect(self.search.look)
        self.adherent.thread_wanted.connect(self.open_thread)
        self.adherent.left.connect(self.search.focus_list)
        self.adherent.window_wanted.connect(self.window_wanted)
        self.centre.nothing.window_wanted.connect(self.open_window)
        self.situation_changed.connect(self.adherent.follow)
        self.deposits.left.connect(self.search.focus_list)
        self.situation_changed.connect(self.deposits.follow)
        self._services.sync.state_changed.connect(self.inbox.show_sync)
        self.undo.changed.connect(self.situation_changed)
        self.situation_changed.connect(self.answering.look)

    # Who works -----------------------------------------------------------------------------------

    def show_agent(self, me: wire.Me) -> None:
        """This agent works here now; times are those of their caisse."""
        self.bench.show_agent(me)
        self.search.use_times(self.times)

    def leave(self) -> None:
        """Nobody works here any more: nothing of theirs stays on screen."""
        self.batch.forget()
        self.supervision.forget()
        self.adherent.forget()
        self.deposits.forget()
        self.appointments.forget()
        self.undo.forget()
        self.answering.forget()
        self.elsewhere = None
        self.bench.leave()
        self.seen.forget()

    def save(self) -> None:
        """All that is being written, on its way to the disk."""
        self.bench.save()
        self.appointments.save()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Words on screen name the keys that the agent has given the actions (by action)."""
        self.centre.nothing.show_keys(keys)
        self.centre.composer.editor.show_keys(keys)
        self.undo.bar.show_keys(keys)
        self.inbox.batch_bar.show_keys(keys)

    @property
    def times(self) -> Times:
        return self.bench.times

    @property
    def thread_view(self) -> ThreadView | None:
        return self.bench.thread_view

    def situation(self) -> Situation:
        return replace(
            self.bench.situation(),
            can_take_back=self.undo.can_take_back,
            many=self.batch.possible,
        )

    # Opening -------------------------------------------------------------------------------------

    @Slot(object)
    def open_thread(self, thread_id: int) -> None:
        """Show this exchange, unless a window of its own does; what is being written is saved
        first.
        """
        if self.bench.me is None:
            return
        self.elsewhere = thread_id if self.is_elsewhere(thread_id) else None
        if self.elsewhere is not None:
            self.bench.show_nothing()
            self.centre.nothing.say_elsewhere()
        elif self.bench.open(thread_id):
            self.inbox.mark_open(thread_id)
            self._prepare_templates()

    def _prepare_templates(self) -> None:
        """The first message to be answered: the list was there before this took its time."""
        if not self._templates_prepared:
            self._templates_prepared = True
            self._services.lanes.query(lambda _conn: self._services.templates.prepare(), _no_matter)

    @Slot(object)
    def go_to(self, thread_id: int) -> None:
        """Show an exchange asked for elsewhere than in the list; select it there if it waits. Its
        own window comes to the front, if it has one.
        """
        if self.is_elsewhere(thread_id):
            self.window_wanted.emit(thread_id)
            return
        self.supervision.leave()
        self.open_thread(thread_id)
        self.inbox.select_thread(thread_id)

    def show_nothing(self) -> None:
        """No exchange."""
        self.bench.show_nothing()

    @Slot()
    def _mark_open(self) -> None:
        if self.bench.wanted is None:
            self.inbox.mark_open(None)

    @Slot()
    def open_window(self) -> None:
        """The exchange of here gets a window of its own; one that has it comes to the front."""
        wanted = self.bench.wanted if self.elsewhere is None else self.elsewhere
        if wanted is not None:
            self.window_wanted.emit(wanted)

    # Beside the exchange -------------------------------------------------------------------------

    def show_adherent(self) -> None:
        """The adherent's exchanges, in the inbox's place beside the one on screen."""
        self.supervision.leave()
        self.adherent.open()

    def show_deposits(self) -> None:
        """What the adherent has deposited, in the inbox's place beside the exchange on screen."""
        self.supervision.leave()
        self.deposits.open()

    def search_everything(self) -> None:
        """Search all messages, in the inbox's place."""
        self.supervision.leave()
        self.search.open()

    def focus_list(self) -> None:
        """The list of messages, from wherever one is."""
        self.supervision.leave()
        self.search.focus_list()

    def focus_filter(self) -> None:
        """The list's filter box."""
        self.supervision.leave()
        self.search.focus_filter()


def _no_matter(_done: None) -> None:
    """Whoever needs the templates finds them ready, or reads them."""
