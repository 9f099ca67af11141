"""A review was settled by somebody else while this agent was at it: said, and their words shown."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desk.models.snapshots import KeptReview
from desk.services.bundle import Services
from desk.ui.common.banner import Banner
from desk.ui.reply_dialogs import ReplyDialogs
from desk.ui.theme import Theme


class SettledReviews(QObject):
    """The banner waits until the agent has seen it; « Mes brouillons » has the words besides."""

    def __init__(
        self,
        services: Services,
        theme: Theme,
        dialogs: ReplyDialogs,
        banner: Banner,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._dialogs = dialogs
        self._banner = banner
        self._window = window
        services.reviews.settled.connect(self._on_settled)

    @Slot(object)
    def _on_settled(self, kept: KeptReview) -> None:
        reference = self.tr("A message") if kept.reference is None else kept.reference
        self._banner.say(
            "warn",
            self.tr(
                "{reference}: the review of {author}'s reply was settled without you. What you had "
                "written is kept on this PC."
            ).format(reference=reference, author=kept.author_name),
            (self.tr("See your words"), lambda: self._show(kept)),
        )

    def _show(self, kept: KeptReview) -> None:
        from desk.ui.review.my_words_dialog import open_my_words

        open_my_words(self._services, self._theme, self._dialogs, kept, self._window)
