"""The deposits' page, where the list stands: choose, open, read beside the conversation."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk import wire
from desk.ui.common.styling import button, label, set_style
from desk.ui.common.times import Times
from desk.ui.deposits.page_view import Fit, PageView
from desk.ui.deposits.words import file_words, size_words
from desk.ui.theme import Theme


class Row(msgspec.Struct, frozen=True):
    """One file of the list."""

    deposit: wire.Deposit
    document: wire.DepositedDocument
    file: wire.DepositedFile


def _tool(name: str, text: str = "") -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _keeping_its_place(part: QWidget) -> QSizePolicy:
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    return policy


class DepositsPanel(QWidget):
    """Keys: Enter in the list opens a file and goes to it; Escape goes back, step by step."""

    read_requested = Signal(object)
    """The `Row` to show."""
    again_requested = Signal()
    """Ask the portal for the list (again)."""
    left = Signal()
    """Back to the list of messages."""
    hidden = Signal()
    """Something else stands here now, or nobody works here any more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Deposited documents"))
        self._rows: tuple[Row, ...] = ()
        self._title = label("", "heading", wrap=True)
        self.close_button = button(self.tr("Back to the list"))
        self._notice = label(
            self.tr(
                "The portal records who reads this list and each document. Nothing of them is kept"
                " on this PC."
            ),
            "small",
            wrap=True,
        )
        self.status = label("", "", wrap=True)
        self.status.setAccessibleName(self.tr("State of the deposited documents"))
        self.again_button = button(self.tr("Try again"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Deposited documents"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.open_button = button(self.tr("Open the document"))
        self.view = PageView()
        self._place = label("", "small")
        self.previous = _tool(self.tr("Previous page"))
        self.next = _tool(self.tr("Next page"))
        self.smaller = _tool(self.tr("Smaller"))
        self.larger = _tool(self.tr("Larger"))
        self.width_button = _tool(self.tr("Fit the width"), self.tr("Width"))
        self.page_button = _tool(self.tr("Fit the page"), self.tr("Page"))
        for each in (self.width_button, self.page_button):
            each.setCheckable(True)
        self._hints()
        theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self._lay_out()
        self._connect()
        self._show_view_state()

    def _hints(self) -> None:
        for each, words in (
            (self.previous, self.tr("Previous page (Page Up)")),
            (self.next, self.tr("Next page (Page Down)")),
            (self.smaller, self.tr("Smaller (-)")),
            (self.larger, self.tr("Larger (+)")),
            (self.width_button, self.tr("Fit the width (W)")),
            (self.page_button, self.tr("Fit the page (P)")),
        ):
            each.setToolTip(words)

    @Slot()
    def _draw_icons(self) -> None:
        for each, name in (
            (self.previous, "chevron-left"),
            (self.next, "chevron-right"),
            (self.smaller, "minus"),
            (self.larger, "plus"),
        ):
            each.setIcon(self._theme.icon(name))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        state = QHBoxLayout()
        state.addWidget(self.status, 1)
        state.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignTop)
        above = QWidget()
        above.setAccessibleName(self.tr("Deposited documents"))
        choosing = QVBoxLayout(above)
        choosing.setContentsMargins(0, 0, 0, 8)
        choosing.addWidget(self.list, 1)
        choosing.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignRight)
        below = QWidget()
        below.setAccessibleName(self.tr("Document"))
        reading = QVBoxLayout(below)
        reading.setContentsMargins(0, 8, 0, 0)
        bar = QHBoxLayout()
        bar.setSpacing(2)
        for part in (self.previous, self.next):
            bar.addWidget(part)
        bar.addWidget(self._place)
        bar.addStretch(1)
        for part in (self.smaller, self.larger, self.width_button, self.page_button):
            bar.addWidget(part)
        reading.addLayout(bar)
        reading.addWidget(self.view, 1)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.setAccessibleName(self.tr("List and document"))
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(above)
        self._parts.addWidget(below)
        self._parts.setStretchFactor(1, 1)
        self._parts.setSizes([190, 460])
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._notice)
        column.addLayout(state)
        column.addWidget(self._parts, 1)
        # What is said stays at the top while there is no list.
        self._parts.setSizePolicy(_keeping_its_place(self._parts))

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.left)
        self.again_button.clicked.connect(self.again_requested)
        self.list.itemActivated.connect(self._open)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.open_button.clicked.connect(self._open)
        self.previous.clicked.connect(self.view.previous_page)
        self.next.clicked.connect(self.view.next_page)
        self.smaller.clicked.connect(self.view.zoom_out)
        self.larger.clicked.connect(self.view.zoom_in)
        self.width_button.clicked.connect(self.view.fit_width)
        self.page_button.clicked.connect(self.view.fit_page)
        self.view.changed.connect(self._show_view_state)
        self.view.left.connect(self.list.setFocus)

    def say_way_back(self, words: str) -> None:
        """Of the button that leaves, where there is no list to go back to."""
        self.close_button.setText(words)
        self.close_button.setAccessibleName(words)

    def begin(self, adherent: str) -> None:
        """Another adherent: nothing of the one before stays."""
        self._title.setText(self.tr("Documents deposited by {name}").format(name=adherent))
        self._rows = ()
        self.list.clear()
        self.view.clear()
        self._parts.hide()
        self.say("")
        self.open_button.setEnabled(False)
        self.close_button.setFocus()

    def say(self, words: str, tone: str = "", *, again: str = "") -> None:
        """One line above the list; `again`: the words of the button beside it, none without."""
        self.status.setText(words)
        set_style(self.status, tone=tone)
        self.status.setVisible(bool(words))
        self.again_button.setText(again or self.tr("Try again"))
        self.again_button.setAccessibleName(self.again_button.text())
        self.again_button.setVisible(bool(again))
        if again and self.close_button.hasFocus():
            self.again_button.setFocus()

    def show_deposits(self, deposits: Sequence[wire.Deposit], times: Times) -> None:
        """List every file, the newest deposit first; none is read yet."""
        self._rows = tuple(
            Row(deposit, document, file)
            for deposit in deposits
            for document in deposit.documents
            for file in document.files
        )
        self.list.clear()
        for row in self._rows:
            item = QListWidgetItem(file_words(row.deposit, row.document, row.file, times))
            item.setToolTip(size_words(row.file, times))
            self.list.addItem(item)
        self._parts.setVisible(bool(self._rows))
        if self._rows:
            self.list.setCurrentRow(0)
            if self.close_button.hasFocus():  # the agent has waited here for the list
                self.list.setFocus()
            self.say(self.tr("%n document(s)", "", len(self._rows)))
        else:
            self.say(self.tr("This person has deposited no document at your caisse."))

    @property
    def chosen(self) -> Row | None:
        """The line of the list."""
        number = self.list.currentRow()
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # a window that is minimised stays what it is
            self.hidden.emit()

    @Slot()
    def _on_chosen(self) -> None:
        self.open_button.setEnabled(self.chosen is not None)

    @Slot()
    def _open(self) -> None:
        if self.chosen is not None:
            self.read_requested.emit(self.chosen)

    @Slot()
    def _show_view_state(self) -> None:
        view = self.view
        for each in (self.smaller, self.larger, self.width_button, self.page_button):
            each.setVisible(view.pages > 0)
        for each in (self.previous, self.next):
            each.setVisible(view.pages > 1)
        self.previous.setEnabled(view.page > 0)
        self.next.setEnabled(view.page + 1 < view.pages)
        self.width_button.setChecked(view.pages > 0 and view.fit is Fit.WIDTH)
        self.page_button.setChecked(view.pages > 0 and view.fit is Fit.PAGE)
        place = self.tr("Page {page} of {pages} · {percent} %").format(
            page=view.page + 1, pages=view.pages, percent=round(view.zoom * 100)
        )
        self._place.setText(place if view.pages else "")
        view.setAccessibleDescription(place if view.pages else self.tr("No document is open"))
