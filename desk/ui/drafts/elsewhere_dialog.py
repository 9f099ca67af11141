"""The same reply was written on two PCs: both texts, and the agent's choice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk import wire
from desk.instants import to_ms
from desk.models.snapshots import DraftView
from desk.ui.common.styling import button, frame, label
from desk.ui.common.times import Times
from desk.ui.drafts.compared_text import ComparedText
from desk.ui.theme import Theme

WIDTH, HEIGHT = 980, 580


class ElsewhereDialog(QDialog):
    """Neither text is touched before a button is pressed; « Décider plus tard » is Escape."""

    mine_chosen = Signal()
    theirs_chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        times: Times,
        subject: str,
        local: DraftView,
        remote: wire.Draft,
        now_ms: int,
        parent: QWidget | None = None,
    ) -> None:
        """`subject`: whose message it is."""
        super().__init__(parent)
        title = self.tr("Which text do you go on with?")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(WIDTH, HEIGHT)
        remote_ms = to_ms(remote.saved_at)
        newer = local.saved_ms >= remote_ms
        self.my_text = ComparedText(theme, self.tr("Text of this PC"), with_other=False)
        self.their_text = ComparedText(theme, self.tr("Text of the other PC"), with_other=False)
        self.my_text.show_texts(local.text, remote.text)
        self.their_text.show_texts(remote.text, local.text)
        self.my_head = label(
            self._head(self.tr("This PC"), times.moment(local.saved_ms, now_ms), newer), "strong"
        )
        self.their_head = label(
            self._head(remote.device, times.moment(remote_ms, now_ms), not newer),
            "strong",
            wrap=True,
        )
        both = QHBoxLayout()
        both.setSpacing(16)
        for head, text in ((self.my_head, self.my_text), (self.their_head, self.their_text)):
            card = frame("card", head.text())
            inside = QVBoxLayout(card)
            inside.setContentsMargins(14, 12, 14, 14)
            inside.setSpacing(8)
            inside.addWidget(head)
            inside.addWidget(text, 1)
            both.addWidget(card, 1)
        self.later_button = button(self.tr("Decide later"), "flat")
        self.theirs_button = button(self.tr("Take the other PC's text"))
        self.mine_button = button(self.tr("Keep this PC's text"), "primary")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.later_button)
        foot.addStretch(1)
        foot.addWidget(self.theirs_button)
        foot.addWidget(self.mine_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addWidget(label(subject, "", wrap=True))
        column.addWidget(
            label(
                self.tr(
                    "You wrote this reply on two PCs. The text that you leave is not lost: it "
                    "stays in the versions of the draft. What only one of them says is underlined."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addLayout(both, 1)
        column.addLayout(foot)
        self.mine_button.clicked.connect(self._on_mine)
        self.theirs_button.clicked.connect(self._on_theirs)
        self.later_button.clicked.connect(self.reject)
        (self.mine_button if newer else self.theirs_button).setFocus()

    def _head(self, device: str, moment: str, newer: bool) -> str:
        if newer:
            return self.tr("{device} · {moment} · the newer one").format(
                device=device, moment=moment
            )
        return self.tr("{device} · {moment}").format(device=device, moment=moment)

    def _on_mine(self) -> None:
        self.mine_chosen.emit()
        self.accept()

    def _on_theirs(self) -> None:
        self.theirs_chosen.emit()
        self.accept()
