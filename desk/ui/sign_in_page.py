"""Nobody is signed in: one button, what it does, and what went wrong."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from desk.ui.common.banner import Banner
from desk.ui.common.styling import button, frame, give_icon, label
from desk.ui.theme import Theme, Token


class SignInPage(QWidget):
    """Waiting for the browser it can only be cancelled; a failure is said in words."""

    sign_in_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, theme: Theme, portal: str, parent: QWidget | None = None) -> None:
        """`portal`: its address, told to the agent before the browser opens."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Sign-in"))
        card = frame("card", self.tr("Sign-in"))
        card.setFixedWidth(520)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._icon.setFixedHeight(80)
        self._icon.setPixmap(theme.application_icon().pixmap(72, 72))
        title = label(self.tr("Secure messages"), "display")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = label("", "muted", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.banner = Banner(theme)
        self.sign_in_button = button(self.tr("Sign in"), "big")
        self.sign_in_button.setDefault(True)
        self.cancel_button = button(self.tr("Cancel"))
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Waiting for the browser"))
        self._portal = label(
            self.tr("Portal: {address}").format(address=portal), "small", wrap=True
        )
        self._portal.setAlignment(Qt.AlignmentFlag.AlignCenter)

        inside = QVBoxLayout(card)
        inside.setContentsMargins(44, 40, 44, 32)
        inside.setSpacing(12)
        inside.addWidget(self._icon)
        inside.addWidget(title)
        inside.addWidget(self._words)
        inside.addSpacing(6)
        inside.addWidget(self.banner)
        inside.addWidget(self._progress)
        for each in (self.sign_in_button, self.cancel_button):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(each)
            row.addStretch(1)
            inside.addLayout(row)
        inside.addSpacing(6)
        inside.addWidget(self._portal)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(3)
        self.sign_in_button.clicked.connect(self._on_sign_in)
        self.cancel_button.clicked.connect(self.cancel_requested)
        theme.changed.connect(self._draw)
        self._draw()
        self.show_ready()

    def show_ready(self) -> None:
        """Nothing is under way."""
        self._words.setText(
            self.tr(
                "Your web browser opens at the portal: you sign in there, with your usual "
                "account, and come back here. Desk never sees your password."
            )
        )
        self._progress.hide()
        self.cancel_button.hide()
        self.sign_in_button.show()
        self.sign_in_button.setEnabled(True)

    def show_waiting(self) -> None:
        """The browser was opened."""
        self.banner.hide()
        self._words.setText(
            self.tr("Sign in in the browser window that has opened. Desk waits for you.")
        )
        self._progress.show()
        self.sign_in_button.hide()
        self.cancel_button.show()
        self.cancel_button.setFocus()

    def show_failure(self, code: str) -> None:
        """It came to nothing."""
        self.show_ready()
        if code == "cancelled":
            self.banner.hide()
        else:
            self.banner.say("error", self.words_for(code))
        self.sign_in_button.setFocus()

    @Slot()
    def say_revoked(self) -> None:
        """The portal took the agent's access away: what that meant for this PC."""
        self.banner.say(
            "error",
            self.tr(
                "Your access to the secure messages was taken away at the portal. The copy kept on "
                "this PC is removed with its key: messages, drafts, and what was not sent. "
                "Ask your supervisor."
            ),
        )

    @Slot(bool)
    def say_wiped(self, unsent_stays: bool) -> None:
        """This PC's copy was erased, as the agent wished on leaving."""
        words = self.tr("This PC's copy of the messages is erased.")
        more = (
            self.tr(
                "What you had not sent stays here, encrypted: nobody can read it until you sign in "
                "again."
            )
            if unsent_stays
            else self.tr("Nothing of your work is left on this PC.")
        )
        self.banner.say("ok", f"{words} {more}")

    @Slot(str)
    def say_wipe_failed(self, code: str) -> None:
        """This PC's copy could not be erased, or not wholly."""
        causes = {
            "disk_full": self.tr("the disk is full"),
            "read_only": self.tr("the disk is read-only"),
            "busy": self.tr("the disk does not answer"),
        }
        self.banner.say(
            "error",
            self.tr(
                "This PC's copy could not be erased: {cause}. It is encrypted, and nobody can read "
                "it without signing in as you. Call your support before leaving this PC."
            ).format(cause=causes.get(code, self.tr("the disk refuses"))),
        )

    def words_for(self, code: str) -> str:
        """What a failure's code means, and what to do."""
        known = {
            "browser": self.tr("No web browser could be opened on this PC. Call your support."),
            "refused": self.tr(
                "The portal refused the sign-in. Try again; if it happens twice, "
                "call your supervisor."
            ),
            "timeout": self.tr(
                "Nobody signed in within five minutes. Try again when you are ready."
            ),
            "offline": self.tr("The portal cannot be reached. Check the network, then try again."),
            "portal_error": self.tr(
                "The portal has a problem for the moment. Try again in a few minutes."
            ),
            "not_the_portal": self.tr(
                "The address does not lead to the portal. Check it in the "
                "settings, or call your support."
            ),
            "not_an_agent": self.tr(
                "This account is not an agent's. Sign in with your agent account."
            ),
        }
        return known.get(code, self.tr("The sign-in failed ({code}). Try again.").format(code=code))

    def _on_sign_in(self) -> None:
        self.show_waiting()
        self.sign_in_requested.emit()

    def _draw(self) -> None:
        give_icon(self.sign_in_button, self._theme.icon("log-in", Token.ON_ACCENT))
