"""The large countdown of an exchange: what is left, and until when."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.countdown import Countdown, CountdownState, countdown
from desk.models.snapshots import ThreadView
from desk.ui.common.styling import label, set_style
from desk.ui.common.times import Times
from desk.ui.inbox.countdown_text import countdown_icon, countdown_words, paused_words
from desk.ui.inbox.palette import countdown_tokens
from desk.ui.theme import Theme


class CountdownBox(QFrame):
    """Says the time left in words, an icon and a colour; changes its colour at each warning."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Countdown | None = None
        self.setProperty("role", "countdown")
        self._icon = QLabel()
        self._value = label("", "countdown_value")
        self._value.setFont(theme.font_tabular())
        self._due = label()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._value)
        words.addWidget(self._due)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 16, 9)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words)
        theme.changed.connect(self._draw)

    def show_thread(self, thread: ThreadView, times: Times, now_ms: int) -> None:
        """Show the promise as it stands; cheap enough for each second."""
        shown = countdown(thread.due_ms, thread.sent_ms, thread.answered_ms, now_ms)
        reason = ""
        if shown.state is CountdownState.ANSWERED and thread.answered_ms is not None:
            words = self.tr("Answered") if shown.left_ms >= 0 else self.tr("Answered late")
            due = self.tr("Answered {moment}").format(
                moment=times.moment(thread.answered_ms, now_ms)
            )
        elif thread.status == "closed":
            words, due = self.tr("Closed"), self.tr("Closed without an answer")
        elif thread.pause is not None:
            shown = Countdown(CountdownState.PAUSED, thread.pause.left_ms, None)
            words = paused_words(thread.pause.left_ms)
            due = self.tr("Since {moment}").format(
                moment=times.moment(thread.pause.since_ms, now_ms)
            )
            reason = thread.pause.reason
        else:
            words = countdown_words(shown)
            due = self.tr("Due: {moment}").format(moment=times.day_and_time(thread.due_ms))
        if self._value.text() != words:
            self._value.setText(words)
        if self._due.text() != due:
            self._due.setText(due)
        # A reason may be long: it is told, and stands among what happened to the exchange.
        self.setToolTip(reason)
        self.setAccessibleName(". ".join(filter(None, (words, due, reason))))
        if self._shown is None or self._shown.state is not shown.state:
            self._shown = shown
            set_style(self, tone=shown.state.value)
            self._draw()

    def _draw(self) -> None:
        if self._shown is None:
            return
        state = self._shown.state
        token, _ = countdown_tokens(state)
        self._icon.setPixmap(
            self._theme.pixmap(countdown_icon(state), 28, token, self.devicePixelRatioF())
        )
