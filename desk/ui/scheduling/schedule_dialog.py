"""« Publier plus tard »: when, and what that means for the deadline."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desk.models.snapshots import ThreadView
from desk.services.moment_choices import QuickMoment
from desk.ui.common.fitting import fit_to_words
from desk.ui.common.styling import button, frame, label
from desk.ui.common.theme_icons import wear_icon
from desk.ui.common.times import Times
from desk.ui.composer.confirm import first_lines
from desk.ui.composer.guard_panel import GuardPanel
from desk.ui.composer.guard_review import GuardReview, Look
from desk.ui.composer.state_line import StateLine
from desk.ui.conversation.state_words import Said
from desk.ui.scheduling.moment_fields import MomentFields
from desk.ui.theme import Theme, Token

WIDTH = 600
HOUR_MS = 3_600_000


class ScheduleDialog(QDialog):
    """Accepted: `moment_ms` lies ahead. Ctrl+Enter accepts. A moment after the deadline is told
    plainly and may be chosen: the agent knows why. The text passes the same `GuardReview` as one
    that is published at once.
    """

    def __init__(
        self,
        theme: Theme,
        times: Times,
        choices: tuple[QuickMoment, ...],
        thread: ThreadView,
        text: str,
        kind: str,
        now: Callable[[], int],
        parent: QWidget | None = None,
        *,
        look: Look | None = None,
        writing: QPlainTextEdit | None = None,
    ) -> None:
        """`now`: the portal's clock, in ms. `kind`: ``answer`` or ``holding``. `look` None: nothing
        is judged. `writing`: the editor in which the text can be mended.
        """
        super().__init__(parent)
        self._times = times
        self._thread = thread
        self._holding = kind == "holding"
        self._now = now
        title = self.tr("Publish later")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setFixedWidth(WIDTH)
        now_ms = now()
        first = choices[0].at_ms if choices else now_ms + HOUR_MS
        self.fields = MomentFields(times, choices, first, now_ms)
        self.effect = StateLine(theme)
        self.problem = StateLine(theme)
        excerpt = frame("bubble_out", self.tr("First lines of the reply"))
        inside = QVBoxLayout(excerpt)
        inside.setContentsMargins(14, 10, 14, 10)
        self.excerpt = label(first_lines(text), wrap=True)
        inside.addWidget(self.excerpt)
        self.guard = GuardPanel(theme, editable=writing is not None)
        self.guard.changed.connect(self._on_guard)
        self._review = GuardReview(self, self.guard, text, look, writing)
        self._review.mended.connect(self._on_mended)
        self._review.judged.connect(self._fit)
        self.guard.fitted.connect(self._fit, Qt.ConnectionType.QueuedConnection)
        self.accept_button = button(self.tr("Schedule"), "primary", self.tr("Schedule the reply"))
        wear_icon(self.accept_button, theme, "calendar-clock", Token.ON_ACCENT)
        self.accept_button.setDefault(True)
        self.cancel_button = button(self.tr("Go on writing"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.accept_button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addWidget(
            label(
                self.tr(
                    "The portal publishes the reply by itself, even when this PC is off. It holds "
                    "it back, and tells you, when the adherent writes again before, when the "
                    "exchange changes, or when you are absent."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(
            label(f"{thread.adherent_name} · {thread.motif_label}", "strong", wrap=True)
        )
        column.addWidget(excerpt)
        column.addWidget(self.guard)
        column.addWidget(self.fields)
        column.addWidget(self.effect)
        column.addWidget(self.problem)
        column.addLayout(foot)
        self.fields.changed.connect(self._say)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        # A moment that lies ahead now may have passed in a minute.
        self._ticking = QTimer(self)
        self._ticking.setInterval(10_000)
        self._ticking.timeout.connect(self._say)
        self._ticking.start()
        self._say()
        (self.fields.quick[0] if self.fields.quick else self.fields.day).setFocus()
        self._review.judge()

    @property
    def confirmed_kinds(self) -> tuple[str, ...]:
        """Kinds of the warnings that the author let stand."""
        return self._review.confirmed_kinds

    @property
    def moment_ms(self) -> int:
        """The instant to publish at (the portal's clock)."""
        return self.fields.moment_ms

    @property
    def is_late(self) -> bool:
        """It would leave after the deadline."""
        if self._holding or self._thread.pause is not None:
            return False
        return self.moment_ms > self._thread.due_ms

    def accept(self) -> None:
        self._say()
        if self.accept_button.isEnabled() and self._review.agree():
            super().accept()

    def _on_guard(self) -> None:
        if self.guard.findings and self.guard.settled:
            self.accept_button.setFocus()

    def _on_mended(self, text: str) -> None:
        self.excerpt.setText(first_lines(text))

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        """The words change, and with them the height."""
        fit_to_words(self, self._column, WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            self.accept()
            return
        super().keyPressEvent(event)

    def _say(self) -> None:
        past = self.moment_ms <= self._now()
        self.accept_button.setEnabled(not past)
        moment = self._times.day_and_time(self.moment_ms)
        due = self._times.day_and_time(self._thread.due_ms)
        if past:
            self.effect.say(Said("", "pencil", ""))
            problem = Said(self.tr("This moment has passed: choose a later one."), "x", "error")
        else:
            words = self.tr("It will be published {moment} (time of the caisse).")
            self.effect.say(Said(words.format(moment=moment), "calendar-clock", ""))
            if self.is_late:
                words = self.tr(
                    "That is after the deadline ({due}): the answer will count as late."
                )
                problem = Said(words.format(due=due), "clock-alert", "error")
            elif self._holding:
                words = self.tr("The clock does not stop: an answer is still due {moment}.")
                problem = Said(words.format(moment=due), "clock-alert", "warn")
            else:
                words = self.tr("Within the deadline ({due}).")
                problem = Said(words.format(due=due), "circle-check", "ok")
        self.problem.say(problem)
        self.fields.set_problem(problem.words if past else "")
        self._fit()
