"""Keeps what a reviewer has begun, as drafts are kept: on the disk within a second of the key."""

import logging
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from sqlalchemy import Connection

from desk.clock import PortalClock
from desk.models import review_works
from desk.models.errors import StoreError
from desk.models.snapshots import (
    BegunReview,
    ConnectionState,
    KeptReview,
    ReviewView,
    StoreChange,
    SyncView,
)
from desk.services.begun_reviews import BegunReviews, ReviewKey, key_of
from desk.services.draft_copies import JOURNAL_KEPT_MS
from desk.services.drafts import CLOSE_WAIT_S, RETRY_AFTER_MS, SAVE_AFTER_MS
from desk.services.lanes import Lanes

T = TypeVar("T")

log = logging.getLogger(__name__)


class _Written(msgspec.Struct, frozen=True):
    thread_id: int
    review: ReviewView
    work: BegunReview


class ReviewKeeper(QObject):
    """Remarks, amended texts and words of a reviewer, on their way to the disk and back.

    Guarantees: what was written is committed within 1 s, kept through a crash, a restart and a
    sign-out, and removed by its agent alone, or with the record of their own decision. A refusal of
    the disk is told and tried again. What was begun on a review that somebody else settled stays,
    and is told.
    """

    saved = Signal(object)
    """A review's id: what was written on it is on the disk."""
    save_failed = Signal(str)
    """``disk_full`` | ``read_only`` | …: not on the disk; being tried again."""
    settled = Signal(object)
    """A `KeptReview` that this agent cannot decide any more; once in each run of desk."""

    def __init__(self, lanes: Lanes, clock: PortalClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._clock = clock
        self._running = self._whole = False
        self._era = 0
        self._unsaved: dict[ReviewKey, _Written] = {}
        self._on_the_way: dict[ReviewKey, _Written] = {}
        self._threads: frozenset[int] = frozenset()
        self._told: set[ReviewKey] = set()
        self._nothing_yet: set[ReviewKey] = set()
        """Being amended, and still as their author wrote them: nothing to keep on the disk."""
        self.begun = BegunReviews(self)
        self.begun.written.connect(self._on_written)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        lanes.changed.connect(self._on_changed)

    # -- life -------------------------------------------------------------------------------------

    def start(self) -> None:
        """An agent is signed in, or described anew, and their store is behind the lanes."""
        if not self._running:
            self._running = True
            self._era += 1
            before = self._clock.now_ms() - JOURNAL_KEPT_MS
            self._lanes.write(lambda conn: (review_works.forget_before(conn, before), None))
        self._look()

    def stop(self) -> None:
        """Nobody is signed in; `flush` was called before."""
        self._running = False
        self._era += 1
        self._timer.stop()
        self._unsaved.clear()
        self._on_the_way.clear()
        self._told.clear()
        self._nothing_yet.clear()
        self._threads = frozenset()
        self.begun.forget()

    @Slot(object)
    def follow(self, view: SyncView) -> None:
        """Connected to `Sync.state_changed`: once all is loaded, it can be said what is settled."""
        whole = view.state is ConnectionState.ONLINE and not view.loading
        if whole and not self._whole:
            self._look()
        self._whole = whole

    # -- for the windows --------------------------------------------------------------------------

    def kept(self, done: Callable[[list[KeptReview]], None]) -> None:
        """`done` gets everything that was begun, newest first."""
        self.flush()
        # On the writer's lane, behind what was just flushed.
        self._lanes.write(lambda conn: (review_works.kept(conn), None), done)

    def throw_away(self, each: KeptReview) -> None:
        """The agent needs these words no more."""

        def job(conn: Connection) -> tuple[None, None]:
            review_works.forget(conn, each.review_id, each.asked_ms)
            return None, None

        self._lanes.write(job, lambda _: self._look(), urgent=True)

    @Slot()
    def flush(self) -> None:
        """Save now."""
        self._timer.stop()
        for key, written in self._take():
            self._on_the_way[key] = written
            self._lanes.write(
                partial(self._save, written=written),
                self._if_current(partial(self._on_saved, key, written)),
                self._if_current(partial(self._on_failed, key, written)),
                urgent=True,
            )

    def flush_and_wait(self) -> bool:
        """Save now, and wait for the disk. False: it refused, and it is still only in memory."""
        self._timer.stop()
        # What a flush handed over a moment ago is not on the disk yet.
        for key, written in self._on_the_way.items():
            self._unsaved.setdefault(key, written)
        for key, written in self._take():
            try:
                self._lanes.write_and_wait(
                    partial(self._save, written=written), CLOSE_WAIT_S, urgent=True
                )
            except (StoreError, TimeoutError) as error:
                self._unsaved.setdefault(key, written)
                self.save_failed.emit(error.code if isinstance(error, StoreError) else "busy")
        return not self._unsaved

    # -- within -----------------------------------------------------------------------------------

    @Slot(object, object, object)
    def _on_written(self, thread_id: int, review: ReviewView, work: BegunReview) -> None:
        if not self._running:
            return  # its agent has gone, and with them the store it belongs to
        key = key_of(review)
        self._nothing_yet.discard(key)
        if work == BegunReview(amended=review.text):
            self._nothing_yet.add(key)
        self._unsaved[key] = _Written(thread_id, review, work)
        if not self._timer.isActive():
            self._timer.start(SAVE_AFTER_MS)

    def _take(self) -> list[tuple[ReviewKey, _Written]]:
        taken = list(self._unsaved.items())
        self._unsaved.clear()
        return taken

    def _save(self, conn: Connection, written: _Written) -> tuple[None, None]:
        now_ms = self._clock.now_ms()
        review_works.save(conn, written.thread_id, written.review, written.work, now_ms)
        return None, None

    def _on_saved(self, key: ReviewKey, written: _Written, _done: None) -> None:
        self._arrived(key, written)
        new = written.thread_id not in self._threads
        self._threads |= {written.thread_id}
        self.saved.emit(written.review.review_id)
        if new:
            # It may have been settled while these words were on their way.
            self._look()

    def _on_failed(self, key: ReviewKey, written: _Written, error: Exception) -> None:
        self._arrived(key, written)
        self._unsaved.setdefault(key, written)  # what was written meanwhile is newer
        if not self._timer.isActive():
            self._timer.start(RETRY_AFTER_MS)
        if isinstance(error, StoreError):
            log.warning("a reviewer's words could not be saved: %s", error.code)
            self.save_failed.emit(error.code)
        else:
            self.save_failed.emit("unavailable")
            self._lanes.report(error)

    def _arrived(self, key: ReviewKey, written: _Written) -> None:
        if self._on_the_way.get(key) is written:
            del self._on_the_way[key]

    @Slot(object)
    def _on_changed(self, change: StoreChange) -> None:
        # What is not on the disk yet may be settled all the same.
        begun = [*self._unsaved.values(), *self._on_the_way.values()]
        threads = self._threads.union(each.thread_id for each in begun)
        if change.everything or not threads.isdisjoint(change.threads | change.removed):
            self._look()

    def _look(self) -> None:
        if self._running:
            self.flush()
            self._lanes.write(
                lambda conn: (review_works.kept(conn), None), self._if_current(self._on_kept)
            )

    def _on_kept(self, found: list[KeptReview]) -> None:
        self._threads = frozenset(each.thread_id for each in found)
        self.begun.replace(
            (((each.review_id, each.asked_ms), each.work) for each in found),
            but=[*self._unsaved, *self._on_the_way, *self._nothing_yet],
        )
        for each in found:
            key = (each.review_id, each.asked_ms)
            if each.settled and key not in self._told:
                self._told.add(key)
                self.settled.emit(each)

    def _if_current(self, call: Callable[[T], None]) -> Callable[[T], None]:
        """`call`, unless the agent has changed by then."""
        era = self._era

        def guarded(value: T) -> None:
            if era == self._era:
                call(value)

        return guarded
