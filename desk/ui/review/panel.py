"""What a reviewer works on: a colleague's text, remarks on its passages, the decision."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desk.models.snapshots import BegunReview, CommentView, ReviewView, ThreadView
from desk.services.begun_reviews import BegunReviews
from desk.services.reply_text import reply_errors
from desk.ui.common.banner import UNDO_SECONDS, Banner
from desk.ui.common.styling import button, give_icon, label
from desk.ui.review import passages
from desk.ui.review.words import changed_since
from desk.ui.theme import Theme, Token


class ReviewPanel(QFrame):
    """The text is read-only until the reviewer says that they amend it.

    Remarks stand on the author's own words, so either they go back with it, or the text is amended
    and leaves; one at a time. What was begun is kept (`BegunReviews`) until it is sent.
    """

    changed = Signal()
    """What may be done has changed."""
    comment_requested = Signal()
    send_back_requested = Signal()
    approve_requested = Signal()

    def __init__(
        self, theme: Theme, begun: BegunReviews | None = None, parent: QWidget | None = None
    ) -> None:
        """`begun`: of all panels of this desk; its own when None."""
        super().__init__(parent)
        self._theme = theme
        self._thread_id = 0
        self._review: ReviewView | None = None
        self._begun = BegunReviews(self) if begun is None else begun
        self._begun.replaced.connect(self._look_again)
        self.setProperty("role", "foot")
        self.setAccessibleName(self.tr("Reply to review"))
        self.banner = Banner(theme)
        self.undo = Banner(theme)
        self.title = label(self.tr("Reply to review"), "heading")
        self.text = QPlainTextEdit()
        self.text.setProperty("role", "editor")
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(110)
        self.text.setAccessibleName(self.tr("Text of the reply to review"))
        self.text.verticalScrollBar().setAccessibleName(self.tr("Scroll the reply"))
        self.comments = passages.CommentList(self.tr("Comments on passages"))
        self.comments.setMinimumWidth(220)
        self.hint = label("", "muted", wrap=True)
        self.comment_button = button(
            self.tr("Comment…"), "", self.tr("Comment on the selected passage")
        )
        self.amend_button = button(self.tr("Amend"), "flat", self.tr("Amend the text"))
        self.send_back_button = button(
            self.tr("Send back…"), "", self.tr("Send the reply back to its author")
        )
        self.approve_button = button(
            self.tr("Approve…"), "primary", self.tr("Approve and publish the reply")
        )
        self._lay_out()
        self.text.textChanged.connect(self._on_text)
        self.text.selectionChanged.connect(self._refresh)
        self.comments.go_requested.connect(self._go)
        self.comments.remove_requested.connect(self._remove)
        self.comment_button.clicked.connect(self.comment_requested)
        self.amend_button.clicked.connect(self.switch_amending)
        self.send_back_button.clicked.connect(self.send_back_requested)
        self.approve_button.clicked.connect(self.approve_requested)
        theme.changed.connect(self._draw)
        self._draw()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.hint, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.text, 3)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(label(self.tr("Comments on passages"), "caption"))
        beside.addWidget(self.comments, 1)
        middle.addLayout(beside, 2)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.comment_button)
        foot.addWidget(self.amend_button)
        foot.addStretch(1)
        foot.addWidget(self.send_back_button)
        foot.addWidget(self.approve_button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.undo)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    # What is shown -------------------------------------------------------------------------------

    @property
    def review(self) -> ReviewView | None:
        """What is on screen."""
        return self._review

    @property
    def work(self) -> BegunReview:
        """What the reviewer has done so far with it."""
        return BegunReview() if self._review is None else self._begun.of(self._review)

    @property
    def selected(self) -> tuple[int, int] | None:
        """The passage selected in the author's text, in Python's characters; None when none is."""
        cursor = self.text.textCursor()
        if self._review is None or self.work.amended is not None or not cursor.hasSelection():
            return None
        text = self.text.toPlainText()
        start = passages.characters_before(text, cursor.selectionStart())
        end = passages.characters_before(text, cursor.selectionEnd())
        return (start, end) if start < end else None

    @property
    def can_send_back(self) -> bool:
        return self._review is not None and self.work.amended is None

    @property
    def can_approve(self) -> bool:
        return (
            self._review is not None
            and not self.work.comments
            and not reply_errors(self.text.toPlainText())
        )

    def show_review(self, thread: ThreadView, review: ReviewView) -> None:
        """Show this text, with what the reviewer has begun."""
        another = self._review is None or self._review.review_id != review.review_id
        self._thread_id, self._review = thread.thread_id, review
        if another:
            self.undo.hide()
            self.title.setText(self.tr("Reply of {author}").format(author=review.author_name))
            self._put(self._wanted_text())
        if changed_since(thread, review):
            self.banner.say(
                "warn",
                self.tr(
                    "The adherent wrote after this reply was finished. Read what they added above."
                ),
            )
        else:
            self.banner.hide()
        self._refresh()

    def say_not_saved(self, code: str) -> None:
        """What was begun is in memory only (the disk's code), and is tried again."""
        if self._review is None:
            return
        words = {
            "disk_full": self.tr("The disk is full: what you began here is not saved yet."),
            "read_only": self.tr("The disk cannot be written: what you began is not saved yet."),
        }
        usual = self.tr("This PC's disk refuses: what you began here is not saved yet.")
        self.banner.say("error", words.get(code, usual), for_seconds=UNDO_SECONDS)

    def leave(self) -> None:
        """Another exchange is shown."""
        self._review = None

    def forget(self) -> None:
        """Nobody works here any more: no text stays on screen."""
        self._review = None
        self.undo.hide()
        self._put("")
        self.comments.show_comments("", ())

    def add_comment(self, start: int, end: int, text: str) -> None:
        """A remark on a passage, kept until it is sent back."""
        kept = sorted(
            (*self.work.comments, CommentView(start, end, text)),
            key=lambda each: (each.start, each.end),
        )
        self._keep(replace(self.work, comments=tuple(kept), begun=None))

    def begin_comment(self, start: int, end: int, text: str) -> None:
        """A remark is being typed: kept like the others, should desk end before it is added."""
        self._keep(replace(self.work, begun=CommentView(start, end, text) if text else None))

    def drop_comment(self) -> None:
        """The agent thought better of the remark that they were typing."""
        if self.work.begun is not None:
            self._keep(replace(self.work, begun=None))

    def keep_words(self, words: str) -> None:
        """What is being typed about the whole."""
        if words != self.work.words:
            self._keep(replace(self.work, words=words))

    def switch_amending(self) -> None:
        """Change the text oneself; or, again, back to the author's own."""
        if self._review is None or self.work.comments:
            return
        if self.work.amended is None:
            self._keep(replace(self.work, amended=self._review.text))
            self.text.setFocus()
        else:
            given_up, review = self.work.amended, self._review
            self._put(review.text)
            self._keep(replace(self.work, amended=None))
            if given_up != review.text:
                self.undo.say(
                    "info",
                    self.tr("The author's text is here again; yours was given up."),
                    (self.tr("Undo"), lambda: self._amend_again(review, given_up)),
                    for_seconds=UNDO_SECONDS,
                )

    def _amend_again(self, review: ReviewView, text: str) -> None:
        if self._review is not None and self._review.review_id == review.review_id:
            self._keep(replace(self.work, amended=text))
            self._put(text)
            self._refresh()
            self.text.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Ask the splitter for the height that this width needs: words may take two lines."""
        wanted = self._column.totalMinimumHeightForWidth(self.width())
        if self.minimumHeight() != wanted:
            self.setMinimumHeight(wanted)

    # Within --------------------------------------------------------------------------------------

    def _wanted_text(self) -> str:
        if self.work.amended is not None:
            return self.work.amended
        return "" if self._review is None else self._review.text

    def _keep(self, work: BegunReview) -> None:
        if self._review is not None:
            self._begun.put(self._thread_id, self._review, work)
        self._refresh()

    def _look_again(self) -> None:
        """Something was read from the disk: of the reply on screen, perhaps."""
        if self._review is not None:
            if self.text.toPlainText() != self._wanted_text():
                self._put(self._wanted_text())
            self._refresh()

    def _put(self, text: str) -> None:
        blocked = self.text.blockSignals(True)
        self.text.setPlainText(text)
        self.text.blockSignals(blocked)

    def _on_text(self) -> None:
        if self.work.amended is not None:
            self._keep(replace(self.work, amended=self.text.toPlainText()))

    def _go(self, comment: CommentView) -> None:
        self.text.setTextCursor(passages.cursor_on(self.text, comment.start, comment.end))
        self.text.ensureCursorVisible()

    def _remove(self, comment: CommentView) -> None:
        rest = tuple(each for each in self.work.comments if each != comment)
        self._keep(replace(self.work, comments=rest))

    def _refresh(self) -> None:
        work, review = self.work, self._review
        amending = work.amended is not None
        if amending or work.comments or work.begun is not None:
            self.undo.hide()  # remarks and an amended text exclude each other
        if amending:
            self.text.setReadOnly(False)
        else:
            self.text.setReadOnly(True)
            self.text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        if review is not None:
            self.comments.show_comments(review.text, work.comments)
        self._mark()
        self.comment_button.setEnabled(self.selected is not None)
        self.amend_button.setEnabled(not work.comments)
        words = self.tr("The author's text again") if amending else self.tr("Amend")
        self.amend_button.setText(words)
        self.amend_button.setAccessibleName(words if amending else self.tr("Amend the text"))
        self.send_back_button.setEnabled(self.can_send_back)
        self.approve_button.setEnabled(self.can_approve)
        self.hint.setText(self._hint(amending, bool(work.comments)))
        self._fit()
        self.changed.emit()

    def _hint(self, amending: bool, commented: bool) -> str:
        if amending:
            return self.tr("It leaves as you amend it, in its author's name.")
        if commented:
            return self.tr("Comments go back with the reply. Delete removes one.")
        return self.tr("Select a passage to comment on it.")

    def _mark(self) -> None:
        comments = () if self.work.amended is not None else self.work.comments
        self.text.setExtraSelections(passages.marks(self.text, self._theme, comments))

    def _draw(self) -> None:
        give_icon(self.comment_button, self._theme.icon("message-square"))
        give_icon(self.send_back_button, self._theme.icon("undo-2"))
        give_icon(self.approve_button, self._theme.icon("send", Token.ON_ACCENT))
        self._mark()
