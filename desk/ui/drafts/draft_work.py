"""Earlier versions of a draft, and the draft of another PC: from the services to the windows."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desk import wire
from desk.models.snapshots import DraftVersion, DraftView, KeptReview, KeptText
from desk.services.bundle import Services
from desk.ui.common.banner import UNDO_SECONDS, Banner
from desk.ui.common.times import Times
from desk.ui.composer.panel import ComposerPanel
from desk.ui.reply_dialogs import ReplyDialogs
from desk.ui.theme import Theme

if TYPE_CHECKING:
    from desk.ui.drafts.versions_dialog import VersionsDialog


class DraftWork(QObject):
    """Guarantees: no text in the composer is replaced but by the agent's choice, and what was
    replaced can be had back from the versions. Nothing opens by itself while somebody writes: a
    banner waits.
    """

    def __init__(
        self,
        services: Services,
        theme: Theme,
        dialogs: ReplyDialogs,
        composer: ComposerPanel,
        times: Callable[[], Times],
        open_thread: Callable[[int], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._dialogs = dialogs
        self._composer = composer
        self._times = times
        self._open_thread = open_thread
        self._window = window
        self._local: dict[int, DraftView] = {}
        self._undecided_is_said = False
        self.banner = Banner(theme)
        self.banner.setProperty("wide", "true")
        copies = services.copies
        copies.elsewhere.connect(self._on_elsewhere)
        copies.arrived.connect(self._on_arrived)
        copies.taken.connect(self._on_taken)

    def forget(self) -> None:
        """Nobody works here any more."""
        self._local.clear()
        self.banner.hide()

    # Versions ------------------------------------------------------------------------------------

    def show_versions(self) -> None:
        """« Versions du brouillon… »"""
        self._composer.hand_over()
        self._services.drafts.kept(self._open_versions)

    def show_mine(self) -> None:
        """« Mes brouillons »"""
        self._composer.hand_over()
        reviews = self._services.reviews
        self._services.drafts.kept(
            lambda kept: reviews.kept(lambda begun: self._open_mine(kept, begun))
        )

    def _open_mine(self, kept: list[KeptText], begun: list[KeptReview]) -> None:
        from desk.ui.drafts.mine_dialog import MineDialog

        elsewhere = {each: copy.device for each, copy in self._services.copies.undecided.items()}
        now_ms = self._services.clock.now_ms()
        dialog = MineDialog(
            self._theme, self._times(), kept, elsewhere, now_ms, self._window, reviews=begun
        )

        def accepted() -> None:
            chosen = dialog.chosen
            if chosen is None:
                return
            if isinstance(chosen, KeptReview):
                self._open_review(chosen)
            elif chosen.reference is None:
                self.show_versions()
            else:
                self._open_thread(chosen.thread_id)
                self._composer.editor.setFocus()

        self._dialogs.ask(dialog, accepted)

    def _open_review(self, chosen: KeptReview) -> None:
        if chosen.settled:
            from desk.ui.review.my_words_dialog import open_my_words

            open_my_words(self._services, self._theme, self._dialogs, chosen, self._window)
        else:
            self._open_thread(chosen.thread_id)

    def _open_versions(self, kept: list[KeptText]) -> None:
        from desk.ui.drafts.versions_dialog import VersionsDialog

        view = self._composer.thread_view
        here = None if view is None else view.thread_id
        if view is not None and all(each.thread_id != here for each in kept):
            # Nothing was written there yet: said so, rather than showing somebody else's texts.
            mine = KeptText(view.thread_id, "", 0, view.reference, view.adherent_name)
            kept = [mine, *kept]
        dialog = VersionsDialog(
            self._theme,
            self._times(),
            kept,
            here,
            self._services.clock.now_ms(),
            self._window,
        )
        dialog.exchange_chosen.connect(lambda thread_id: self._read(dialog, thread_id))

        def restore() -> None:
            if dialog.chosen is not None:
                self._restore(dialog.chosen)

        self._dialogs.ask(dialog, restore)
        if dialog.thread_id is not None:
            self._read(dialog, dialog.thread_id)

    def _read(self, dialog: "VersionsDialog", thread_id: int) -> None:
        def show(versions: list[DraftVersion]) -> None:
            # Closed while the store was read: the dialog may be gone.
            if self._dialogs.current is dialog:
                dialog.show_versions(thread_id, versions)

        self._services.drafts.versions(thread_id, show)

    def _restore(self, version: DraftVersion) -> None:
        before = self._composer.text if self._is_shown(version.thread_id) else None
        times, now_ms = self._times(), self._services.clock.now_ms()

        def restored(draft: DraftView) -> None:
            self._show(draft)
            self.banner.say(
                "ok",
                self.tr(
                    "The text of {moment} is the draft again; the one it replaced is in the "
                    "versions."
                ).format(moment=times.moment(version.saved_ms, now_ms)),
                *(
                    [(self.tr("Undo"), lambda: self._undo(version.thread_id, before))]
                    if before
                    else []
                ),
                for_seconds=UNDO_SECONDS,
            )

        self._services.drafts.restore(version, restored)

    def _undo(self, thread_id: int, text: str) -> None:
        # Whatever is being written now becomes a version too.
        self._services.drafts.restore(DraftVersion(thread_id, 0, text), self._show)

    def _show(self, draft: DraftView) -> None:
        if self._is_shown(draft.thread_id):
            self._composer.show_chosen(draft)
            self._composer.editor.setFocus()
        else:
            self._open_thread(draft.thread_id)

    # Another PC ----------------------------------------------------------------------------------

    @Slot(object, object, object)
    def _on_elsewhere(self, thread_id: int, local: DraftView, _remote: wire.Draft) -> None:
        self._local[thread_id] = local
        self.follow()

    def follow(self) -> None:
        """Another exchange is on screen, or a choice was made: say what waits, or nothing."""
        undecided = self._services.copies.undecided
        view = self._composer.thread_view
        here = view.thread_id if view is not None else None
        for gone in self._local.keys() - undecided.keys():
            del self._local[gone]
        if here is not None and here in undecided and self._composer.possible.write:
            remote = undecided[here]
            self._say_undecided(
                self.tr(
                    "Another text of this reply was written on {device}. Yours is untouched until "
                    "you choose."
                ).format(device=remote.device),
                (self.tr("Compare both texts…"), lambda: self._compare(here)),
            )
        elif undecided:
            thread_id = next(iter(undecided))
            self._say_undecided(
                self.tr(
                    "A reply that you began here was written differently on {device}: choose when "
                    "you like."
                ).format(device=undecided[thread_id].device),
                (self.tr("Open the exchange"), lambda: self._open_thread(thread_id)),
            )
        elif self._undecided_is_said:
            self._undecided_is_said = False
            self.banner.hide()

    def _say_undecided(self, words: str, act: tuple[str, Callable[[], None]]) -> None:
        self._undecided_is_said = True
        self.banner.say("warn", words, act)

    def _compare(self, thread_id: int) -> None:
        from desk.ui.drafts.elsewhere_dialog import ElsewhereDialog

        remote = self._services.copies.undecided.get(thread_id)
        view, local = self._composer.thread_view, self._local.get(thread_id)
        if remote is None or local is None or view is None or view.thread_id != thread_id:
            return
        self._composer.hand_over()
        dialog = ElsewhereDialog(
            self._theme,
            self._times(),
            f"{view.adherent_name} · {view.motif_label} · {view.reference}",
            replace(local, text=self._composer.text) if self._composer.text else local,
            remote,
            self._services.clock.now_ms(),
            self._window,
        )
        copies = self._services.copies
        dialog.mine_chosen.connect(lambda: copies.keep_mine(thread_id))
        dialog.theirs_chosen.connect(lambda: copies.take_theirs(thread_id))
        # Decided or not: the banner says what still waits.
        dialog.finished.connect(self._on_decided)
        self._dialogs.ask(dialog, self.follow)

    @Slot()
    def _on_decided(self) -> None:
        self.follow()

    @Slot(object)
    def _on_taken(self, draft: DraftView) -> None:
        self._show(draft)
        self.follow()

    @Slot(object)
    def _on_arrived(self, thread_id: int) -> None:
        if self._is_shown(thread_id) and not self._undecided_is_said:
            self.banner.say(
                "info",
                self.tr("The text that you wrote on another PC is here: you can go on."),
                for_seconds=UNDO_SECONDS,
            )

    def _is_shown(self, thread_id: int) -> bool:
        view = self._composer.thread_view
        return view is not None and view.thread_id == thread_id
