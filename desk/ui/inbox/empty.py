"""What stands where there is no message: why, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.models.snapshots import InboxFilter
from desk.ui.common.styling import button, label
from desk.ui.theme import Theme, Token


class EmptyPage(QWidget):
    """An icon, a sentence, a hint and at most two of its buttons."""

    clear_wanted = Signal()
    """Empty the filter box."""

    again_wanted = Signal()
    """Try to read the messages again."""

    kind_wanted = Signal(object)
    """Show this `InboxFilter` instead."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = "inbox"
        self._elsewhere = InboxFilter.TODO
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = label("", "heading", wrap=True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._hint = label("", "muted", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.clear_button = button(self.tr("Clear the filter"), "primary")
        self.clear_button.clicked.connect(self.clear_wanted)
        self.again_button = button(self.tr("Try again"), "primary")
        self.again_button.clicked.connect(self.again_wanted)
        self.elsewhere_button = button(self.tr("Show all that is to answer"))
        self.elsewhere_button.clicked.connect(self._go_elsewhere)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.clear_button)
        buttons.addWidget(self.elsewhere_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 48)
        column.setSpacing(8)
        column.addStretch(1)
        for part in (self._icon, self._title, self._hint):
            column.addWidget(part)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(2)
        theme.changed.connect(self._draw)
        self.show_loading(None)

    @property
    def title(self) -> str:
        return self._title.text()

    def show_loading(self, loaded: int | None) -> None:
        """Nothing is known yet. `loaded`: messages received by a first load under way."""
        if loaded is None:
            self._say("loader-circle", self.tr("Loading messages…"), "")
            return
        hint = self.tr("%n message(s) received so far. They appear as they come.", "", loaded)
        self._say("loader-circle", self.tr("The first load is under way."), hint)

    def show_unreadable(self) -> None:
        """The store on this PC could not be read."""
        self._say(
            "circle-alert",
            self.tr("The messages on this PC could not be read."),
            self.tr("Nothing is lost: they are with the portal. The log says why."),
            again=True,
        )

    def show_nothing(self, kind: InboxFilter, text: str) -> None:
        """The list is known, and empty under this filter and these words."""
        if text:
            self._say(
                "search",
                self.tr("No message matches “{text}”.").format(text=text),
                self.tr("Name, reference, motif and first words are searched, accents or not."),
                clear=True,
                elsewhere=None if kind is InboxFilter.TODO else InboxFilter.TODO,
            )
        elif kind is InboxFilter.TODO:
            self._say(
                "circle-check",
                self.tr("Nothing to answer. Well done."),
                self.tr("New messages appear here by themselves."),
            )
        elif kind is InboxFilter.MINE:
            self._say(
                "user-check",
                self.tr("No message is yours."),
                self.tr("Claim one of those that nobody holds."),
                elsewhere=InboxFilter.UNASSIGNED,
            )
        elif kind is InboxFilter.ASSIGNED:
            self._say(
                "user-check",
                self.tr("No message is assigned to you."),
                self.tr("Supervisors may choose who is to answer."),
                elsewhere=InboxFilter.TODO,
            )
        elif kind is InboxFilter.UNASSIGNED:
            self._say(
                "users",
                self.tr("Every message has somebody."),
                self.tr("What colleagues hold is under “To answer”."),
                elsewhere=InboxFilter.TODO,
            )
        else:
            self._say(
                "clock-check",
                self.tr("Nothing is late."),
                self.tr("The promise of 48 h is kept so far."),
                elsewhere=InboxFilter.TODO,
            )

    def _say(
        self,
        icon: str,
        title: str,
        hint: str,
        *,
        clear: bool = False,
        again: bool = False,
        elsewhere: InboxFilter | None = None,
    ) -> None:
        self._icon_name = icon
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(f"{title} {hint}".strip())
        self.clear_button.setVisible(clear)
        self.again_button.setVisible(again)
        self.elsewhere_button.setVisible(elsewhere is not None)
        if elsewhere is not None:
            self._elsewhere = elsewhere
            words = (
                self.tr("Show those that nobody holds")
                if elsewhere is InboxFilter.UNASSIGNED
                else self.tr("Show all that is to answer")
            )
            self.elsewhere_button.setText(words)
            self.elsewhere_button.setAccessibleName(words)
        self._draw()

    def _go_elsewhere(self) -> None:
        self.kind_wanted.emit(self._elsewhere)

    def _draw(self) -> None:
        self._icon.setPixmap(
            self._theme.pixmap(self._icon_name, 40, Token.TEXT_MUTED, self.devicePixelRatioF())
        )
