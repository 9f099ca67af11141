"""« Publier… »: what will leave, to whom, and what the adherent will receive."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk.models.snapshots import ThreadView
from desk.ui.common.fitting import fit_to_words
from desk.ui.common.styling import button, frame, label, rule
from desk.ui.common.theme_icons import Picture, wear_icon
from desk.ui.common.times import Times
from desk.ui.common.tones import TONE_TOKENS
from desk.ui.composer.guard_panel import GuardPanel
from desk.ui.composer.guard_review import GuardReview, Look
from desk.ui.conversation.reach_words import telling_said
from desk.ui.theme import Theme, Token

FIRST_LINES = 12
WIDTH = 560
LONGEST_EXCERPT = 600
"""Characters: a glance that it is the right text, not a second reading."""


def first_lines(text: str) -> str:
    """The beginning of a reply as it will be read, empty lines included."""
    lines = text.strip().split("\n")
    excerpt = "\n".join(lines[:FIRST_LINES]).rstrip()
    if len(excerpt) > LONGEST_EXCERPT:
        return excerpt[:LONGEST_EXCERPT].rsplit(" ", 1)[0] + " …"
    return excerpt if len(lines) <= FIRST_LINES else excerpt + "\n…"


class ConfirmDialog(QDialog):
    """Accepted: publish. Ctrl+Enter, which opened it, also confirms it. Nothing is accepted before
    the text passed its `GuardReview`.
    """

    def __init__(
        self,
        theme: Theme,
        times: Times,
        thread: ThreadView,
        text: str,
        kind: str,
        online: bool,
        parent: QWidget | None = None,
        *,
        look: Look | None = None,
        writing: QPlainTextEdit | None = None,
    ) -> None:
        """`look` None: nothing is judged. `writing`: the editor in which the text can be mended."""
        super().__init__(parent)
        self._theme = theme
        holding = kind == "holding"
        title = self.tr("Publish the holding reply?") if holding else self.tr("Publish the answer?")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setFixedWidth(WIDTH)

        facts = QFormLayout()
        facts.setHorizontalSpacing(16)
        facts.setVerticalSpacing(6)
        facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        name = " ".join(filter(None, (thread.civility, thread.adherent_name)))
        proxy = thread.proxy
        for caption, words, role in (
            (self.tr("To"), name, "strong"),
            *(() if proxy is None else ((self.tr("Written by"), proxy.name, "strong"),)),
            (self.tr("About"), thread.motif_label, ""),
            (self.tr("Reference"), thread.reference, ""),
        ):
            facts.addRow(label(caption, "muted"), label(words, role, wrap=True))

        excerpt = frame("bubble_out", self.tr("First lines of the reply"))
        inside = QVBoxLayout(excerpt)
        inside.setContentsMargins(14, 10, 14, 10)
        self.excerpt = label(first_lines(text), wrap=True)
        inside.addWidget(self.excerpt)

        self.guard = GuardPanel(theme, editable=writing is not None)
        self.guard.changed.connect(self._on_guard)
        self._review = GuardReview(self, self.guard, text, look, writing)
        self._review.mended.connect(self._on_mended)
        self._review.judged.connect(self._on_judged)
        self.guard.fitted.connect(self._fit, Qt.ConnectionType.QueuedConnection)

        self.publish_button = button(
            self.tr("Publish the holding reply") if holding else self.tr("Publish"), "primary"
        )
        wear_icon(self.publish_button, theme, "send", Token.ON_ACCENT)
        self.publish_button.setDefault(True)
        self.publish_button.setAutoDefault(True)
        self.cancel_button = button(self.tr("Go on writing"))
        self.publish_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)

        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.publish_button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addWidget(label(title, "title"))
        column.addLayout(facts)
        column.addWidget(excerpt)
        column.addWidget(self.guard)
        effects = QVBoxLayout()
        effects.setSpacing(6)
        for icon, words, tone in self._effects(thread, times, holding, online):
            effects.addLayout(self._line(icon, words, tone))
        column.addLayout(effects)
        column.addWidget(rule())
        column.addLayout(foot)
        self.publish_button.setFocus()
        self._review.judge()

    @property
    def confirmed_kinds(self) -> tuple[str, ...]:
        """Kinds of the warnings that the author let stand."""
        return self._review.confirmed_kinds

    def accept(self) -> None:
        if self._review.agree():
            super().accept()

    def _on_judged(self) -> None:
        if self.isVisible():
            self._fit()

    def _on_mended(self, text: str) -> None:
        self.excerpt.setText(first_lines(text))

    def _on_guard(self) -> None:
        if self.guard.findings and self.guard.settled:
            self.publish_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            self.accept()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        fit_to_words(self, self._column, WIDTH)

    def _effects(
        self, thread: ThreadView, times: Times, holding: bool, online: bool
    ) -> list[tuple[str, str, str]]:
        """What will happen, one line each: icon, words, tone."""
        effects = [(said.icon, said.words, said.tone) for said in telling_said(thread)]
        if holding and thread.pause is not None:
            effects.append(("pause", self.tr("The clock stays paused."), ""))
        elif holding:
            words = self.tr("The clock does not stop: an answer is still due {moment}.")
            effects.append(
                ("clock-alert", words.format(moment=times.day_and_time(thread.due_ms)), "warn")
            )
        else:
            effects.append(("circle-check", self.tr("The 48 h clock stops."), ""))
        if not online:
            effects.append(
                (
                    "cloud-off",
                    self.tr(
                        "The portal cannot be reached: the reply waits in the outbox and "
                        "leaves by itself, once."
                    ),
                    "warn",
                )
            )
        return effects

    def _line(self, icon: str, words: str, tone: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        picture = Picture(self._theme, icon, 16, TONE_TOKENS[tone])
        picture.setAccessibleName(words)
        said = label(words, wrap=True)
        said.setProperty("tone", tone)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)
        return row
