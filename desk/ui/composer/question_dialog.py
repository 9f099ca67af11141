"""What a template must know before it can be written: yes or no, one key each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk.services.template_fields import TemplateField
from desk.ui.common.fitting import fit_to_words
from desk.ui.common.styling import button, label

WIDTH = 480


class QuestionDialog(QDialog):
    """Accepted once the last question is answered: `answers` holds them all, by field name.

    Enter answers nothing: an answer nobody gave would change what the adherent reads.
    """

    def __init__(
        self, title: str, questions: Sequence[TemplateField], parent: QWidget | None = None
    ) -> None:
        """`title`: of the template that asks. `questions`: at least one."""
        super().__init__(parent)
        self.answers: dict[str, bool] = {}
        self._questions = tuple(questions)
        self.setWindowTitle(self.tr("What the template asks"))
        self.setAccessibleName(title)
        self._place = label("", "small")
        self._place.setVisible(len(self._questions) > 1)
        self._question = label("", "heading", wrap=True)
        self.yes_button = self._answer_button(self.tr("Yes"))
        self.no_button = self._answer_button(self.tr("No"))
        self.cancel_button = button(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.yes_button.clicked.connect(lambda: self._answer(True))
        self.no_button.clicked.connect(lambda: self._answer(False))
        self.cancel_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.yes_button)
        foot.addWidget(self.no_button)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(title, "muted", wrap=True))
        column.addWidget(self._place)
        column.addWidget(self._question)
        column.addSpacing(4)
        column.addLayout(foot)
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        fit_to_words(self, self._column, WIDTH)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().casefold()
        for each, answer in ((self.yes_button, True), (self.no_button, False)):
            if typed and typed == _letter(each.property("answer")):
                event.accept()
                self._answer(answer)
                return
        if Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        super().keyPressEvent(event)

    def _answer_button(self, words: str) -> QPushButton:
        made = button(f"{words} ({_letter(words).upper()})", "primary")
        made.setProperty("answer", words)
        made.setAutoDefault(False)
        return made

    def _ask(self) -> None:
        field = self._questions[len(self.answers)]
        self._place.setText(
            self.tr("Question {number} of {count}").format(
                number=len(self.answers) + 1, count=len(self._questions)
            )
        )
        self._question.setText(field.label)
        for each in (self.yes_button, self.no_button):
            # The question belongs to its answers: a screen reader says both.
            each.setAccessibleName(f"{field.label}: {each.property('answer')}")
        self.yes_button.setFocus()

    def _answer(self, answer: bool) -> None:
        self.answers[self._questions[len(self.answers)].name] = answer
        if len(self.answers) == len(self._questions):
            self.accept()
        else:
            self._ask()
            fit_to_words(self, self._column, WIDTH)


def _letter(words: str) -> str:
    return words[:1].casefold()
