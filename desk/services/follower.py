"""The thread that follows the portal: asks for pages, enters them into the store, waits."""

import logging
import threading
import time
from collections.abc import Callable
from typing import TypeVar

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection

from desk import wire
from desk.api_client import timeouts
from desk.api_client.errors import (
    Aborted,
    CursorExpired,
    PortalError,
    Refused,
    SignInNeeded,
    Throttled,
)
from desk.api_client.portal import Portal
from desk.clock import PortalClock
from desk.models import appointments, caisse_templates, catalogue, meta, restored, threads
from desk.models.errors import StoreError
from desk.models.snapshots import ConnectionState, StoreChange, SyncView
from desk.services.backoff import Backoff
from desk.services.connection import state_of
from desk.services.lanes import Lanes, LanesClosed
from desk.services.own_description import OwnDescription

SNAPSHOT_PAGE = 1_000
"""Threads a page of the first load: a transaction of some 50 to 100 ms; 100,000 in 10 to 16 s."""

FIRST_PAGE = 200
"""Smaller, so that the agent sees messages at once."""

CHANGES_PAGE = 500
"""Changes a page: what has gathered during a night offline comes in a few."""

FIRST_RETRY_S, LONGEST_RETRY_S = 1.0, 30.0
"""An agent who looks at « hors ligne » believes it again after half a minute at most."""

CATALOGUE_EVERY_S = 3_600.0
"""The catalogue changes a few times a year; its ETag makes the question cost nothing."""

T = TypeVar("T")

log = logging.getLogger(__name__)


class Follower(threading.Thread):
    """The thread: asks, writes, waits. Touches no Qt object but through `tell`."""

    def __init__(
        self,
        lanes: Lanes,
        portal: Portal,
        clock: PortalClock,
        tell: "Callable[[tuple[Follower, SyncView]], None]",
        tell_restored: Callable[[int], None],
        own: OwnDescription,
    ) -> None:
        super().__init__(name="sync", daemon=True)
        self._lanes = lanes
        self._portal = portal
        self._clock = clock
        self._tell = tell
        self._tell_restored = tell_restored
        self._own = own
        self._stopping = threading.Event()
        self._woken = threading.Event()
        self._backoff = Backoff(FIRST_RETRY_S, LONGEST_RETRY_S)
        self._view = SyncView(ConnectionState.STARTING, None, loading=False)
        self._catalogue_due = 0.0

    def stop(self) -> None:
        """From another thread."""
        self._stopping.set()
        self._woken.set()

    def wake(self) -> None:
        """From another thread: end the present pause."""
        self._woken.set()

    def run(self) -> None:
        """Until `stop`; every failure has its state and its pause, none ends the thread."""
        patience_s = 0  # the first answer comes at once and proves that we are online
        while not self._stopping.is_set():
            pause = 0.0
            try:
                if self._view.state is ConnectionState.STARTING:
                    last = self._lanes.query_and_wait(meta.last_sync_ms)
                    self._view = replace(self._view, last_sync_ms=last)
                self._step(patience_s)
                patience_s = timeouts.POLL_WAIT
                self._backoff.succeeded()
                continue
            except LanesClosed:
                return
            except Aborted:
                # Told to stop, or to ask anew on another connection.
                patience_s = 0
                continue
            except PortalError as error:
                pause = self._pause_after(error)
                self._show_failure(error, pause)
            except StoreError as error:
                # The page was not written, nor its cursor: it will be asked for again.
                log.warning("a page could not be written: %s", error.code)
                self._lanes.report(error)
                pause = self._backoff.failed()
            except TimeoutError:
                # No store is open (it was refused, and told so), or the disk is very slow.
                log.warning("the store does not answer")
                pause = LONGEST_RETRY_S
            except Exception as error:  # noqa: BLE001 - told to the crash hook; the thread goes on
                self._lanes.report(error)
                pause = LONGEST_RETRY_S
            patience_s = 0
            self._pause(pause)

    def _pause_after(self, error: PortalError) -> float:
        if isinstance(error, SignInNeeded):
            return float("inf")  # until somebody signs in
        pause = self._backoff.failed()
        return max(error.retry_after_s, pause) if isinstance(error, Throttled) else pause

    def _show_failure(self, error: PortalError, pause: float) -> None:
        state = state_of(error)
        if state is not ConnectionState.OFFLINE:
            log.warning("the portal cannot be followed: %s", error.code)
        next_try = None if pause == float("inf") else self._clock.now_ms() + round(pause * 1000)
        self._show(state, detail=error.code, next_try_ms=next_try)

    def _pause(self, seconds: float) -> None:
        self._woken.wait(None if seconds == float("inf") else seconds)
        self._woken.clear()

    def _step(self, patience_s: int) -> None:
        cursor, feed = self._lanes.query_and_wait(lambda conn: (meta.cursor(conn), meta.feed(conn)))
        if time.monotonic() >= self._catalogue_due:
            self._read_catalogue()
            self._read_templates()
        if cursor is None:
            self._load()
            return
        try:
            page = self._portal.changes(cursor, CHANGES_PAGE, patience_s, feed)
        except CursorExpired:
            # The portal no longer keeps what we missed, or was restored from a backup.
            log.info("the cursor is too old: starting again from a snapshot")
            self._write(_forget_cursor)
            self._load(cursor)
            return
        now_ms = self._clock.now_ms()

        def apply(conn: Connection) -> tuple[set[str], StoreChange | None]:
            change = replace(
                threads.apply_changes(conn, page),
                appointments=appointments.apply_changes(conn, page),
            )
            meta.set_cursor(conn, page.cursor)
            meta.set_feed(conn, page.feed)
            meta.set_last_sync_ms(conn, now_ms)
            unknown = catalogue.unknown_motifs(conn, {each.motif for each in page.threads})
            told = change.threads or change.removed or change.appointments
            return unknown, change if told else None

        unknown = self._write(apply)
        if unknown:
            self._read_catalogue()
        self._show(ConnectionState.ONLINE, last_sync_ms=now_ms, loading=False)
        self._own.heard(page.me_mark)

    def _load(self, expired: int | None = None) -> None:
        """The first load, page by page; each page is shown as soon as it is in.

        `expired`: the cursor that the portal refused. One above the portal's newest number was
        given before a restoration, even where the feed kept its name.
        """
        progress = self._lanes.query_and_wait(meta.snapshot_progress)
        first_cursor, after = progress if progress is not None else (None, 0)
        loaded = 0
        while not self._stopping.is_set():
            size = SNAPSHOT_PAGE if first_cursor is not None else FIRST_PAGE
            page = self._portal.snapshot(after, size)
            # The first page's cursor: what changed while the others travelled comes by the feed.
            cursor = page.cursor if first_cursor is None else first_cursor
            now_ms = self._clock.now_ms()
            gone_back = expired is not None and not after and page.cursor < expired
            entered = self._write(_applying(page, after, cursor, now_ms, gone_back=gone_back))
            if entered is None:
                log.info("another feed in the middle of a load: beginning again")
                first_cursor, after, loaded = None, 0, 0
                continue
            if entered.restored:
                log.warning("the portal was restored: %s texts are no longer there", entered.lost)
                self._tell_restored(entered.lost)
            loaded += len(page.threads)
            last = page.next_after is None
            self._show(
                ConnectionState.ONLINE,
                # Before the last page nothing as a whole is as fresh as that.
                last_sync_ms=now_ms if last else self._view.last_sync_ms,
                loading=not last,
                loaded=loaded,
            )
            if page.next_after is None:
                return
            first_cursor, after = cursor, page.next_after

    def _read_catalogue(self) -> None:
        etag = self._lanes.query_and_wait(meta.catalogue_etag)
        found = self._portal.catalogue(etag)
        self._catalogue_due = time.monotonic() + CATALOGUE_EVERY_S
        if found is None:
            return
        new, new_etag = found

        def apply(conn: Connection) -> tuple[None, StoreChange | None]:
            catalogue.apply_catalogue(conn, new)
            meta.set_catalogue_etag(conn, new_etag)
            return None, StoreChange(origin="sync", catalogue=True)

        self._write(apply)

    def _read_templates(self) -> None:
        kept = self._lanes.query_and_wait(caisse_templates.kept_templates)
        try:
            found = self._portal.templates(None if kept is None else kept.etag)
        except Refused as refused:
            if refused.problem.status != 404:
                raise
            return  # an older portal: the application's own collection serves
        if found is None:
            return
        new, etag = found
        if kept is None and not new.templates:
            return

        def apply(conn: Connection) -> tuple[None, StoreChange | None]:
            caisse_templates.keep_templates(conn, new, etag)
            return None, StoreChange(origin="sync", catalogue=True)

        self._write(apply)

    def _write(self, job: Callable[[Connection], tuple[T, StoreChange | None]]) -> T:
        if self._stopping.is_set():
            raise Aborted
        return self._lanes.write_and_wait(job)

    def _show(
        self,
        state: ConnectionState,
        *,
        last_sync_ms: int | None = None,
        loading: bool | None = None,
        loaded: int | None = None,
        detail: str = "",
        next_try_ms: int | None = None,
    ) -> None:
        view = self._view
        self._view = SyncView(
            state,
            view.last_sync_ms if last_sync_ms is None else last_sync_ms,
            view.loading if loading is None else loading,
            view.loaded if loaded is None else loaded,
            detail,
            next_try_ms,
        )
        if not self._stopping.is_set():
            self._tell((self, self._view))


