"""One exchange on screen with all that is done upon it: read, claimed, written to, published."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desk import wire
from desk.models.snapshots import StoreChange, ThreadView
from desk.services.bundle import Services
from desk.services.seen_threads import SeenThreads
from desk.services.templates import OnlineService, online_services
from desk.ui.acts.acts import Acts
from desk.ui.common.banner import Banner
from desk.ui.common.times import Times
from desk.ui.composer.conflict_work import ConflictWork
from desk.ui.composer.spelling_work import SpellingWork
from desk.ui.composer.suggested_template import SuggestedTemplate
from desk.ui.composer.text_keeper import TextsOnTheWay
from desk.ui.conversation.centre import Centre
from desk.ui.drafts.draft_work import DraftWork
from desk.ui.drafts.throwing_away import ThrowingAway
from desk.ui.outbox.withdrawals import Withdrawals
from desk.ui.publishing import Publishing
from desk.ui.reply_dialogs import ReplyDialogs
from desk.ui.review.work import ReviewWork
from desk.ui.scheduling.schedule_work import ScheduleWork
from desk.ui.situation import Situation
from desk.ui.theme import Theme
from desk.ui.unmasking import Unmasking

RENEW_BEFORE_MS = 5 * 60_000
"""Writing renews a lease that has less than this left (product.md, « a claim is a lease »)."""


class ExchangeBench(QObject):
    """The main window has one, which goes from exchange to exchange; a window of one message has
    its own, which keeps to it.

    Guarantees: only the exchange asked for last is shown; a change of the store is shown once the
    store has been read again, never guessed; what is done is done to the exchange on screen here,
    whatever other windows show.
    """

    situation_changed = Signal()
    """Other actions may make sense now."""
    next_wanted = Signal()
    """A reply was handed over, and the next message is to be opened."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        seen: SeenThreads,
        texts: TextsOnTheWay,
        go_to: Callable[[int], None],
        window: QWidget,
    ) -> None:
        """`seen` and `texts` are shared by all benches; `go_to` shows an exchange wherever it is to
        be shown.
        """
        super().__init__(window)
        self._services = services
        self._seen = seen
        self._me: wire.Me | None = None
        self._times = Times()
        self._wanted: int | None = None
        self._reading = False
        self._read_again = False
        self._online_services: dict[str, OnlineService] = {}
        self._renewed_at_ms = 0
        self.banner = Banner(theme)
        self.banner.setProperty("wide", "true")
        self.centre = Centre(theme, texts, services.reviews.begun)
        composer = self.centre.composer
        self.dialogs = ReplyDialogs(services, theme, window)
        self._suggested = SuggestedTemplate(services, self.dialogs, composer, self.banner)
        self.spelling = SpellingWork(services, theme, composer, self.banner, self)
        self.acts = Acts(services, theme, self.dialogs, lambda: self.thread_view, window)
        self.withdrawals = Withdrawals(services.publisher, self)
        self.throwing_away = ThrowingAway(services.drafts, composer, self.banner, window)
        self.drafts = DraftWork(
            services, theme, self.dialogs, composer, lambda: self._times, go_to, window
        )
        self.scheduling = ScheduleWork(
            services, theme, self.dialogs, composer, lambda: self._times, window
        )
        self._unmasking = Unmasking(
            services.conversations,
            self.centre.header.identifier,
            lambda: self.thread_view,
            window,
        )
        self._conflicts = ConflictWork(
            services,
            self.centre.conflict,
            self.dialogs,
            lambda: self.thread_view,
            lambda: self._times,
            self._looked_at,
            self.throwing_away.say,
            self.scheduling.schedule_overtaken,
            window,
        )
        self.publishing = Publishing(
            services, self.centre, self.dialogs, self.next_wanted.emit, lambda: self._times, self
        )
        self.reviewing = ReviewWork(
            services, theme, self.dialogs, self.centre, lambda: self._times, window
        )
        self._connect(go_to)

    def _connect(self, go_to: Callable[[int], None]) -> None:
        centre, composer, services = self.centre, self.centre.composer, self._services
        centre.header.thread_requested.connect(go_to)
        centre.header.claim_requested.connect(self.claim)
        centre.header.release_requested.connect(self.release)
        composer.edited.connect(self._on_edited)
        composer.editor.left.connect(self.save)
        composer.publish_requested.connect(self.publishing.publish)
        composer.template_requested.connect(self.choose_template)
        composer.discard_requested.connect(self.throwing_away.delete)
        composer.cancel_requested.connect(self.withdrawals.ask)
        composer.changed.connect(self.situation_changed)
        centre.review.changed.connect(self.situation_changed)
        composer.schedule_requested.connect(self.scheduling.schedule)
        composer.versions_requested.connect(self.drafts.show_versions)
        centre.history.cancel_schedule_requested.connect(self.scheduling.cancel)
        centre.history.reschedule_requested.connect(self.scheduling.reschedule)
        services.lanes.changed.connect(self._on_changed)
        services.drafts.saved.connect(self._on_saved)
        services.drafts.save_failed.connect(composer.on_save_failed)
        self.publishing.changed.connect(self.situation_changed)
        self.situation_changed.connect(self.drafts.follow)
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
        self.centre.show_agent(me)
        self.publishing.use_review(self.reviewing.ask if me.in_training else None)
        self._read_catalogue()
        self.reread()

    def leave(self) -> None:
        """Nobody works here any more: nothing of theirs stays on screen."""
        self.save()
        self._me = None
        self.dialogs.close()
        self.drafts.forget()
        self.show_nothing()
        self.centre.composer.forget()
        self.centre.review.forget()

    @property
    def me(self) -> wire.Me | None:
        """Who works here."""
        return self._me

    @property
    def times(self) -> Times:
        return self._times

    @property
    def wanted(self) -> int | None:
        """The exchange that is, or is about to be, on screen."""
        return self._wanted

    @property
    def thread_view(self) -> ThreadView | None:
        """What is on screen."""
        return self.centre.thread_view

    def situation(self) -> Situation:
        """What decides which actions make sense here; taking back is the main window's."""
        composer = self.centre.composer
        return Situation(
            signed_in=self._me is not None,
            supervisor=self._me is not None and self._me.role == "supervisor",
            thread=self.thread_view,
            can_write=composer.possible.write,
            can_publish=composer.possible.publish,
            has_text=bool(composer.text),
            has_holes=bool(composer.editor.holes),
            in_conflict=self.centre.conflicting is not None,
            can_schedule=composer.possible.schedule,
            in_training=composer.in_training,
            review_selected=self.centre.review.selected is not None,
            can_send_back=self.centre.review.can_send_back,
            can_approve=self.centre.review.can_approve,
        )

    # Opening -------------------------------------------------------------------------------------

    def open(self, thread_id: int) -> bool:
        """Show this exchange; what is being written is saved first. False: it is there already, or
        nobody works here.
        """
        if self._me is None or thread_id == self._wanted:
            return False
        self.save()
        self._let_go()
        self._wanted = thread_id
        self.reread()
        return True

    def show_nothing(self, *, gone: bool = False) -> None:
        """No exchange; `gone`: it is no longer in the store."""
        self._let_go()
        self.centre.show_nothing(gone=gone)
        self.situation_changed.emit()

    def _let_go(self) -> None:
        if self._wanted is not None:
            self._services.conversations.close(self._wanted)
        self._wanted = None

    def reread(self) -> None:
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
            self.reread()
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
            self.reread()

    @Slot()
    def _on_second(self) -> None:
        now_ms = self._services.clock.now_ms()
        self.centre.tick(now_ms)
        view = self.thread_view
        if (
            view is not None
            and view.claim_expires_ms is not None
            and (view.claim_expires_ms <= now_ms)
        ):
            self.reread()

    def _read_catalogue(self) -> None:
        self._services.lanes.query(online_services, self._on_catalogue)
        self.acts.read_choices()

    def _on_catalogue(self, services: dict[str, OnlineService]) -> None:
        self._online_services = services

    # The exchange --------------------------------------------------------------------------------

    @Slot()
    def claim(self) -> None:
        """« Prendre en charge »."""
        view = self.thread_view
        if view is not None:
            self.save()
            self._services.publisher.claim(view.thread_id)

    @Slot()
    def release(self) -> None:
        """« Rendre »."""
        view = self.thread_view
        if view is not None:
            self.save()
            self._services.publisher.release(view.thread_id)

    def show_identifier(self) -> None:
        """« Afficher l’identifiant »."""
        self.centre.header.identifier.ask()

    def focus_messages(self) -> None:
        """To the texts of the exchange."""
        self.centre.history.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Writing -------------------------------------------------------------------------------------

    @Slot(object, str, int, object, int)
    def _on_edited(
        self, thread_id: int, text: str, caret: int, seen_version: int, top_line: int
    ) -> None:
        self._services.drafts.edited(thread_id, text, caret, seen_version, top_line)
        self._seen.begin(thread_id)
        view, now_ms = self.thread_view, self._services.clock.now_ms()
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
            self.reread()

    @Slot()
    def save(self) -> None:
        """Put what is being written on its way to the disk now."""
        self.centre.composer.hand_over()
        self._services.drafts.flush()
        self._services.reviews.flush()

    def write(self) -> None:
        """To the reply, one's own or the one to review."""
        part = self.centre.review.text if self.centre.reviewing else self.centre.composer.editor
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_hole(self) -> None:
        """To the next missing value of the reply."""
        self.centre.composer.editor.go_to_next_hole()

    @Slot()
    def choose_template(self) -> None:
        """« Choisir un modèle… »"""
        view = self.thread_view
        if view is not None and self._me is not None and self.centre.composer.possible.write:
            self.dialogs.choose_template(
                view, self._me, self._online_services, self.centre.composer
            )

    def suggested_template(self) -> None:
        """The best template for the motif, without its window."""
        view = self.thread_view
        if view is not None and self._me is not None and self.centre.composer.possible.write:
            self._suggested.insert(view, self._me, self._online_services)
