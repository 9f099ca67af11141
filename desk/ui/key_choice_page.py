"""The keyring does not keep the key of the agent's store: they say how it shall be opened."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from desk.services.passphrase import SHORTEST
from desk.ui.common.banner import Banner
from desk.ui.common.styling import button, frame, label, restyle
from desk.ui.theme import Theme, Token

WIDTH = 920
_DISK_CODES = frozenset({"disk_full", "read_only", "unavailable"})


class KeyChoicePage(QWidget):
    """Answers `Session.key_choice_needed`. Guarantees: a passphrase stays in its field only until
    the page is left; nothing is chosen in the agent's place.
    """

    passphrase_given = Signal(str)
    session_only_requested = Signal()
    retry_requested = Signal()
    leave_requested = Signal()
    """Somebody else wants to sign in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reason = ""
        self._asked_again = False
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("How your texts are protected"))
        self._icon = QLabel()
        self._icon.setAccessibleName(self.tr("How your texts are protected"))
        self._title = label("", "title", wrap=True)
        self._words = label("", "muted", wrap=True)
        self.banner = Banner(theme)
        self.passphrase = self._secret_field(self.tr("Passphrase"))
        self.again = self._secret_field(self.tr("The same passphrase again"))
        self._again_caption = label(self.tr("The same passphrase again"), "caption")
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        self.shown = QCheckBox(self.tr("Show what I type"))
        self.shown.setAccessibleName(self.tr("Show what I type"))
        self.use_button = button(self.tr("Use this passphrase"), "primary")
        self.session_button = button(self.tr("Go on for this session only"))
        self.retry_button = button(self.tr("Ask the keyring again"))
        self.leave_button = button(self.tr("Sign in as somebody else"), "flat")
        self._passphrase_words = label("", "muted", wrap=True)
        self._session_words = label("", "muted", wrap=True)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Please wait"))
        self._lay_out()
        self.shown.toggled.connect(self._on_shown)
        self.use_button.clicked.connect(self._on_use)
        self.passphrase.returnPressed.connect(self._on_passphrase_entered)
        self.again.returnPressed.connect(self._on_use)
        for field in (self.passphrase, self.again):
            field.textEdited.connect(lambda _text: self._say_problem(""))
        self.session_button.clicked.connect(self._on_session_only)
        self.retry_button.clicked.connect(self._on_retry)
        self.leave_button.clicked.connect(self.leave_requested)
        theme.changed.connect(self._draw)
        self._draw()
        self._set_busy(False)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._words)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)

        typed = frame("card", self.tr("With a passphrase"))
        left = self._inside(typed)
        left.addWidget(label(self.tr("With a passphrase"), "heading"))
        left.addWidget(self._passphrase_words)
        caption = label(self.tr("Passphrase"), "caption")
        caption.setBuddy(self.passphrase)
        self._again_caption.setBuddy(self.again)
        for each in (
            caption,
            self.passphrase,
            self._again_caption,
            self.again,
            self.problem,
            self.shown,
        ):
            left.addWidget(each)
        left.addStretch(1)
        left.addWidget(self.use_button, 0, Qt.AlignmentFlag.AlignLeft)

        session = frame("card", self.tr("For this session only"))
        right = self._inside(session)
        right.addWidget(label(self.tr("For this session only"), "heading"))
        right.addWidget(self._session_words)
        right.addStretch(1)
        right.addWidget(self.session_button, 0, Qt.AlignmentFlag.AlignLeft)

        self._retry_card = frame("card", self.tr("With the keyring"))
        below = self._inside(self._retry_card)
        below.addWidget(label(self.tr("With the keyring"), "heading"))
        below.addWidget(
            label(
                self.tr("Unlock it as you usually do, then have it asked once more."),
                "muted",
                wrap=True,
            )
        )
        below.addStretch(1)
        below.addWidget(self.retry_button, 0, Qt.AlignmentFlag.AlignLeft)

        others = QVBoxLayout()
        others.setSpacing(14)
        others.addWidget(session, 1)
        others.addWidget(self._retry_card, 1)
        choices = QHBoxLayout()
        choices.setSpacing(14)
        choices.addWidget(typed, 1)
        choices.addLayout(others, 1)

        self._middle = middle = QWidget()
        middle.setFixedWidth(WIDTH)
        middle.setAccessibleName(self.tr("How your texts are protected"))
        self._column = column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addLayout(choices)
        column.addWidget(self._progress)
        column.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignRight)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 16, 24, 16)
        page.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)
        page.addLayout(row)
        page.addStretch(3)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Wrapped labels have their height only once their words and the width are known."""
        self._column.activate()
        self._middle.setMinimumHeight(self._column.totalHeightForWidth(WIDTH))

    @staticmethod
    def _inside(card: QFrame) -> QVBoxLayout:
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(8)
        return inside

    @staticmethod
    def _secret_field(name: str) -> QLineEdit:
        made = QLineEdit()
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setAccessibleName(name)
        return made

    # What is shown -------------------------------------------------------------------------------

    @Slot(str)
    def show_reason(self, reason: str) -> None:
        """`reason`: as `Session.key_choice_needed` gives it."""
        self._set_busy(False)
        if reason in _DISK_CODES:
            self.banner.say("error", self._disk_words(reason))
            self._fit()
            return
        same = self._asked_again and reason == self._reason
        self._asked_again = False
        self._reason = reason
        self.banner.hide()
        self._clear_fields()
        existing = reason == "passphrase"
        if existing:
            self._title.setText(self.tr("Your passphrase, please"))
            self._words.setText(
                self.tr("Your drafts and messages on this PC are locked with the one you chose.")
            )
            self._passphrase_words.setText(self.tr("It opens what was kept on this PC."))
            self._session_words.setText(
                self.tr(
                    "Forgotten, or not at hand: what was kept stays locked, and nothing of this "
                    "session is kept on this PC. Drafts not yet sent go when desk closes."
                )
            )
            self.use_button.setText(self.tr("Open"))
        else:
            self._title.setText(self.tr("How shall your texts be protected on this PC?"))
            self._words.setText(self._cause_words(reason))
            self._passphrase_words.setText(
                self.tr(
                    "At least {count} characters. It is asked at each start; nobody can give it "
                    "back if it is forgotten, and drafts kept here would be lost."
                ).format(count=SHORTEST)
            )
            self._session_words.setText(
                self.tr(
                    "Nothing to remember: everything here goes when desk closes, drafts not yet "
                    "sent included. The portal keeps what has reached it."
                )
            )
            self.use_button.setText(self.tr("Use this passphrase"))
        self.use_button.setAccessibleName(self.use_button.text())
        for each in (self.again, self._again_caption):
            each.setVisible(not existing)
        self._retry_card.setVisible(not existing)
        if same:
            self.banner.say("warn", self.tr("It was asked again: nothing has changed."))
        self._fit()
        self.passphrase.setFocus()

    @Slot(str)
    def say_wrong(self, code: str) -> None:
        """The passphrase was ``wrong`` or ``too_short``; the choice is still open."""
        self._set_busy(False)
        self._say_problem(
            self.tr("At least {count} characters.").format(count=SHORTEST)
            if code == "too_short"
            else self.tr("This is not the passphrase that was chosen. Nothing is lost: try again.")
        )
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def leave(self) -> None:
        """The choice was made, or given up: nothing typed stays."""
        self._set_busy(False)
        self._clear_fields()
        self.banner.hide()
        self._asked_again = False

    def _cause_words(self, reason: str) -> str:
        causes = {
            "absent": self.tr("This PC has no keyring, where their key would be kept."),
            "locked": self.tr("This PC's keyring is locked, so their key cannot be read."),
            "hanging": self.tr("This PC's keyring, which keeps their key, does not answer."),
        }
        cause = causes.get(reason, self.tr("This PC's keyring cannot be used."))
        return self.tr(
            "{cause} Your texts are always encrypted: choose how they are opened."
        ).format(cause=cause)

    def _disk_words(self, code: str) -> str:
        if code == "disk_full":
            return self.tr("The disk is full: your choice could not be kept. Make room, try again.")
        return self.tr(
            "This PC's disk refuses: your choice could not be kept. Go on for this session only, "
            "or call your support."
        )

    # What the agent does -------------------------------------------------------------------------

    def _on_passphrase_entered(self) -> None:
        if self.again.isHidden():
            self._on_use()
        else:
            self.again.setFocus()

    def _on_use(self) -> None:
        if not self.use_button.isEnabled():
            return
        typed = self.passphrase.text()
        if not self.again.isHidden():
            if len(typed) < SHORTEST:
                self.say_wrong("too_short")
                return
            if typed != self.again.text():
                self._say_problem(self.tr("The two are not the same."))
                self.again.setFocus()
                return
        elif not typed:
            self._say_problem(self.tr("Type the passphrase first."))
            return
        self._set_busy(True)
        self.passphrase_given.emit(typed)

    def _on_session_only(self) -> None:
        self._set_busy(True)
        self.session_only_requested.emit()

    def _on_retry(self) -> None:
        self._asked_again = True
        self._set_busy(True)
        self.retry_requested.emit()

    def _on_shown(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.passphrase, self.again):
            field.setEchoMode(mode)

    def _set_busy(self, busy: bool) -> None:
        self._progress.setVisible(busy)
        for each in (self.use_button, self.session_button, self.retry_button):
            each.setEnabled(not busy)
        for field in (self.passphrase, self.again):
            field.setReadOnly(busy)

    def _say_problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        # The error belongs to the field: a screen reader says it there.
        for field in (self.passphrase, self.again):
            field.setAccessibleDescription(words)
            field.setProperty("invalid", "true" if words else "false")
            restyle(field)
        self._fit()

    def _clear_fields(self) -> None:
        self.passphrase.clear()
        self.again.clear()
        self.shown.setChecked(False)
        self._say_problem("")

    def _draw(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("lock", 36, Token.ACCENT, self.devicePixelRatioF()))
