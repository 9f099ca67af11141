"""« Réponse publiée. Annuler (12 s) »: a reply taken back before the adherent sees it."""

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desk.clock import PortalClock
from desk.models.snapshots import OutboxView
from desk.services.lanes import Lanes
from desk.services.publisher import Publisher
from desk.services.undo_window import undo_until
from desk.ui.common.styling import button, give_icon, label, set_style, with_air
from desk.ui.theme import Theme, Token

EACH_MS = 250
"""Between two looks at the clock: the count of seconds never lags noticeably."""


class Reply(msgspec.Struct, frozen=True):
    """A reply that may still be taken back."""

    thread_id: int
    message_id: int
    adherent_name: str
    until_ms: int
    """The portal's clock."""


class UndoBar(QFrame):
    """Says how long is left; its one button takes the reply back."""

    take_back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = ""
        self.setProperty("role", "banner")
        self.setProperty("wide", "true")
        set_style(self, tone="ok")
        self._icon = QLabel()
        self.words = label("", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.button = button(self.tr("Undo"), "", self.tr("Take the published reply back"))
        self.button.clicked.connect(self.take_back_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Name the key of taking back as the agent has it."""
        self._key = keys["take_back"]

    def show_reply(self, reply: Reply, left_s: int) -> None:
        """This reply, with whole seconds left."""
        words = self.tr("The reply to {name} is published. They do not see it yet.").format(
            name=reply.adherent_name
        )
        undo = self.tr("Undo ({count} s)").format(count=left_s)
        self.button.setText(with_air(f"{undo} – {self._key}" if self._key else undo))
        self.button.setEnabled(True)
        self._say(words)

    def show_taking_back(self, reply: Reply) -> None:
        """The portal is being asked."""
        self.button.setEnabled(False)
        self._say(
            self.tr("The reply to {name} is being taken back…").format(name=reply.adherent_name)
        )

    def _say(self, words: str) -> None:
        if self.isVisible() and self.words.text() == words:
            return
        self.words.setText(words)
        self.setAccessibleName(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.pixmap("circle-check", 18, Token.STATE_OK, ratio))
        give_icon(self.button, self._theme.icon("undo-2"))


class UndoPublishing(QObject):
    """Follows the replies just published; the newest that may be taken back is on the bar."""

    changed = Signal()
    """There is, or no longer is, something to take back."""
    taken_back = Signal(object)
    """An `OutboxView`: the reply's text is the draft of its thread again."""

    def __init__(
        self, lanes: Lanes, publisher: Publisher, clock: PortalClock, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._publisher = publisher
        self._clock = clock
        self._replies: list[Reply] = []
        self._leaving: set[int] = set()
        self.bar = UndoBar(theme, parent)
        self.bar.take_back_requested.connect(self.take_back)
        self._timer = QTimer(self)
        self._timer.setInterval(EACH_MS)
        self._timer.timeout.connect(self._tick)
        publisher.published.connect(self._on_published)
        publisher.rejected.connect(self._on_rejected)

    @property
    def can_take_back(self) -> bool:
        return self._newest() is not None

    def can_take_back_of(self, thread_id: int | None) -> bool:
        """A reply of this exchange may still be taken back."""
        return self._newest(thread_id) is not None

    @Slot()
    def take_back(self) -> None:
        """« Annuler »: ask the portal for the newest reply back."""
        self._take_back(self._newest())

    def take_back_of(self, thread_id: int | None) -> None:
        """The same, of this exchange's newest."""
        self._take_back(self._newest(thread_id))

    def _take_back(self, reply: Reply | None) -> None:
        if reply is None:
            return
        self._leaving.add(reply.message_id)
        self._publisher.withdraw(reply.thread_id, reply.message_id)
        self._tick()

    def forget(self) -> None:
        """Nobody works here any more."""
        self._replies.clear()
        self._leaving.clear()
        self._tick()

    @Slot(object)
    def _on_published(self, entry: OutboxView) -> None:
        if entry.kind == "withdraw":
            self._end(entry)
            self.taken_back.emit(entry)
        elif entry.kind == "reply" and entry.portal_id is not None:
            message_id = entry.portal_id

            def found(until_ms: int | None) -> None:
                if until_ms is not None:
                    self._replies.append(
                        Reply(entry.thread_id, message_id, entry.adherent_name, until_ms)
                    )
                    self._timer.start()
                    self._tick()

            self._lanes.query(lambda conn: undo_until(conn, message_id), found)

    @Slot(object)
    def _on_rejected(self, entry: OutboxView) -> None:
        if entry.kind == "withdraw":
            self._end(entry)

    def _end(self, entry: OutboxView) -> None:
        self._leaving.discard(entry.body.message_id or 0)
        self._replies = [e for e in self._replies if e.message_id != entry.body.message_id]
        self._tick()

    def _newest(self, of: int | None = None) -> Reply | None:
        now_ms = self._clock.now_ms()
        return next(
            (
                each
                for each in reversed(self._replies)
                if each.until_ms > now_ms
                and each.message_id not in self._leaving
                and of in (None, each.thread_id)
            ),
            None,
        )

    def _tick(self) -> None:
        now_ms = self._clock.now_ms()
        self._replies = [
            each
            for each in self._replies
            if each.until_ms > now_ms or each.message_id in self._leaving
        ]
        if not self._replies:
            self._timer.stop()
        self.show_on(self.bar)
        self.changed.emit()

    def show_on(self, bar: UndoBar, of: int | None = None) -> None:
        """What can be taken back, or is being taken back; `of`: of this exchange alone."""
        reply = self._newest(of)
        leaving = [each for each in self._replies if of in (None, each.thread_id)]
        if reply is not None:
            bar.show_reply(reply, -((self._clock.now_ms() - reply.until_ms) // 1000))
        elif leaving:
            bar.show_taking_back(leaving[-1])
        else:
            bar.hide()
