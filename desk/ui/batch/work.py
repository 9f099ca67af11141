"""Asks what a batch must know, begins it, shows its results, undoes it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.models.snapshots import OutboxView, ReplyState, ThreadView
from desk.services.act_choices import ActChoices, act_choices
from desk.services.batch import MOST, Batch, Do, ItemState, threads_of
from desk.services.bundle import Services
from desk.ui.acts.acts import REASON_LEAST, REASON_MOST
from desk.ui.acts.choice_list import Choice
from desk.ui.acts.text_dialog import TextDialog
from desk.ui.batch.bar import BatchBar
from desk.ui.batch.results_window import ResultsWindow
from desk.ui.inbox.view import InboxView
from desk.ui.palette.reasons import why_not
from desk.ui.reply_dialogs import ReplyDialogs
from desk.ui.situation import Situation
from desk.ui.supervision.choice_dialog import ChoiceDialog
from desk.ui.theme import Theme

_TEAM, _CAISSE = "team:", "caisse:"
_UNDONE_BY = {"claim": "release", "release": "claim", "reclassify": "reclassify"}
_KINDS = {
    "claim": "claim",
    "release": "release",
    "reclassify": "reclassify",
    "transfer": "transfer",
    "close_thread": "close",
}
"""Action's id → the outbox's kind."""


class BatchWork(QObject):
    """While several messages are selected in the list on screen, the table's acts are theirs."""

    changed = Signal()
    """Other messages are selected."""
    thread_wanted = Signal(object)
    """A thread's id."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        dialogs: ReplyDialogs,
        view: InboxView,
        bar: BatchBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._dialogs = dialogs
        self._view = view
        self._bar = bar
        self._window = window
        self.results: ResultsWindow | None = None
        """On screen, or the last that was."""
        view.marked_changed.connect(self._on_marked)
        bar.asked.connect(self.ask)
        bar.left.connect(view.leave_marked)

    @property
    def count(self) -> int:
        """Messages selected in the list on screen; 0 unless there are several."""
        return self._view.marked_count if self._view.isVisible() else 0

    @property
    def possible(self) -> bool:
        """Several, not too many, and it is known which."""
        return 1 < self.count <= MOST and self._view.marked is not None

    def either(self, act: str, single: Callable[[], None]) -> Callable[[], None]:
        """The act upon what is selected when that is several, else `single`."""

        def do() -> None:
            if self.count > 1:
                self.ask(act)
            else:
                single()

        return do

    def tells(self, outcome: OutboxView | int | None) -> bool:
        """Whether the results on screen say what became of this entry, or of this thread's act that
        could not even be written down.
        """
        if self.results is None:
            return False
        batch = self.results.batch
        return batch.tells(outcome) if isinstance(outcome, OutboxView) else batch.awaits(outcome)

    def forget(self) -> None:
        """Nobody works here any more."""
        if self.results is not None:
            self.results.reject()
            self.results = None

    @Slot(str)
    def ask(self, act: str) -> None:
        """Ask what is to be known; nothing happens before it is accepted."""
        marked, me = self._view.marked, self._services.session.me
        if not self.possible or marked is None or me is None:
            return
        now_ms = self._services.clock.now_ms()
        threads_of(
            self._services.lanes,
            marked,
            now_ms,
            me.agent_id,
            lambda threads: self._ask_for(act, threads),
        )

    def _ask_for(self, act: str, threads: tuple[ThreadView, ...]) -> None:
        publisher, count = self._services.publisher, len(threads)
        if act == "claim":
            self._begin(
                act,
                self.tr("Take charge of %n message(s)", "", count),
                threads,
                lambda each: publisher.claim(each.thread_id),
            )
        elif act == "release":
            self._begin(
                act,
                self.tr("Give %n message(s) back", "", count),
                threads,
                lambda each: publisher.release(each.thread_id),
            )
        elif act == "close_thread":
            self._ask_reason(threads)
        else:
            self._services.lanes.query(
                act_choices,
                lambda found: (
                    self._ask_motif(found, threads)
                    if act == "reclassify"
                    else self._ask_where(found, threads)
                ),
            )

    def _ask_motif(self, found: ActChoices, threads: Sequence[ThreadView]) -> None:
        title = self.tr("Correct the motif of %n message(s)", "", len(threads))
        dialog = ChoiceDialog(
            self._theme,
            title,
            self.tr("What the adherents chose stays known."),
            [Choice(each.code, each.label, each.place) for each in found.motifs],
            self.tr("Correct the motif"),
            parent=self._window,
        )

        def accepted() -> None:
            motif = dialog.chosen
            if motif is not None:
                self._begin("reclassify", title, threads, self._reclassify_to(motif))

        self._dialogs.ask(dialog, accepted)

    def _reclassify_to(self, motif: str) -> Do:
        return lambda each: self._services.publisher.reclassify(each.thread_id, motif)

    def _ask_where(self, found: ActChoices, threads: Sequence[ThreadView]) -> None:
        title = self.tr("Transfer %n message(s)", "", len(threads))
        here, away = self.tr("A team of this caisse"), self.tr("Another caisse")
        dialog = ChoiceDialog(
            self._theme,
            title,
            self.tr("To another caisse they leave yours. Colleagues read the reason."),
            [Choice(_TEAM + each.code, each.label, here) for each in found.teams]
            + [Choice(_CAISSE + each.code, each.label, away) for each in found.caisses],
            self.tr("Transfer"),
            reason=(REASON_LEAST, REASON_MOST),
            parent=self._window,
        )

        def accepted() -> None:
            chosen, reason = dialog.chosen or "", dialog.text
            team = chosen.removeprefix(_TEAM) if chosen.startswith(_TEAM) else None
            caisse = chosen.removeprefix(_CAISSE) if chosen.startswith(_CAISSE) else None
            publisher = self._services.publisher
            self._begin(
                "transfer",
                title,
                threads,
                lambda each: publisher.transfer(each.thread_id, team, caisse, reason),
            )

        self._dialogs.ask(dialog, accepted)

    def _ask_reason(self, threads: Sequence[ThreadView]) -> None:
        title = self.tr("Close %n message(s) without an answer?", "", len(threads))
        dialog = TextDialog(
            self._theme,
            title,
            self.tr(
                "The adherents receive no reply to these messages. The reason is written with each "
                "of them; colleagues read it."
            ),
            self.tr("Why"),
            self.tr("Close without an answer"),
            least=REASON_LEAST,
            most=REASON_MOST,
            parent=self._window,
        )

        def accepted() -> None:
            reason, publisher = dialog.text, self._services.publisher
            self._begin(
                "close_thread",
                title,
                threads,
                lambda each: publisher.close_thread(each.thread_id, reason),
            )

        self._dialogs.ask(dialog, accepted)

    # -- doing and undoing -------------------------------------------------------------------------

    def _begin(self, act: str, title: str, threads: Sequence[ThreadView], do: Do) -> None:
        batch = Batch(
            self._services.publisher,
            _KINDS[act],
            threads,
            lambda each: _obstacle(act, each),
            do,
            self,
        )
        self._show(act, title, batch)

    def _show(self, act: str, title: str, batch: Batch) -> None:
        self.forget()
        results = ResultsWindow(
            self._theme, title, batch, lambda: _can_undo(act, batch), self._window
        )
        results.undo_requested.connect(lambda: self._undo(act, batch))
        results.thread_requested.connect(self.thread_wanted)
        results.finished.connect(results.deleteLater)
        results.finished.connect(lambda _code: self._closed(results))
        results.finished.connect(batch.deleteLater)
        self.results = results
        results.show()

    def _closed(self, results: ResultsWindow) -> None:
        if self.results is results:
            self.results = None

    def _undo(self, act: str, batch: Batch) -> None:
        """What has not left is withdrawn; what was done is done the other way round."""
        publisher = self._services.publisher
        for item in batch.having(ItemState.WAITING):
            if item.entry is not None and item.entry.state is ReplyState.QUEUED:
                publisher.cancel(item.entry.event_id)
        done = [each.thread for each in batch.having(ItemState.DONE)]
        reverse = _UNDONE_BY.get(act)
        if not done or reverse is None:
            return
        ways: dict[str, Do] = {
            "release": lambda each: publisher.release(each.thread_id),
            "claim": lambda each: publisher.claim(each.thread_id),
            "reclassify": lambda each: publisher.reclassify(each.thread_id, each.motif),
        }
        undone = Batch(publisher, reverse, done, lambda _each: "", ways[reverse], self)
        self._show("", self.tr("Undone for %n message(s)", "", len(done)), undone)

    @Slot()
    def _on_marked(self) -> None:
        view = self._view
        self._bar.show_count(view.marked_count, all_known=view.marked is not None)
        self.changed.emit()


def _obstacle(act: str, thread: ThreadView) -> str:
    """Why the act makes no sense for this message; empty when it does."""
    alone = Situation(signed_in=True, thread=thread)
    may = {"claim": alone.may_claim, "release": alone.may_release}.get(act, alone.may_move)
    return "" if may else why_not(act, alone)


def _can_undo(act: str, batch: Batch) -> bool:
    waiting = any(
        each.entry is not None and each.entry.state is ReplyState.QUEUED
        for each in batch.having(ItemState.WAITING)
    )
    return waiting or (act in _UNDONE_BY and bool(batch.having(ItemState.DONE)))
