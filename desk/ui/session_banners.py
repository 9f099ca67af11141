"""What the agent must know of their session: that it ended, what is not kept, what came back."""

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

    outbox_requested = Signal()
    """What came back is to be seen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Session"))
        self.session = Banner(theme)
        self.keyring = Banner(theme)
        self.absence = Banner(theme)
        self.restored = Banner(theme)
        self.removed = Banner(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        self._all = (self.session, self.keyring, self.absence, self.restored, self.removed)
        for banner in self._all:
            banner.setProperty("role", "banner")
            banner.setProperty("wide", "true")
            column.addWidget(banner)

    def clear(self) -> None:
        """Nobody works here any more: what was said to one agent is not the next one's."""
        for banner in self._all:
            banner.hide()

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

    @Slot(int)
    def say_restored(self, lost: int) -> None:
        """The portal was restored from a backup: it no longer has `lost` of the agent's texts."""
        if not lost:
            self.restored.say(
                "info",
                self.tr(
                    "The portal was restored from a backup, and everything here was read anew. "
                    "Nothing that this PC sent for you is missing there: you can go on."
                ),
                (self.tr("Understood"), self.restored.hide),
            )
            return
        self.restored.say(
            "warn",
            self.tr(
                "The portal was restored from a backup: %n of your text(s) are no longer there. "
                "Nothing is lost on this PC: they wait for you in the outbox, and the replies as "
                "drafts too. Read each exchange again, then publish again.",
                "",
                lost,
            ),
            (self.tr("See the outbox"), self.outbox_requested.emit),
            (self.tr("Understood"), self.restored.hide),
        )

    @Slot(int)
    def say_removed(self, texts: int) -> None:
        """So many texts went with the store of an agent who may not work here any more."""
        self.removed.say(
            "error",
            self.tr(
                "%n unsent text(s) were on this PC alone: they were removed with its copy of the "
                "messages, and nobody can bring them back. Tell your supervisor now, so that a "
                "colleague answers those adherents.",
                "",
                texts,
            ),
            (self.tr("Understood"), self.removed.hide),
        )
