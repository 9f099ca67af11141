"""The form of a template: one widget per typed value, each with its name and its error."""

import itertools
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desk.services.template_fields import FieldType, FieldValue, TemplateField
from desk.services.templates import OnlineService
from desk.ui.common.styling import label, name_choices, restyle

_SPACES = re.compile(r"[\s\u00a0\u202f]")
LARGEST_AMOUNT = Decimal("999999999.99")


def parse_amount(text: str) -> Decimal | None:
    """« 1 234,50 » → 1234.50; None when it is no amount of at most two decimals."""
    try:
        amount = Decimal(_SPACES.sub("", text).removesuffix("€").replace(",", "."))
    except InvalidOperation:
        return None
    if not amount.is_finite() or abs(amount) > LARGEST_AMOUNT:
        return None
    exponent = amount.normalize().as_tuple().exponent
    return amount if isinstance(exponent, int) and exponent >= -2 else None


class FieldRow(QWidget):
    """A label, the widget, and the error under it."""

    changed = Signal()

    def __init__(
        self,
        field: TemplateField,
        services: Mapping[str, OnlineService],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._read: Callable[[], FieldValue] = lambda: None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        name = (
            field.label
            if field.required
            else self.tr("{label} (optional)").format(label=field.label)
        )
        self._label = label(name, "strong", wrap=True)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self.setAccessibleName(name)
        self._main: QWidget = QWidget()
        if field.type is not FieldType.BOOLEAN or field.required:
            self._column.addWidget(self._label)
        self._build(name, services)
        self._label.setBuddy(self._main)
        self._column.addWidget(self._error)

    @property
    def main(self) -> QWidget:
        """The widget that takes the focus."""
        return self._main

    def value(self) -> FieldValue:
        """What was given; None when empty or not readable."""
        return self._read()

    def set_error(self, words: str) -> None:
        """Say what is wrong, under the field and to assistive technology."""
        self._error.setText(words)
        self._error.setVisible(bool(words))
        self._main.setAccessibleDescription(words)
        self._main.setProperty("invalid", "true" if words else "false")
        restyle(self._main)

    def _build(self, name: str, services: Mapping[str, OnlineService]) -> None:
        match self.field.type:
            case FieldType.TEXT:
                self._build_text()
            case FieldType.LIST:
                self._build_list()
            case FieldType.DATE:
                self._build_date()
            case FieldType.BOOLEAN:
                self._build_boolean(name)
            case FieldType.INTEGER:
                self._build_integer()
            case FieldType.AMOUNT:
                self._build_amount()
            case FieldType.CHOICE:
                self._build_choice([(each, each) for each in self.field.choices])
            case FieldType.SERVICE:
                self._build_choice([(each.label, each.code) for each in services.values()])
        self._main.setAccessibleName(name)

    def _put(self, widget: QWidget) -> None:
        self._main = widget
        self._column.addWidget(widget)

    def _build_text(self) -> None:
        edit = QPlainTextEdit()
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(58)
        edit.textChanged.connect(self.changed)
        self._read = lambda: edit.toPlainText().strip() or None
        self._put(edit)

    def _build_list(self) -> None:
        edit = QPlainTextEdit()
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(78)
        edit.setPlaceholderText(self.tr("One item per line"))
        edit.textChanged.connect(self.changed)

        def read() -> FieldValue:
            lines = tuple(line for each in edit.toPlainText().split("\n") if (line := each.strip()))
            return lines or None

        self._read = read
        self._put(edit)

    def _build_date(self) -> None:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        given = QCheckBox(self.tr("Date:"))
        edit = QDateEdit(QDate.currentDate())
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("dd/MM/yyyy")
        edit.setAccessibleName(self.field.label)
        edit.setEnabled(False)
        given.setAccessibleName(self.tr("Give a date for: {label}").format(label=self.field.label))
        given.toggled.connect(edit.setEnabled)
        given.toggled.connect(self.changed)
        edit.dateChanged.connect(self.changed)
        layout.addWidget(given)
        layout.addWidget(edit)
        layout.addStretch(1)

        def read() -> FieldValue:
            if not given.isChecked():
                return None
            day = edit.date()
            return date(day.year(), day.month(), day.day())

        self._read = read
        self._column.addWidget(row)
        row.setAccessibleName(self.field.label)
        self._main = given

    def _build_boolean(self, name: str) -> None:
        if not self.field.required:
            box = QCheckBox(name)
            box.toggled.connect(self.changed)
            self._read = box.isChecked
            self._put(box)
            return
        # Neither is chosen at first: « no » by default would be an answer nobody gave.
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        yes, no = QRadioButton(self.tr("Yes")), QRadioButton(self.tr("No"))
        group = QButtonGroup(row)
        for each in (yes, no):
            each.setAccessibleName(f"{self.field.label}: {each.text()}")
            group.addButton(each)
            layout.addWidget(each)
        layout.addStretch(1)
        group.buttonToggled.connect(self._on_toggled)

        def read() -> FieldValue:
            return None if group.checkedButton() is None else yes.isChecked()

        self._read = read
        self._column.addWidget(row)
        row.setAccessibleName(self.field.label)
        self._main = yes

    def _on_toggled(self, _button: QWidget, checked: bool) -> None:
        if checked:
            self.changed.emit()

    def _build_integer(self) -> None:
        edit = QLineEdit()
        edit.setValidator(QIntValidator(0, 99_999, edit))
        edit.setMaximumWidth(140)
        edit.textChanged.connect(self.changed)
        self._read = lambda: int(edit.text()) if edit.text().isdecimal() else None
        self._put(edit)

    def _build_amount(self) -> None:
        edit = QLineEdit()
        edit.setPlaceholderText(
            self.tr("In euros, for example {sample}").format(
                sample=QLocale(QLocale.Language.French).toString(1234.5, "f", 2)
            )
        )
        edit.setMaximumWidth(260)

        def check() -> None:
            text = edit.text().strip()
            self.set_error(
                ""
                if not text or parse_amount(text) is not None
                else self.tr("Not an amount: digits, and at most two decimals.")
            )
            self.changed.emit()

        edit.textChanged.connect(check)
        self._read = lambda: parse_amount(edit.text())
        self._put(edit)

    def _build_choice(self, choices: list[tuple[str, str]]) -> None:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        box.addItem(self.tr("Choose…"), None)
        for words, value in choices:
            box.addItem(words, value)
        name_choices(box, self.field.label)
        box.currentIndexChanged.connect(self.changed)
        self._read = box.currentData
        self._put(box)


class TemplateForm(QWidget):
    """The rows of one template."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Values of the template"))
        self._rows: list[FieldRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 2, 10, 2)
        self._column.setSpacing(12)

    @property
    def rows(self) -> list[FieldRow]:
        return self._rows

    def show_fields(
        self, fields: tuple[TemplateField, ...], services: Mapping[str, OnlineService]
    ) -> None:
        """Ask for these values, all empty."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        while self._column.count():
            self._column.takeAt(0)
        self._rows = [FieldRow(field, services) for field in fields]
        for row in self._rows:
            row.changed.connect(self.changed)
            self._column.addWidget(row)
        self._column.addStretch(1)
        chain = [row.main for row in self._rows]
        for before, after in itertools.pairwise(chain):
            QWidget.setTabOrder(before, after)

    def values(self) -> dict[str, FieldValue]:
        return {row.field.name: row.value() for row in self._rows}
