"""« Demander une relecture » : whom to ask, and what the checks say of the text first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desk import wire
from desk.models.snapshots import ThreadView
from desk.ui.acts.choice_list import Choice, ChoiceList
from desk.ui.common.styling import button, frame, label
from desk.ui.common.theme_icons import wear_icon
from desk.ui.composer.confirm import first_lines
from desk.ui.composer.guard_panel import GuardPanel
from desk.ui.composer.guard_review import GuardReview, Look
from desk.ui.theme import Theme, Token

WIDTH = 600
ANYBODY = "anybody"


class AskReviewDialog(QDialog):
    """Accepted: `reviewer_id` is to read the text. Ctrl+Enter accepts, Enter in the list too."""

    def __init__(
        self,
        theme: Theme,
        thread: ThreadView,
        text: str,
        colleagues: Sequence[wire.Colleague],
        parent: QWidget | None = None,
        *,
        training: bool,
        look: Look | None = None,
        writing: QPlainTextEdit | None = None,
    ) -> None:
        """`training`: say why it is needed. `look`, `writing`: as for `ConfirmDialog`."""
        super().__init__(parent)
        title = self.tr("Ask for a review")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setFixedWidth(WIDTH)
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
        self.choices = ChoiceList(
            theme,
            [
                Choice(ANYBODY, self.tr("Any supervisor"), self.tr("The first one who is free")),
                *(Choice(str(e.agent_id), e.agent_name, self._role(e)) for e in colleagues),
            ],
            self.tr("Who reads it"),
            self.tr("Search a colleague"),
            self.tr("A name…"),
        )
        self.choices.setFixedHeight(210)
        self.accept_button = button(self.tr("Ask for the review"), "primary")
        wear_icon(self.accept_button, theme, "eye", Token.ON_ACCENT)
        self.accept_button.setDefault(True)
        self.cancel_button = button(self.tr("Go on writing"))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addWidget(label(self._why(training), "muted", wrap=True))
        column.addWidget(
            label(f"{thread.adherent_name} · {thread.motif_label}", "strong", wrap=True)
        )
        column.addWidget(excerpt)
        column.addWidget(self.guard)
        column.addWidget(label(self.tr("Who reads it"), "caption"))
        column.addWidget(self.choices)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.accept_button)
        column.addLayout(foot)
        self.choices.changed.connect(self._refresh)
        self.choices.accepted.connect(self.accept)
        self.choices.search.returnPressed.connect(self.accept)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._refresh()
        self.choices.search.setFocus()
        self._review.judge()

    @property
    def confirmed_kinds(self) -> tuple[str, ...]:
        """Kinds of the warnings that the author let stand."""
        return self._review.confirmed_kinds

    @property
    def reviewer_id(self) -> int | None:
        """The colleague asked; None: any supervisor."""
        chosen = self.choices.chosen
        return None if chosen in (None, ANYBODY) else int(str(chosen))

    def accept(self) -> None:
        if self.accept_button.isEnabled() and self._review.agree():
            super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        """Wrapped words have their height only once the width is known; warnings come later."""
        self._column.activate()
        self.setFixedHeight(self._column.totalHeightForWidth(WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            self.accept()
            return
        super().keyPressEvent(event)

    def _why(self, training: bool) -> str:
        words = self.tr(
            "The reply leaves in your name once it is approved. It may come back with comments."
        )
        if training:
            reason = self.tr("You are in training: your replies leave after a colleague read them.")
            return f"{reason} {words}"
        return words

    def _role(self, colleague: wire.Colleague) -> str:
        return self.tr("Supervisor") if colleague.role == "supervisor" else self.tr("Colleague")

    def _refresh(self) -> None:
        self.accept_button.setEnabled(self.choices.chosen is not None)

    def _on_guard(self) -> None:
        if self.guard.findings and self.guard.settled:
            self.choices.search.setFocus()

    def _on_mended(self, text: str) -> None:
        self.excerpt.setText(first_lines(text))
