"""« Se déconnecter »: asks once, and signs out when every text is on the disk."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.services.bundle import Services
from desk.services.store_key import KeyPlace
from desk.services.unsent_work import UnsentWork, unsent_work
from desk.ui.reply_dialogs import ReplyDialogs
from desk.ui.theme import Theme


class SigningOut(QObject):
    """The question is there at once; what was counted is told when the store has answered, and a
    store that does not answer keeps nobody here.
    """

    def __init__(
        self,
        services: Services,
        theme: Theme,
        dialogs: ReplyDialogs,
        all_saved: Callable[[], bool],
        window: QWidget,
    ) -> None:
        """`all_saved`: saves every text; False: the agent stays because the disk refuses one."""
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._dialogs = dialogs
        self._all_saved = all_saved
        self._window = window

    def ask(self) -> None:
        """Show the question."""
        from desk.ui.sign_out_dialog import SignOutDialog

        if not self._all_saved():
            return
        session = self._services.session
        dialog = SignOutDialog(
            self._theme, is_kept=session.key_place is not KeyPlace.SESSION, parent=self._window
        )

        def show(work: UnsentWork) -> None:
            # Answered before the store: the dialog may be gone.
            if self._dialogs.current is dialog:
                dialog.show_unsent(work)

        def leave() -> None:
            if self._all_saved():
                session.sign_out(wipe=dialog.wipe)

        self._dialogs.ask(dialog, leave)
        self._services.lanes.query(unsent_work, show)
