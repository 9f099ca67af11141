"""The warnings before publishing: each is mended, gone to, or let stand with one key."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.services.guard.finding import Finding, Severity
from desk.ui.common.styling import button, label
from desk.ui.composer.guard_words import finding_words
from desk.ui.composer.whole_titles import WholeTitles
from desk.ui.theme import Theme, Token

MOST_ROWS = 4
BESIDE = 30
"""Pixels: the box to tick, and the air around it."""
MEND_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
GO_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WarningList(QListWidget):
    """Space lets the current warning stand, or not again; Delete mends it; Enter goes to it."""

    mend_pressed = Signal()
    go_pressed = Signal()
    width_changed = Signal()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.width_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.width_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in MEND_KEYS:
            self.mend_pressed.emit()
        elif plain and event.key() in GO_KEYS:
            self.go_pressed.emit()
        elif plain:
            super().keyPressEvent(event)
        else:
            # Ctrl+Enter is the dialog's.
            event.ignore()


class GuardPanel(QFrame):
    """Hidden while there is nothing to warn of."""

    changed = Signal()
    """A warning was let stand, or not any more."""
    mend_requested = Signal(object)
    """A `Finding` whose replacement shall take its place."""
    go_requested = Signal(object)
    """A `Finding` to be shown in the editor."""
    fitted = Signal()
    """It has the height of its warnings in the width that it was given."""

    def __init__(self, theme: Theme, *, editable: bool, parent: QWidget | None = None) -> None:
        """`editable`: the text stands in an editor, where it can be mended."""
        super().__init__(parent)
        self._theme = theme
        self._editable = editable
        self._findings: tuple[Finding, ...] = ()
        self._text = ""
        self._looked = False
        self.setProperty("role", "warnings")
        self.setAccessibleName(self.tr("Warnings before publishing"))
        self._head = label("", "strong", wrap=True)
        self._hint = label("", "muted", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.list = WarningList()
        self.list.setAccessibleName(self.tr("Warnings; ticked ones are let stand"))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(WholeTitles(self.list, BESIDE))
        self.list.setIconSize(QSize(16, 16))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.mend_button = button(self.tr("Mend"), "", self.tr("Mend the warning"))
        self.go_button = button(self.tr("Go to it"), "", self.tr("Go to the warning in the text"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._hint, 1)
        buttons.addWidget(self.go_button)
        buttons.addWidget(self.mend_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self.list)
        column.addLayout(buttons)
        column.addStretch(1)
        self.list.itemChanged.connect(self._on_ticked)
        self.list.currentRowChanged.connect(self._on_current)
        self.list.width_changed.connect(self._fit)
        self.list.mend_pressed.connect(self._mend)
        self.list.go_pressed.connect(self._go)
        self.mend_button.clicked.connect(self._mend)
        self.go_button.clicked.connect(self._go)
        self.setVisible(False)
        theme.changed.connect(self._draw)

    @property
    def looked(self) -> bool:
        """The text has been judged."""
        return self._looked

    @property
    def settled(self) -> bool:
        """Nothing is left to mend or to let stand."""
        return self._looked and len(self._ticked()) == len(self._findings)

    @property
    def confirmed_kinds(self) -> tuple[str, ...]:
        """The kinds of what is let stand, each once."""
        kinds = {self._findings[row].kind.value for row in self._ticked()}
        return tuple(sorted(kinds))

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self._findings

    def show_findings(self, findings: tuple[Finding, ...], text: str) -> None:
        """What the guard says of `text`. What was let stand before stays so."""
        kept = [self._words_of(row) for row in self._ticked()]
        row = max(0, self.list.currentRow())
        self._findings, self._text, self._looked = findings, text, True
        self.list.blockSignals(True)
        self.list.clear()
        for each in findings:
            self.list.addItem(self._item(each))
        for at in range(len(findings)):
            if self._words_of(at) in kept:
                kept.remove(self._words_of(at))
                self.list.item(at).setCheckState(Qt.CheckState.Checked)
        self.list.blockSignals(False)
        if findings:
            self.list.setCurrentRow(min(row, len(findings) - 1))
        self.setVisible(bool(findings))
        self._fit()
        self._say()
        self.changed.emit()

    def take_focus(self) -> None:
        """To the first warning that is neither mended nor let stand."""
        ticked = self._ticked()
        for row in range(len(self._findings)):
            if row not in ticked:
                self.list.setCurrentRow(row)
                break
        self.list.setFocus()

    # How it is done ------------------------------------------------------------------------------

    @Slot()
    def _fit(self) -> None:
        """As high as its rows are: a long one takes two lines in this width."""
        rows = min(MOST_ROWS, self.list.count())
        least = self.fontMetrics().height() + 6
        if not self.list.isVisible():
            # Its width is not known yet; what is too high now would leave a hole.
            self.list.setFixedHeight(2 * self.list.frameWidth() + rows * least + 4)
            return
        few = self.list.count() <= MOST_ROWS
        self.list.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if few else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self.list.doItemsLayout()
        height = sum(
            max(self.list.visualItemRect(self.list.item(row)).height(), least)
            for row in range(rows)
        )
        self.list.setFixedHeight(2 * self.list.frameWidth() + height + 4)
        self.fitted.emit()

    def _item(self, finding: Finding) -> QListWidgetItem:
        words = finding_words(finding, self._text)
        item = QListWidgetItem(words)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(Qt.CheckState.Unchecked)
        item.setIcon(self._icon(finding))
        item.setToolTip(words)
        return item

    def _icon(self, finding: Finding) -> QIcon:
        if finding.severity is Severity.LEAK:
            return self._theme.icon("shield-alert", Token.STATE_ERROR)
        return self._theme.icon("triangle-alert", Token.STATE_WARN)

    def _draw(self) -> None:
        # Another icon is no tick.
        self.list.blockSignals(True)
        for row, finding in enumerate(self._findings):
            self.list.item(row).setIcon(self._icon(finding))
        self.list.blockSignals(False)

    def _words_of(self, row: int) -> tuple[str, str]:
        finding = self._findings[row]
        return finding.kind, self._text[finding.start : finding.end]

    def _ticked(self) -> list[int]:
        return [
            row
            for row in range(self.list.count())
            if self.list.item(row).checkState() is Qt.CheckState.Checked
        ]

    def _current(self) -> Finding | None:
        row = self.list.currentRow()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def _on_ticked(self, _item: QListWidgetItem) -> None:
        self._say()
        self.changed.emit()

    def _on_current(self, _row: int) -> None:
        self._say()

    def _say(self) -> None:
        left = len(self._findings) - len(self._ticked())
        if left:
            self._head.setText(self.tr("%n warning(s) before publishing", "", left))
            self._hint.setText(self.tr("Space: let stand. Delete: mend. Enter: go to it."))
        else:
            self._head.setText(self.tr("Let stand; the audit trail keeps that you were warned."))
            self._hint.setText("")
        current = self._current()
        self.go_button.setEnabled(self._editable and current is not None)
        self.mend_button.setEnabled(
            self._editable and current is not None and current.replacement is not None
        )

    def _mend(self) -> None:
        current = self._current()
        if current is None or not self._editable:
            return
        if current.replacement is None:
            # Only the author can say it otherwise: to the words, selected to be typed over.
            self.go_requested.emit(current)
        else:
            self.mend_requested.emit(current)

    def _go(self) -> None:
        current = self._current()
        if current is not None and self._editable:
            self.go_requested.emit(current)
