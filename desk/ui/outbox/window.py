"""What waits, since when, why, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk.models.actions import Action
from desk.models.snapshots import OutboxView, ReplyState, SyncView
from desk.ui.common.styling import button, frame, label, set_style
from desk.ui.common.theme_icons import Picture
from desk.ui.common.times import Times
from desk.ui.conversation.state_words import act_words
from desk.ui.outbox.cause_words import cause_said, end_words, next_try_words
from desk.ui.outbox.model import Column, OutboxModel
from desk.ui.theme import Theme, Token

_EDITABLE = (ReplyState.QUEUED, ReplyState.REJECTED, ReplyState.CONFLICT)
_CANCELLABLE = (*_EDITABLE, ReplyState.SENDING)
"""Offline a try lasts an instant, and a click may fall into one: the wish is kept until then."""
_RETRIABLE = (ReplyState.QUEUED, ReplyState.UNCONFIRMED, ReplyState.REJECTED)


class OutboxWindow(QDialog):
    """Not modal: it may stay open beside the inbox."""

    retry_requested = Signal(str)
    """An event id."""
    cancel_requested = Signal(str)
    """An event id; its text comes back as a draft."""
    edit_requested = Signal(object)
    """An entry; its text goes back to the composer, which is shown."""
    open_requested = Signal(object)
    """A thread id."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Outbox"))
        self.setAccessibleName(self.tr("Outbox"))
        self.resize(1040, 560)
        self.model = OutboxModel(theme, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Actions on their way to the portal"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.table.horizontalHeader()
        header.setAccessibleName(self.tr("Columns"))
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(Column.STATE, QHeaderView.ResizeMode.Stretch)
        for column, width in (
            (Column.WHAT, 120),
            (Column.WHO, 200),
            (Column.SINCE, 170),
            (Column.NEXT, 124),
        ):
            self.table.setColumnWidth(column, width)
        self.open_button = button(self.tr("Open the exchange"))
        self.edit_button = button(self.tr("Go on writing it"))
        self.retry_button = button(self.tr("Try again now"))
        self.cancel_button = button(self.tr("Cancel, keep the text as a draft"))
        self.close_button = button(self.tr("Close"))
        self._times, self._now_ms = Times(), 0
        self._facts = frame("card", self.tr("About the selected action"))
        self._what = label("", "strong", wrap=True)
        self.why = label("", "", wrap=True)
        self.tries = label("", "muted", wrap=True)
        self.end = label("", "", wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self.table.selectionModel().currentChanged.connect(self._refresh)
        self.table.doubleClicked.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.edit_button.clicked.connect(self._edit)
        self.retry_button.clicked.connect(self._retry)
        self.cancel_button.clicked.connect(self._cancel)
        self.close_button.clicked.connect(self.close)
        self._refresh()

    def _lay_out(self) -> None:
        empty = QWidget()
        empty.setAccessibleName(self.tr("Nothing is waiting"))
        middle = QVBoxLayout(empty)
        middle.setSpacing(8)
        icon = Picture(self._theme, "check", 40, Token.STATE_OK)
        icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        icon.setAccessibleName(self.tr("Nothing is waiting"))
        title = label(self.tr("Nothing is waiting"), "heading")
        hint = label(self.tr("Everything you did has reached the portal."), "muted")
        for each in (title, hint):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle.addStretch(1)
        middle.addWidget(icon)
        middle.addWidget(title)
        middle.addWidget(hint)
        middle.addStretch(1)
        self._stack.addWidget(empty)
        self._stack.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.open_button)
        foot.addWidget(self.edit_button)
        foot.addWidget(self.retry_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Outbox"), "title"))
        column.addWidget(
            label(
                self.tr(
                    "What you did and the portal has not confirmed yet. Everything leaves by "
                    "itself, in order, and only once."
                ),
                "muted",
                wrap=True,
            )
        )
        facts = QVBoxLayout(self._facts)
        facts.setContentsMargins(16, 12, 16, 12)
        facts.setSpacing(4)
        for each in (self._what, self.why, self.tries, self.end):
            facts.addWidget(each)
        column.addWidget(self._stack, 1)
        column.addWidget(self._facts)
        column.addLayout(foot)

    @property
    def selected(self) -> OutboxView | None:
        return self.model.entry(self.table.currentIndex())

    def show_entries(self, entries: tuple[OutboxView, ...], times: Times, now_ms: int) -> None:
        """Show these; the selection stays on the same entry."""
        kept = self.selected
        self._times, self._now_ms = times, now_ms
        if entries != self.model.entries:
            self.model.show_entries(entries, times, now_ms)
        row = None if kept is None else self.model.row_of(kept.event_id)
        if entries:
            self.table.selectRow(0 if row is None else row)
        self._stack.setCurrentIndex(1 if entries else 0)
        self._refresh()

    def show_connection(self, sync: SyncView, since_ms: int | None, now_ms: int) -> None:
        """The connection is this, since `since_ms`; called once a second too."""
        self._now_ms = now_ms
        self.model.show_connection(sync, since_ms, now_ms)
        self._say_facts(self.selected)

    def _say_facts(self, entry: OutboxView | None) -> None:
        self._facts.setVisible(entry is not None)
        if entry is None:
            return
        times, now_ms, waiting = self._times, self._now_ms, self.model.waiting(entry)
        self._what.setText(f"{act_words(entry.kind)} · {entry.adherent_name} · {entry.reference}")
        why = cause_said(entry, waiting, times, now_ms)
        self.why.setText(why.words)
        set_style(self.why, tone=why.tone)
        self.tries.setText(
            self.tr("Asked for: {since} · Attempts: {count} · Next try: {next}").format(
                since=times.instant(entry.created_ms, now_ms),
                count=entry.attempts,
                next=next_try_words(waiting, times, now_ms),
            )
        )
        self.end.setText(
            self.tr("What ends it: {end}").format(end=end_words(entry, waiting, times, now_ms))
        )

    def _refresh(self) -> None:
        entry = self.selected
        self._say_facts(entry)
        self.open_button.setEnabled(entry is not None)
        self.retry_button.setEnabled(entry is not None and entry.state in _RETRIABLE)
        self.cancel_button.setEnabled(entry is not None and entry.state in _CANCELLABLE)
        reply = entry is None or Action(entry.kind).carries_draft
        self.edit_button.setEnabled(reply and entry is not None and entry.state in _EDITABLE)
        self.cancel_button.setText(
            self.tr("Cancel, keep the text as a draft") if reply else self.tr("Cancel it")
        )
        self.cancel_button.setAccessibleName(self.cancel_button.text())

    def _open(self) -> None:
        if self.selected is not None:
            self.open_requested.emit(self.selected.thread_id)

    def _edit(self) -> None:
        if self.selected is not None:
            self.edit_requested.emit(self.selected)

    def _retry(self) -> None:
        if self.selected is not None:
            self.retry_requested.emit(self.selected.event_id)

    def _cancel(self) -> None:
        if self.selected is not None:
            self.cancel_requested.emit(self.selected.event_id)
