"""Opens « Rendez-vous » and ties it to the portal."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desk import wire
from desk.services.appointments import NotDone
from desk.services.bundle import Services
from desk.ui.common.times import Times

if TYPE_CHECKING:
    from desk.ui.appointments.window import AppointmentsWindow


class AppointmentsPlace(QObject):
    """At most one window. The portal is asked when it opens and after an answer; what comes
    meanwhile comes by the feed.
    """

    def __init__(self, services: Services, times: Callable[[], Times], window: QWidget) -> None:
        """`times`: those of the agent's caisse."""
        super().__init__(window)
        self._services = services
        self._times = times
        self._window = window
        self._open: AppointmentsWindow | None = None
        self._refused: tuple[int, int] | None = None
        """The request and the version of it that a refusal has told of."""
        services.appointments.changed.connect(self._on_changed)

    @property
    def current(self) -> "AppointmentsWindow | None":
        """The window on screen."""
        return self._open

    @Slot()
    def open(self) -> None:
        """Show the window, in front."""
        from desk.ui.appointments.window import AppointmentsWindow

        if self._services.session.me is None:
            return
        if self._open is None:
            made = self._open = AppointmentsWindow(
                self._times(), self._services.clock.now_ms, self._window.window()
            )
            made.chosen_changed.connect(self._on_chosen)
            made.refresh_requested.connect(self.refresh)
            made.form.changed.connect(self._keep)
            made.form.send_requested.connect(self._send)
            made.finished.connect(self._on_finished)
            made.status.setText(self.tr("Asking the portal…"))
        self.refresh()
        self._open.show()
        self._open.raise_()
        self._open.activateWindow()
        self._open.table.setFocus()

    def save(self) -> None:
        """Write now what was typed."""
        self._services.appointments.flush()

    def close(self) -> None:
        """The window goes; what was typed is kept."""
        if self._open is not None:
            self._open.reject()

    def forget(self) -> None:
        """Nobody works here any more: nothing of an adherent stays on screen."""
        self.close()
        self._services.appointments.forget()

    @Slot()
    def refresh(self) -> None:
        """Ask for the list."""
        window = self._open
        if window is None:
            return

        def done(found: list[wire.Appointment]) -> None:
            if self._open is window:
                window.show_requests(found)

        def failed(why: NotDone) -> None:
            from desk.ui.appointments.words import not_listed_words

            if self._open is window:
                window.status.setText(not_listed_words(why))

        self._services.appointments.look(self._today(), done, failed)

    def _today(self) -> date:
        day = self._times().at(self._services.clock.now_ms()).date()
        return date(day.year(), day.month(), day.day())

    @Slot()
    def _on_changed(self) -> None:
        window = self._open
        if window is None:
            return
        # What somebody writes at does not make room for another request under their hands.
        shown = window.shown
        writing = shown is not None and self._services.appointments.begun(shown.id) is not None
        also = shown.id if shown is not None and writing else None

        def done(found: list[wire.Appointment]) -> None:
            if self._open is not window:
                return
            before = window.shown
            window.show_requests(found)
            now = window.shown
            if before is None or now is None or now.id != before.id:
                return
            begun = self._services.appointments.begun(now.id)
            if now.version == before.version or (now.id, now.version) == self._refused:
                return  # nothing new, or the refusal has said better what became of it
            if begun is not None and window.form.isEnabled():
                window.say(
                    self.tr(
                        "This request has changed while you were writing: it is shown as it now "
                        "is. What you typed is kept."
                    ),
                    "error",
                )

        self._services.appointments.kept(self._today(), done, also)

    @Slot(object)
    def _on_chosen(self, request: wire.Appointment | None) -> None:
        window = self._open
        if window is None or request is None:
            return
        window.form.begin(request, self._services.appointments.begun(request.id))

        def done(half_days: list[wire.HalfDay]) -> None:
            if self._open is window and window.shown == request:
                window.form.offer(half_days)

        self._services.appointments.half_days(request.id, done, _no_matter)

    @Slot()
    def _keep(self) -> None:
        if self._open is not None and self._open.shown is not None:
            self._services.appointments.keep(self._open.shown.id, self._open.form.begun)

    @Slot()
    def _send(self) -> None:
        window = self._open
        if window is None or window.shown is None or (request := window.form.request) is None:
            return
        seen = window.shown
        window.form.setEnabled(False)
        window.say(self.tr("Sending the answer…"))

        def done(now: wire.Appointment) -> None:
            if self._open is window:
                window.form.setEnabled(True)
                words = self.tr(
                    "Answered: {reference}. The adherent finds it in the private space."
                )
                window.say(words.format(reference=now.reference))
                self.refresh()

        def failed(why: NotDone) -> None:
            from desk.ui.appointments.words import not_answered_words

            if self._open is not window:
                return
            window.form.setEnabled(True)
            if why.current is not None:
                self._refused = why.current.id, why.current.version
                self.refresh()
            window.say(not_answered_words(why), "error")

        self._services.appointments.answer(seen, request, done, failed)

    @Slot()
    def _on_finished(self) -> None:
        self.save()
        if self._open is not None:
            self._open.deleteLater()
        self._open = None


def _no_matter(_why: NotDone) -> None:
    """The wishes can be confirmed without the list of other half-days."""
