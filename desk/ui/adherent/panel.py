"""An adherent's history, where the list stands: search, choose, read beside the conversation."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.models.adherent_history import PastExchange
from desk.models.snapshots import MessageView, ThreadView
from desk.ui.common.styling import button, label, set_style
from desk.ui.common.times import Times
from desk.ui.conversation.state_words import status_words

_ID = Qt.ItemDataRole.UserRole


class AdherentPanel(QWidget):
    """Keys: Down from the search goes to the list, Enter opens in place, Escape goes back."""

    search_changed = Signal()
    """The text of the box is another one."""
    read_requested = Signal(object)
    """The id of the exchange to read here."""
    thread_wanted = Signal(object)
    """The id of the exchange to open instead of the present one."""
    window_wanted = Signal(object)
    """The id of the exchange to open in a window of its own, beside the present one."""
    left = Signal()
    """Back to the list of messages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Exchanges of the adherent"))
        self._title = label("", "heading", wrap=True)
        self.box = QLineEdit()
        self.box.setPlaceholderText(self.tr("Search in these exchanges"))
        self.box.setAccessibleName(self.tr("Search in these exchanges"))
        self.box.setClearButtonEnabled(True)
        for part in self.box.findChildren(QToolButton):
            part.setAccessibleName(self.tr("Clear the search"))
        self.status = label("", "small", wrap=True)
        self.trouble = label("", "small", wrap=True)
        set_style(self.trouble, tone="warn")
        self.trouble.hide()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Exchanges of the adherent"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Texts of the chosen exchange"))
        self.open_button = button(self.tr("Open this exchange"))
        self.window_button = button(
            self.tr("In a window"), accessible=self.tr("Open this exchange in a window of its own")
        )
        self.close_button = button(self.tr("Back to the list"))
        self._lay_out()
        self.box.textChanged.connect(self.search_changed)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.list.itemActivated.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.window_button.clicked.connect(self._open_window)
        self.close_button.clicked.connect(self.left)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setAccessibleName(self.tr("List and texts"))
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self.text)
        parts.setSizes([260, 340])
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.window_button)
        foot.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.box)
        column.addWidget(self.status)
        column.addWidget(self.trouble)
        column.addWidget(parts, 1)
        column.addLayout(foot)

    def begin(self, adherent: str) -> None:
        """Another adherent: nothing of the one before stays."""
        self._title.setText(self.tr("Exchanges of {name}").format(name=adherent))
        self.box.clear()
        self.clear()

    def clear(self) -> None:
        """Show no line and no text."""
        self.list.clear()
        self.text.clear()
        self.trouble.hide()
        self.status.clear()
        self._offer(None)

    def say_way_back(self, words: str) -> None:
        """Of the button that leaves, where there is no list to go back to."""
        self.close_button.setText(words)
        self.close_button.setAccessibleName(words)

    def say_trouble(self, words: str) -> None:
        """What is shown may not be all of it; empty: it is."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    @property
    def chosen(self) -> int | None:
        """The id of the exchange being read."""
        item = self.list.currentItem()
        return None if item is None else int(item.data(_ID))

    def show_exchanges(
        self, exchanges: Sequence[PastExchange], present: int | None, times: Times
    ) -> None:
        """List them; `present`: the one of the conversation, which says so. What was chosen stays
        chosen, else the first other one is.
        """
        kept = self.chosen
        self.list.blockSignals(True)
        self.list.clear()
        for each in exchanges:
            parts = [times.date(each.sent_ms), each.motif_label, status_words(each.status)]
            if each.thread_id == present:
                parts.insert(1, self.tr("shown beside"))
            item = QListWidgetItem(" · ".join(parts))
            item.setData(_ID, each.thread_id)
            item.setToolTip(each.reference)
            self.list.addItem(item)
        self.list.blockSignals(False)
        is_open = sum(each.status == "open" for each in exchanges)
        self.status.setText(
            self.tr("{count}, {open}").format(
                count=self.tr("%n exchange(s)", "", len(exchanges)),
                open=self.tr("%n open", "", is_open),
            )
        )
        ids = [each.thread_id for each in exchanges]
        others = [each for each in ids if each != present]
        wanted = kept if kept in ids else next(iter(others or ids), None)
        if wanted is None:
            self.text.clear()
            self._offer(None)
        else:
            self.list.setCurrentRow(ids.index(wanted))

    def show_texts(self, view: ThreadView, times: Times, now_ms: int) -> None:
        """Show one exchange's texts, at the first of the words sought."""
        parts = [
            f"{self._author(view, each)}, {times.moment(each.at_ms, now_ms)}\n\n{each.text.strip()}"
            for each in view.messages
        ]
        shown = f"\n\n{'─' * 12}\n\n".join(parts)
        if shown != self.text.toPlainText():
            self.text.setPlainText(shown)
        sought = self.box.text().split()
        if sought:
            self.text.find(sought[0])

    def _author(self, view: ThreadView, message: MessageView) -> str:
        if message.direction == "out":
            return message.author_name or self.tr("The MSA")
        if message.proxy is not None:
            return self.tr("{proxy}, for {adherent}").format(
                proxy=message.proxy.name, adherent=view.adherent_name
            )
        return view.adherent_name

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and self.box.hasFocus():
            event.accept()
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self.chosen
        self._offer(chosen)
        if chosen is not None:
            self.read_requested.emit(chosen)

    def _offer(self, chosen: int | None) -> None:
        for each in (self.open_button, self.window_button):
            each.setEnabled(chosen is not None)

    @Slot()
    def _open_window(self) -> None:
        if self.chosen is not None:
            self.window_wanted.emit(self.chosen)

    @Slot()
    def _open(self) -> None:
        if self.chosen is not None:
            self.thread_wanted.emit(self.chosen)
