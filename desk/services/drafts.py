"""Saves what the agent types, as they type it."""

import logging
from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from sqlalchemy import Connection

from desk.clock import PortalClock
from desk.models import draft_journal, drafts, threads
from desk.models.errors import StoreError
from desk.models.snapshots import DraftVersion, DraftView, KeptText, StoreChange
from desk.services.lanes import Lanes

SAVE_AFTER_MS = 400
"""From the first unsaved key, not from the last: continuous typing is saved too. With a page of
synchronisation ahead (0.1 s) and the disk's flush, what is typed is safe well within 1 s."""

RETRY_AFTER_MS = 2_000
"""After a refusal of the disk."""

CLOSE_WAIT_S = 3.0
"""What closing a window waits for the disk."""

log = logging.getLogger(__name__)


class _Typed(msgspec.Struct, frozen=True):
    text: str
    caret: int
    seen_version: int
    scroll: int = 0


class Drafts(QObject):
    """The text of each composer, on its way to the disk.

    Guarantees: typed text is committed and flushed to the disk (the store's ``synchronous=FULL``)
    within 1 s, whatever the portal does, signed in or not; a refusal of the disk is told and tried
    again, and the text stays in memory meanwhile. An empty text is no draft. What it said before
    stays in its journal (`draft_journal` says how finely).
    """

    saved = Signal(object, object)
    """(thread id, portal's clock in milliseconds): this draft is on the disk."""

    save_failed = Signal(object, str)
    """(thread id, ``disk_full`` | ``read_only`` | …): not on the disk; being tried again."""

    def __init__(self, lanes: Lanes, clock: PortalClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._clock = clock
        self._unsaved: dict[int, _Typed] = {}
        self._on_the_way: dict[int, _Typed] = {}
        """Handed to the writer, which has not said yet whether the disk took it."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @property
    def unsaved(self) -> bool:
        """Whether some text is not yet on its way to the disk."""
        return bool(self._unsaved)

    def edited(
        self, thread_id: int, text: str, caret: int, seen_version: int, scroll: int = 0
    ) -> None:
        """The composer's content, caret or scroll place changed. `seen_version`: the thread as it
        is on screen.
        """
        typed = _Typed(text, caret, seen_version, scroll)
        if thread_id not in self._unsaved and self._on_the_way.get(thread_id) == typed:
            # The window has not heard yet that it leaves. Held once more it could find its agent
            # gone, with no store to go to.
            return
        self._unsaved[thread_id] = typed
        if not self._timer.isActive():
            self._timer.start(SAVE_AFTER_MS)

    def discard(self, thread_id: int) -> None:
        """The agent throws the text away."""
        self.edited(thread_id, "", 0, 0)
        self.flush()

    def settle(self, thread_id: int, text: str) -> int | None:
        """`text` is being published and is saved with it: saving it once more, later, would bring
        the draft back after the publication removed it.

        Returns the version its author saw, None when nothing unsaved says the same.
        """
        waiting = self._unsaved.get(thread_id)
        if waiting is None or waiting.text.strip() != text.strip():
            return None
        del self._unsaved[thread_id]
        return waiting.seen_version

    def versions(self, thread_id: int, done: Callable[[list[DraftVersion]], None]) -> None:
        """`done` gets what the draft said before, newest first."""
        self.flush()
        # On the writer's lane, behind the text just flushed.
        self._lanes.write(lambda conn: (draft_journal.versions(conn, thread_id), None), done)

    def kept(self, done: Callable[[list[KeptText]], None]) -> None:
        """`done` gets every thread that something was written for, newest first."""
        self.flush()
        self._lanes.write(lambda conn: (draft_journal.kept(conn), None), done)

    def restore(self, version: DraftVersion, done: Callable[[DraftView], None]) -> None:
        """Make `version` the draft again; what it replaces goes into the journal. `done` gets the
        draft that the composer shall show.
        """
        self.flush()
        thread_id = version.thread_id

        def job(conn: Connection) -> tuple[DraftView, StoreChange]:
            now_ms = self._clock.now_ms()
            present = drafts.draft_of(conn, thread_id)
            if present is not None:
                draft_journal.set_aside(conn, thread_id, present.text, now_ms)
                seen = present.seen_version
            else:
                seen = threads.version_of(conn, thread_id) or 0
            text = version.text
            drafts.save_draft(conn, thread_id, text, len(text), seen, now_ms)
            draft_journal.keep(conn, thread_id, text, now_ms)
            return (
                DraftView(thread_id, text, len(text), seen, now_ms),
                StoreChange(origin="draft", threads=frozenset({thread_id})),
            )

        def restored(view: DraftView) -> None:
            done(view)
            self.saved.emit(thread_id, view.saved_ms)

        self._lanes.write(job, restored, urgent=True)

    @Slot()
    def flush(self) -> None:
        """Save now (focus lost, another message opened)."""
        self._timer.stop()
        for thread_id, typed in self._take():
            self._on_the_way[thread_id] = typed
            self._lanes.write(
                partial(self._save, thread_id=thread_id, typed=typed),
                done=partial(self._on_saved, thread_id, typed),
                failed=partial(self._on_failed, thread_id, typed),
                urgent=True,
            )

    def flush_and_wait(self) -> bool:
        """Save now, and wait for the disk (closing). False: it refused, and what it refused is
        still held here.
        """
        self._timer.stop()
        # What a flush handed over a moment ago is not on the disk yet: only a write of our own can
        # be waited for.
        for thread_id, typed in self._on_the_way.items():
            self._put_back(thread_id, typed)
        for thread_id, typed in self._take():
            try:
                self._lanes.write_and_wait(
                    partial(self._save, thread_id=thread_id, typed=typed),
                    CLOSE_WAIT_S,
                    urgent=True,
                )
            except (StoreError, TimeoutError) as error:
                code = error.code if isinstance(error, StoreError) else "busy"
                self._put_back(thread_id, typed)
                self.save_failed.emit(thread_id, code)
        return not self._unsaved

    def _take(self) -> list[tuple[int, _Typed]]:
        taken = list(self._unsaved.items())
        self._unsaved.clear()
        return taken

    def _put_back(self, thread_id: int, typed: _Typed) -> None:
        # What was typed meanwhile is newer.
        self._unsaved.setdefault(thread_id, typed)

    def _save(
        self, conn: Connection, thread_id: int, typed: _Typed
    ) -> tuple[int, StoreChange | None]:
        now_ms = self._clock.now_ms()
        had_one = drafts.draft_of(conn, thread_id) is not None
        if typed.text:
            drafts.save_draft(
                conn,
                thread_id,
                typed.text,
                typed.caret,
                typed.seen_version,
                now_ms,
                typed.scroll,
            )
            draft_journal.keep(conn, thread_id, typed.text, now_ms)
        else:
            drafts.discard_draft(conn, thread_id)
        # Lists show whether there is a draft, not what it says: no need to wake them at each save.
        if had_one == bool(typed.text):
            return now_ms, None
        return now_ms, StoreChange(origin="draft", threads=frozenset({thread_id}))

    def _on_saved(self, thread_id: int, typed: _Typed, now_ms: int) -> None:
        self._arrived(thread_id, typed)
        self.saved.emit(thread_id, now_ms)

    def _arrived(self, thread_id: int, typed: _Typed) -> None:
        if self._on_the_way.get(thread_id) is typed:
            del self._on_the_way[thread_id]

    def _on_failed(self, thread_id: int, typed: _Typed, error: Exception) -> None:
        self._arrived(thread_id, typed)
        self._put_back(thread_id, typed)
        if not self._timer.isActive():
            self._timer.start(RETRY_AFTER_MS)
        if isinstance(error, StoreError):
            log.warning("a draft could not be saved: %s", error.code)
            self.save_failed.emit(thread_id, error.code)
        else:
            self.save_failed.emit(thread_id, "unavailable")
            self._lanes.report(error)
