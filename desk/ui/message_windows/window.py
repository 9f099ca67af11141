"""One message in a window of its own: its conversation, its reply, what is beside, its actions."""

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desk import wire
from desk.services.bundle import Services
from desk.services.seen_threads import SeenThreads
from desk.ui.actions import ActionSpec, Menu, menu_title
from desk.ui.addressed import copy_address
from desk.ui.composer.text_keeper import TextsOnTheWay
from desk.ui.deadline.place import DeadlinePlace
from desk.ui.exchange_bench import ExchangeBench
from desk.ui.menu_words import plain
from desk.ui.message_windows.beside import Beside
from desk.ui.proof.place import ProofPlace
from desk.ui.theme import Theme
from desk.ui.undo_publishing import UndoBar, UndoPublishing

FIRST_SIZE = (860, 820)
LEAST_SIZE = (640, 560)


class MessageWindow(QMainWindow):
    """Guarantees: from `begin` until it is closed it shows one exchange and no other, so whatever
    is written, published or done here is of that one.

    It has every action of the menus Message and Réponse but four: « Ouvrir dans une fenêtre », for
    it is one; « Message suivant » and « Publier et passer au suivant », for the next message is
    another; « Actualiser », which is of the whole desk.
    """

    closed = Signal()
    """Its agent has closed it; what was written is on its way to the disk."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        seen: SeenThreads,
        texts: TextsOnTheWay,
        go_to: Callable[[int], None],
        open_window: Callable[[int], None],
        undo: UndoPublishing,
        table: Sequence[ActionSpec],
    ) -> None:
        """`open_window` gives another exchange a window of its own; `undo` follows the replies just
        published, in whatever window. `table`: the main window's actions.
        """
        super().__init__()
        self._theme = theme
        self._undo = undo
        self._table = table
        self._just_begun = False
        self.thread_id: int | None = None
        """The exchange of this window; None while it is put away."""
        self.bench = ExchangeBench(services, theme, seen, texts, go_to, self)
        window = self
        self.proof = ProofPlace(
            services, theme, lambda: self.bench.thread_view, lambda: self.bench.times, window
        )
        self.deadline = DeadlinePlace(
            services, theme, lambda: self.bench.thread_view, lambda: self.bench.times, window
        )
        self.undo_bar = UndoBar(theme)
        self.undo_bar.take_back_requested.connect(self._take_back)
        self.beside = Beside(
            services,
            theme,
            self.bench.centre,
            lambda: self.bench.thread_view,
            lambda: self.bench.times,
            open_window,
            window,
        )
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        middle = QWidget()
        middle.setAccessibleName(self.tr("Message"))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bench.banner)
        column.addWidget(self.bench.drafts.banner)
        column.addWidget(self.undo_bar)
        column.addWidget(self.beside.splitter, 1)
        self.setCentralWidget(middle)
        self._specs: dict[str, ActionSpec] = {}
        self.actions_by_id: dict[str, QAction] = {}
        self._build_menus(table)
        self.bench.centre.history.proof_requested.connect(self.proof.open_reply)
        self.bench.centre.header.why_requested.connect(self.deadline.open)
        self.bench.situation_changed.connect(self._refresh)
        self.bench.situation_changed.connect(self.beside.follow)
        undo.changed.connect(self._show_undo)
        self._refresh()

    def _handlers(self) -> Mapping[str, Callable[[], None]]:
        bench = self.bench
        return {
            "claim": bench.claim,
            "release": bench.release,
            "show_identifier": bench.show_identifier,
            "proof": self.proof.open,
            "note": bench.acts.note,
            "reclassify": bench.acts.reclassify,
            "transfer": bench.acts.transfer,
            "adherent": self.beside.show_adherent,
            "copy_address": self._copy_address,
            "deposits": self.beside.show_deposits,
            "deadline": self.deadline.open,
            "pause": bench.acts.pause,
            "resume": bench.acts.resume,
            "close_thread": bench.acts.close_thread,
            "break_claim": bench.acts.break_claim,
            "write": bench.write,
            "template": bench.choose_template,
            "suggested_template": bench.suggested_template,
            "next_hole": bench.next_hole,
            "next_mistake": bench.spelling.marks.go_to_next,
            "publish": bench.publishing.publish,
            "schedule": bench.scheduling.schedule,
            "unschedule": bench.scheduling.cancel,
            "ask_review": bench.reviewing.ask,
            "withdraw_review": bench.reviewing.withdraw,
            "take_up_review": bench.reviewing.take_up,
            "comment_passage": bench.reviewing.comment,
            "send_back": bench.reviewing.send_back,
            "approve": bench.reviewing.approve,
            "take_back": self._take_back,
            "draft_versions": bench.drafts.show_versions,
            "delete_draft": bench.throwing_away.delete,
            "focus_messages": bench.focus_messages,
        }

    def _build_menus(self, table: Sequence[ActionSpec]) -> None:
        bar = self.menuBar()
        bar.setAccessibleName(self.tr("Menus"))
        handlers = self._handlers()
        for menu in (Menu.MESSAGE, Menu.REPLY, Menu.VIEW):
            made = bar.addMenu(menu_title(menu))
            made.setAccessibleName(plain(menu_title(menu)))
            for spec in table:
                if spec.menu is menu and spec.id in handlers:
                    action = QAction(spec.text, self)
                    action.triggered.connect(_ignoring_checked(handlers[spec.id]))
                    made.addAction(action)
                    self._specs[spec.id], self.actions_by_id[spec.id] = spec, action
            if menu is Menu.VIEW:
                close = QAction(self.tr("&Close the window"), self)
                close.setShortcut(QKeySequence("Ctrl+W"))
                close.triggered.connect(_ignoring_checked(self._close))
                made.addSeparator()
                made.addAction(close)
                self.actions_by_id["close_window"] = close

    def use_keys(self, keys: Mapping[str, str], shown: Mapping[str, str]) -> None:
        """The keys (portable notation) of the main window's actions, which are those of here;
        `shown`: the same in words.
        """
        for action_id in self._specs:
            self.actions_by_id[action_id].setShortcut(QKeySequence(keys[action_id]))
        self.bench.centre.composer.editor.show_keys(shown)
        self.bench.centre.nothing.show_keys(shown)
        self.undo_bar.show_keys(shown)

    def show_agent(self, me: wire.Me) -> None:
        """This agent works here now; one « en formation » publishes by asking for a review."""
        words = {spec.id: spec.text for spec in self._table}
        self.actions_by_id["publish"].setText(words["ask_review" if me.in_training else "publish"])
        self.bench.show_agent(me)

    def begin(self, me: wire.Me, thread_id: int) -> None:
        """Show this exchange, until the window is closed."""
        self.thread_id = thread_id
        self._just_begun = True
        self.show_agent(me)
        self.bench.open(thread_id)

    def put_away(self) -> None:
        """Nothing of the exchange stays on screen; what was written is on its way to the disk."""
        self.bench.save()
        self.proof.close()
        self.deadline.close()
        self.bench.dialogs.close()
        self.beside.close()
        self.bench.show_nothing()
        self.thread_id = None
        self._show_undo()
        self.hide()

    def come_forward(self) -> None:
        """Before all others, ready for its reply."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def _refresh(self) -> None:
        situation = replace(
            self.bench.situation(),
            can_take_back=self.thread_id is not None
            and self._undo.can_take_back_of(self.thread_id),
        )
        for action_id, spec in self._specs.items():
            self.actions_by_id[action_id].setEnabled(spec.enabled(situation))
        view = self.bench.thread_view
        title = self.tr("Message")
        if view is not None:
            title = self.tr("{name} · {motif} · {reference}").format(
                name=view.adherent_name, motif=view.motif_label, reference=view.reference
            )
            if self._just_begun:
                # To what it was opened for, not to the first button of the header.
                self._just_begun = False
                (self.bench.write if situation.can_write else self.bench.focus_messages)()
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    @Slot()
    def _show_undo(self) -> None:
        if self.thread_id is None:
            self.undo_bar.hide()
        else:
            self._undo.show_on(self.undo_bar, self.thread_id)
        can = self.thread_id is not None and self._undo.can_take_back_of(self.thread_id)
        self.actions_by_id["take_back"].setEnabled(can)

    @Slot()
    def _take_back(self) -> None:
        if self.thread_id is not None:
            self._undo.take_back_of(self.thread_id)

    def _copy_address(self) -> None:
        copy_address(self.bench.thread_view, self.bench.banner)

    def _close(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()


def _ignoring_checked(handler: Callable[[], None]) -> Callable[[bool], None]:
    def handle(_checked: bool = False) -> None:
        handler()

    return handle
