"""Handing an exchange to another team of the caisse, or to another caisse, saying why."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desk.models.snapshots import ThreadView
from desk.services.act_choices import CaisseChoice, TeamChoice
from desk.services.reply_text import visible_length
from desk.ui.acts.choice_list import Choice, ChoiceList
from desk.ui.common.styling import button, label, set_style
from desk.ui.theme import Theme

_TEAM, _CAISSE = "team:", "caisse:"


class TransferDialog(QDialog):
    """Accepted: `competence` or `caisse` is the destination, and `text` the reason. Ctrl+Enter
    accepts.
    """

    def __init__(
        self,
        theme: Theme,
        teams: tuple[TeamChoice, ...],
        caisses: tuple[CaisseChoice, ...],
        thread: ThreadView,
        least: int,
        most: int,
        parent: QWidget | None = None,
    ) -> None:
        """`least`, `most`: visible characters of the reason. The teams of the caisse come first."""
        super().__init__(parent)
        self._least, self._most = least, most
        title = self.tr("Transfer the exchange")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(640, 620)
        here = self.tr("A team of this caisse")
        away = self.tr("Another caisse: the exchange leaves yours")
        self.choices = ChoiceList(
            theme,
            [Choice(_TEAM + t.code, t.label, here) for t in teams if t.code != thread.competence]
            + [Choice(_CAISSE + c.code, c.label, away) for c in caisses],
            self.tr("Teams and caisses"),
            self.tr("Search a team or a caisse"),
            self.tr("A few letters of the team or the caisse"),
        )
        self.search, self.list = self.choices.search, self.choices.list
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(self.tr("Why"))
        self.edit.setFixedHeight(96)
        self.counter = label("", "small")
        self.problem = label("", "error")
        self.accept_button = button(self.tr("Transfer"), "primary")
        self.accept_button.setDefault(True)
        self.cancel_button = button(self.tr("Cancel"))
        self._lay_out(title, thread)
        self.choices.changed.connect(self._refresh)
        self.choices.accepted.connect(self.edit.setFocus)
        self.search.returnPressed.connect(self.edit.setFocus)
        self.edit.textChanged.connect(self._refresh)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._refresh()
        self.search.setFocus()

    def _lay_out(self, title: str, thread: ThreadView) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(label(title, "title"))
        column.addWidget(
            label(
                self.tr(
                    "It is with {team} now. The clock goes on: it is still the same message."
                ).format(team=thread.competence_label),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.choices, 1)
        column.addWidget(label(self.tr("Why"), "caption"))
        column.addWidget(self.edit)
        below = QHBoxLayout()
        below.addWidget(self.problem, 1)
        below.addWidget(self.counter)
        column.addLayout(below)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.accept_button)
        column.addLayout(foot)

    @property
    def competence(self) -> str | None:
        """The code of the team; None when it goes to another caisse."""
        return self._code(_TEAM)

    @property
    def caisse(self) -> str | None:
        """The code of the caisse; None when it stays in this one."""
        return self._code(_CAISSE)

    @property
    def text(self) -> str:
        """The reason."""
        return self.edit.toPlainText().strip()

    def accept(self) -> None:
        if self.accept_button.isEnabled():
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Enter in the search goes on to the reason; only with Ctrl does it decide.
            event.accept()
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.accept()
            return
        super().keyPressEvent(event)

    def _code(self, kind: str) -> str | None:
        chosen = self.choices.chosen
        return chosen.removeprefix(kind) if chosen and chosen.startswith(kind) else None

    def _refresh(self) -> None:
        length = visible_length(self.text)
        self.counter.setText(self.tr("{count} / {most}").format(count=length, most=self._most))
        words = ""
        if length > self._most:
            words = self.tr("Too long by %n character(s).", "", length - self._most)
        elif self.text and length < self._least:
            words = self.tr("At least %n character(s).", "", self._least)
        self.problem.setText(words)
        self.edit.setAccessibleDescription(words)
        set_style(self.edit, invalid="true" if words else "false")
        fits = self._least <= length <= self._most
        self.accept_button.setEnabled(fits and self.choices.chosen is not None)
