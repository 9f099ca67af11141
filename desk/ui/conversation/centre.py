"""The middle of the window: one exchange with its reply, its conflict, or nothing yet."""

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desk import wire
from desk.models.snapshots import OutboxView, ThreadView
from desk.services.begun_reviews import BegunReviews
from desk.ui.common.styling import button, label
from desk.ui.common.times import Times
from desk.ui.composer.conflict import ConflictView
from desk.ui.composer.panel import ComposerPanel
from desk.ui.composer.text_keeper import TextsOnTheWay
from desk.ui.composer.writing import Standing, writing_of
from desk.ui.conversation.header import ConversationHeader
from desk.ui.conversation.history import History
from desk.ui.conversation.room_to_write import RoomToWrite
from desk.ui.review.panel import ReviewPanel
from desk.ui.theme import Theme, Token


class _Page(IntEnum):
    NOTHING = 0
    EXCHANGE = 1


class NothingOpen(QWidget):
    """What the centre shows before a message is chosen, and when one has gone, or is elsewhere."""

    window_wanted = Signal()
    """To the window that shows the message."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("No message is open"))
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = label("", "heading", wrap=True)
        self.hint = label("", "muted", wrap=True)
        for each in (self._title, self.hint):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self.hint)
        self.window_button = button(self.tr("Go to its window"), "primary")
        self.window_button.clicked.connect(self.window_wanted)
        column.addWidget(self.window_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        theme.changed.connect(self._draw)
        self._draw()
        self.say_choose()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Name the keys of these actions as the agent has them."""
        words = [self.tr("Arrow keys move through the list, Enter opens.")]
        if keys["next_message"]:
            words.append(
                self.tr("{keys} takes the most urgent one in charge.").format(
                    keys=keys["next_message"]
                )
            )
        if keys["shortcuts"]:
            words.append(self.tr("{keys} shows every shortcut.").format(keys=keys["shortcuts"]))
        self.hint.setText(" ".join(words))

    @property
    def words(self) -> str:
        """What is said."""
        return self._title.text()

    def say_choose(self) -> None:
        self._title.setText(self.tr("Choose a message in the list"))
        self.window_button.hide()

    def say_elsewhere(self) -> None:
        """The message is read and answered in a window of its own, and only there."""
        self._title.setText(self.tr("This message is open in a window of its own."))
        self.window_button.show()

    def say_gone(self) -> None:
        self._title.setText(
            self.tr("This message is no longer here. If you wrote a text, it is kept on this PC.")
        )
        self.window_button.hide()

    def _draw(self) -> None:
        self._icon.setPixmap(
            self._theme.pixmap("inbox", 48, Token.BORDER_STRONG, self.devicePixelRatioF())
        )


