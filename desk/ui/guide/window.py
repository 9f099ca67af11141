"""« Premiers pas »: three screens, left at any moment."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.ui.common.fitting import fit_to_words
from desk.ui.common.styling import button, frame, label
from desk.ui.common.theme_icons import Picture
from desk.ui.guide.screens import Screen, screens
from desk.ui.theme import Theme, Token

WIDTH = 620


class GuideWindow(QDialog):
    """Enter goes on, Escape leaves; nothing here has to be understood to work with desk."""

    def __init__(
        self, theme: Theme, keys: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """`keys`: action → its keys as they are written on screen."""
        super().__init__(parent)
        self._theme = theme
        self._screens = screens(keys)
        self.setWindowTitle(self.tr("First steps"))
        self.setAccessibleName(self.tr("First steps"))
        self._pages = QStackedWidget()
        for each in self._screens:
            self._pages.addWidget(self._page(each))
        self.place = label("", "muted")
        self.skip_button = button(self.tr("Skip"), "flat", self.tr("Skip the first steps"))
        policy = self.skip_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.skip_button.setSizePolicy(policy)
        self.back_button = button(self.tr("Back"))
        self.next_button = button(self.tr("Next"), "primary")
        self.next_button.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.skip_button)
        foot.addWidget(self.place, 1, Qt.AlignmentFlag.AlignCenter)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(28, 26, 28, 20)
        column.setSpacing(20)
        column.addWidget(self._pages, 1)
        column.addLayout(foot)
        self.skip_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(lambda: self._turn(-1))
        self.next_button.clicked.connect(self._go_on)
        self._turn(0)
        self.next_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        fit_to_words(self, self._column, WIDTH)
        super().showEvent(event)

    @property
    def screen_number(self) -> int:
        """From 1 to 3."""
        return self._pages.currentIndex() + 1

    def _go_on(self) -> None:
        if self.screen_number == len(self._screens):
            self.accept()
        else:
            self._turn(1)

    def _turn(self, by: int) -> None:
        self._pages.setCurrentIndex(self._pages.currentIndex() + by)
        shown, count = self._screens[self._pages.currentIndex()], len(self._screens)
        place = self.tr("{number} of {count}").format(number=self.screen_number, count=count)
        self.place.setText(place)
        self.back_button.setEnabled(self.screen_number > 1)
        last = self.screen_number == count
        words = self.tr("Begin") if last else self.tr("Next")
        self.next_button.setText(words)
        self.next_button.setAccessibleName(words)
        self.skip_button.setVisible(not last)
        lines = [f"{each.keys}: {each.words}." for each in shown.steps]
        said = " ".join([f"{place}. {shown.title}.", shown.words, *lines])
        self.next_button.setAccessibleDescription(said)
        if by:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _page(self, shown: Screen) -> QWidget:
        page = QWidget()
        page.setAccessibleName(shown.title)
        icon = Picture(self._theme, shown.icon, 40, Token.ACCENT)
        icon.setAccessibleName(shown.title)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(icon)
        head.addWidget(label(shown.title, "title"), 1, Qt.AlignmentFlag.AlignVCenter)
        card = frame("card", shown.title)
        rows = QGridLayout(card)
        rows.setContentsMargins(18, 16, 18, 16)
        rows.setHorizontalSpacing(18)
        rows.setVerticalSpacing(12)
        rows.setColumnStretch(1, 1)
        for place, step in enumerate(shown.steps):
            rows.addWidget(label(step.keys, "strong"), place, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(label(step.words, wrap=True), place, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(label(shown.words, wrap=True))
        column.addWidget(card)
        column.addStretch(1)
        return page
