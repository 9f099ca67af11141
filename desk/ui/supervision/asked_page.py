"""A page of figures that the portal is asked for: its head, its state, its question."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.clock import PortalClock
from desk.services.supervision import Supervision
from desk.ui.common.styling import button, give_icon, label, set_style
from desk.ui.common.times import Times
from desk.ui.theme import Theme

Answer = TypeVar("Answer")


class AskedPage(QWidget):
    """Guarantees: only the answer to the last question is shown; figures that could not be renewed
    stay, and are said to be old.

    A page puts what is its own into `head`, and asks in `refresh`.
    """

    left = Signal()
    """Back to the board."""

    def __init__(
        self,
        theme: Theme,
        supervision: Supervision,
        clock: PortalClock,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._supervision = supervision
        self._clock = clock
        self._times = Times()
        self._asked = 0
        self._figures_of_ms: int | None = None
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.back_button = button(self.tr("Board"), accessible=self.tr("Back to the board"))
        self.state = label("", "chip")
        self.refresh_button = button(self.tr("Refresh"))
        self.head = head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.back_button)
        head.addWidget(label(title, "title"))
        head.addWidget(self.state)
        head.addStretch(1)
        head.addWidget(self.refresh_button)
        self.back_button.clicked.connect(self.left)
        self.refresh_button.clicked.connect(self.refresh)
        theme.changed.connect(self._on_look)

    def open(self, times: Times) -> None:
        """Somebody looks: ask anew."""
        self._times = times
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Ask for what is chosen now."""
        raise NotImplementedError

    def asking(
        self, show: Callable[[Answer], None]
    ) -> tuple[Callable[[Answer], None], Callable[[str], None]]:
        """A new question is on its way: what to call with its answer, and with its failure's
        code. An answer to an earlier question is dropped.
        """
        self.say(self.tr("The portal is being asked…"), "")
        self.refresh_button.setEnabled(False)
        self._asked += 1
        number = self._asked

        def shown(answer: Answer) -> None:
            if number == self._asked:
                self.refresh_button.setEnabled(True)
                show(answer)

        def failed(code: str) -> None:
            if number == self._asked:
                self.refresh_button.setEnabled(True)
                self.fail(code)

        return shown, failed

    def fail(self, code: str) -> None:
        """The portal did not answer; what is shown stays."""
        words = self.tr("The portal does not answer ({code})").format(code=code)
        if self._figures_of_ms is None:
            self.say(words, "error")
        else:
            time = self._times.time(self._figures_of_ms)
            old = self.tr("Old figures, of {time}.").format(time=time)
            self.say(f"{old} {words}", "warn")

    def date_figures(self, at_ms: int, words: str) -> None:
        """The figures on screen are of this instant; `words` with ``{time}`` say so."""
        self._figures_of_ms = at_ms
        time = self._times.hour_or_moment(at_ms, self._clock.now_ms())
        self.say(words.format(time=time), "")

    def say(self, words: str, tone: str) -> None:
        """Beside the title."""
        self.state.setText(words)
        set_style(self.state, tone=tone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    @Slot()
    def _on_look(self) -> None:
        # Not `draw` itself: Qt would call an overridden one after the page's end.
        self.draw()

    def draw(self) -> None:
        """Icons in the present look."""
        give_icon(self.back_button, self._theme.icon("chevron-left"))
        give_icon(self.refresh_button, self._theme.icon("refresh-cw"))
