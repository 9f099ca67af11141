"""The composer: the text of a reply, its state, its checks, and « Publier… »."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk.models.snapshots import DraftView, ReplyState, ThreadView
from desk.ui.common.banner import Banner
from desk.ui.common.styling import label
from desk.ui.common.times import Times
from desk.ui.composer.counter import LengthCounter
from desk.ui.composer.editor import ReplyEditor
from desk.ui.composer.foot import ReplyFoot
from desk.ui.composer.possible import Possible
from desk.ui.composer.standing_words import TextState, exchange_warned, text_said
from desk.ui.composer.state_line import StateLine
from desk.ui.composer.text_keeper import Kept, TextKeeper, TextsOnTheWay
from desk.ui.composer.trouble_line import TroubleLine
from desk.ui.composer.writing import Standing, Writing, writing_of
from desk.ui.review.passages import cursor_on
from desk.ui.review.returned import Returned
from desk.ui.theme import Theme

CLOSED_HEIGHT = 56
QWIDGETSIZE_MAX = 16_777_215
"""Qt's own name for « no limit »."""


class ComposerPanel(QFrame):
    """Guarantees: a text in the editor is replaced only by another thread's, or by the store's own
    newer one when nothing typed here is still on its way to the store.

    It writes nothing itself; `edited` is emitted at each change and the drafts service saves.
    """

    edited = Signal(object, str, int, object, int)
    """Thread id, text, caret (UTF-16 units), the version that the author knows, the line at the
    top."""
    changed = Signal()
    """What may be done with the text has changed."""
    publish_requested = Signal()
    template_requested = Signal()
    schedule_requested = Signal()
    """« Publier plus tard… »"""
    versions_requested = Signal()
    """« Versions… »"""
    discard_requested = Signal()
    """« Supprimer le brouillon »."""
    cancel_requested = Signal(str)
    """The event id of a queued reply to withdraw."""

    def __init__(
        self, theme: Theme, texts: TextsOnTheWay | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thread: ThreadView | None = None
        self._writing = Writing(Standing.OPEN, None)
        self._times = Times()
        self._now_ms = 0
        self._keeper = TextKeeper({} if texts is None else texts)
        self._save_trouble = ""
        self._publishing = False
        self._told: tuple[object, ...] = ()
        self.setProperty("role", "foot")
        self.setAccessibleName(self.tr("Reply"))

        self.banner = Banner(theme)
        self.state_line = StateLine(theme)
        self.editor = ReplyEditor(theme)
        self.editor.setAccessibleName(self.tr("Text of the reply"))
        self.counter = LengthCounter(theme)
        self.trouble = TroubleLine(self.editor)
        self.problem, self.hole_button = self.trouble.problem, self.trouble.hole_button
        self.returned = Returned()
        self.foot = ReplyFoot(theme)
        self.kind = self.foot.kind
        self.template_button = self.foot.template
        self.versions_button = self.foot.versions
        self.discard_button = self.foot.discard
        self.cancel_button = self.foot.cancel
        self.schedule_button = self.foot.schedule
        self.publish_button = self.foot.publish
        self._lay_out()
        self._connect()
        self._refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(self.tr("Your reply"), "heading"))
        head.addWidget(self.state_line, 1)
        head.addWidget(self.counter)
        self._body = QWidget()
        self._body.setAccessibleName(self.tr("Reply"))
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.editor, 1)
        beside.addWidget(self.returned)
        body.addLayout(beside, 1)
        body.addWidget(self.trouble)
        body.addWidget(self.foot)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addLayout(head)
        column.addWidget(self._body, 1)

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._on_text)
        self.editor.cursorPositionChanged.connect(self._on_caret)
        self.editor.scrolled.connect(self._on_caret)
        self.template_button.clicked.connect(self.template_requested)
        self.publish_button.clicked.connect(self.publish_requested)
        self.schedule_button.clicked.connect(self.schedule_requested)
        self.returned.passage_requested.connect(self._show_passage)
        self.versions_button.clicked.connect(self.versions_requested)
        self.discard_button.clicked.connect(self.discard_requested)
        self.cancel_button.clicked.connect(self._on_cancel)
        # Moving the cursor alone is kept too, but not at each step.
        self._caret_timer = QTimer(self)
        self._caret_timer.setSingleShot(True)
        self._caret_timer.setInterval(500)
        self._caret_timer.timeout.connect(self._tell)

    # What is shown -------------------------------------------------------------------------------

    @property
    def thread_view(self) -> ThreadView | None:
        return self._thread

    @property
    def text(self) -> str:
        return self.editor.toPlainText()

    @property
    def reply_kind(self) -> str:
        """``answer`` or ``holding``."""
        return str(self.kind.currentData())

    @property
    def is_holding(self) -> bool:
        return self.reply_kind == "holding"

    @property
    def possible(self) -> Possible:
        """What may be done with the text now."""
        return Possible(self._thread, self._writing, self.text, self._publishing, self.in_training)

    @property
    def in_training(self) -> bool:
        """A colleague reads what leaves: « Publier » asks for that."""
        return self.foot.in_training

    def set_training(self, in_training: bool) -> None:
        """Who writes here is in training, or not."""
        self.foot.set_training(in_training)
        self.trouble.set_training(in_training)
        self._refresh()

    def set_kind(self, kind: str) -> None:
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))

    def show_thread(self, thread: ThreadView, times: Times, now_ms: int) -> None:
        """Show this snapshot; the text in the editor is kept as the class promises."""
        another = self._thread is None or self._thread.thread_id != thread.thread_id
        if another:
            self._leave()
        before = self._writing
        self._thread, self._times, self._now_ms = thread, times, now_ms
        self._writing = writing_of(thread)
        if another:
            self._enter(thread)
        else:
            self._take_stored_text(thread)
        self._publishing = self._publishing and self._writing == before
        self._refresh()

    def show_nothing(self) -> None:
        self._leave()
        self._thread = None
        self.editor.put("", 0)
        self._refresh()

    def forget(self) -> None:
        """Nobody works here any more: no text of theirs stays in memory."""
        self.show_nothing()
        self._keeper.forget()

    def on_saved(self, thread_id: int, saved_ms: int) -> None:
        """The drafts service has the text on the disk."""
        if self._thread is not None and self._thread.thread_id == thread_id:
            self._keeper.saved_ms = saved_ms
            self._save_trouble = ""
            self._refresh()

    def on_save_failed(self, thread_id: int, code: str) -> None:
        """The text could not be written down; it is in memory and will be tried again."""
        if self._thread is not None and self._thread.thread_id == thread_id:
            self._save_trouble = code
            self._refresh()

    def begin_publishing(self) -> None:
        """« Publier » was confirmed: no second one until the outbox answers."""
        self._caret_timer.stop()
        self._publishing = True
        if self.window().focusWidget() is self.publish_button:
            self.editor.setFocus()  # the keyboard stays here when the button is out of use
        self._refresh()

    def end_publishing(self) -> None:
        """It could not even be queued."""
        self._publishing = False
        self._refresh()

    def tick(self, now_ms: int) -> None:
        """Once a second: « prochain essai » may have passed."""
        self._now_ms = now_ms
        if self._thread is not None and self._writing.standing is Standing.UNDER_WAY:
            self._say_state()
            self._fit()

    def clear(self) -> None:
        """Throw the text away: an edit like any other."""
        self.editor.put("", 0)
        self._on_text()

    def restore(self, text: str, caret: int) -> None:
        """Put a text back that the agent threw away: an edit like any other."""
        self.editor.put(text, caret)
        self._on_text()

    def show_chosen(self, draft: DraftView) -> None:
        """Show what the agent made the draft again: an earlier version, another PC's text."""
        if self._thread is not None and self._thread.thread_id == draft.thread_id:
            self._caret_timer.stop()
            self._keeper.adopt(draft)
            self.editor.put(draft.text, draft.caret, draft.scroll)
            self._refresh()

    # The text ------------------------------------------------------------------------------------

    def _enter(self, thread: ThreadView) -> None:
        begin = self._keeper.enter(thread, self._writing)
        self.editor.put(begin.text, begin.caret, begin.scroll)
        if self._keeper.dirty:
            self._tell()
        self._save_trouble = ""
        self._publishing = False
        self.set_kind("answer")

    def _leave(self) -> None:
        self.hand_over()
        if self._thread is not None:
            if self._keeper.dirty:
                self._tell()
            on_screen = Kept(self.text, self.editor.caret, self.editor.top_line)
            self._keeper.leave(self._thread.thread_id, on_screen)

    def _take_stored_text(self, thread: ThreadView) -> None:
        instead = self._keeper.take(thread, self._writing, self.text)
        if instead is not None:
            self.editor.put(instead.text, instead.caret, instead.scroll)

    def _on_text(self) -> None:
        self._keeper.typed()
        self._tell()
        self._refresh()

    def _on_caret(self) -> None:
        if self.text and not self.editor.isReadOnly():
            self._caret_timer.start()

    def hand_over(self) -> None:
        """Tell at once what would be told in half a second (where the cursor is)."""
        if self._caret_timer.isActive():
            self._caret_timer.stop()
            self._tell()

    def _tell(self) -> None:
        if self._publishing:
            # The text has been handed to the outbox: saving it once more, later than the
            # publication, would bring back as a draft what the adherent already reads.
            return
        if self._thread is not None and self._writing.standing.text_may_change:
            self.edited.emit(
                self._thread.thread_id,
                self.text,
                self.editor.caret,
                self._keeper.seen_version,
                self.editor.top_line,
            )

    def acknowledge(self) -> None:
        """« J’ai lu »: the author knows the exchange as it is now."""
        if self._thread is not None:
            self._keeper.seen_version = self._thread.version
            self._tell()
            self._refresh()

    # Words and states ----------------------------------------------------------------------------

    def _refresh(self) -> None:
        # An exchange that is answered, or in review, leaves its room to the messages.
        ended = self._writing.standing in (Standing.ANSWERED, Standing.IN_REVIEW)
        closed = ended and not self.text
        self._body.setVisible(not closed)
        self.counter.setVisible(not closed)
        self.setMaximumHeight(CLOSED_HEIGHT if closed else QWIDGETSIZE_MAX)
        if closed:
            self.setMinimumHeight(CLOSED_HEIGHT)
        possible = self.possible
        writable = possible.write and not self._publishing
        if self.editor.isReadOnly() is writable:
            self.editor.setReadOnly(not writable)
        self.template_button.setEnabled(writable)
        self.kind.setEnabled(writable and self._writing.standing.may_publish)
        self.discard_button.setVisible(writable and bool(self.text))
        self.versions_button.setVisible(writable)
        entry = self._writing.entry
        self.cancel_button.setVisible(entry is not None and entry.state is ReplyState.QUEUED)
        self.trouble.look(writable=possible.write, in_training=self.in_training)
        self.counter.show_length_of(self.text)
        self._say_state()
        self._say_standing()
        self.publish_button.setEnabled(possible.publish)
        self.schedule_button.setEnabled(possible.schedule)
        review = None if self._thread is None else self._thread.review
        self.returned.show_review(review, empty=not self.text and possible.write)
        self._fit()
        told = possible.told_by(bool(self.editor.holes))
        if told != self._told:
            self._told = told
            self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Ask the splitter for the height that this width needs: a banner may take two lines."""
        # Less than nothing: no part on screen takes more lines in less width.
        wanted = max(self._column.totalMinimumHeightForWidth(self.width()), 0)
        if not self.counter.isHidden() and self.minimumHeight() != wanted:
            self.setMinimumHeight(wanted)

    def _say_state(self) -> None:
        self.state_line.say(text_said(self._text_state(), self._thread, self._times, self._now_ms))

    def _text_state(self) -> TextState:
        return TextState(
            self._writing,
            self.text,
            self._keeper.saved_ms,
            self._save_trouble,
            self._publishing,
        )

    def _say_standing(self) -> None:
        warned = exchange_warned(self._text_state(), self._thread, self._keeper.seen_version)
        if warned is None:
            self.banner.hide()
        elif warned.to_acknowledge:
            self.banner.say(
                warned.tone, warned.words, (self.tr("I have read it"), self.acknowledge)
            )
        else:
            self.banner.say(warned.tone, warned.words)

    def _show_passage(self, passage: str, _start: int) -> None:
        """Select the words that a reviewer spoke of, where they still stand."""
        place = self.text.find(passage)
        if place >= 0:
            cursor = cursor_on(self.editor, place, place + len(passage))
            self.editor.setTextCursor(cursor)
            self.editor.ensureCursorVisible()
            self.editor.setFocus()

    def _on_cancel(self) -> None:
        if self._writing.entry is not None:
            self.cancel_requested.emit(self._writing.entry.event_id)
