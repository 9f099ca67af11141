"""« Rendez-vous »: the open requests above, the chosen one and its answer below."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk import wire
from desk.instants import to_ms
from desk.ui.appointments.form import AnswerForm
from desk.ui.appointments.model import STATE, SUBJECT, AppointmentsModel
from desk.ui.appointments.words import (
    agreed_words,
    half_day_words,
    subject_words,
    told_words,
    way_words,
)
from desk.ui.common.styling import button, label
from desk.ui.common.times import Times

SETTLED = ("refused", "withdrawn")
"""States in which nothing more can be answered."""

FACTS = ("subject", "way", "wished", "agreed", "words", "answer", "told", "asked")


class AppointmentsWindow(QDialog):
    """Stays open beside the work. What it shows is the portal's, what is typed is the agent's."""

    chosen_changed = Signal(object)
    """The `wire.Appointment` now shown; None: no more."""
    refresh_requested = Signal()

    def __init__(self, times: Times, now: Callable[[], int], parent: QWidget | None = None) -> None:
        """`now`: the portal's clock, in ms."""
        super().__init__(parent)
        self._times = times
        self._now = now
        self._shown: wire.Appointment | None = None
        self._reloading = False  # the list moves by itself: what was said stays
        title = self.tr("Appointments")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(1000, 700)
        self.status = label("", "muted", wrap=True)
        self.status.setAccessibleName(self.tr("State of the requests"))
        self.refresh_button = button(self.tr("Ask again"))
        self.model = AppointmentsModel(times, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Open requests"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setAccessibleName(self.tr("Columns"))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(SUBJECT, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        self.name = label("", "heading", wrap=True)
        self.facts = {each: label("", wrap=True) for each in FACTS}
        self._rows = QFormLayout()
        self.form = AnswerForm(times)
        self.outcome = label("", "", wrap=True)
        self.outcome.setAccessibleName(self.tr("Outcome"))
        self.outcome.hide()
        self.close_button = button(self.tr("Close"))
        self.empty = self._nothing_open()
        self._lay_out(title)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.refresh_button.clicked.connect(self.refresh_requested)
        self.close_button.clicked.connect(self.close)
        self._show(None)

    def _lay_out(self, title: str) -> None:
        head = QHBoxLayout()
        head.addWidget(label(title, "title"), 1)
        head.addWidget(self.refresh_button)
        captions = {
            "subject": self.tr("Subject"),
            "way": self.tr("Place"),
            "wished": self.tr("Wished"),
            "agreed": self.tr("Agreed"),
            "words": self.tr("The adherent writes"),
            "answer": self.tr("Answered"),
            "told": self.tr("Told"),
            "asked": self.tr("Asked"),
        }
        self._rows.setVerticalSpacing(6)
        self._rows.setHorizontalSpacing(14)
        for each in FACTS:
            caption = label(captions[each], "caption")
            self._rows.addRow(caption, self.facts[each])
            self.facts[each].setAccessibleName(captions[each])
            self.facts[each].setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        inside = QWidget()
        inside.setProperty("role", "page")
        inside.setAccessibleName(self.tr("Request"))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(self.name)
        column.addLayout(self._rows)
        column.addStretch(1)
        request = QScrollArea()
        request.setAccessibleName(self.tr("Request"))
        request.setWidgetResizable(True)
        request.setFrameShape(QFrame.Shape.NoFrame)
        request.setWidget(inside)
        self._below = QWidget()
        self._below.setAccessibleName(self.tr("Request and its answer"))
        beside = QHBoxLayout(self._below)
        beside.setContentsMargins(0, 12, 0, 0)
        beside.setSpacing(24)
        beside.addWidget(request, 1)
        beside.addWidget(self.form, 1)
        self._splitter = splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setAccessibleName(self.tr("Requests and the chosen one"))
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self._below)
        splitter.setSizes([210, 360])
        foot = QHBoxLayout()
        foot.addWidget(self.outcome, 100)
        foot.addStretch(1)
        foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 18)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addWidget(self.status)
        whole.addWidget(splitter, 1)
        whole.addWidget(self.empty, 1)
        splitter.hide()
        whole.addLayout(foot)

    def _nothing_open(self) -> QWidget:
        page = QWidget()
        page.setAccessibleName(self.tr("No request is open."))
        column = QVBoxLayout(page)
        column.setSpacing(8)
        column.addStretch(1)
        hint = self.tr(
            "Nobody has asked for an appointment. A new request is told at the foot of the main "
            "window."
        )
        for words, role in ((self.tr("No request is open."), "heading"), (hint, "muted")):
            line = label(words, role, wrap=True)
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(line)
        column.addStretch(2)
        page.hide()
        return page

    @property
    def shown(self) -> wire.Appointment | None:
        """The request below."""
        return self._shown

    def show_requests(self, requests: list[wire.Appointment]) -> None:
        """As the portal knows them now; the chosen one stays chosen while it is there."""
        before = self._shown
        waiting = sum(each.state == "asked" for each in requests)
        words = self.tr("%n request(s) to answer", "", waiting)
        self.status.setText(words if requests else "")
        first = self._splitter.isHidden()
        self._splitter.setVisible(bool(requests))
        self.empty.setVisible(not requests)
        if first and requests:
            self.table.setFocus()
        self._reloading = True
        self.model.show_requests(requests)
        row = -1 if before is None else self.model.row_of(before.id)
        if row < 0 and requests:
            row = 0
        if row < 0:
            self._show(None)
        else:
            self.choose(row)
        self._reloading = False

    def choose(self, row: int) -> None:
        """Show a request of the list."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.model.index(row, STATE)
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._show(self.model.requests[row])

    def say(self, words: str, tone: str = "") -> None:
        """What became of an answer, or why the list is not there."""
        self.outcome.setProperty("role", "error" if tone == "error" else "")
        self.outcome.style().unpolish(self.outcome)
        self.outcome.style().polish(self.outcome)
        self.outcome.setText(words)
        self.outcome.setVisible(bool(words))

    @Slot()
    def _on_row(self) -> None:
        row = self.table.currentIndex().row()
        if not self._reloading and 0 <= row < len(self.model.requests):
            self.say("")
            self._show(self.model.requests[row])

    def _show(self, request: wire.Appointment | None) -> None:
        if request is not None and request == self._shown:
            return
        self._shown = request
        self._below.setVisible(request is not None)
        if request is not None:
            self._show_facts(request)
            self.form.setVisible(request.state not in SETTLED)
        self.chosen_changed.emit(request)

    def _show_facts(self, request: wire.Appointment) -> None:
        whose = request.adherent_name
        if request.written_by is not None:
            whose = self.tr("{adherent}, asked by {proxy}").format(
                adherent=whose, proxy=request.written_by
            )
        self.name.setText(f"{whose} · {request.reference}")
        wished = "\n".join(half_day_words(each, self._times) for each in request.wished)
        texts = {
            "subject": subject_words(request),
            "way": way_words(request),
            "wished": wished,
            "agreed": "" if request.agreed is None else agreed_words(request.agreed, self._times),
            "words": request.words,
            "answer": self._answered(request),
            "told": told_words(request, self._times, self._now()),
            "asked": self._times.day_and_time(to_ms(request.asked_at)),
        }
        for each, words in texts.items():
            self.facts[each].setText(words)
            self._rows.setRowVisible(self.facts[each], bool(words))

    def _answered(self, request: wire.Appointment) -> str:
        if request.answer is None:
            return ""
        words = self.tr("by {agent}, {moment}").format(
            agent=request.answer.agent_name,
            moment=self._times.day_and_time(to_ms(request.answer.at)),
        )
        if request.proposed:
            named = ", ".join(half_day_words(each, self._times) for each in request.proposed)
            words = self.tr("{words}, proposed: {half_days}").format(words=words, half_days=named)
        return f"{words}\n{request.answer.words}".strip()
