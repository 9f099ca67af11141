"""« Supprimer le brouillon »: the text goes, and for a while it can be taken back."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desk.services.drafts import Drafts
from desk.ui.common.banner import UNDO_SECONDS, Banner
from desk.ui.composer.panel import ComposerPanel


class ThrowingAway(QObject):
    """Whatever is on screen when « Annuler » is pressed, the text goes back where it was."""

    def __init__(
        self, drafts: Drafts, composer: ComposerPanel, banner: Banner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._drafts = drafts
        self._composer = composer
        self._banner = banner

    @Slot()
    def delete(self) -> None:
        """Throw the composer's text away."""
        view = self._composer.thread_view
        if view is None or not self._composer.text:
            return
        self.say(view.thread_id, self._composer.text, self._composer.editor.caret)
        self._composer.clear()

    def say(self, thread_id: int, text: str, caret: int) -> None:
        """This text of the exchange on screen was given up: say so, with the way back."""
        before = self._composer.thread_view
        seen_version = 0 if before is None else before.version

        def undo() -> None:
            view = self._composer.thread_view
            if view is not None and view.thread_id == thread_id:
                self._composer.restore(text, caret)
            else:
                self._drafts.edited(thread_id, text, caret, seen_version)
                self._drafts.flush()

        self._banner.say(
            "info",
            self.tr("The draft was deleted."),
            (self.tr("Undo"), undo),
            for_seconds=UNDO_SECONDS,
        )
