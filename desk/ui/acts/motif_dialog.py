"""Correcting the motif: a list that a few letters shorten, by keyboard alone."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk.models.snapshots import ThreadView
from desk.services.act_choices import MotifChoice
from desk.ui.acts.choice_list import Choice, ChoiceList
from desk.ui.common.styling import button, label
from desk.ui.theme import Theme


class MotifDialog(QDialog):
    """Accepted: `chosen` is the code of another motif than the present one."""

    def __init__(
        self,
        theme: Theme,
        motifs: tuple[MotifChoice, ...],
        thread: ThreadView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        title = self.tr("Correct the motif")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(640, 560)
        self.choices = ChoiceList(
            theme,
            [Choice(m.code, m.label, m.place) for m in motifs if m.code != thread.motif],
            self.tr("Motifs"),
            self.tr("Search a motif"),
            self.tr("A few letters of the motif, the subject or theme"),
        )
        self.search, self.list = self.choices.search, self.choices.list
        self.accept_button = button(self.tr("Correct the motif"), "primary")
        self.accept_button.setDefault(True)
        self.cancel_button = button(self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(label(title, "title"))
        column.addWidget(
            label(
                self.tr("Now: {motif}. What the adherent chose stays known.").format(
                    motif=thread.motif_label
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.choices, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.accept_button)
        column.addLayout(foot)
        self.choices.changed.connect(self._refresh)
        self.choices.accepted.connect(self.accept)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._refresh()
        self.search.setFocus()

    @property
    def chosen(self) -> str | None:
        """The code of the motif."""
        return self.choices.chosen

    def accept(self) -> None:
        if self.chosen is not None:
            super().accept()

    def _refresh(self) -> None:
        self.accept_button.setEnabled(self.chosen is not None)
