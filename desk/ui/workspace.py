"""The agent's work: the inbox beside one exchange, and what ties them to the services."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desk import wire
from desk.models.snapshots import StoreChange, ThreadView
from desk.services.bundle import Services
from desk.services.seen_threads import SeenThreads
from desk.services.templates import OnlineService, online_services
from desk.ui.acts.acts import Acts
from desk.ui.adherent.place import AdherentPlace
from desk.ui.answer_and_next import AnswerAndNext
from desk.ui.batch.work import BatchWork
from desk.ui.common.banner import Banner
from desk.ui.common.times import Times
from desk.ui.composer.conflict_work import ConflictWork
from desk.ui.composer.spelling_work import SpellingWork
from desk.ui.composer.suggested_template import SuggestedTemplate
from desk.ui.conversation.centre import Centre
from desk.ui.deposits.place import DepositsPlace
from desk.ui.drafts.draft_work import DraftWork
from desk.ui.drafts.throwing_away import ThrowingAway
from desk.ui.inbox.panel import InboxPanel
from desk.ui.outbox.withdrawals import Withdrawals
from desk.ui.outcome_banner import OutcomeBanner
from desk.ui.publishing import Publishing
from desk.ui.reply_dialogs import ReplyDialogs
from desk.ui.scheduling.schedule_work import ScheduleWork
from desk.ui.search.place import SearchPlace
from desk.ui.situation import Situation
from desk.ui.supervision.place import SupervisionPlace
from desk.ui.theme import Theme
from desk.ui.undo_publishing import UndoPublishing
from desk.ui.unmasking import Unmasking

RENEW_BEFORE_MS = 5 * 60_000
"""Writing renews a lease that has less than this left (product.md, « a claim is a lease »)."""


class Workspace(QWidget):
    """Opens exchanges, passes the agent's actions to the services and shows what comes of them.

    Guarantees: only the exchange asked for last is shown; a change of the store is shown once the
    store has been read again, never guessed.
    """

    situation_changed = Signal()
    """Other actions may make sense now."""

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._me: wire.Me | None = None
        self._times = Times()
        self._wanted: int | None = None
        self._reading = False
        self._read_again = False
        self._online_services: dict[str, OnlineService] = {}
        self._seen = SeenThreads(services.lanes, self)
        self._renewed_at_ms = 0
        self.setAccessibleName(self.tr("Work"))
        self.banner = Banner(theme)
        self.banner.setProperty("wide", "true")
        self.inbox = InboxPanel(services.inbox, services.clock, theme)
        self.centre = Centre(theme)
        self.search = SearchPlace(services, theme, self.inbox, self.centre, self)
        self.adherent = AdherentPlace(
            services,
            self.search.pages,
            lambda: self.centre.thread_view,
            lambda: self._times,
            self,
        )
        self.deposits = DepositsPlace(
            services, theme, self.search.pages, lambda: self.thread_view, lambda: self._times, self
        )
        self.dialogs = ReplyDialogs(services, theme, self)
        self._suggested = SuggestedTemplate(
            services, self.dialogs, self.centre.composer, self.banner
        )
        self.spelling = SpellingWork(services, theme, self.centre.composer, self.banner, self)
        self.acts = Acts(services, theme, self.dialogs, lambda: self.centre.thread_view, self)
        self.batch = BatchWork(
            services, theme, self.dialogs, self.inbox.view, self.inbox.batch_bar, self
        )
        self.withdrawals = Withdrawals(services.publisher, self)
        self.undo = UndoPublishing(services.lanes, services.publisher, services.clock, theme, self)
        self._outcomes = OutcomeBanner(services.publisher, self.undo, self.banner, self.go_to, self)
        self.throwing_away = ThrowingAway(services.drafts, self.centre.composer, self.banner, self)
        self.drafts = DraftWork(
            services,
            theme,
            self.dialogs,
            self.centre.composer,
            lambda: self._times,
            self.go_to,
            self,
        )
        self.scheduling = ScheduleWork(
            services, theme, self.dialogs, self.centre.composer, lambda: self._times, self
        )
        self._unmasking = Unmasking(
            services.conversations,
            self.centre.header.identifier,
            lambda: self.centre.thread_view,
            self,
        )
        self._conflicts = ConflictWork(
            services,
            self.centre.conflict,
            self.dialogs,
            lambda: self.centre.thread_view,
            lambda: self._times,
            self._looked_at,
            self.throwing_away.say,
            self,
        )
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
            services, theme, self.dialogs, self.splitter, lambda: self._times, self
        )
        column.addWidget(self.supervision.alerts.banner)
        column.addWidget(self.supervision.pages, 1)
        self.answering = AnswerAndNext(
            services,
            self.banner,
            lambda: self._me,
            lambda: self.thread_view,
            self.go_to,
            self.write,
            self,
        )
        self.publishing = Publishing(
            services, self.centre, self.dialogs, self.answering, lambda: self._times, self
        )
        self._connect()

    def _connect(self) -> None:
        centre, composer = self.centre, self.centre.composer
        services = self._services
        self.inbox.thread_activated.connect(self.open_thread)
        self.batch.thread_wanted.connect(self.go_to)
        self.batch.changed.connect(self.situation_changed)
        self.search.thread_wanted.connect(self.open_thread)
        self.supervision.thread_wanted.connect(self.go_to)
        self.situation_changed.connect(self.search.look)
        self.adherent.thread_wanted.connect(self.open_thread)
        self.adherent.left.connect(self.search.focus_list)
        self.situation_changed.connect(self.adherent.follow)
        self.deposits.left.connect(self.search.focus_list)
        self.situation_changed.connect(self.deposits.follow)
        centre.header.thread_requested.connect(self.go_to)
        centre.header.claim_requested.connect(self.claim)
        centre.header.release_requested.connect(self.release)
        composer.edited.connect(self._on_edited)
        composer.editor.left.connect(self.save)
        composer.publish_requested.connect(self.publishing.publish)
        composer.template_requested.connect(self.choose_template)
        composer.discard_requested.connect(self.throwing_away.delete)
        composer.cancel_requested.connect(self.withdrawals.ask)
        composer.changed.connect(self.situation_changed)
        composer.schedule_requested.connect(self.scheduling.schedule)
        composer.versions_requested.connect(self.drafts.show_versions)
        centre.history.cancel_schedule_requested.connect(self.scheduling.cancel)
        centre.history.reschedule_requested.connect(self.scheduling.reschedule)
        services.lanes.changed.connect(self._on_changed)
        services.drafts.saved.connect(self._on_saved)
        services.drafts.save_failed.connect(composer.on_save_failed)
        services.sync.state_changed.connect(self.inbox.show_sync)
        self.undo.changed.connect(self.situation_changed)
        self.publishing.changed.connect(self.situation_changed)
        self.situation_changed.connect(self.drafts.follow)
        self.situation_changed.connect(self.answering.look)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._on_second)
        self._second.start()

    # Who works -----------------------------------------------------------------------------------

    def show_agent(self, me: wire.Me) -> None:
        """This agent works here now; times are those of their caisse."""
        if self._me is not None and self._me.agent_id != me.agent_id:
            self.show_nothing()
        self._me = me
        self._times = Times(me.caisse.timezone)
        self.search.use_times(self._times)
        self.centre.history.supervisor = me.role == "supervisor"
        self._read_catalogue()
        self._services.lanes.query(lambda _conn: self._services.templates.prepare(), _no_matter)
        self._reread()

    def leave(self) -> None:
        """Nobody works here any more: nothing of theirs stays on screen."""
        self.save()
        self._me = None
        self.dialogs.close()
        self.batch.forget()
        self.supervision.forget()
        self.adherent.forget()
        self.deposits.forget()
        self.undo.forget()
        self.drafts.forget()
        self.answering.forget()
        self.show_nothing()
        self.centre.composer.forget()
        self._seen.forget()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Words on screen name the keys that the agent has given the actions (by action)."""
        self.centre.nothing.show_keys(keys)
        self.centre.composer.editor.show_keys(keys)
        self.undo.bar.show_keys(keys)
        self.inbox.batch_bar.show_keys(keys)

    @property
    def times(self) -> Times:
        return self._times

    @property
    def thread_view(self) -> ThreadView | None:
        return self.centre.thread_view

    def situation(self) -> Situation:
        composer = self.centre.composer
        return Situation(
            signed_in=self._me is not None,
            supervisor=self._me is not None and self._me.role == "supervisor",
            thread=self.centre.thread_view,
            can_write=composer.can_write,
            can_publish=composer.can_publish,
            has_text=bool(composer.text),
            has_holes=bool(composer.editor.holes),
            in_conflict=self.centre.conflicting is not None,
            can_take_back=self.undo.can_take_back,
            can_schedule=composer.can_schedule,
            many=self.batch.possible,
        )

    # Opening -------------------------------------------------------------------------------------

    @Slot(object)
    def open_thread(self, thread_id: int) -> None:
        """Show this exchange; what is being written elsewhere is saved first."""
        if self._me is None or thread_id == self._wanted:
            return
        self.save()
        self._wanted = thread_id
        self.inbox.mark_open(thread_id)
        self._reread()

    @Slot(object)
    def go_to(self, thread_id: int) -> None:
        """Show an exchange asked for elsewhere than in the list; select it there if it waits."""
        self.supervision.leave()
        self.open_thread(thread_id)
        self.inbox.select_thread(thread_id)

    def show_nothing(self, *, gone: bool = False) -> None:
        self._wanted = None
        self.inbox.mark_open(None)
        self.centre.show_nothing(gone=gone)
        self._services.conversations.close()
        self.situation_changed.emit()

    def _reread(self) -> None:
        """Read the wanted exchange; changes that come while reading cause one more reading."""
        if self._wanted is None:
            return
        if self._reading:
            self._read_again = True
            return
        self._reading = True
        wanted = self._wanted
        self._services.conversations.load(wanted, lambda view: self._on_read(wanted, view))

    def _on_read(self, asked: int, view: ThreadView | None) -> None:
        self._reading = False
        if asked != self._wanted or self._read_again:
            self._read_again = False
            self._reread()
            if asked != self._wanted:
                return
        if view is None:
            self.show_nothing(gone=True)
            return
        self._seen.recall(view, lambda seen: self._show(view, seen))

    def _show(self, view: ThreadView, seen: ThreadView) -> None:
        if view.thread_id != self._wanted:
            return
        self.centre.show_thread(view, seen, self._times, self._services.clock.now_ms())
        if not self.centre.composer.text:
            self._seen.look(view)
        self.situation_changed.emit()

    def _looked_at(self, view: ThreadView) -> None:
        """Its author has seen this: what comes later is what changed."""
        self._seen.see_again(view)

    @Slot(object)
    def _on_changed(self, change: StoreChange) -> None:
        if change.everything or change.catalogue:
            self._read_catalogue()
        if change.everything or self._wanted in change.threads or self._wanted in change.removed:
            self._reread()

    @Slot()
    def _on_second(self) -> None:
        now_ms = self._services.clock.now_ms()
        self.centre.tick(now_ms)
        view = self.centre.thread_view
        if (
            view is not None
            and view.claim_expires_ms is not None
            and (view.claim_expires_ms <= now_ms)
        ):
            self._reread()

    def _read_catalogue(self) -> None:
        self._services.lanes.query(online_services, self._on_catalogue)
        self.acts.read_choices()

    def _on_catalogue(self, services: dict[str, OnlineService]) -> None:
        self._online_services = services

    # The exchange --------------------------------------------------------------------------------

    @Slot()
    def claim(self) -> None:
        """« Prendre en charge »."""
        view = self.centre.thread_view
        if view is not None:
            self.save()
            self._services.publisher.claim(view.thread_id)

    @Slot()
    def release(self) -> None:
        """« Rendre »."""
        view = self.centre.thread_view
        if view is not None:
            self.save()
            self._services.publisher.release(view.thread_id)

    def show_identifier(self) -> None:
        self.centre.header.identifier.ask()

    # Writing -------------------------------------------------------------------------------------

    @Slot(object, str, int, object, int)
    def _on_edited(
        self, thread_id: int, text: str, caret: int, seen_version: int, top_line: int
    ) -> None:
        self._services.drafts.edited(thread_id, text, caret, seen_version, top_line)
        self._seen.begin(thread_id)
        view, now_ms = self.centre.thread_view, self._services.clock.now_ms()
        if (
            view is not None
            and view.claimed_by_me
            and view.claim_expires_ms is not None
            and view.claim_expires_ms - now_ms < RENEW_BEFORE_MS
            and now_ms - self._renewed_at_ms > RENEW_BEFORE_MS // 5
        ):
            self._renewed_at_ms = now_ms
            self._services.publisher.claim(view.thread_id)

    @Slot(object, object)
    def _on_saved(self, thread_id: int, saved_ms: int) -> None:
        self.centre.composer.on_saved(thread_id, saved_ms)
        if thread_id == self._wanted:
            # The editor learns from the store itself that its text is there.
            self._reread()

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

    def focus_messages(self) -> None:
        self.centre.history.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def save(self) -> None:
        """Put what is being written on its way to the disk now."""
        self.centre.composer.hand_over()
        self._services.drafts.flush()

    def write(self) -> None:
        self.centre.composer.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_hole(self) -> None:
        self.centre.composer.editor.go_to_next_hole()

    @Slot()
    def choose_template(self) -> None:
        view = self.centre.thread_view
        if view is not None and self._me is not None and self.centre.composer.can_write:
            self.dialogs.choose_template(
                view, self._me, self._online_services, self.centre.composer
            )

    def suggested_template(self) -> None:
        """The best template for the motif, without its window."""
        view = self.centre.thread_view
        if view is not None and self._me is not None and self.centre.composer.can_write:
            self._suggested.insert(view, self._me, self._online_services)


def _no_matter(_done: None) -> None:
    """Whoever needs the templates finds them ready, or reads them."""
