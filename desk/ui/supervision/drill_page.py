"""The messages behind a figure: read one, or act upon many at once."""

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk.clock import PortalClock
from desk.services.supervision import FoundThread, Supervision, Wanted
from desk.ui.common.styling import button, give_icon, label
from desk.ui.supervision.drill_model import NAME, DrillModel
from desk.ui.supervision.results import Results
from desk.ui.theme import Theme

TICK_MS = 10_000


class DrillTable(QTableView):
    """Shift and Ctrl select several, Ctrl+A all; Enter opens one."""

    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class DrillPage(QWidget):
    """One page of at most 200 messages; what is selected there is what an act is upon."""

    left = Signal()
    """Back to the board."""

    thread_opened = Signal(object)
    """The id of a message to read."""

    acted = Signal(str)
    """``assign``, ``share``, ``transfer``, ``break`` or ``holding``: upon `selected`."""

    def __init__(
        self,
        theme: Theme,
        supervision: Supervision,
        clock: PortalClock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._supervision = supervision
        self._clock = clock
        self._wanted: Wanted | None = None
        self._after = ""
        self._next: str | None = None
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Messages behind a figure"))
        self.back_button = button(self.tr("Back to the board"))
        self.title = label("", "title")
        self.count = label("", "muted")
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        self.model = DrillModel(self)
        self.table = DrillTable()
        self.table.setAccessibleName(self.tr("Messages"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setAccessibleName(self.tr("Columns"))
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.open_button = button(self.tr("Open"), "primary")
        self.more_button = button(self.tr("Following messages"))
        self.acts: dict[str, QPushButton] = {
            "assign": button(self.tr("Assign…")),
            "share": button(self.tr("Share out…")),
            "transfer": button(self.tr("Transfer…")),
            "break": button(self.tr("End the holds…")),
            "holding": button(self.tr("Holding reply…")),
        }
        self.results = Results(theme)
        self._lay_out()
        self.back_button.clicked.connect(self.left)
        self.open_button.clicked.connect(self._open)
        self.more_button.clicked.connect(self._more)
        self.table.opened.connect(self._open)
        self.table.doubleClicked.connect(self._open)
        for made in self.acts.values():
            made.clicked.connect(self._on_act)
        self.table.selectionModel().selectionChanged.connect(self._refresh)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()
        theme.changed.connect(self._draw)
        self._draw()
        self._refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.back_button)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for made in self.acts.values():
            foot.addWidget(made)
        foot.addStretch(1)
        foot.addWidget(self.more_button)
        foot.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.problem)
        column.addWidget(self.table, 3)
        column.addLayout(foot)
        column.addWidget(self.results, 1)

    @property
    def selected(self) -> list[FoundThread]:
        """In the order of the list."""
        rows = self.table.selectionModel().selectedRows()
        return [self.model.threads[row] for row in sorted(index.row() for index in rows)]

    def open(self, wanted: Wanted) -> None:
        """Show the messages behind this figure."""
        self.results.clear()
        self._wanted, self._after = wanted, ""
        self.title.setText(wanted.title)
        self.setAccessibleName(wanted.title)
        self.model.show_threads([], self._clock.now_ms())
        self.reload()
        self.table.setFocus()

    def reload(self) -> None:
        """The same page as it now is."""
        wanted, after = self._wanted, self._after
        if wanted is None:
            return
        self.count.setText(self.tr("The portal is being asked…"))

        def done(threads: list[FoundThread], following: str | None) -> None:
            if (wanted, after) == (self._wanted, self._after):
                self._show(threads, following)

        def failed(code: str) -> None:
            if (wanted, after) == (self._wanted, self._after):
                self.count.setText("")
                self.problem.setText(
                    self.tr("The messages could not be asked for ({code}).").format(code=code)
                )
                self.problem.show()

        self._supervision.find(wanted, after, done, failed)

    def _show(self, threads: list[FoundThread], following: str | None) -> None:
        self.problem.hide()
        chosen = {each.thread_id for each in self.selected}
        self._next = following
        self.model.show_threads(threads, self._clock.now_ms())
        self.count.setText(self.tr("%n message(s)", "", len(threads)))
        flags = QItemSelectionModel.SelectionFlag
        selection = self.table.selectionModel()
        for row, each in enumerate(threads):
            if each.thread_id in chosen:
                selection.select(self.model.index(row, 0), flags.Select | flags.Rows)
        if threads and not chosen:
            self.table.selectRow(0)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        some = bool(self.table.selectionModel().selectedRows())
        self.open_button.setEnabled(some)
        self.more_button.setVisible(self._next is not None)
        for made in self.acts.values():
            made.setEnabled(some)

    @Slot()
    def _open(self) -> None:
        current = self.table.currentIndex()
        if current.isValid():
            self.thread_opened.emit(self.model.threads[current.row()].thread_id)

    @Slot()
    def _more(self) -> None:
        if self._next is not None:
            self._after = self._next
            self.table.clearSelection()
            self.reload()
            self.table.setFocus()

    @Slot()
    def _on_act(self) -> None:
        for verb, made in self.acts.items():
            if made is self.sender():
                self.acted.emit(verb)

    @Slot()
    def _draw(self) -> None:
        give_icon(self.back_button, self._theme.icon("chevron-left"))
        icons = ("user-check", "users", "arrow-right", "unlock", "clock-check")
        for made, icon in zip(self.acts.values(), icons, strict=True):
            give_icon(made, self._theme.icon(icon))

    @Slot()
    def _on_tick(self) -> None:
        if self.isVisible():
            self.model.tick(self._clock.now_ms())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.left.emit()
            return
        super().keyPressEvent(event)
