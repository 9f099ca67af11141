"""The conversation: header over messages, or a word when nothing is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desk.models.snapshots import ThreadView
from desk.ui.common.styling import label
from desk.ui.common.times import Times
from desk.ui.conversation.header import ConversationHeader
from desk.ui.conversation.history import History
from desk.ui.theme import Theme, Token


class NothingOpen(QWidget):
    """What the centre shows before a message is chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("No message is open"))
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = label(self.tr("Choose a message in the list"), "heading")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint = label(
            self.tr("Arrow keys move through the list, Enter opens. Press F1 for every shortcut."),
            "muted",
            wrap=True,
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addSpacing(4)
        column.addWidget(title)
        column.addWidget(hint)
        column.addStretch(3)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self._icon.setPixmap(
            self._theme.pixmap("inbox", 48, Token.BORDER_STRONG, self.devicePixelRatioF())
        )


class ConversationPanel(QWidget):
    """One exchange. Holds the snapshot it shows; asks for everything else by signals."""

    claim_requested = Signal()
    release_requested = Signal()
    unmask_requested = Signal()
    thread_requested = Signal(object)
    """The id of another exchange to open."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thread: ThreadView | None = None
        self._times = Times()
        self.setAccessibleName(self.tr("Conversation"))
        self.header = ConversationHeader(theme)
        self.history = History(theme)
        shown = QWidget()
        shown.setAccessibleName(self.tr("Conversation"))
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.history, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(NothingOpen(theme))
        self._stack.addWidget(shown)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.header.claim_requested.connect(self.claim_requested)
        self.header.release_requested.connect(self.release_requested)
        self.header.thread_requested.connect(self.thread_requested)
        self.header.identifier.unmask_requested.connect(self.unmask_requested)

    @property
    def thread_view(self) -> ThreadView | None:
        return self._thread

    def show_thread(self, thread: ThreadView, times: Times, now_ms: int) -> None:
        """Show this exchange as the store knows it."""
        if self._thread is None or self._thread.thread_id != thread.thread_id:
            # Two adherents may share a mask: never leave one's number on the other's page.
            self.header.identifier.hide_identifier()
        self._thread, self._times = thread, times
        self.header.show_thread(thread, times, now_ms)
        self.history.show_thread(thread, times, now_ms)
        self._stack.setCurrentIndex(1)

    def show_nothing(self) -> None:
        self._thread = None
        self.header.identifier.hide_identifier()
        self.history.clear()
        self._stack.setCurrentIndex(0)

    def tick(self, now_ms: int) -> None:
        """Once a second: the countdown goes on."""
        if self._thread is not None:
            self.header.countdown.show_thread(self._thread, self._times, now_ms)
