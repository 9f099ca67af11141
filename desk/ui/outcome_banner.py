"""What came of the agent's acts, said across the top of the work."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desk.models.actions import Action
from desk.models.snapshots import OutboxView
from desk.services.publisher import ConflictChoice, Publisher
from desk.ui.common.banner import UNDO_SECONDS, Banner
from desk.ui.conversation.state_words import act_words, refusal
from desk.ui.undo_publishing import UndoPublishing


class OutcomeBanner(QObject):
    """A reply's own outcome is told where its text is; here, that of everything else."""

    def __init__(
        self,
        publisher: Publisher,
        undo: UndoPublishing,
        banner: Banner,
        open_thread: Callable[[int], None],
        told_elsewhere: Callable[[OutboxView | int | None], bool],
        window: QWidget,
    ) -> None:
        """`told_elsewhere`: another window says what became of this entry, or of the thread whose
        act could not be written down.
        """
        super().__init__(window)
        self._publisher = publisher
        self._banner = banner
        self._open_thread = open_thread
        self._told_elsewhere = told_elsewhere
        publisher.not_queued.connect(self._on_not_queued)
        publisher.rejected.connect(self._on_rejected)
        publisher.conflict.connect(self._on_conflict)
        undo.taken_back.connect(self._on_taken_back)

    @Slot(object, str)
    def _on_not_queued(self, thread_id: int | None, code: str) -> None:
        if self._told_elsewhere(thread_id):
            return
        words = {
            "reply_under_way": self.tr("A reply to this message is already on its way."),
            "already_published": self.tr("This reply is published already: it was not sent twice."),
            "disk_full": self.tr("The disk is full: nothing could be sent. The text is kept here."),
        }
        self._banner.say(
            "error",
            words.get(code, self.tr("This PC's disk refuses: nothing was sent. Try again.")),
            for_seconds=UNDO_SECONDS,
        )

    @Slot(object)
    def _on_rejected(self, entry: OutboxView) -> None:
        if Action(entry.kind).carries_draft:
            return  # told in the composer, where its text is
        if self._told_elsewhere(entry):
            return
        if entry.problem == "claimed-by-another" and entry.problem_detail:
            words = self.tr("{name} already holds {reference}.").format(
                name=entry.problem_detail, reference=entry.reference
            )
        else:
            words = self.tr("{reference}: {reason}").format(
                reference=entry.reference, reason=refusal(entry)
            )
        self._banner.say("warn", words, for_seconds=UNDO_SECONDS)

    @Slot(object)
    def _on_conflict(self, entry: OutboxView) -> None:
        """A reply's conflict is told in the exchange; an act's, here."""
        if Action(entry.kind).carries_draft or self._told_elsewhere(entry):
            return

        def resolve(choice: ConflictChoice) -> None:
            self._publisher.resolve_conflict(entry.event_id, choice)

        self._banner.say(
            "warn",
            self.tr(
                "{reference}: the exchange changed before what you asked ({act}) arrived. Nothing "
                "was done."
            ).format(reference=entry.reference, act=act_words(entry.kind)),
            (self.tr("Open the exchange"), lambda: self._open_thread(entry.thread_id)),
            (self.tr("Do it all the same"), lambda: resolve(ConflictChoice.PUBLISH_AGAIN)),
            (self.tr("Give up"), lambda: resolve(ConflictChoice.DISCARD)),
        )

    @Slot(object)
    def _on_taken_back(self, entry: OutboxView) -> None:
        self._banner.say(
            "ok",
            self.tr("The reply to {name} was taken back: its text is a draft again.").format(
                name=entry.adherent_name
            ),
            (self.tr("Open the exchange"), lambda: self._open_thread(entry.thread_id)),
            for_seconds=UNDO_SECONDS,
        )