class _Entered(msgspec.Struct, frozen=True):
    """What the entry of a snapshot page brought to light."""

    restored: bool
    """The load of a restored portal is complete."""
    lost: int
    """Texts that the portal of before had and this one has not."""


def _applying(
    page: wire.SnapshotPage, after: int, cursor: int, now_ms: int, *, gone_back: bool
) -> Callable[[Connection], tuple[_Entered | None, StoreChange | None]]:
    """The job that enters a snapshot page, and how far the load is, in one transaction.

    Its result is None when the page is of another feed than those before it: nothing of it was
    entered, the load begins again.
    """

    def apply(conn: Connection) -> tuple[_Entered | None, StoreChange | None]:
        known = meta.feed(conn)
        other = gone_back or bool(known and page.feed and page.feed != known)
        if other and after:
            meta.set_snapshot_progress(conn, None)
            return None, None
        if other:
            restored.begin(conn)
        if not after:
            meta.set_feed(conn, page.feed)
            appointments.begin_again(conn, page.appointments)
        change = threads.apply_snapshot(conn, page, after)
        if page.next_after is not None:
            meta.set_snapshot_progress(conn, (cursor, page.next_after))
            return _Entered(False, 0), change
        meta.set_snapshot_progress(conn, None)
        meta.set_cursor(conn, cursor)
        meta.set_last_sync_ms(conn, now_ms)
        was_restored = meta.before_restoration(conn) is not None
        return _Entered(was_restored, restored.finish(conn, now_ms)), change

    return apply


def _forget_cursor(conn: Connection) -> tuple[None, None]:
    meta.set_cursor(conn, None)
    meta.set_snapshot_progress(conn, None)
    return None, None
