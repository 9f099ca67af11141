"""The lanes work travels on: one writer, a few readers, a few requests; answers on the window's.

::

    window ──query──▶ readers (2)  ──┐
           ──write──▶ writer (1)   ──┼──▶ done / failed, on the window's thread
           ──http───▶ requests (4) ──┘
"""

import contextlib
import itertools
import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from sqlalchemy import Connection

from desk.models.errors import StoreError, StoreUnavailable, store_error_of
from desk.models.snapshots import StoreChange
from desk.models.store import Store
from desk.services.store_place import LanesClosed, StorePlace

T = TypeVar("T")
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

__all__ = ["Lanes", "LanesClosed"]

log = logging.getLogger(__name__)

READER_THREADS = 2
"""One for what is on screen, one so that a long count does not hold it back."""

HTTP_THREADS = 4
"""A slow answer for one thread must not keep another's reply waiting."""

URGENT, ORDINARY, LAST = 0, 1, 9


@dataclass(order=True)
class _Job:
    priority: int
    number: int
    run: Callable[[], None] = field(compare=False)
    needs_store: bool = field(compare=False, default=False)


class Lanes(QObject):
    """Carries jobs to worker threads and their results back.

    Guarantees:
      - `done` and `failed` run on the thread that owns this object, one at a time, never after
        `close`; every accepted job ends in exactly one of them (or in `unexpected`).
      - writes happen one after the other; an urgent one (a draft, an outbox entry) goes before any
        waiting ordinary one, so it waits for at most one page of synchronisation (about 0.1 s).
      - when `done` of a write runs, the write is committed and on the disk, and `changed` has been
        emitted for it.
      - jobs given before a store is open wait for it.

    The caller must not touch widgets in `job`, and must not keep the connection.
    """

    changed = Signal(object)
    """A `StoreChange`, after each commit that touched something."""

    store_opened = Signal(object)
    """The `Store` that is now behind the lanes."""

    store_failed = Signal(object)
    """A `StoreError`: the store asked for cannot be opened; jobs go on waiting for another."""

    store_trouble = Signal(str)
    """A write was refused by the disk: ``disk_full``, ``read_only``, ``busy``, ``unavailable``,
    ``store_damaged``. Whoever wrote keeps what it had and tries again."""

    unexpected = Signal(object)
    """An exception that nobody asked to handle: a mistake of ours, for the crash hook."""

    _delivered = Signal(object)

    def __init__(self, store: Store | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count()
        self._held: list[_Job] = []  # writes that wait for a store; the writer's thread alone
        self._nobody = False  # signed out: a late write has no store to go to
        self._closing = threading.Event()
        self._place = StorePlace(store, self._closing)
        self._delivering = True
        # A bound method of this object: Qt queues the call to this object's thread.
        self._delivered.connect(self._deliver)
        self._queues: dict[str, queue.PriorityQueue[_Job]] = {
            name: queue.PriorityQueue() for name in ("write", "query", "http")
        }
        self._threads = [self._start("write", 0)]
        self._threads += [self._start("query", number) for number in range(READER_THREADS)]
        self._threads += [self._start("http", number) for number in range(HTTP_THREADS)]

    # -- what services call, on the window's thread ------------------------------------------------

    def open_store(self, open_it: Callable[[], Store]) -> None:
        """Open another store on the writer lane and put it behind the lanes.

        The present one is closed first, once its readers have left and the writes already given
        are in it. Ends in `store_opened` and a `changed` that says everything changed, or in
        `store_failed`.
        """
        self._nobody = False

        def job() -> None:
            self._place.take_away()
            try:
                store = open_it()
            except StoreError as error:
                log.warning("the local store cannot be opened: %s", error.code)
                refused = error
                self._hand_over(lambda: self.store_failed.emit(refused))
                return
            except Exception as error:  # noqa: BLE001 - reaches the crash hook; the lane goes on
                self.report(error)
                return
            self._place.put(store)
            for waiting in self._held:
                self._queues["write"].put(waiting)
            self._held.clear()
            self._hand_over(lambda: self._announce_store(store))

        self._put("write", job, ORDINARY)

    def close_store(self, leave: Callable[[Store | None], None] | None = None) -> None:
        """Let go of the store (sign-out): later writes are refused until another is opened, lest
        one agent's work reach the next one's store; later queries wait for it.

        `leave`, if given, gets the store (None: there was none) on the writer's lane, once nobody
        reads it and the writes already given are in it, and closes it or removes it.
        """
        self._nobody = True

        def job() -> None:
            try:
                self._place.take_away(leave)
            except Exception as error:  # noqa: BLE001 - reaches the crash hook; the lane goes on
                self.report(error)
            change = StoreChange(origin="store", everything=True)
            self._hand_over(lambda: self.changed.emit(change))

        self._put("write", job, ORDINARY)

    def query(
        self,
        job: Callable[[Connection], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> None:
        """Read: `job` gets a connection that sees one moment of the store."""

        def run() -> None:
            def read() -> T:
                with self._place.reading() as connection:
                    return job(connection)

            self._run(read, done, failed)

        self._put("query", run, ORDINARY)

    def write(
        self,
        job: Callable[[Connection], tuple[T, StoreChange | None]],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        urgent: bool = False,
    ) -> None:
        """Write: `job` runs in one transaction and returns its result and what it changed.

        After `close_store`, `failed` gets a `StoreUnavailable` with code ``closed``.
        """
        if self._nobody:
            log.info("a write came after its agent had left")
            if failed is not None:
                handler = failed
                self._hand_over(lambda: handler(StoreUnavailable("closed")))
            return

        def run() -> None:
            self._run(lambda: self._write_now(job), done, failed)

        self._put("write", run, URGENT if urgent else ORDINARY, needs_store=True)

    def http(
        self,
        job: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Anything that waits for somebody else: the portal, the keyring."""
        self._put("http", lambda: self._run(job, done, failed), ORDINARY)

    # -- what workers call ------------------------------------------------------------------------

    def write_and_wait(
        self,
        job: Callable[[Connection], tuple[T, StoreChange | None]],
        timeout_s: float = 60,
        *,
        urgent: bool = False,
    ) -> T:
        """For a worker's own thread (or a closing window): write, and wait for the commit.

        Raises:
            LanesClosed: the application is closing.
            TimeoutError: no store was opened, or the lane is stuck.
            StoreError: the disk refuses, or the store was closed (code ``closed``).
        """
        if self._nobody:
            raise StoreUnavailable("closed")
        priority = URGENT if urgent else ORDINARY
        return self._wait("write", lambda: self._write_now(job), timeout_s, priority)

    def query_and_wait(self, job: Callable[[Connection], T], timeout_s: float = 60) -> T:
        """For a worker's own thread: read, and wait for the result. Raises as `write_and_wait`."""

        def read() -> T:
            with self._place.reading() as connection:
                return job(connection)

        return self._wait("query", read, timeout_s)

    def report(self, error: Exception) -> None:
        """From any thread: an exception that nobody handles. The disk's refusals are told as such,
        anything else is a mistake of ours.
        """
        if isinstance(error, StoreError):
            code = error.code
            self._hand_over(lambda: self.store_trouble.emit(code))
        else:
            self._hand_over(lambda: self.unexpected.emit(error))

    # -- the end ----------------------------------------------------------------------------------

    def close(self, timeout_s: float = 5) -> bool:
        """Finish the writes that were given, deliver nothing more, let go of the store.

        Returns False when a thread did not end in time (it is a daemon and dies with the process).
        """
        self._delivering = False
        if not self._closing.is_set():
            # Behind every write already given; other lanes' waiting jobs are dropped.
            self._closing.set()
            for name, lane in self._queues.items():
                for _ in range(sum(thread.name.startswith(name) for thread in self._threads)):
                    lane.put(_Job(LAST, next(self._numbers), _stop))
            self._place.wake()
        deadline = time.monotonic() + timeout_s
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        ended = not any(thread.is_alive() for thread in self._threads)
        if ended:
            self._place.close()
        return ended

    # -- within -----------------------------------------------------------------------------------

    def _start(self, name: str, number: int) -> threading.Thread:
        thread = threading.Thread(
            target=self._work, args=(name,), name=f"{name}-{number}", daemon=True
        )
        thread.start()
        return thread

    def _work(self, name: str) -> None:
        lane = self._queues[name]
        while True:
            job = lane.get()
            if job.run is _stop:
                return
            if self._closing.is_set() and name != "write":
                continue
            if job.needs_store and self._place.is_empty:
                # Waiting here would keep the store from ever being opened on this lane.
                self._held.append(job)
                continue
            # A queue's last job must not keep its closure alive while the thread waits.
            job.run()
            del job

    def _put(
        self, name: str, run: Callable[[], None], priority: int, *, needs_store: bool = False
    ) -> None:
        if self._closing.is_set():
            return
        self._queues[name].put(_Job(priority, next(self._numbers), run, needs_store))

    def _wait(
        self, name: str, job: Callable[[], T], timeout_s: float, priority: int = ORDINARY
    ) -> T:
        ended: Future[T] = Future()

        def run() -> None:
            try:
                ended.set_result(job())
            except Exception as error:  # noqa: BLE001 - raised again in the waiting thread
                ended.set_exception(error)

        if self._closing.is_set():
            raise LanesClosed
        self._put(name, run, priority, needs_store=name == "write")
        deadline = time.monotonic() + timeout_s
        while not _ended_within(ended, min(0.2, timeout_s)):
            if self._closing.is_set() and not _ended_within(ended, 1):
                raise LanesClosed
            if time.monotonic() > deadline:
                raise TimeoutError(f"the {name} lane did not answer in {timeout_s} s")
        return ended.result()

    def _run(self, job: Callable[[], T], done: Done | None, failed: Failed | None) -> None:
        try:
            result = job()
        except LanesClosed:
            return
        except Exception as error:  # noqa: BLE001 - every failure reaches its author or the crash hook
            caught = error
            if failed is not None:
                handler = failed
                self._hand_over(lambda: handler(caught))
            else:
                self.report(caught)
            return
        if done is not None:
            receiver = done
            self._hand_over(lambda: receiver(result))

    def _write_now(self, job: Callable[[Connection], tuple[T, StoreChange | None]]) -> T:
        store = self._place.wait()
        try:
            with store.writing() as connection:
                result, change = job(connection)
        except StoreError:
            raise
        except Exception as error:
            family = store_error_of(error)
            if family is None:
                raise
            raise family from error
        if change is not None:
            told = change
            self._hand_over(lambda: self.changed.emit(told))
        return result

    def _announce_store(self, store: Store) -> None:
        self.store_opened.emit(store)
        self.changed.emit(StoreChange(origin="store", everything=True))

    def _hand_over(self, call: Callable[[], None]) -> None:
        # Without a receiver's thread left, Qt raises; then nobody is there to be told.
        with contextlib.suppress(RuntimeError):
            self._delivered.emit(call)

    @Slot(object)
    def _deliver(self, call: Callable[[], None]) -> None:
        if self._delivering:
            call()


def _stop() -> None:
    """Ends the thread that takes it."""


def _ended_within(job: Future[Any], seconds: float) -> bool:
    return bool(wait([job], seconds).done)
