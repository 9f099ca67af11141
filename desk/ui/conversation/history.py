"""The messages of an exchange, oldest first, the newest in view."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.models.snapshots import MessageView, ReplyState, ThreadView
from desk.services.proof.chain import Proof, proofs
from desk.ui.common.times import Times
from desk.ui.conversation.bubble import MessageBubble, SaidLine
from desk.ui.conversation.happenings import NoteCard, event_said, pending_said
from desk.ui.conversation.state_words import Said, notification_said
from desk.ui.proof.words import step_said
from desk.ui.review.card import ReviewCard
from desk.ui.scheduling.card import ScheduledCard
from desk.ui.theme import Theme


class History(QScrollArea):
    """Built anew only when what it shows has changed: reading is not disturbed by a sync."""

    proof_requested = Signal(object)
    """The id of a reply whose chain of proof is to be shown as a page."""

    cancel_schedule_requested = Signal()
    """« Annuler la programmation »."""
    withdraw_review_requested = Signal()
    """« Retirer la demande » of a review."""
    reschedule_requested = Signal()
    """« Programmer à nouveau… »"""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.supervisor = False
        """Who looks may cancel a colleague's scheduled reply."""
        self.reviewing = False
        """Who looks has the reply to review below: it is not shown twice."""
        self._thread: ThreadView | None = None
        self._times = Times()
        self._now_ms = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Messages of the exchange"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setAccessibleName(self.tr("Scroll the messages"))
        theme.changed.connect(self._redraw)

    def show_thread(self, thread: ThreadView, times: Times, now_ms: int) -> None:
        """Show these messages."""
        before = self._thread
        self._thread, self._times, self._now_ms = thread, times, now_ms
        if before is not None and _shown_of(before) == _shown_of(thread):
            return
        self._build(thread, now_ms)
        if (
            before is None
            or before.thread_id != thread.thread_id
            or (before.messages, before.scheduled, before.review)
            != (thread.messages, thread.scheduled, thread.review)
        ):
            # Once the layout knows its height.
            QTimer.singleShot(0, self, self._to_newest)

    def clear(self) -> None:
        self._thread = None
        self.setWidget(QWidget())

    def _redraw(self) -> None:
        if self._thread is not None:
            self._build(self._thread, self._now_ms)

    def _to_newest(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _build(self, thread: ThreadView, now_ms: int) -> None:
        page = QWidget()
        page.setProperty("role", "page")
        page.setAccessibleName(self.tr("Messages of the exchange"))
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        for _, shown, outgoing in sorted(
            [*self._messages(thread, now_ms), *self._happenings(thread, now_ms)],
            key=lambda each: each[0],
        ):
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            if outgoing:
                row.addStretch(1)
            row.addWidget(shown, 8)
            if not outgoing:
                row.addStretch(1)
            column.addLayout(row)
        if thread.scheduled is not None:
            card = ScheduledCard(self._times, thread, thread.scheduled, supervisor=self.supervisor)
            card.cancel_requested.connect(self.cancel_schedule_requested)
            card.reschedule_requested.connect(self.reschedule_requested)
            column.addWidget(card)
        if thread.review is not None and not self.reviewing:
            reviewed = ReviewCard(self._theme, self._times, thread.review, now_ms)
            reviewed.withdraw_requested.connect(self.withdraw_review_requested)
            column.addWidget(reviewed)
        for said in pending_said(thread.pending):
            column.addWidget(SaidLine(self._theme, said))
        column.addStretch(1)
        self.setWidget(page)

    def _messages(self, thread: ThreadView, now_ms: int) -> list[tuple[int, QWidget, bool]]:
        chains = {proof.message_id: proof for proof in proofs(thread)}
        made: list[tuple[int, QWidget, bool]] = []
        for message in thread.messages:
            chain = chains.get(message.message_id)
            bubble = MessageBubble(
                self._theme,
                self._times,
                message,
                self._author(thread, message),
                now_ms,
                self._acknowledged(thread, message, now_ms)
                if chain is None
                else self._way(chain, now_ms),
            )
            bubble.proof_requested.connect(self.proof_requested)
            made.append((message.at_ms, bubble, message.direction == "out"))
        return made

    def _happenings(self, thread: ThreadView, now_ms: int) -> list[tuple[int, QWidget, bool]]:
        notes: list[tuple[int, QWidget, bool]] = [
            (note.at_ms, NoteCard(self._times, note, now_ms), True) for note in thread.notes
        ]
        return notes + [
            (event.at_ms, SaidLine(self._theme, event_said(event, self._times, now_ms)), False)
            for event in thread.events
        ]

    def _author(self, thread: ThreadView, message: MessageView) -> str:
        if message.proxy is not None:
            return self.tr("{proxy}, for {adherent}").format(
                proxy=message.proxy.name, adherent=thread.adherent_name
            )
        if message.direction == "in":
            return thread.adherent_name
        return message.author_name or self.tr("The MSA")

    def _acknowledged(self, thread: ThreadView, message: MessageView, now_ms: int) -> list[Said]:
        return [
            notification_said(told, self._times, now_ms)
            for told in thread.notifications
            if told.message_id == message.message_id
        ]

    def _way(self, proof: Proof, now_ms: int) -> list[Said]:
        return [step_said(step, self._times, now_ms) for step in proof.steps]


def _shown_of(thread: ThreadView) -> object:
    published = [e.event_id for e in thread.outbox if e.state is ReplyState.PUBLISHED]
    return (
        thread.thread_id,
        thread.messages,
        thread.notifications,
        thread.notes,
        thread.events,
        thread.pending,
        thread.scheduled,
        thread.review,
        thread.status,
        thread.claim_name,
        published,
    )