class Centre(QWidget):
    """Shows one snapshot at a time in all its parts."""

    def __init__(
        self,
        theme: Theme,
        texts: TextsOnTheWay | None = None,
        begun: BegunReviews | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`texts`, `begun`: of all editors of this desk; its own when None."""
        super().__init__(parent)
        self._thread: ThreadView | None = None
        self._times = Times()
        self.setAccessibleName(self.tr("Exchange"))
        self.nothing = NothingOpen(theme)
        self.header = ConversationHeader(theme)
        self.history = History(theme)
        self.composer = ComposerPanel(theme, texts)
        self.review = ReviewPanel(theme, begun)
        self.review.hide()
        self._may_review = self._supervisor = False
        self.conflict = ConflictView(theme)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setAccessibleName(self.tr("Messages and reply"))
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.history)
        self.splitter.addWidget(self.composer)
        self.splitter.addWidget(self.review)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setStretchFactor(2, 2)
        self.splitter.setSizes([420, 320, 320])
        RoomToWrite(self.splitter, self.composer, self.composer.editor, self)
        self._below = QStackedWidget()
        self._below.addWidget(self.splitter)
        self._below.addWidget(self.conflict)
        shown = QWidget()
        shown.setAccessibleName(self.tr("Exchange"))
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._below, 1)
        self._stack = QStackedWidget()
        self._stack.insertWidget(_Page.NOTHING, self.nothing)
        self._stack.insertWidget(_Page.EXCHANGE, shown)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    @property
    def thread_view(self) -> ThreadView | None:
        """What is on screen."""
        return self._thread

    def show_agent(self, me: wire.Me) -> None:
        """Who works here decides what may be done with a reply."""
        self._supervisor = self.history.supervisor = me.role == "supervisor"
        self._may_review = not me.in_training
        self.composer.set_training(me.in_training)

    @property
    def reviewing(self) -> bool:
        """A colleague's reply is to be decided, in the composer's place."""
        return self.review.review is not None

    @property
    def conflicting(self) -> OutboxView | None:
        """The entry whose conflict is on screen."""
        if self._thread is None:
            return None
        writing = writing_of(self._thread)
        return writing.entry if writing.standing is Standing.CONFLICT else None

    def show_thread(
        self, thread: ThreadView, seen: ThreadView | None, times: Times, now_ms: int
    ) -> None:
        """Show this exchange as the store knows it. `seen`: see `what_changed`."""
        if self._thread is None or self._thread.thread_id != thread.thread_id:
            # Two adherents may share a mask: never leave one's number on the other's page.
            self.header.identifier.hide_identifier()
        self._thread, self._times = thread, times
        wrote = self._writes_with_the_keyboard()
        self.header.show_thread(thread, times, now_ms)
        self.history.reviewing = self._is_to_review(thread)
        self.history.show_thread(thread, times, now_ms)
        self.composer.show_thread(thread, times, now_ms)
        self._show_review(thread)
        entry = self.conflicting
        if entry is None:
            self._below.setCurrentWidget(self.splitter)
        else:
            self.conflict.show_conflict(thread, entry, seen, times, now_ms)
            self._below.setCurrentWidget(self.conflict)
        self._stack.setCurrentIndex(_Page.EXCHANGE)
        if wrote and not self._has_the_keyboard():
            # What was written in is gone: Qt would go on to whatever stands next in the window.
            self.history.setFocus()

    def _has_the_keyboard(self) -> bool:
        holder = self.window().focusWidget()
        return holder is not None and self.isAncestorOf(holder) and holder.isVisibleTo(self)

    def _writes_with_the_keyboard(self) -> bool:
        holder = self.window().focusWidget()
        return holder is not None and self.composer.isAncestorOf(holder)

    def show_nothing(self, *, gone: bool = False) -> None:
        """No exchange; `gone`: the one that was open is no longer in the store."""
        self._thread = None
        self.header.identifier.hide_identifier()
        self.history.clear()
        self.composer.show_nothing()
        self.review.leave()
        if gone:
            self.nothing.say_gone()
        else:
            self.nothing.say_choose()
        self._stack.setCurrentIndex(_Page.NOTHING)

    def _is_to_review(self, thread: ThreadView) -> bool:
        return (
            self._may_review
            and thread.review is not None
            and thread.status == "open"
            and thread.review.may_be_decided(supervisor=self._supervisor)
        )

    def _show_review(self, thread: ThreadView) -> None:
        review, wanted = thread.review, self._is_to_review(thread)
        if review is not None and wanted:
            self.review.show_review(thread, review)
        else:
            self.review.leave()
        if self.review.isHidden() is wanted:
            # What the agent was at goes with the panel: the keyboard must not be left nowhere.
            had_focus = self.composer.isAncestorOf(self.focusWidget() or self)
            self.composer.setVisible(not wanted)
            self.review.setVisible(wanted)
            if had_focus and wanted:
                self.review.text.setFocus()

    def tick(self, now_ms: int) -> None:
        """Once a second: the countdown goes on."""
        if self._thread is not None:
            self.header.countdown.show_thread(self._thread, self._times, now_ms)
            self.composer.tick(now_ms)
