"""What the agent must know of their session while they work: it ended, it will not be kept."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.common.banner import Banner
from desk.ui.common.times import Times
from desk.ui.theme import Theme

LONGEST_TIMER_S = 20 * 86_400


class SessionBanners(QWidget):
    """Lines above the work, each there only while it is true."""

    sign_in_requested = Signal()
    cancel_requested = Signal()
    back_requested = Signal()
    """« Je suis de retour »."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Session"))
        self.session = Banner(theme)
        self.keyring = Banner(theme)
        self.absence = Banner(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for banner in (self.session, self.keyring, self.absence):
            banner.setProperty("role", "banner")
            banner.setProperty("wide", "true")
            column.addWidget(banner)

    def clear(self) -> None:
        self.session.hide()
        self.keyring.hide()
        self.absence.hide()

    def say_ended(self) -> None:
        """The session is over; nothing is lost."""
        self.session.say(
            "warn",
            self.tr(
                "Your session has ended. You can go on reading and writing: everything is kept "
                "on this PC and leaves when you have signed in again."
            ),
            (self.tr("Sign in"), self.sign_in_requested.emit),
        )

    def say_waiting(self) -> None:
        """The browser is open."""
        self.session.say(
            "info",
            self.tr("Sign in in the browser window that has opened."),
            (self.tr("Cancel"), self.cancel_requested.emit),
        )

    def say_failed(self, words: str) -> None:
        """Signing in again came to nothing; `words` say why."""
        self.session.say("error", words, (self.tr("Sign in"), self.sign_in_requested.emit))

    def say_absent(self, until_ms: int | None, now_ms: int, times: Times) -> None:
        """The portal takes the agent for absent until then; None: it does not."""
        if until_ms is None:
            self.absence.hide()
            return
        left_s = max(1, (until_ms - now_ms) // 1000)
        self.absence.say(
            "info",
            self.tr(
                "You are noted as absent until {moment}: your scheduled replies are held."
            ).format(moment=times.day_and_time(until_ms)),
            (self.tr("I am back"), self.back_requested.emit),
            # It ends by itself; a timer reaches three weeks, and nobody sits here longer.
            for_seconds=left_s if left_s < LONGEST_TIMER_S else None,
        )

    @Slot(str)
    def say_not_kept(self, code: str) -> None:
        """The keyring is ``absent``, ``locked``, ``hanging`` or ``broken``."""
        causes = {
            "absent": self.tr("This PC has no keyring"),
            "locked": self.tr("This PC's keyring is locked"),
            "hanging": self.tr("This PC's keyring does not answer"),
        }
        cause = causes.get(code, self.tr("This PC's keyring cannot be used"))
        self.keyring.say(
            "warn",
            self.tr(
                "{cause}: your sign-in will not be kept, and you will sign in again at the next "
                "start."
            ).format(cause=cause),
            (self.tr("Understood"), self.keyring.hide),
        )
