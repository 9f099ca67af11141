"""What a reviewer had begun on a reply that was settled without them: read, copied, thrown away."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desk.models.snapshots import KeptReview
from desk.services.bundle import Services
from desk.ui.common.styling import button, label
from desk.ui.common.theme_icons import wear_icon
from desk.ui.reply_dialogs import ReplyDialogs
from desk.ui.review.words_of import review_words
from desk.ui.theme import Theme, Token


class MyWordsDialog(QDialog):
    """Accepted: the agent throws these words away. Closed otherwise, they stay."""

    def __init__(self, theme: Theme, kept: KeptReview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Your words on a reply")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(620, 460)
        whose = (
            self.tr("An exchange that is no longer here")
            if kept.reference is None
            else f"{kept.adherent_name} · {kept.reference}"
        )
        why = self.tr(
            "The review of {author}'s reply was settled before you decided: none of this was sent. "
            "It stays on this PC until you throw it away, or for thirty days."
        ).format(author=kept.author_name)
        self.text = QPlainTextEdit(review_words(kept))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Your words"))
        self.text.verticalScrollBar().setAccessibleName(self.tr("Scroll your words"))
        self.copy_button = button(self.tr("Copy"), "", self.tr("Copy your words"))
        wear_icon(self.copy_button, theme, "copy", Token.TEXT)
        self.throw_button = button(self.tr("Throw away"), "flat", self.tr("Throw your words away"))
        self.close_button = button(self.tr("Close"), "primary")
        self.close_button.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.throw_button)
        foot.addStretch(1)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addWidget(label(whose, "strong", wrap=True))
        column.addWidget(label(why, "muted", wrap=True))
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        self.copy_button.clicked.connect(self._copy)
        self.throw_button.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        self.text.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())


def open_my_words(
    services: Services, theme: Theme, dialogs: ReplyDialogs, kept: KeptReview, window: QWidget
) -> None:
    """Show them; thrown away only when the agent says so."""
    dialogs.ask(MyWordsDialog(theme, kept, window), lambda: services.reviews.throw_away(kept))
