"""A refused publication: what changed, both texts side by side, and the agent's choice."""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desk.models.actions import Action
from desk.models.snapshots import MessageView, OutboxView, ThreadView
from desk.services.changes_since import Difference, changes_since
from desk.ui.common.styling import button, frame, label
from desk.ui.common.times import Times
from desk.ui.composer.difference_words import difference_words
from desk.ui.composer.editor import ReplyEditor
from desk.ui.theme import Theme, Token

SIDES = 24
"""Pixels free at the left and the right."""


class WhatChanged(msgspec.Struct, frozen=True):
    """Why a reply no longer fits, read from the thread as it is now."""

    answered_by: str | None
    """A colleague (or the agent elsewhere) answered."""
    adherent_wrote: bool
    held_by: str | None
    """A colleague is answering."""
    message: MessageView | None
    """The text to read beside one's own."""
    may_publish: bool
    """The reply may still be published on the thread as it is now."""
    differences: tuple[Difference, ...] = ()
    """Oldest first; empty when nobody knows how the thread was (an earlier run)."""


def what_changed(thread: ThreadView, seen: ThreadView | None) -> WhatChanged:
    """`seen`: the thread as it was on screen when the writing began; None if that was in an
    earlier run, and then the newest message is the one to read.
    """
    known = frozenset(each.message_id for each in seen.messages) if seen is not None else None
    new = [each for each in thread.messages if known and each.message_id not in known]
    answers = [each for each in thread.messages if each.kind == "answer"]
    answered = thread.status != "open"
    shown = new[-1] if new else (thread.messages[-1] if thread.messages else None)
    if answered and answers:
        shown = answers[-1]
    held_by = thread.claim_name if not thread.claimed_by_me else None
    return WhatChanged(
        answered_by=(answers[-1].author_name or "") if answered and answers else None,
        adherent_wrote=any(each.direction == "in" for each in new),
        held_by=held_by,
        message=shown,
        may_publish=not answered and held_by is None,
        differences=() if seen is None else tuple(changes_since(seen, thread)),
    )


