"""Choosing a template, giving its values, seeing the text before it enters the reply."""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk import wire
from desk.models.snapshots import ThreadView
from desk.services.reply_template import Origin, ReplyTemplate
from desk.services.templates import OnlineService, Rendered, ReplyTemplates
from desk.services.writing_memory import Remembered
from desk.ui.common.styling import button, label
from desk.ui.common.theme_icons import wear_icon
from desk.ui.composer.editor import hole_marks
from desk.ui.composer.template_form import TemplateForm
from desk.ui.composer.whole_titles import WholeTitles
from desk.ui.theme import Theme, Token


class TemplateDialog(QDialog):
    """After `exec` returns Accepted, `rendered` and `template` say what to insert."""

    keep_requested = Signal(str)
    """A text of the reply to be kept as a template of the agent's own."""
    dropped = Signal(object)
    """A `ReplyTemplate` of the agent's own to be deleted."""

    def __init__(
        self,
        theme: Theme,
        templates: ReplyTemplates,
        thread: ThreadView,
        me: wire.Me,
        services: Mapping[str, OnlineService],
        now_ms: int,
        parent: QWidget | None = None,
        *,
        keepable: str = "",
    ) -> None:
        """`keepable`: what of the reply may be kept as a template; empty: nothing."""
        super().__init__(parent)
        self._keepable = keepable
        self._theme = theme
        self._templates = templates
        self._thread, self._me, self._services, self._now_ms = thread, me, services, now_ms
        self._listed: tuple[ReplyTemplate, ...] = ()
        self._remembered = Remembered()
        self.template: ReplyTemplate | None = None
        self.rendered: Rendered | None = None
        self.setWindowTitle(self.tr("Reply templates"))
        self.setAccessibleName(self.tr("Reply templates"))
        self.resize(1060, 660)

        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search a template"))
        self.search.setAccessibleName(self.tr("Search a template"))
        self.search.setClearButtonEnabled(True)
        looking = QAction(self.search)
        wear_icon(looking, theme, "search", Token.TEXT_MUTED)
        self.search.addAction(looking, QLineEdit.ActionPosition.LeadingPosition)
        for part in self.search.findChildren(QToolButton):
            part.setAccessibleName(self.tr("Clear the search"))
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(WholeTitles(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(14, 14))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(self.tr("Templates, suited ones first"))
        self._count = label("", "small")
        self._title = label("", "title", wrap=True)
        self._advice = label("", "muted", wrap=True)
        self.form = TemplateForm()
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setProperty("role", "preview")
        self.preview.setAccessibleName(self.tr("Preview of the text"))
        self.preview.setTabChangesFocus(True)
        self._state = label("", "muted", wrap=True)
        self._state.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.drop_button = button(
            self.tr("Delete"), "flat", self.tr("Delete this template of mine")
        )
        self.drop_button.setVisible(False)
        self.keep_button = button(
            self.tr("Keep my text"), "flat", self.tr("Keep my text as a template of mine")
        )
        self.keep_button.setToolTip(
            self.tr("The selected text, or the whole reply; this adherent's data are blanked.")
        )
        self.keep_button.setVisible(bool(keepable.strip()))
        self.insert_button = button(self.tr("Insert in the reply"), "primary")
        self.insert_button.setDefault(True)
        self.cancel_button = button(self.tr("Cancel"))
        self._lay_out()
        theme.changed.connect(self._draw)
        self.search.textChanged.connect(self._list_templates)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.form.changed.connect(self._render)
        self.insert_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.drop_button.clicked.connect(self._on_drop)
        self.keep_button.clicked.connect(self._on_keep)
        self._list_templates()
        self.search.setFocus()

    def _lay_out(self) -> None:
        left = QWidget()
        left.setAccessibleName(self.tr("Choice of the template"))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._count)
        asked = QScrollArea()
        asked.setWidgetResizable(True)
        asked.setFrameShape(QFrame.Shape.NoFrame)
        asked.setAccessibleName(self.tr("Values of the template"))
        asked.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        asked.setWidget(self.form)
        asked.viewport().setAutoFillBackground(False)
        shown = QWidget()
        shown.setAccessibleName(self.tr("Preview of the text"))
        preview = QVBoxLayout(shown)
        preview.setContentsMargins(12, 0, 0, 0)
        preview.setSpacing(6)
        preview.addWidget(label(self.tr("Preview"), "caption"))
        preview.addWidget(self.preview, 1)
        middle = QWidget()
        middle.setAccessibleName(self.tr("Values of the template"))
        values = QVBoxLayout(middle)
        values.setContentsMargins(12, 0, 12, 0)
        values.setSpacing(6)
        values.addWidget(self._title)
        values.addWidget(self._advice)
        values.addSpacing(4)
        values.addWidget(asked, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setAccessibleName(self.tr("Templates"))
        split.setChildrenCollapsible(False)
        for part, width in ((left, 290), (middle, 350), (shown, 420)):
            split.addWidget(part)
            split.setStretchFactor(split.count() - 1, width)
        split.setSizes([290, 350, 420])
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._state, 1)
        foot.addWidget(self.keep_button)
        foot.addWidget(self.drop_button)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.insert_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 18, 20, 16)
        outer.setSpacing(14)
        outer.addWidget(split, 1)
        outer.addLayout(foot)

    def remember(self, remembered: Remembered) -> None:
        """The agent's own texts, past replies and what was used: they join the list."""
        self._remembered = remembered
        self._list_templates()

    def _on_keep(self) -> None:
        self.keep_button.setEnabled(False)
        self.keep_requested.emit(self._keepable)

    def _on_drop(self) -> None:
        dropped = self.template
        if dropped is None or dropped.origin is not Origin.OWN:
            return
        texts = tuple(each for each in self._remembered.texts if each.code != dropped.code)
        self.remember(replace(self._remembered, texts=texts))
        self.dropped.emit(dropped)

    # Keys: arrows move in the list while the search box has the focus ----------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = moves.get(Qt.Key(event.key()))
        if step is not None and self.search.hasFocus() and self._listed:
            row = self.list.currentIndex().row() + step
            self._select(max(0, min(row, len(self._listed) - 1)))
            event.accept()
            return
        if Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.rendered:
            for asked in self.form.rows:
                if asked.field in self.rendered.undecided:
                    # Nothing can be inserted yet: to the question that is in the way.
                    asked.main.setFocus(Qt.FocusReason.TabFocusReason)
                    event.accept()
                    return
        super().keyPressEvent(event)

    def choose(self, code: str) -> None:
        """Select a listed template by code."""
        for row, template in enumerate(self._listed):
            if template.code == code:
                self._select(row)

    # How it is done ------------------------------------------------------------------------------

    def _list_templates(self) -> None:
        kept = self.template.code if self.template else None
        self._listed = self._templates.ranked(
            self._thread, self.search.text(), self._remembered.texts, self._remembered.uses
        )
        # Always there beside titles, which are laid out for the width that is left; never alone.
        policy = Qt.ScrollBarPolicy
        self.list.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if self._listed else policy.ScrollBarAlwaysOff
        )
        suited = sum(self._templates.is_suggested(each, self._thread) for each in self._listed)
        # Silently: while lines go, the selection would walk over those that still stand.
        self.list.selectionModel().reset()
        self._model.clear()
        for each in self._listed:
            self._model.appendRow(self._item(each))
        self._draw()
        if not self._listed:
            self._count.setText(self.tr("%n template(s)", "", 0))
            self._show(None)
            return
        self._count.setText(
            self.tr("%n template(s)", "", len(self._listed))
            + (self.tr(", of which {count} suit this motif").format(count=suited) if suited else "")
        )
        codes = [each.code for each in self._listed]
        self._select(codes.index(kept) if kept in codes else 0)

    def _item(self, template: ReplyTemplate) -> QStandardItem:
        item = QStandardItem(template.title)
        if template.origin is Origin.OWN:
            item.setAccessibleText(self.tr("{title}, my own").format(title=template.title))
        elif template.origin is Origin.PAST:
            item.setAccessibleText(
                self.tr("{title}, an earlier reply to this motif").format(title=template.title)
            )
        elif self._templates.is_suggested(template, self._thread):
            item.setAccessibleText(
                self.tr("{title}, suits this motif").format(title=template.title)
            )
        return item

    def _draw(self) -> None:
        own = self._theme.icon("user", Token.ACCENT)
        past = self._theme.icon("history", Token.TEXT_MUTED)
        star = self._theme.icon("star", Token.ACCENT)
        for row, each in enumerate(self._listed):
            icon = QIcon()
            if each.origin is Origin.OWN:
                icon = own
            elif each.origin is Origin.PAST:
                icon = past
            elif self._templates.is_suggested(each, self._thread):
                icon = star
            self._model.item(row).setIcon(icon)
        self._mark()

    def _mark(self) -> None:
        self.preview.setExtraSelections(hole_marks(self.preview, self._theme))

    def _select(self, row: int) -> None:
        index = self._model.index(row, 0)
        self.list.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.list.scrollTo(index)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._show(self._listed[current.row()])

    def _show(self, template: ReplyTemplate | None) -> None:
        if template is self.template and template is not None:
            return
        self.template = template
        nothing = self.tr("No template holds these words.")
        self._title.setText(nothing if template is None else template.title)
        advice = self._advice_of(template)
        self.drop_button.setVisible(template is not None and template.origin is Origin.OWN)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        fields = () if template is None else self._templates.fields_of(template)
        self.form.show_fields(fields, self._services)
        self._render()

    def _advice_of(self, template: ReplyTemplate | None) -> str:
        if template is None:
            return self.tr("Fewer words, or only how they begin, find more.")
        if template.origin is Origin.PAST:
            return self.tr("An earlier reply to this motif: names, numbers and dates are blanked.")
        return template.advice

    def _write(self, template: ReplyTemplate) -> Rendered:
        if template.origin is not Origin.COLLECTION:
            return self._templates.given_text(template, self._thread, self._me, self._now_ms)
        return self._templates.render(
            template.code,
            self.form.values(),
            self._thread,
            self._me,
            self._services,
            self._now_ms,
        )

    def _render(self) -> None:
        if self.template is None:
            self.rendered = None
            self.preview.setPlainText("")
            self._state.setText("")
            self.insert_button.setEnabled(False)
            return
        self.rendered = self._write(self.template)
        scrolled = self.preview.verticalScrollBar().value()
        self.preview.setPlainText(self.rendered.text)
        self.preview.verticalScrollBar().setValue(scrolled)
        self._mark()
        undecided = self.rendered.undecided
        for row in self.form.rows:
            if row.field in undecided:
                row.main.setAccessibleDescription(self.tr("To be answered before inserting."))
        if undecided:
            words = self.tr("Answer first: {fields}").format(
                fields=", ".join(field.label for field in undecided)
            )
        elif self.rendered.holes:
            words = self.tr(
                "%n value(s) missing: marked in the text, and to be filled before publishing.",
                "",
                len(self.rendered.holes),
            )
        else:
            words = self.tr("Nothing is missing.")
        self._state.setText(words)
        self.insert_button.setEnabled(not undecided)
