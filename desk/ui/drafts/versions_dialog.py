"""« Versions du brouillon »: what was written here before, and the way back to it."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QStringListModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from desk.models.snapshots import DraftVersion, KeptText
from desk.services.reply_text import visible_length
from desk.services.text_difference import Change
from desk.ui.common.styling import button, label, name_choices
from desk.ui.common.theme_icons import wear_icon
from desk.ui.common.times import Times
from desk.ui.drafts.compared_text import ComparedText, words_of
from desk.ui.theme import Theme, Token

WIDTH, HEIGHT = 920, 600
LIST_WIDTH = 300
DAY_MS = 86_400_000


class VersionsDialog(QDialog):
    """Accepted: `chosen` is to become the draft again; Ctrl+Enter accepts.

    Of an exchange that is no longer here the texts can be read and copied, not restored: there is
    no composer to restore them to.
    """

    exchange_chosen = Signal(object)
    """The thread id whose versions are to be shown; `show_versions` answers."""

    def __init__(
        self,
        theme: Theme,
        times: Times,
        kept: Sequence[KeptText],
        thread_id: int | None,
        now_ms: int,
        parent: QWidget | None = None,
    ) -> None:
        """`kept`: the exchanges something was written for. `thread_id`: the one to begin with."""
        super().__init__(parent)
        self._times = times
        self._now_ms = now_ms
        self._kept = {each.thread_id: each for each in kept}
        self._versions: tuple[DraftVersion, ...] = ()
        self._read = False
        title = self.tr("Versions of the draft")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(WIDTH, HEIGHT)
        self.exchange = QComboBox()
        name_choices(self.exchange, self.tr("Exchange"))
        for each in kept:
            self.exchange.addItem(self._name(each), each.thread_id)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Versions, newest first"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.verticalScrollBar().setAccessibleName(self.tr("Versions, newest first"))
        self._lines = QStringListModel(self)
        self.list.setModel(self._lines)
        self.preview = ComparedText(theme, self.tr("Text of this version"))
        self.summary = label("", "muted", wrap=True)
        self.copy_button = button(self.tr("Copy the text"))
        wear_icon(self.copy_button, theme, "copy", Token.TEXT)
        self.close_button = button(self.tr("Close"))
        self.restore_button = button(self.tr("Restore this version"), "primary")
        wear_icon(self.restore_button, theme, "rotate-ccw", Token.ON_ACCENT)
        self.restore_button.setDefault(True)
        self._lay_out(title)
        self.exchange.currentIndexChanged.connect(self._on_exchange)
        self.list.selectionModel().currentChanged.connect(self._on_version)
        self.list.activated.connect(self.accept)
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.reject)
        self.restore_button.clicked.connect(self.accept)
        present = self.exchange.findData(thread_id)
        if present > 0:
            self.exchange.setCurrentIndex(present)
        self._say()

    def _lay_out(self, title: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label(self.tr("Exchange"), "caption"))
        head.addWidget(self.exchange, 1)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addWidget(self.list)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.summary)
        right.addWidget(self.preview, 1)
        both.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.restore_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addWidget(
            label(
                self.tr(
                    "What you wrote is kept on this PC as you write. Restoring loses nothing: the "
                    "present text becomes a version too."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addLayout(head)
        column.addLayout(both, 1)
        column.addLayout(foot)

    # What is shown -------------------------------------------------------------------------------

    @property
    def thread_id(self) -> int | None:
        """Whose versions are on screen."""
        found = self.exchange.currentData()
        return None if found is None else int(found)

    @property
    def chosen(self) -> DraftVersion | None:
        """The version in the preview."""
        row = self.list.currentIndex().row()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def show_versions(self, thread_id: int, versions: Sequence[DraftVersion]) -> None:
        """The versions of that exchange, newest first."""
        if thread_id != self.thread_id:
            return
        self._versions, self._read = tuple(versions), True
        self._lines.setStringList([self._line(each) for each in versions])
        # The newest one that is not what is being written: what one comes here for.
        wanted = next(
            (row for row, each in enumerate(versions) if each.text != self._present.text), 0
        )
        self.list.selectionModel().setCurrentIndex(
            self._lines.index(wanted), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._say()
        self.list.setFocus()

    @property
    def _present(self) -> KeptText:
        empty = KeptText(0, "", 0, None, None)
        return empty if self.thread_id is None else self._kept[self.thread_id]

    def _name(self, kept: KeptText) -> str:
        if kept.reference is None:
            return self.tr("Exchange that is no longer here (text of {moment})").format(
                moment=self._times.moment(kept.saved_ms, self._now_ms)
            )
        return f"{kept.adherent_name} · {kept.reference}"

    def _line(self, version: DraftVersion) -> str:
        age_ms = max(0, self._now_ms - version.saved_ms)
        hour = self._times.hour_or_moment(version.saved_ms, self._now_ms)
        if age_ms < DAY_MS:
            hour = self.tr("{age} ago · {hour}").format(age=self._times.duration(age_ms), hour=hour)
        if version.text == self._present.text:
            return self.tr("{moment} · present text").format(moment=hour)
        count = visible_length(version.text)
        return self.tr("{moment} · {count} characters").format(moment=hour, count=count)

    def _on_exchange(self) -> None:
        self._versions, self._read = (), False
        self._lines.setStringList([])
        self._say()
        if self.thread_id is not None:
            self.exchange_chosen.emit(self.thread_id)

    def _on_version(self) -> None:
        self._say()

    def _say(self) -> None:
        chosen, present = self.chosen, self._present
        self.copy_button.setEnabled(chosen is not None)
        self.restore_button.setEnabled(
            chosen is not None and present.reference is not None and chosen.text != present.text
        )
        self.preview.show_texts("" if chosen is None else chosen.text, self._compared_with)
        self.summary.setText(self._summary(chosen, present))

    @property
    def _compared_with(self) -> str:
        """Where nothing is being written, everything would come back: marks would say nothing."""
        chosen, present = self.chosen, self._present
        if chosen is None:
            return ""
        return present.text or chosen.text

    def _summary(self, chosen: DraftVersion | None, present: KeptText) -> str:
        if not self._kept:
            return self.tr("Nothing has been written on this PC yet.")
        if chosen is None:
            return self.tr("Nothing was written for this exchange before.") if self._read else ""
        if present.reference is None:
            return self.tr(
                "This exchange is no longer with your caisse. Your text is kept: copy it."
            )
        if not present.text:
            return self.tr("Nothing is being written there now: the whole text comes back.")
        pieces = self.preview.pieces
        back, gone = words_of(pieces, Change.HERE), words_of(pieces, Change.THERE)
        if chosen.text == present.text:
            return self.tr("This is the present text.")
        return " ".join(
            (
                self.tr("Compared with the present text:"),
                self.tr("%n word(s) come back (underlined),", "", back),
                self.tr("%n word(s) go (struck out).", "", gone),
            )
        )

    # What is done --------------------------------------------------------------------------------

    def accept(self) -> None:
        if self.restore_button.isEnabled():
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            self.accept()
            return
        super().keyPressEvent(event)

    def _copy(self) -> None:
        if self.chosen is not None:
            QGuiApplication.clipboard().setText(self.chosen.text)
