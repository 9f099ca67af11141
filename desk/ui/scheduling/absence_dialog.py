"""« Je m’absente »: until when, and what the portal does meanwhile."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk.services.moment_choices import QuickMoment
from desk.ui.common.fitting import fit_to_words
from desk.ui.common.styling import button, label
from desk.ui.common.times import Times
from desk.ui.scheduling.moment_fields import MomentFields
from desk.ui.theme import Theme

WIDTH = 560
DAY_MS = 86_400_000


class AbsenceDialog(QDialog):
    """Closes by itself once the portal knows (`close_told`); stays, with the reason, when it could
    not be told.
    """

    absence_chosen = Signal(object)
    """Until when (the portal's clock, ms), or None: I am back."""

    def __init__(
        self,
        theme: Theme,
        times: Times,
        choices: tuple[QuickMoment, ...],
        absent_until_ms: int | None,
        now: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        """`absent_until_ms`: what the portal knows already; None when the agent is there."""
        super().__init__(parent)
        self._now = now
        title = self.tr("I am absent")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setFixedWidth(WIDTH)
        now_ms = now()
        first = absent_until_ms or (choices[0].at_ms if choices else now_ms + DAY_MS)
        self.fields = MomentFields(times, choices, first, now_ms)
        self.problem = label("", "error", wrap=True)
        self.accept_button = button(self.tr("Note my absence"), "primary")
        self.accept_button.setDefault(True)
        self.back_button = button(self.tr("I am back"))
        self.back_button.setVisible(absent_until_ms is not None)
        self.cancel_button = button(self.tr("Cancel"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back_button)
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
                    "Until then the portal publishes none of your scheduled replies: each is held "
                    "at its moment, and waits for your decision. Nothing else changes."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(label(self.tr("Until"), "heading"))
        column.addWidget(self.fields)
        column.addWidget(self.problem)
        column.addLayout(foot)
        self.fields.changed.connect(self._say)
        self.accept_button.clicked.connect(self.accept)
        self.back_button.clicked.connect(lambda: self._choose(None))
        self.cancel_button.clicked.connect(self.reject)
        self._say()
        (self.fields.quick[0] if self.fields.quick else self.fields.day).setFocus()

    def accept(self) -> None:
        self._say()
        if self.accept_button.isEnabled():
            self._choose(self.fields.moment_ms)

    def close_told(self) -> None:
        """The portal knows."""
        super().accept()

    def say_failed(self, code: str) -> None:
        """The portal was not told."""
        self._say()
        self.back_button.setEnabled(True)
        known = {
            "sign_in_needed": self.tr("Sign in first: the portal does not know of your absence."),
        }
        self._complain(
            known.get(
                code,
                self.tr(
                    "The portal cannot be reached: it does not know of your absence. Try again."
                ),
            )
        )

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

    def _choose(self, until_ms: int | None) -> None:
        self.accept_button.setEnabled(False)
        self.back_button.setEnabled(False)
        self._complain("")
        self.absence_chosen.emit(until_ms)

    def _say(self) -> None:
        past = self.fields.moment_ms <= self._now()
        self.accept_button.setEnabled(not past)
        words = self.tr("This moment has passed: choose a later one.") if past else ""
        self._complain(words)
        self.fields.set_problem(words)

    def _complain(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setAccessibleName(words)
        self.problem.setVisible(bool(words))
        self._fit()
