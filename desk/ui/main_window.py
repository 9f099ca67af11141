"""The main window: sign-in or work, with menus, one toolbar and the status line."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk import wire
from desk.models.snapshots import OutboxView, SyncView
from desk.services.bundle import Services
from desk.ui.actions import action_table
from desk.ui.addressed import AddressedMessage
from desk.ui.common.times import Times
from desk.ui.deadline.place import DeadlinePlace
from desk.ui.guide.place import GuidePlace
from desk.ui.key_choice_page import KeyChoicePage
from desk.ui.main_handlers import handlers_of
from desk.ui.menus import Menus
from desk.ui.message_windows.place import MessageWindows
from desk.ui.notices.work import NoticesWork
from desk.ui.outbox.place import OutboxPlace
from desk.ui.palette.place import PalettePlace
from desk.ui.proof.place import ProofPlace
from desk.ui.scheduling.schedule_work import absent_until_ms
from desk.ui.session_banners import SessionBanners
from desk.ui.shortcut_rules import usable
from desk.ui.sign_in_page import SignInPage
from desk.ui.signing_out import SigningOut
from desk.ui.small_boxes import agrees_to_lose_text, show_about
from desk.ui.status_line import StatusLine
from desk.ui.theme import Theme, ThemeMode
from desk.ui.window_memory import FIRST_SIZE, WindowMemory
from desk.ui.workspace import Workspace

LEAST_SIZE = (1024, 640)


class MainWindow(QMainWindow):
    """Built before anybody is signed in; follows the session's signals from there."""

    closed = Signal()
    """The window has closed and every text is on the disk (or the agent gave it up)."""

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__()
        self._services = services
        self._theme = theme
        self._memory = WindowMemory(services.settings.config.parent)
        theme.set_mode(self._memory.theme_mode(theme.mode))
        self.setWindowTitle(self.tr("Desk – secure messages"))
        self.setAccessibleName(self.tr("Desk – secure messages"))
        self.setMinimumSize(*LEAST_SIZE)
        self.workspace = Workspace(services, theme)
        self.sign_in_page = SignInPage(theme, services.settings.portal_url)
        self.key_page = KeyChoicePage(theme)
        self._starting = QWidget()
        self._starting.setAccessibleName(self.tr("Starting"))
        self.banners = SessionBanners(theme)
        self.status = StatusLine(theme, services.clock)
        self.outbox = OutboxPlace(services, theme, self.status, self)
        self.proof = ProofPlace(
            services,
            theme,
            lambda: self.workspace.thread_view,
            lambda: self.workspace.times,
            self,
        )
        self.deadline = DeadlinePlace(
            services,
            theme,
            lambda: self.workspace.thread_view,
            lambda: self.workspace.times,
            self,
        )
        self.notices = NoticesWork(
            services, theme, self.workspace.dialogs, self._open_before_all, self
        )
        self.addressed = AddressedMessage(
            services,
            self.workspace.banner,
            lambda: self.workspace.thread_view,
            self.workspace.go_to,
            self,
        )
        self.signing_out = SigningOut(
            services, theme, self.workspace.dialogs, self._all_saved, self
        )
        self._pages = QStackedWidget()
        for page in (self._starting, self.sign_in_page, self.key_page, self.workspace):
            self._pages.addWidget(page)
        middle = QWidget()
        middle.setAccessibleName(self.tr("Desk"))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banners)
        column.addWidget(self._pages, 1)
        column.addWidget(self.status)
        self.setCentralWidget(middle)

        self.table = action_table(handlers_of(self, services))
        self._menus = Menus(self, theme, self.table, theme.mode)
        self.actions_by_id = self._menus.actions
        self._use_keys(usable(self._memory.chosen_keys(), self._usual_keys))
        self.guide = GuidePlace(theme, self._memory, lambda: self._menus.shown_keys, self)
        self.palette_place = PalettePlace(
            theme, self._memory, self.table, self.actions_by_id, self.workspace.situation, self
        )
        self.message_windows = MessageWindows(
            services,
            theme,
            self.workspace,
            self.table,
            lambda: (self._keys_in_use(), self._menus.shown_keys),
        )
        self._connect()
        theme.put_sheet_on()
        self._place()
        self._refresh_actions()

    def _connect(self) -> None:
        session, services = self._services.session, self._services
        session.signed_in.connect(self._on_signed_in)
        session.signed_out.connect(self._on_signed_out)
        session.sign_in_needed.connect(self._on_sign_in_needed)
        session.failed.connect(self._on_failed)
        session.secrets_not_kept.connect(self.banners.say_not_kept)
        session.key_choice_needed.connect(self._on_key_choice_needed)
        session.revoked.connect(self.sign_in_page.say_revoked)
        session.wiped.connect(self.sign_in_page.say_wiped)
        session.wipe_failed.connect(self.sign_in_page.say_wipe_failed)
        session.unsent_removed.connect(self.banners.say_removed)
        session.passphrase_wrong.connect(self.key_page.say_wrong)
        self.key_page.passphrase_given.connect(session.use_passphrase)
        self.key_page.session_only_requested.connect(session.use_memory_only)
        self.key_page.retry_requested.connect(session.retry_keyring)
        self.key_page.leave_requested.connect(session.sign_out)
        services.sync.state_changed.connect(self._on_sync)
        services.sync.portal_restored.connect(self.banners.say_restored)
        self.workspace.situation_changed.connect(self._refresh_actions)
        self.workspace.centre.history.proof_requested.connect(self.proof.open_reply)
        self.workspace.centre.header.why_requested.connect(self.deadline.open)
        self.sign_in_page.sign_in_requested.connect(session.sign_in)
        self.sign_in_page.cancel_requested.connect(session.cancel_sign_in)
        self.banners.sign_in_requested.connect(self.sign_in)
        self.banners.back_requested.connect(lambda: services.absence.set(None))
        services.absence.failed.connect(self._say_absence)
        self.banners.cancel_requested.connect(session.cancel_sign_in)
        self.banners.outbox_requested.connect(self.show_outbox)
        self.outbox.retry_requested.connect(services.publisher.retry)
        self.outbox.cancel_requested.connect(self.workspace.withdrawals.ask)
        self.outbox.edit_requested.connect(self._on_edit_from_outbox)
        self.outbox.open_requested.connect(self._open_before_all)
        self._menus.look_chosen.connect(self._on_look)
        self._theme.changed.connect(self._menus.draw)
        services.appointments.waiting_changed.connect(self._on_appointments)
        self.status.appointments_requested.connect(self.workspace.appointments.open)
        self.status.show_sync(services.sync.view)

    def _place(self) -> None:
        if not self._memory.restore_window(self):
            self.resize(*FIRST_SIZE)
        self._memory.restore_splitter("work", self.workspace.splitter)
        self._memory.restore_splitter("exchange", self.workspace.centre.splitter)

    def _turn_to(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        # Its buttons are all about work.
        self._menus.toolbar.setVisible(page not in (self.sign_in_page, self.key_page))
        if page is not self.key_page:
            self.key_page.leave()

    # The session ---------------------------------------------------------------------------------

    def sign_in(self) -> None:
        """In the browser; over the work when somebody works here."""
        if self._services.session.me is None:
            self.sign_in_page.show_waiting()
            self._turn_to(self.sign_in_page)
        else:
            self.banners.say_waiting()
        self._services.session.sign_in()

    def _all_saved(self) -> bool:
        """Or the agent gave up what the disk refuses."""
        self.workspace.save()
        self.message_windows.save()
        return self._on_the_disk() or agrees_to_lose_text(self)

    def _on_the_disk(self) -> bool:
        drafts = self._services.drafts.flush_and_wait()
        return self._services.reviews.flush_and_wait() and drafts

    @Slot(object)
    def _on_signed_in(self, me: wire.Me) -> None:
        self.banners.session.hide()
        self.banners.removed.hide()
        self.sign_in_page.show_ready()
        words = {spec.id: spec.text for spec in self.table}
        self._menus.say("publish", words["ask_review" if me.in_training else "publish"])
        self.workspace.show_agent(me)
        self.message_windows.show_agent(me)
        self._say_absence()
        self.status.show_agent(me, self.workspace.times)
        first = self._pages.currentWidget() is not self.workspace
        self._turn_to(self.workspace)
        self.outbox.show_agent(self.workspace.times)
        self._refresh_actions()
        if first:
            self.workspace.inbox.focus_list()

    def _say_absence(self) -> None:
        me = self._services.session.me
        now_ms = self._services.clock.now_ms()
        until_ms = None if me is None else absent_until_ms(me, now_ms)
        self.banners.say_absent(until_ms, now_ms, self.workspace.times)

    @Slot(str)
    def _on_key_choice_needed(self, reason: str) -> None:
        # The page says the same, and what to do about it.
        self.banners.keyring.hide()
        self._turn_to(self.key_page)
        self.key_page.show_reason(reason)

    @Slot()
    def _on_signed_out(self) -> None:
        self.message_windows.leave()
        self.workspace.leave()
        self.banners.clear()
        self.outbox.leave()
        self.proof.close()
        self.deadline.close()
        self.addressed.forget()
        self.notices.forget()
        self.status.show_agent(None, Times())
        self.sign_in_page.show_ready()
        self._turn_to(self.sign_in_page)
        self.sign_in_page.sign_in_button.setFocus()
        self._refresh_actions()

    @Slot()
    def _on_sign_in_needed(self) -> None:
        if self._services.session.me is None:
            self.sign_in_page.show_ready()
            self._turn_to(self.sign_in_page)
            return
        self.banners.say_ended()

    @Slot(str)
    def _on_failed(self, code: str) -> None:
        if self._pages.currentWidget() is not self.workspace:
            self._turn_to(self.sign_in_page)
            self.sign_in_page.show_failure(code)
            return
        if code == "cancelled":
            self._on_sign_in_needed()
            return
        self.banners.say_failed(self.sign_in_page.words_for(code))

    # The portal and the outbox -------------------------------------------------------------------

    @Slot(object)
    def _on_sync(self, view: SyncView) -> None:
        self.status.show_sync(view)

    @Slot(int)
    def _on_appointments(self, waiting: int) -> None:
        entry = next(spec.text for spec in self.table if spec.id == "appointments")
        self._menus.say("appointments", f"{entry} ({waiting})" if waiting else entry)
        self.status.show_appointments(
            self.tr("%n appointment(s) to answer", "", waiting) if waiting else ""
        )

    def show_outbox(self) -> None:
        """Open « Boîte d’envoi »."""
        self.outbox.open()

    @Slot(object)
    def _open_before_all(self, thread_id: int) -> None:
        """In its own window or here, before other windows."""
        self.workspace.go_to(thread_id)
        if not self.workspace.is_elsewhere(thread_id):
            self.come_forward()

    @Slot(object)
    def _on_edit_from_outbox(self, entry: OutboxView) -> None:
        self._services.publisher.edit(entry.event_id)
        self._open_before_all(entry.thread_id)

    # Actions -------------------------------------------------------------------------------------

    @Slot()
    def _refresh_actions(self) -> None:
        self._menus.refresh(self.workspace.situation())

    def show_shortcuts(self) -> None:
        """« Raccourcis clavier », where keys are changed."""
        from desk.ui.shortcuts_window import ShortcutsWindow

        window = ShortcutsWindow(self.table, self._keys_in_use(), self)
        window.changed.connect(self._on_keys)
        window.finished.connect(window.deleteLater)
        window.open()

    def _keys_in_use(self) -> dict[str, str]:
        return {
            each: action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
            for each, action in self.actions_by_id.items()
        }

    @property
    def _usual_keys(self) -> dict[str, str]:
        return {spec.id: spec.shortcut for spec in self.table}

    @Slot(object)
    def _on_keys(self, keys: dict[str, str]) -> None:
        self._use_keys(keys)
        self.message_windows.renew_keys()
        usual = self._usual_keys
        self._memory.keep_chosen_keys({e: each for e, each in keys.items() if each != usual[e]})

    def _use_keys(self, keys: dict[str, str]) -> None:
        self._menus.use_keys(keys)
        self.workspace.show_keys(self._menus.shown_keys)

    def show_about(self) -> None:
        """« À propos »."""
        show_about(self, self._theme)

    @Slot(object)
    def _on_look(self, mode: ThemeMode) -> None:
        self._theme.set_mode(mode)
        self._memory.keep_theme_mode(mode)

    @Slot()
    def come_forward(self) -> None:
        """Before the other windows, and awake."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # The end -------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.keep(
            self,
            work=self.workspace.splitter,
            exchange=self.workspace.centre.splitter,
        )
        self.workspace.save()
        self.message_windows.save()
        if not self._on_the_disk() and not agrees_to_lose_text(self):
            event.ignore()
            return
        self.outbox.close()
        self.workspace.appointments.close()
        self.message_windows.end()
        self.notices.end()
        event.accept()
        self.closed.emit()
