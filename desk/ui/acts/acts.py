"""Opens the dialog of each act and hands what was decided to the publisher."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.models.snapshots import ThreadView
from desk.services.act_choices import ActChoices, act_choices
from desk.services.bundle import Services
from desk.ui.reply_dialogs import ReplyDialogs
from desk.ui.theme import Theme

REASON_LEAST, REASON_MOST = 3, 300
NOTE_MOST = 2000
"""Visible characters: what the portal takes."""


class Acts(QObject):
    """Each method asks once; nothing happens before the dialog is accepted."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        dialogs: ReplyDialogs,
        thread: Callable[[], ThreadView | None],
        window: QWidget,
    ) -> None:
        """`thread`: the exchange on screen."""
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._dialogs = dialogs
        self._thread = thread
        self._window = window
        self._choices = ActChoices()

    def read_choices(self) -> None:
        """The catalogue changed."""
        self._services.lanes.query(act_choices, self._on_choices)

    def _on_choices(self, choices: ActChoices) -> None:
        self._choices = choices

    def note(self) -> None:
        """« Note interne »."""
        from desk.ui.acts.text_dialog import TextDialog

        view = self._thread()
        if view is None:
            return
        dialog = TextDialog(
            self._theme,
            self.tr("Internal note"),
            self.tr(
                "Colleagues read it, the adherent does not; they may ask for a copy of it. Facts "
                "only: no opinion on people, nothing about health (CNIL)."
            ),
            self.tr("Text of the note"),
            self.tr("Add the note"),
            least=1,
            most=NOTE_MOST,
            parent=self._window,
        )
        publisher = self._services.publisher
        self._dialogs.ask(dialog, lambda: publisher.note(view.thread_id, dialog.text))

    def reclassify(self) -> None:
        """« Corriger le motif »."""
        from desk.ui.acts.motif_dialog import MotifDialog

        view = self._thread()
        if view is None:
            return
        dialog = MotifDialog(self._theme, self._choices.motifs, view, self._window)

        def accepted() -> None:
            if dialog.chosen is not None:
                self._services.publisher.reclassify(view.thread_id, dialog.chosen)

        self._dialogs.ask(dialog, accepted)

    def transfer(self) -> None:
        """« Transférer » to another team, or to another caisse."""
        from desk.ui.acts.transfer_dialog import TransferDialog

        view = self._thread()
        if view is None:
            return
        dialog = TransferDialog(
            self._theme,
            self._choices.teams,
            self._choices.caisses,
            view,
            REASON_LEAST,
            REASON_MOST,
            self._window,
        )
        publisher = self._services.publisher
        self._dialogs.ask(
            dialog,
            lambda: publisher.transfer(
                view.thread_id, dialog.competence, dialog.caisse, dialog.text
            ),
        )

    def close_thread(self) -> None:
        """« Clore sans réponse »."""
        self._with_reason(
            self.tr("Close without an answer?"),
            self.tr("The adherent receives no reply to this message. Colleagues read the reason."),
            self.tr("Close without an answer"),
            self._services.publisher.close_thread,
        )

    def break_claim(self) -> None:
        """« Libérer » what a colleague holds."""
        self._with_reason(
            self.tr("End the colleague's hold?"),
            self.tr(
                "Anybody may then take the exchange. What the colleague has written stays on "
                "their PC; they read the reason."
            ),
            self.tr("End the hold"),
            self._services.publisher.break_claim,
        )

    def pause(self) -> None:
        """« Suspendre le délai » while a document is awaited."""
        self._with_reason(
            self.tr("Pause the deadline?"),
            self.tr(
                "The clock stands still until somebody lets it run again or the adherent writes. "
                "Say which document is awaited; colleagues read it."
            ),
            self.tr("Pause the deadline"),
            self._services.publisher.pause,
        )

    def resume(self) -> None:
        """« Reprendre le délai »."""
        view = self._thread()
        if view is not None:
            self._services.publisher.resume(view.thread_id)

    def _with_reason(
        self, title: str, words: str, accept: str, act: Callable[[int, str], None]
    ) -> None:
        from desk.ui.acts.text_dialog import TextDialog

        view = self._thread()
        if view is None:
            return
        dialog = TextDialog(
            self._theme,
            title,
            words,
            self.tr("Why"),
            accept,
            least=REASON_LEAST,
            most=REASON_MOST,
            parent=self._window,
        )
        self._dialogs.ask(dialog, lambda: act(view.thread_id, dialog.text))
