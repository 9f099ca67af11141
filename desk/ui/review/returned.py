"""Beside the text that came back: what the reviewer says of it, passage by passage."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk.models.snapshots import CommentView, ReviewView
from desk.ui.common.styling import button, label
from desk.ui.review.passages import CommentList


class Returned(QFrame):
    """Shown to the author beside the editor, from the sending back until they ask anew."""

    take_up_requested = Signal()
    """« Reprendre le texte »: put what was sent back into the editor."""
    passage_requested = Signal(str, int)
    """(passage, its place in the text that was sent back): show it in the editor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setProperty("role", "note")
        self.setAccessibleName(self.tr("Comments of the reviewer"))
        self.setFixedWidth(290)
        self.heading = label("", "strong", wrap=True)
        self.words = label("", wrap=True)
        self.comments = CommentList(self.tr("Comments on passages of your reply"))
        self.take_up_button = button(
            self.tr("Take the text up again"), "primary", self.tr("Take your text up again")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.words)
        column.addWidget(self.comments, 1)
        column.addWidget(self.take_up_button)
        self.take_up_button.clicked.connect(self.take_up_requested)
        self.comments.go_requested.connect(self._on_go)
        self.hide()

    def show_review(self, review: ReviewView | None, *, empty: bool) -> None:
        """`empty`: nothing stands in the editor, so the text may be taken up again."""
        back = review is not None and review.came_back_to_me
        self.setVisible(back)
        if review is None or not back:
            return
        self._text = review.text
        self.heading.setText(self.tr("{name} sent it back").format(name=review.reviewer_name))
        self.words.setText(review.words)
        self.words.setAccessibleName(review.words)
        self.comments.show_comments(review.text, review.comments)
        self.comments.setVisible(bool(review.comments))
        self.take_up_button.setVisible(empty)

    def _on_go(self, comment: CommentView) -> None:
        self.passage_requested.emit(self._text[comment.start : comment.end], comment.start)
