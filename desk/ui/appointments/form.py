"""The form of an answer: confirm a half-day or an hour, propose others, or refuse."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTime, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from desk import wire
from desk.services.appointments import BegunAnswer
from desk.services.reply_text import visible_length
from desk.ui.appointments.words import half_day_words
from desk.ui.common.forms import level_captions
from desk.ui.common.styling import button, label, name_choices, set_style
from desk.ui.common.times import Times
from desk.wire.appointments import AnswerKind

WORDS_MAX = 500
REASON_MIN = 3
_KINDS: tuple[AnswerKind, ...] = ("confirm", "propose", "refuse")


class AnswerForm(QWidget):
    """Ctrl+Enter sends. What is typed survives a change of the half-days offered."""

    changed = Signal()
    """Something was typed or chosen by the agent."""
    send_requested = Signal()
    """With a form that can leave."""

    def __init__(self, times: Times, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self._offered: list[wire.HalfDay] = []
        self._wished: list[wire.HalfDay] = []
        self.setAccessibleName(self.tr("Answer"))
        self.kinds = QButtonGroup(self)
        choice = QHBoxLayout()
        choice.setSpacing(16)
        for number, words in enumerate(
            (self.tr("Confirm"), self.tr("Propose other half-days"), self.tr("Refuse"))
        ):
            radio = QRadioButton(words)
            radio.setAccessibleName(words)
            self.kinds.addButton(radio, number)
            choice.addWidget(radio)
        choice.addStretch(1)
        self.half_days = [QComboBox() for _ in range(3)]
        self._names = [label("", "caption") for _ in self.half_days]
        self.precise = QCheckBox(self.tr("At a precise hour"))
        self.precise.setAccessibleName(self.precise.text())
        self.hour = QTimeEdit(QTime(9, 0))
        self.hour.setDisplayFormat("HH:mm")
        self.hour.setAccessibleName(self.tr("Hour"))
        self.hour.setMinimumWidth(90)
        self.hour.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._at = QWidget()
        at = QHBoxLayout(self._at)
        at.setContentsMargins(0, 0, 0, 0)
        at.addWidget(self.precise)
        at.addWidget(self.hour)
        at.addStretch(1)
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(64)
        self._caption = label("", "caption")
        self.counter = label("", "small")
        self.problem = label("", "error", wrap=True)
        self.send_button = button(self.tr("Send the answer"), "primary")
        fields = QFormLayout()
        fields.setSpacing(8)
        for name, box in zip(self._names, self.half_days, strict=True):
            fields.addRow(name, box)
        fields.addRow(label(""), self._at)
        level_captions(fields)
        self._fields = fields
        foot = QHBoxLayout()
        foot.addWidget(self.problem, 1)
        foot.addWidget(self.counter)
        foot.addWidget(self.send_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(choice)
        column.addLayout(fields)
        column.addWidget(self._caption)
        column.addWidget(self.words, 1)
        column.addLayout(foot)
        self._connect()
        self.kinds.button(0).setChecked(True)
        self._refresh()

    def _connect(self) -> None:
        self.kinds.idToggled.connect(self._on_change)
        for box in self.half_days:
            box.currentIndexChanged.connect(self._on_change)
        self.precise.toggled.connect(self._on_change)
        self.hour.timeChanged.connect(self._on_change)
        self.words.textChanged.connect(self._on_change)
        self.send_button.clicked.connect(self._send)

    def begin(self, request: wire.Appointment, begun: BegunAnswer | None) -> None:
        """Another request; `begun`: what was typed for it before."""
        self._wished = list(request.wished)
        self._offered = []
        self.fill(begun or BegunAnswer(half_days=self._wished[:1]))

    def offer(self, half_days: Sequence[wire.HalfDay]) -> None:
        """When the place is open; what was chosen stays chosen."""
        kept = self.begun
        self._offered = list(half_days)
        self.fill(kept)

    def fill(self, begun: BegunAnswer) -> None:
        """Show an answer without calling it typed."""
        blocked = [QSignalBlocker(each) for each in self._inputs()]
        self.kinds.button(_KINDS.index(begun.kind)).setChecked(True)
        for place, box in enumerate(self.half_days):
            chosen = begun.half_days[place] if place < len(begun.half_days) else None
            self._fill_list(box, chosen)
        self.precise.setChecked(begun.hour is not None)
        if begun.hour is not None:
            self.hour.setTime(QTime.fromString(begun.hour, "HH:mm"))
        if self.words.toPlainText() != begun.words:
            self.words.setPlainText(begun.words)
        for each in blocked:
            each.unblock()
        self._refresh()

    def _inputs(self) -> list[QWidget | QButtonGroup]:
        return [self.kinds, *self.half_days, self.precise, self.hour, self.words]

    def _fill_list(self, box: QComboBox, chosen: wire.HalfDay | None) -> None:
        box.clear()
        box.addItem(self.tr("Choose in the list"), None)
        rest = [each for each in self._offered if each not in self._wished]
        if chosen is not None and chosen not in self._wished and chosen not in rest:
            rest.insert(0, chosen)
        for number, each in enumerate(self._wished, 1):
            words = self.tr("{half_day} (wish {number})").format(
                half_day=half_day_words(each, self._times), number=number
            )
            box.addItem(words, each)
        for each in rest:
            box.addItem(half_day_words(each, self._times), each)
        if chosen is not None:
            box.setCurrentIndex(1 + [*self._wished, *rest].index(chosen))

    @property
    def kind(self) -> AnswerKind:
        return _KINDS[self.kinds.checkedId()]

    @property
    def begun(self) -> BegunAnswer:
        """All that is typed and chosen, as it is."""
        chosen = [box.currentData() for box in self.half_days]
        return BegunAnswer(
            kind=self.kind,
            half_days=[each for each in chosen if each is not None],
            hour=self.hour.time().toString("HH:mm") if self.precise.isChecked() else None,
            words=self.words.toPlainText(),
        )

    @property
    def request(self) -> wire.AppointmentAnswerRequest | None:
        """What would leave; None while something is missing."""
        if self._missing():
            return None
        return wire.AppointmentAnswerRequest(
            kind=self.kind,
            half_days=self._chosen(),
            hour=self.begun.hour if self.kind == "confirm" else None,
            words=self.words.toPlainText().strip(),
        )

    def _chosen(self) -> list[wire.HalfDay]:
        boxes = {"confirm": self.half_days[:1], "propose": self.half_days, "refuse": []}
        found = (box.currentData() for box in boxes[self.kind])
        return [each for each in found if each is not None]

    def _missing(self) -> str:
        length, chosen = visible_length(self.words.toPlainText().strip()), self._chosen()
        if length > WORDS_MAX:
            return self.tr("Too long by %n character(s).", "", length - WORDS_MAX)
        if self.kind == "refuse":
            return self.tr("Say why.") if length < REASON_MIN else ""
        if not chosen:
            return self.tr("Choose a half-day.")
        if len(set(map(repr, chosen))) < len(chosen):
            return self.tr("The same half-day is there twice.")
        return ""

    @Slot()
    def _on_change(self) -> None:
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        kind = self.kind
        shown = {"confirm": 1, "propose": 3, "refuse": 0}[kind]
        first = self.tr("Half-day") if kind == "confirm" else self.tr("First half-day")
        names = (first, self.tr("Second (optional)"), self.tr("Third (optional)"))
        for place, (box, name) in enumerate(zip(self.half_days, names, strict=True)):
            self._fields.setRowVisible(box, place < shown)
            self._names[place].setText(name)
            name_choices(box, name)
        self._fields.setRowVisible(self._at, kind == "confirm")
        self.hour.setEnabled(self.precise.isChecked())
        caption = (
            self.tr("Why, for the adherent (without medical information)")
            if kind == "refuse"
            else self.tr("Words for the adherent (optional, without medical information)")
        )
        self._caption.setText(caption)
        self.words.setAccessibleName(caption)
        length = visible_length(self.words.toPlainText().strip())
        self.counter.setText(self.tr("{count} / {most}").format(count=length, most=WORDS_MAX))
        missing = self._missing()
        self.problem.setText(missing)
        set_style(self.words, invalid="true" if length > WORDS_MAX else "false")
        self.send_button.setEnabled(not missing)
        self.send_button.setAccessibleDescription(missing)

    @Slot()
    def _send(self) -> None:
        if self.isEnabled() and not self._missing():
            self.send_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            self._send()
            return
        super().keyPressEvent(event)
