"""Under the text: its template, its kind, and what can be done with it."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desk.ui.common.styling import button, give_icon, name_choices, with_air
from desk.ui.theme import Theme, Token


class ReplyFoot(QWidget):
    """The widgets alone, in reading order; the composer says which make sense."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("What to do with the reply"))
        self.template = button(self.tr("Template…"), "", self.tr("Choose a template"))
        self.kind = QComboBox()
        name_choices(self.kind, self.tr("Kind of reply"))
        self.kind.addItem(self.tr("Answer"), "answer")
        self.kind.addItem(self.tr("Holding reply (does not stop the clock)"), "holding")
        self.versions = button(self.tr("Versions…"), "flat", self.tr("Versions of the draft"))
        self.discard = button(self.tr("Delete"), "flat", self.tr("Delete the draft"))
        self.cancel = button(self.tr("Cancel sending"))
        self.schedule = button(self.tr("Later…"), "", self.tr("Publish later"))
        self.publish = button(self.tr("Publish…"), "primary", self.tr("Publish the reply"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.template)
        row.addWidget(self.kind)
        row.addStretch(1)
        for each in (self.versions, self.discard, self.cancel, self.schedule, self.publish):
            row.addWidget(each)
        self.kind.currentIndexChanged.connect(self._on_kind)
        theme.changed.connect(self._draw)
        self._draw()

    def _on_kind(self) -> None:
        holding = self.kind.currentData() == "holding"
        words = self.tr("Publish the holding reply…") if holding else self.tr("Publish…")
        self.publish.setText(with_air(words))
        self.publish.setAccessibleName(words.rstrip("…"))

    def _draw(self) -> None:
        give_icon(self.template, self._theme.icon("file-text"))
        give_icon(self.versions, self._theme.icon("history", Token.ACCENT))
        give_icon(self.discard, self._theme.icon("trash-2", Token.ACCENT))
        give_icon(self.cancel, self._theme.icon("undo-2"))
        give_icon(self.schedule, self._theme.icon("calendar-clock"))
        give_icon(self.publish, self._theme.icon("send", Token.ON_ACCENT))