class ConflictView(QWidget):
    """Nothing is written until a button is pressed; every choice keeps the text somewhere."""

    keep_requested = Signal(object)
    """The outbox entry whose text becomes the draft."""
    republish_requested = Signal(object)
    """The entry to publish on the thread as it is now."""
    discard_requested = Signal(object)
    """The entry to give up (with undo)."""
    merged = Signal(object, str, int)
    """(entry, text, caret): the third text changed; it is the draft from now on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entry: OutboxView | None = None
        self._draft = ""
        self._merging = False
        self._may_publish = False
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Conflict"))
        self._icon = QLabel()
        self._title = label("", "title", wrap=True)
        self.words = label("", "", wrap=True)
        self._safe = label("", "muted", wrap=True)
        self._their_head = label("", "strong", wrap=True)
        self.their_text = self._reader(self.tr("The text in the exchange"))
        self._my_head = label(self.tr("Your text"), "strong")
        self.my_text = self._reader(self.tr("Your text"))
        self._merge_head = label(self.tr("The merged text"), "strong")
        self.merge_editor = ReplyEditor(theme)
        self.merge_editor.setAccessibleName(self.tr("The merged text"))
        self.keep_button = button(self.tr("Keep my text as a draft"), "primary")
        self.merge_button = button(self.tr("Merge both texts"))
        self.republish_button = button("", "", self.tr("Publish my text all the same…"))
        self._say_what_for(scheduled=False)
        self.discard_button = button(self.tr("Give up my text"), "flat")
        self._lay_out()
        self.merge_button.clicked.connect(self.begin_merging)
        self.merge_editor.textChanged.connect(self._on_merged)
        self.keep_button.clicked.connect(lambda: self.keep_requested.emit(self._entry))
        self.republish_button.clicked.connect(lambda: self.republish_requested.emit(self._entry))
        self.discard_button.clicked.connect(lambda: self.discard_requested.emit(self._entry))
        theme.changed.connect(self._draw)
        self._draw()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self.words)
        words.addWidget(self._safe)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        both = QHBoxLayout()
        both.setSpacing(16)
        cards = []
        for role, caption, text in (
            ("bubble_in", self._their_head, self.their_text),
            ("card", self._merge_head, self.merge_editor),
            ("bubble_out", self._my_head, self.my_text),
        ):
            card = frame(role, caption.text() or self.tr("The text in the exchange"))
            cards.append(card)
            column = QVBoxLayout(card)
            column.setContentsMargins(14, 12, 14, 12)
            column.setSpacing(8)
            column.addWidget(caption)
            column.addWidget(text, 1)
            both.addWidget(card, 1)
        self._merge_card = cards[1]
        self._merge_card.hide()
        first, last = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.discard_button)
        first.addStretch(1)
        first.addWidget(self.republish_button)
        last.addStretch(1)
        last.addWidget(self.merge_button)
        last.addWidget(self.keep_button)
        foot = self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for part in (foot, first, last):
            part.setSpacing(8)
        foot.addLayout(first, 1)
        foot.addLayout(last)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDES, 20, SIDES, 16)
        column.setSpacing(14)
        column.addLayout(head)
        column.addLayout(both, 1)
        column.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_foot()

    def _fit_foot(self) -> None:
        """Four buttons in one row where they fit, else in two."""
        buttons = (self.discard_button, self.republish_button, self.merge_button, self.keep_button)
        shown = [each.sizeHint().width() + 8 for each in buttons if not each.isHidden()]
        direction = QBoxLayout.Direction
        fits = sum(shown) <= self.contentsRect().width() - 2 * SIDES
        self._foot.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def _reader(self, name: str) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setReadOnly(True)
        made.setProperty("role", "reader")
        made.setTabChangesFocus(True)
        made.document().setDocumentMargin(0)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setAccessibleName(name)
        return made

    def show_conflict(
        self,
        thread: ThreadView,
        entry: OutboxView,
        seen: ThreadView | None,
        times: Times,
        now_ms: int,
    ) -> None:
        """Lay both texts side by side. `seen`: see `what_changed`."""
        same = self._entry is not None and self._entry.event_id == entry.event_id
        self._entry = entry
        self._say_what_for(scheduled=entry.kind == Action.SCHEDULE)
        changed = what_changed(thread, seen)
        told = [f"• {difference_words(each, times, now_ms)}" for each in changed.differences]
        self.words.setText("\n".join(told) or self._sentence(changed))
        # It takes the focus: who does not see the page hears there why it has come.
        self.keep_button.setAccessibleDescription(
            " ".join(each.text() for each in (self._title, self.words, self._safe))
        )
        if changed.message is None:
            self._their_head.setText(self.tr("The exchange"))
            their_text = ""
        else:
            author = (
                thread.adherent_name
                if changed.message.direction == "in"
                else changed.message.author_name or self.tr("The MSA")
            )
            self._their_head.setText(f"{author} · {times.moment(changed.message.at_ms, now_ms)}")
            their_text = changed.message.text
        if self.their_text.toPlainText() != their_text:
            self.their_text.setPlainText(their_text)
        if self.my_text.toPlainText() != entry.text:
            self.my_text.setPlainText(entry.text)
        self._may_publish = changed.may_publish
        if not same:
            self._draft = entry.text if thread.draft is None else thread.draft.text
            self._show_merging(merging=self._draft.strip() != entry.text.strip())
            self.keep_button.setFocus()
        self.republish_button.setVisible(changed.may_publish and not self._merging)

    def _say_what_for(self, *, scheduled: bool) -> None:
        """A reply was to be published, or to be scheduled: neither was done."""
        if scheduled:
            self._title.setText(self.tr("The exchange changed before your reply was scheduled"))
            self._safe.setText(
                self.tr("Nothing is scheduled. Your text is safe whatever you choose.")
            )
            words = self.tr("Schedule my text all the same…")
        else:
            self._title.setText(self.tr("The exchange changed before your reply arrived"))
            self._safe.setText(
                self.tr("Nothing was published. Your text is safe whatever you choose.")
            )
            words = self.tr("Publish my text all the same…")
        self.republish_button.setText(words)
        self.republish_button.setAccessibleName(words)

    def begin_merging(self) -> None:
        """« Fusionner »: a third text, begun with one's own, with both at hand."""
        self._show_merging(merging=True)
        self.merge_editor.setFocus()

    def _show_merging(self, *, merging: bool) -> None:
        self._merging = merging
        self.merge_editor.put(self._draft, len(self._draft))
        self._merge_card.setVisible(merging)
        self.merge_button.setVisible(not merging)
        self.republish_button.setVisible(self._may_publish and not merging)
        words = (
            self.tr("Keep the merged text as a draft")
            if merging
            else self.tr("Keep my text as a draft")
        )
        self.keep_button.setText(words)
        self._fit_foot()
        self.keep_button.setAccessibleName(words)

    def _on_merged(self) -> None:
        if self._entry is not None:
            self._draft = self.merge_editor.toPlainText()
            self.merged.emit(self._entry, self._draft, self.merge_editor.caret)

    def _sentence(self, changed: WhatChanged) -> str:
        if changed.answered_by:
            return self.tr("{name} has already answered.").format(name=changed.answered_by)
        if changed.answered_by is not None:
            return self.tr("This exchange has been answered.")
        if changed.held_by is not None:
            return self.tr("{name} has taken charge of it meanwhile.").format(name=changed.held_by)
        if changed.adherent_wrote:
            return self.tr("The adherent has written again.")
        return self.tr("It was changed meanwhile: read it again before publishing.")

    def _draw(self) -> None:
        self._icon.setPixmap(
            self._theme.pixmap("git-compare", 32, Token.STATE_WARN, self.devicePixelRatioF())
        )
