"""Under the text: its template, its kind, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from desk.ui.common.styling import button, give_icon, name_choices, with_air
from desk.ui.theme import Theme, Token


class ReplyFoot(QWidget):
    """The widgets alone, in reading order; the composer says which make sense. Where they do not
    fit, the less used ones keep their icon and tell their words as a hint.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("What to do with the reply"))
        self.template = button(self.tr("Template…"), "", self.tr("Choose a template"))
        self.kind = QComboBox()
        name_choices(self.kind, self.tr("Kind of reply"))
        # As wide as what is chosen, not as the longest there is.
        self.kind.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.kind.addItem(self.tr("Answer"), "answer")
        self.kind.addItem(self.tr("Holding reply (does not stop the clock)"), "holding")
        self.versions = button(self.tr("Versions…"), "flat", self.tr("Versions of the draft"))
        self.discard = button(self.tr("Delete"), "flat", self.tr("Delete the draft"))
        self.cancel = button(self.tr("Cancel sending"))
        self.schedule = button(self.tr("Later…"), "", self.tr("Publish later"))
        self.publish = button(self.tr("Publish…"), "primary", self.tr("Publish the reply"))
        self._shortened = {
            each: each.text()
            for each in (self.versions, self.discard, self.template, self.schedule, self.cancel)
        }
        for each in self._shortened:
            each.setToolTip(each.accessibleName())
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.template)
        row.addWidget(self.kind)
        row.addStretch(1)
        for each in (self.versions, self.discard, self.cancel, self.schedule, self.publish):
            row.addWidget(each)
        self.in_training = False
        """« Publier » asks for a review instead."""
        self.kind.currentIndexChanged.connect(self._on_kind)
        theme.changed.connect(self._draw)
        self._fit_kind()
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        # A button came or went, or says something else.
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        order = tuple(self._shortened)
        for count in (0, 2, 4, len(order)):
            if count == len(order) or self._needed(order[:count]) <= self.width():
                self._shorten(order[:count])
                return

    def _needed(self, short: Sequence[QPushButton]) -> int:
        """The row's width, pixels, with these buttons as icons alone."""
        widths = [self.kind.minimumSizeHint().width()]
        for each in (*self._shortened, self.publish):
            if each.isHidden():
                continue
            words = self._shortened.get(each)
            width = each.sizeHint().width()
            if words is not None:
                advance = each.fontMetrics().horizontalAdvance
                width += (0 if each in short else advance(with_air(words))) - advance(each.text())
            widths.append(width)
        return sum(widths) + self._row.spacing() * len(widths)

    def _shorten(self, short: Sequence[QPushButton]) -> None:
        for each, words in self._shortened.items():
            text = "" if each in short else with_air(words)
            # Setting it asks for a layout, and so for this again.
            if each.text() != text:
                each.setText(text)

    def set_training(self, in_training: bool) -> None:
        """Who writes here is in training, or not."""
        self.in_training = in_training
        self.schedule.setHidden(in_training)
        self._on_kind()
        self._draw()

    def _on_kind(self) -> None:
        holding = self.kind.currentData() == "holding"
        words = self.tr("Publish the holding reply…") if holding else self.tr("Publish…")
        if self.in_training:
            words = self.tr("Ask for a review…")
        self.publish.setText(with_air(words))
        self.publish.setAccessibleName(words.rstrip("…"))
        self._fit_kind()

    def _fit_kind(self) -> None:
        self.kind.setMinimumContentsLength(len(self.kind.currentText()))

    def _draw(self) -> None:
        self.template.setIcon(self._theme.icon("file-text"))
        self.versions.setIcon(self._theme.icon("history", Token.ACCENT))
        self.discard.setIcon(self._theme.icon("trash-2", Token.ACCENT))
        self.schedule.setIcon(self._theme.icon("calendar-clock"))
        self.cancel.setIcon(self._theme.icon("undo-2"))
        icon = "eye" if self.in_training else "send"
        give_icon(self.publish, self._theme.icon(icon, Token.ON_ACCENT))
