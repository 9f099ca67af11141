"""Which messages have windows of their own; opened again at the next start."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Slot

from desk import wire
from desk.models.open_windows import OpenWindow
from desk.services.bundle import Services
from desk.ui.actions import ActionSpec
from desk.ui.theme import Theme
from desk.ui.workspace import Workspace

if TYPE_CHECKING:
    from desk.ui.message_windows.window import MessageWindow

MOST = 12
"""Windows at once: each follows the store by itself."""


class MessageWindows(QObject):
    """Guarantees: an exchange is on screen in one window at most, the main one included: a text has
    one editor. A window that was closed is kept aside and used again.
    """

    def __init__(
        self,
        services: Services,
        theme: Theme,
        work: Workspace,
        table: Sequence[ActionSpec],
        keys: Callable[[], tuple[Mapping[str, str], Mapping[str, str]]],
    ) -> None:
        """`keys`: those in use, by action, in portable notation and in words."""
        super().__init__(work)
        self._services = services
        self._theme = theme
        self._work = work
        self._table = table
        self._keys = keys
        self._open: dict[int, MessageWindow] = {}
        self._aside: list[MessageWindow] = []
        self._restored_for: int | None = None
        work.is_elsewhere = self._open.__contains__
        work.window_wanted.connect(self.open)

    @property
    def windows(self) -> "Mapping[int, MessageWindow]":
        """By exchange, in the order of their opening."""
        return self._open

    @Slot(object)
    def open(self, thread_id: int) -> None:
        """Give the exchange a window of its own; one that has it comes to the front."""
        me = self._services.session.me
        if me is None:
            return
        if thread_id not in self._open:
            if len(self._open) >= MOST:
                self._work.banner.say(
                    "info", self.tr("%n message(s) are in windows: close one first.", "", MOST)
                )
                return
            self._begin(me, thread_id)
            self._remember()
        self._open[thread_id].come_forward()

    def _begin(self, me: wire.Me, thread_id: int) -> "MessageWindow":
        shown_here = self._work.bench.wanted == thread_id
        made = self._aside.pop() if self._aside else self._made()
        self._open[thread_id] = made
        if shown_here:
            # Its text leaves this editor before it enters the other.
            self._work.open_thread(thread_id)
        made.use_keys(*self._keys())
        made.begin(me, thread_id)
        return made

    def _made(self) -> "MessageWindow":
        from desk.ui.message_windows.window import MessageWindow

        work = self._work
        made = MessageWindow(
            self._services,
            self._theme,
            work.seen,
            work.texts,
            work.go_to,
            self.open,
            work.undo,
            self._table,
        )
        made.closed.connect(self._on_closed)
        return made

    @Slot()
    def _on_closed(self) -> None:
        closed = [each for each, window in self._open.items() if window is self.sender()]
        for thread_id in closed:
            self._put_away(thread_id)
            self._remember()

    def _put_away(self, thread_id: int) -> None:
        window = self._open.pop(thread_id)
        window.put_away()
        self._aside.append(window)
        if self._work.elsewhere == thread_id:
            self._work.open_thread(thread_id)

    @Slot()
    def renew_keys(self) -> None:
        """The agent has chosen other keys."""
        for window in self._open.values():
            window.use_keys(*self._keys())

    # Who works, and the next start ----------------------------------------------------------------

    def show_agent(self, me: wire.Me) -> None:
        """This agent works here now: the windows they had are opened again, once."""
        for window in self._open.values():
            window.show_agent(me)
        if self._restored_for == me.agent_id:
            return
        self._restored_for = me.agent_id

        def restore(kept: tuple[OpenWindow, ...]) -> None:
            for each in kept:
                now = self._services.session.me
                if now is None or now.agent_id != me.agent_id or each.thread_id in self._open:
                    continue
                window = self._begin(me, each.thread_id)
                window.restoreGeometry(QByteArray.fromBase64(each.geometry.encode()))
                window.show()

        self._services.message_windows.read(restore)

    def save(self) -> None:
        """Put what is being written in all of them on its way to the disk."""
        for window in self._open.values():
            window.bench.save()

    def leave(self) -> None:
        """Nobody works here any more; who comes back has their windows again."""
        for window in [*self._open.values(), *self._aside]:
            window.put_away()
            window.bench.leave()
        self._aside += self._open.values()
        self._open.clear()
        self._restored_for = None

    def end(self) -> None:
        """desk ends: remember where they stand, and close them."""
        if self._services.session.me is not None:
            self._remember()
        self.leave()

    def _remember(self) -> None:
        kept = [
            OpenWindow(thread_id, bytes(window.saveGeometry().toBase64().data()).decode())
            for thread_id, window in self._open.items()
        ]
        self._services.message_windows.write(kept)
