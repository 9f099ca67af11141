"""« Mes brouillons »: what the agent has begun to write, when, and where."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.models.snapshots import KeptReview, KeptText
from desk.ui.common.styling import button, label
from desk.ui.common.theme_icons import Picture
from desk.ui.common.times import Times
from desk.ui.review.words_of import review_words
from desk.ui.theme import Theme, Token

EXCERPT = 110
"""Characters of the text: enough to know it again."""


class MineDialog(QDialog):
    """Accepted: `chosen` is the draft, or the review begun, that is to be opened."""

    def __init__(
        self,
        theme: Theme,
        times: Times,
        drafts: Sequence[KeptText],
        elsewhere: Mapping[int, str],
        now_ms: int,
        parent: QWidget | None = None,
        *,
        reviews: Sequence[KeptReview] = (),
    ) -> None:
        """`drafts`, `reviews`: newest first. `elsewhere`: thread → another PC that has another text
        for it.
        """
        super().__init__(parent)
        self._theme = theme
        title = self.tr("My drafts")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(660, 520)
        written = [each for each in drafts if each.text.strip()]
        self._drafts: list[KeptText | KeptReview] = sorted(
            (*written, *reviews), key=lambda each: -each.saved_ms
        )
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each in self._drafts:
            moment = times.moment(each.saved_ms, now_ms)
            item = QListWidgetItem(self._said(each, elsewhere, moment))
            item.setData(Qt.ItemDataRole.UserRole, each.thread_id)
            self.list.addItem(item)
        self.count = label(self._counted(len(written), len(reviews)), "muted")
        self.open_button = button(self.tr("Go on writing it"), "primary")
        self.open_button.setDefault(True)
        self.close_button = button(self.tr("Close"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.count, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.close_button)
        foot.addWidget(self.open_button)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self.list)
        self._stack.setCurrentIndex(1 if self._drafts else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(self._refresh)
        self.list.itemActivated.connect(self.accept)
        self.open_button.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.reject)
        theme.changed.connect(self._draw)
        self._draw()
        self._refresh()
        (self.list if self._drafts else self.close_button).setFocus()

    def _counted(self, drafts: int, reviews: int) -> str:
        words = self.tr("%n draft(s)", "", drafts)
        if not reviews:
            return words
        begun = self.tr("%n review(s) begun", "", reviews)
        return (
            self.tr("{drafts}, {reviews}").format(drafts=words, reviews=begun) if drafts else begun
        )

    def _said(self, each: KeptText | KeptReview, elsewhere: Mapping[int, str], moment: str) -> str:
        whose = (
            self.tr("An exchange that is no longer here")
            if each.reference is None
            else f"{each.adherent_name}, {each.reference}"
        )
        if isinstance(each, KeptReview):
            state = self.tr("review of the reply of {author}").format(author=each.author_name)
            if each.settled:
                state = self.tr("review of the reply of {author}, settled without you").format(
                    author=each.author_name
                )
            return self.tr("{whose}\n{moment}, {where}\n{excerpt}").format(
                whose=whose, moment=moment, where=state, excerpt=_excerpt(review_words(each))
            )
        where = self.tr("this PC")
        if each.thread_id in elsewhere:
            where = self.tr("this PC, and another text on {device}").format(
                device=elsewhere[each.thread_id]
            )
        return self.tr("{whose}\n{moment}, {where}\n{excerpt}").format(
            whose=whose, moment=moment, where=where, excerpt=_excerpt(each.text)
        )

    @property
    def chosen(self) -> KeptText | KeptReview | None:
        row = self.list.currentRow()
        return self._drafts[row] if 0 <= row < len(self._drafts) else None

    def accept(self) -> None:
        if self.chosen is not None:
            super().accept()

    def _refresh(self) -> None:
        chosen = self.chosen
        self.open_button.setEnabled(chosen is not None)
        gone = chosen is not None and chosen.reference is None
        words = self.tr("See its versions") if gone else self.tr("Go on writing it")
        if isinstance(chosen, KeptReview):
            words = self.tr("See your words") if chosen.settled else self.tr("Go on reviewing")
        self.open_button.setText(words)
        self.open_button.setAccessibleName(words)

    def _draw(self) -> None:
        for row, each in enumerate(self._drafts):
            icon = "eye" if isinstance(each, KeptReview) else "file-pen"
            self.list.item(row).setIcon(self._theme.icon(icon, Token.STATE_WARN))

    def _empty(self) -> QWidget:
        page = QWidget()
        words = self.tr("Nothing begun")
        page.setAccessibleName(words)
        icon = Picture(self._theme, "check", 40, Token.STATE_OK)
        icon.setAccessibleName(words)
        hint = self.tr("What you begin to write is kept here until it is published or deleted.")
        middle = QVBoxLayout(page)
        middle.setSpacing(8)
        middle.addStretch(1)
        for each in (icon, label(words, "heading"), label(hint, "muted", wrap=True)):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            middle.addWidget(each)
        middle.addStretch(1)
        return page


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else line[:EXCERPT].rsplit(" ", 1)[0] + " …"
