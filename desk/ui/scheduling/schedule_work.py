"""Publishing later, and being away: from the agent's keys to the services."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desk import wire
from desk.instants import to_ms
from desk.models.snapshots import OutboxView, ReplyState, ThreadView
from desk.services.bundle import Services
from desk.services.intentions import ConflictChoice
from desk.services.moment_choices import QuickMoment, quick_moments
from desk.ui.common.times import Times
from desk.ui.composer.panel import ComposerPanel
from desk.ui.composer.writing import writing_of
from desk.ui.reply_dialogs import ReplyDialogs
from desk.ui.theme import Theme


class ScheduleWork(QObject):
    """Nothing is planned before the dialog is accepted."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        dialogs: ReplyDialogs,
        composer: ComposerPanel,
        times: Callable[[], Times],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._dialogs = dialogs
        self._composer = composer
        self._times = times
        self._window = window

    # A reply -------------------------------------------------------------------------------------

    def schedule(self) -> None:
        """« Publier plus tard… » with the text of the composer."""
        view, composer = self._composer.thread_view, self._composer
        if view is None or not composer.possible.schedule:
            return
        composer.hand_over()

        def planned(at_ms: int, confirmed: tuple[str, ...]) -> None:
            if composer.thread_view is None or composer.thread_view.thread_id != view.thread_id:
                return
            refused = writing_of(composer.thread_view).entry
            if refused is not None and refused.state is ReplyState.REJECTED:
                # The new reply takes its place; its text is already the draft.
                self._services.publisher.cancel(refused.event_id)
            text = composer.text
            composer.begin_publishing()
            self._services.publisher.schedule(
                view.thread_id, text, _kind(composer.reply_kind), at_ms, confirmed
            )

        self._ask(view, composer.text, composer.reply_kind, planned, composer.editor)

    def reschedule(self) -> None:
        """« Programmer à nouveau… » what is held: the new moment replaces it at the portal. Judged
        anew: the exchange has changed since.
        """
        view = self._composer.thread_view
        if view is None or view.scheduled is None or not _may_be_replaced(view):
            return
        held = view.scheduled
        self._ask(
            view,
            held.text,
            held.kind,
            lambda at_ms, confirmed: self._services.publisher.schedule(
                view.thread_id, held.text, _kind(held.kind), at_ms, confirmed
            ),
        )

    def schedule_overtaken(self, entry: OutboxView) -> None:
        """« Programmer mon texte quand même… »: the exchange changed before it was planned. The
        moment is asked anew: the former one may have gone by.
        """
        view = self._composer.thread_view
        if view is None or view.thread_id != entry.thread_id:
            return
        publisher, kind = self._services.publisher, entry.body.kind or "answer"

        def planned(at_ms: int, confirmed: tuple[str, ...]) -> None:
            publisher.resolve_conflict(entry.event_id, ConflictChoice.KEEP_AS_DRAFT)
            publisher.schedule(entry.thread_id, entry.text, _kind(kind), at_ms, confirmed)

        self._ask(view, entry.text, kind, planned)

    def cancel(self) -> None:
        """« Annuler la programmation »: the text goes back to the composer."""
        view = self._composer.thread_view
        if view is None or view.scheduled is None or view.pending.unscheduling:
            return
        if view.scheduled.scheduled_id is not None:
            self._services.publisher.unschedule(view.thread_id, view.scheduled.scheduled_id)
        elif view.scheduled.event_id is not None:
            self._services.publisher.cancel(view.scheduled.event_id)

    def _ask(
        self,
        view: ThreadView,
        text: str,
        kind: str,
        planned: Callable[[int, tuple[str, ...]], None],
        writing: QPlainTextEdit | None = None,
    ) -> None:
        from desk.ui.scheduling.schedule_dialog import ScheduleDialog

        dialog = ScheduleDialog(
            self._theme,
            self._times(),
            self._choices(),
            view,
            text,
            kind,
            self._services.clock.now_ms,
            self._window,
            look=self._dialogs.look_for(view),
            writing=writing,
        )
        self._dialogs.ask(dialog, lambda: planned(dialog.moment_ms, dialog.confirmed_kinds))

    # Being away ----------------------------------------------------------------------------------

    def note_absence(self) -> None:
        """« Je m’absente… »"""
        from desk.ui.scheduling.absence_dialog import AbsenceDialog

        me = self._services.session.me
        if me is None:
            return
        now = self._services.clock.now_ms
        dialog = AbsenceDialog(
            self._theme,
            self._times(),
            self._choices(),
            absent_until_ms(me, now()),
            now,
            self._window,
        )
        absence = self._services.absence
        dialog.absence_chosen.connect(absence.set)
        absence.told.connect(dialog.close_told)
        absence.failed.connect(dialog.say_failed)
        self._dialogs.ask(dialog, lambda: None)

    def _choices(self) -> tuple[QuickMoment, ...]:
        return quick_moments(self._services.clock.now_ms(), self._times().zone)


def absent_until_ms(me: wire.Me, now_ms: int) -> int | None:
    """Until when the portal holds this agent's replies; None when they are there."""
    if me.absent_until is None:
        return None
    until = to_ms(me.absent_until)
    return until if until > now_ms else None


def _may_be_replaced(view: ThreadView) -> bool:
    scheduled = view.scheduled
    return scheduled is not None and bool(scheduled.held_because) and scheduled.by_me


def _kind(kind: str) -> Literal["answer", "holding"]:
    return "holding" if kind == "holding" else "answer"
