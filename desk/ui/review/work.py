"""Asking for a review, and giving one: from the agent's keys to the services."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from desk.models.actions import Passage
from desk.models.snapshots import ReplyState
from desk.services.bundle import Services
from desk.ui.acts.text_dialog import TextDialog
from desk.ui.common.times import Times
from desk.ui.composer.writing import writing_of
from desk.ui.conversation.centre import Centre
from desk.ui.reply_dialogs import ReplyDialogs
from desk.ui.review.ask_dialog import AskReviewDialog
from desk.ui.review.panel import ReviewPanel
from desk.ui.theme import Theme

MOST = 2000
"""Visible characters of a remark: what the portal takes."""


class ReviewWork(QObject):
    """Nothing is asked or decided before its dialog is accepted."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        dialogs: ReplyDialogs,
        centre: Centre,
        times: Callable[[], Times],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._dialogs = dialogs
        self._centre = centre
        self._times = times
        self._window = window
        panel, composer = centre.review, centre.composer
        panel.comment_requested.connect(self.comment)
        panel.send_back_requested.connect(self.send_back)
        panel.approve_requested.connect(self.approve)
        services.reviews.save_failed.connect(panel.say_not_saved)
        composer.returned.take_up_requested.connect(self.take_up)
        centre.history.withdraw_review_requested.connect(self.withdraw)

    @property
    def panel(self) -> ReviewPanel:
        return self._centre.review

    # The author ----------------------------------------------------------------------------------

    @Slot()
    def ask(self) -> None:
        """« Demander une relecture… » of the composer's text."""
        view, composer = self._centre.thread_view, self._centre.composer
        me = self._services.session.me
        if view is None or me is None or not composer.possible.publish:
            return
        composer.hand_over()
        dialog = AskReviewDialog(
            self._theme,
            view,
            composer.text,
            me.reviewers,
            self._window,
            training=me.in_training,
            look=self._dialogs.look_for(view),
            writing=composer.editor,
        )

        def accepted() -> None:
            shown = composer.thread_view
            if shown is None or shown.thread_id != view.thread_id or not composer.possible.publish:
                return
            refused = writing_of(shown).entry
            if refused is not None and refused.state is ReplyState.REJECTED:
                # The new request takes its place; its text is already the draft.
                self._services.publisher.cancel(refused.event_id)
            text = composer.text
            composer.begin_publishing()
            self._services.publisher.ask_review(
                view.thread_id,
                text,
                _kind(composer.reply_kind),
                dialog.reviewer_id,
                dialog.confirmed_kinds,
            )

        self._dialogs.ask(dialog, accepted)

    @Slot()
    def withdraw(self) -> None:
        """« Retirer la demande »: the text goes back to the composer."""
        view = self._centre.thread_view
        review = None if view is None else view.review
        if view is None or review is None or not review.by_me or review.pending:
            return
        if review.review_id is not None:
            self._services.publisher.withdraw_review(view.thread_id, review.review_id)

    @Slot()
    def take_up(self) -> None:
        """« Reprendre le texte » that was sent back, where nothing else was begun."""
        view, composer = self._centre.thread_view, self._centre.composer
        review = None if view is None else view.review
        if review is not None and review.came_back_to_me and composer.possible.write:
            if not composer.text:
                composer.set_kind(review.kind)
                composer.restore(review.text, 0)
            composer.editor.setFocus()

    # The reviewer --------------------------------------------------------------------------------

    @Slot()
    def comment(self) -> None:
        """« Commenter le passage… » that is selected."""
        panel = self.panel
        review, passage = panel.review, panel.selected
        if review is None or passage is None:
            return
        start, end = passage
        mine = review.review_id
        dialog = TextDialog(
            self._theme,
            self.tr("Comment on the passage"),
            self.tr("“{passage}”").format(passage=review.text[start:end]),
            self.tr("Your comment"),
            self.tr("Add the comment"),
            least=1,
            most=MOST,
            parent=self._window,
        )

        def shown() -> bool:
            return panel.review is not None and panel.review.review_id == mine

        def accepted() -> None:
            if shown():
                panel.add_comment(start, end, dialog.text)

        def typed() -> None:
            if shown():
                panel.begin_comment(start, end, dialog.text)

        def given_up() -> None:
            # Closed with desk or with its session, it is one of the remarks when they come back.
            if shown() and not self._dialogs.closing:
                panel.drop_comment()

        dialog.edit.textChanged.connect(typed)
        dialog.rejected.connect(given_up)
        self._dialogs.ask(dialog, accepted)

    @Slot()
    def send_back(self) -> None:
        """« Renvoyer… » with words about the whole, and the remarks made."""
        view, panel = self._centre.thread_view, self.panel
        review = panel.review
        if view is None or review is None or review.review_id is None or not panel.can_send_back:
            return
        review_id = review.review_id
        remarks = tuple(Passage(e.start, e.end, e.text) for e in panel.work.comments)
        dialog = TextDialog(
            self._theme,
            self.tr("Send the reply back?"),
            self.tr(
                "{author} reads your words, and your comments beside the passages (%n).",
                "",
                len(remarks),
            ).format(author=review.author_name),
            self.tr("What is to be done"),
            self.tr("Send back"),
            least=1,
            most=MOST,
            parent=self._window,
        )
        dialog.edit.setPlainText(panel.work.words)
        dialog.edit.moveCursor(QTextCursor.MoveOperation.End)

        def typed() -> None:
            if panel.review is not None and panel.review.review_id == review_id:
                panel.keep_words(dialog.edit.toPlainText())

        def accepted() -> None:
            self._services.reviews.flush()
            self._services.publisher.send_back(view.thread_id, review_id, dialog.text, remarks)

        dialog.edit.textChanged.connect(typed)
        self._dialogs.ask(dialog, accepted)

    @Slot()
    def approve(self) -> None:
        """« Approuver… »: shows once more what leaves, and what the checks say of it."""
        view, panel = self._centre.thread_view, self.panel
        review = panel.review
        if view is None or review is None or review.review_id is None or not panel.can_approve:
            return
        review_id, amended = review.review_id, panel.work.amended
        if amended == review.text:
            amended = None

        def publish(confirmed: tuple[str, ...]) -> None:
            self._services.reviews.flush()
            self._services.publisher.approve(
                view.thread_id, review_id, view.version, amended, confirmed
            )

        final = review.text if amended is None else amended
        self._dialogs.confirm(view, final, review.kind, self._times(), publish)


def _kind(stored: str) -> Literal["answer", "holding"]:
    return "holding" if stored == "holding" else "answer"
