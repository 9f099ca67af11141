"""Above the messages: the adherent, the classification, the countdown, who holds the exchange."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.models.snapshots import ThreadView
from desk.ui.common.elided import ElidedLabel
from desk.ui.common.styling import button, give_icon, label, set_style, with_air
from desk.ui.common.times import Times
from desk.ui.conversation.countdown_box import CountdownBox
from desk.ui.conversation.identity import IdentifierField
from desk.ui.conversation.reach_words import reach_said
from desk.ui.conversation.state_words import profile_words, status_words
from desk.ui.review.words import review_said
from desk.ui.theme import Theme, Token

NARROW = 780
"""Logical pixels below which name, motif and countdown do not fit side by side."""


class ConversationHeader(QFrame):
    """What an agent must know before reading a word of the message."""

    claim_requested = Signal()
    """« Prendre en charge »."""
    release_requested = Signal()
    """« Rendre »."""
    why_requested = Signal()
    """« Pourquoi cette échéance ? »."""
    thread_requested = Signal(object)
    """The id of another exchange of the same adherent."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thread: ThreadView | None = None
        self.setProperty("role", "bar")
        self.setAccessibleName(self.tr("Exchange"))

        self._name = ElidedLabel("title")
        self._reach = label("", "small", wrap=True)
        self._medical = label(self.tr("Medical subject"), "chip")
        set_style(self._medical, tone="info")
        self._medical.setToolTip(
            self.tr("Never repeat medical information in a reply: point to the medical service.")
        )
        self.identifier = IdentifierField(theme)
        self._proxy = label("", "strong", wrap=True)
        self._review = label("", "small", wrap=True)
        self._place = label("", "muted", wrap=True)
        self._motif = label("", "heading", wrap=True)
        self._former = label("", "muted", wrap=True)
        self._reference = label("", "muted")
        self._reference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.countdown = CountdownBox(theme)
        self.holder = label("", "muted", wrap=True)
        self.claim_button = button(self.tr("Take charge"), "", self.tr("Take charge of it"))
        self.claim_button.clicked.connect(self.claim_requested)
        self.release_button = button(self.tr("Give back"), "", self.tr("Give the exchange back"))
        self.release_button.clicked.connect(self.release_requested)
        self.why_button = button(self.tr("Why?"), "link", self.tr("Why this deadline?"))
        self.why_button.clicked.connect(self.why_requested)
        self._others = QToolButton()
        self._others.setProperty("kind", "quiet")
        self._others.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._others.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._others_menu = QMenu(self._others)
        self._others.setMenu(self._others_menu)
        self._others.hide()
        for part in (self._others, self._others_menu):
            part.setAccessibleName(self.tr("Other exchanges"))
        self._lay_out()
        theme.changed.connect(self._draw)
        self._draw()

    def _lay_out(self) -> None:
        who = QHBoxLayout()
        who.setSpacing(8)
        who.addWidget(self._name, 0)
        who.addWidget(self._medical, 0, Qt.AlignmentFlag.AlignVCenter)
        who.addStretch(1)
        who.addWidget(self._others, 0, Qt.AlignmentFlag.AlignVCenter)
        facts = QHBoxLayout()
        facts.setSpacing(14)
        facts.addWidget(self.identifier)
        facts.addWidget(self._reference)
        facts.addStretch(1)
        what = QVBoxLayout()
        what.setSpacing(0)
        what.addWidget(self._place)
        what.addWidget(self._motif)
        what.addWidget(self._former)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addLayout(who)
        left.addLayout(facts)
        left.addWidget(self._reach)
        left.addWidget(self._proxy)
        left.addWidget(self._review)
        left.addStretch(1)
        left.addLayout(what)
        held = QHBoxLayout()
        held.setSpacing(10)
        held.addWidget(self.holder, 1)
        held.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignTop)
        act = QHBoxLayout()
        act.setSpacing(10)
        act.addStretch(1)
        act.addWidget(self.release_button)
        act.addWidget(self.claim_button)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addLayout(held)
        beside.addLayout(act)
        # A box, whose direction follows the width; what is beside the countdown takes what is left.
        self._promise = QVBoxLayout()
        self._promise.setSpacing(6)
        self._promise.addWidget(self.countdown, 0)
        self._promise.addLayout(beside, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 16, 24, 14)
        self._row.setSpacing(24)
        self._row.addLayout(left, 1)
        self._row.addLayout(self._promise)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the promise goes below what it is about, rather than over it."""
        narrow = event.size().width() < NARROW
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._row.setSpacing(10 if narrow else 24)
        self._promise.setDirection(direction.LeftToRight if narrow else direction.TopToBottom)
        self._promise.setSpacing(16 if narrow else 6)
        super().resizeEvent(event)

    def show_thread(self, thread: ThreadView, times: Times, now_ms: int) -> None:
        """Show this exchange."""
        self._thread = thread
        self.setAccessibleName(
            self.tr("Exchange {reference} with {name}").format(
                reference=thread.reference, name=thread.adherent_name
            )
        )
        self._name.set_words(" ".join(filter(None, (thread.civility, thread.adherent_name))))
        self._say_reach(thread)
        self._medical.setVisible(thread.medical)
        self._say_proxy(thread)
        self._say_review(thread, times, now_ms)
        self.identifier.set_masked(thread.identifier_masked)
        self._place.setText(f"{thread.theme_label}  ›  {thread.sujet_label}")
        self._motif.setText(thread.motif_label)
        self._former.setVisible(bool(thread.former_names))
        self._former.setText(
            self.tr("formerly: {names}").format(names="  ›  ".join(thread.former_names))
        )
        self._reference.setText(f"{profile_words(thread.profile)}  ·  {thread.reference}")
        self.countdown.show_thread(thread, times, now_ms)
        self._say_holder(thread, times)
        self._say_others(thread, times)

    def _say_reach(self, thread: ThreadView) -> None:
        said = reach_said(thread)
        self._reach.setText(said.words)
        set_style(self._reach, tone=said.tone)

    def _say_proxy(self, thread: ThreadView) -> None:
        proxy = thread.proxy
        self._proxy.setVisible(proxy is not None)
        if proxy is not None:
            self._proxy.setText(
                self.tr("{proxy} writes for {adherent}, under a procuration").format(
                    proxy=" ".join(filter(None, (proxy.civility, proxy.name))),
                    adherent=thread.adherent_name,
                )
            )

    def _say_review(self, thread: ThreadView, times: Times, now_ms: int) -> None:
        self._review.setVisible(thread.review is not None)
        if thread.review is not None:
            said = review_said(thread.review, times, now_ms)
            self._review.setText(said.words)
            set_style(self._review, tone=said.tone)

    def _say_holder(self, thread: ThreadView, times: Times) -> None:
        is_open = thread.status == "open"
        held_by_other = thread.claim_name is not None and not thread.claimed_by_me
        if not is_open:
            words = ""
        elif thread.claimed_by_me and thread.claim_expires_ms is not None:
            words = self.tr("In your charge until {time}").format(
                time=times.time(thread.claim_expires_ms)
            )
        elif held_by_other and thread.claim_expires_ms is not None:
            words = self.tr("{name} is answering, until {time}").format(
                name=thread.claim_name, time=times.time(thread.claim_expires_ms)
            )
        else:
            words = self.tr("Not in anybody's charge")
        if is_open and thread.claim_name is None and thread.assigned_name is not None:
            words = (
                self.tr("Assigned to you")
                if thread.assigned_to_me
                else self.tr("Assigned to {name}").format(name=thread.assigned_name)
            )
        elif is_open and thread.assigned_name is not None and not thread.assigned_to_me:
            words = self.tr("{holder}; assigned to {name}").format(
                holder=words, name=thread.assigned_name
            )
        self.holder.setText(words)
        self.claim_button.setVisible(is_open and not thread.claimed_by_me)
        self.claim_button.setEnabled(not held_by_other)
        self.claim_button.setToolTip(words if held_by_other else "")
        self.release_button.setVisible(is_open and thread.claimed_by_me)

    def _say_others(self, thread: ThreadView, times: Times) -> None:
        self._others.setVisible(bool(thread.earlier))
        words = self.tr("%n other exchange(s)", "", len(thread.earlier))
        self._others.setText(with_air(words))
        self._others.setAccessibleName(words)
        self._others_menu.clear()
        self._others_menu.setAccessibleName(words)
        for other in thread.earlier:
            action = QAction(
                f"{times.date(other.sent_ms)} · {other.motif_label} · "
                f"{status_words(other.status)}".replace("&", "&&"),
                self._others_menu,
            )
            action.setData(other.thread_id)
            action.triggered.connect(self._on_other)
            self._others_menu.addAction(action)

    def _on_other(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.thread_requested.emit(action.data())

    def _draw(self) -> None:
        self._others.setIcon(self._theme.icon("history", Token.TEXT_MUTED))
        give_icon(self.claim_button, self._theme.icon("hand"))
        give_icon(self.release_button, self._theme.icon("undo-2"))
