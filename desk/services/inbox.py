"""The inbox as the windows ask for it: its outline, its rows, kept true to the store and the clock.

Nothing is read on the window's thread. One job at a time is on its way, so answers come in the
order of the questions and every answer fits the outline before it::

    ask ─────────┐                      ┌─▶ outline_changed   (counts, ids: the list's shape)
    changed ─────┼─▶ one job at a time ─┼─▶ runs_read         (more ids, the same shape)
    want (rows) ─┘                      └─▶ rows_changed      (texts of rows)

Rows wanted are fetched newest request first; those asked for long ago are dropped, since the list
has scrolled past them and asks again when it comes back.
"""

import logging
import time
from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from sqlalchemy import Connection

from desk.clock import PortalClock
from desk.models.folding import fold
from desk.models.inbox_run import Run
from desk.models.inbox_state import InboxState, read_state, write_state
from desk.models.outline import (
    BLOCK,
    Choice,
    Outline,
    OutlineRequest,
    read_blocks,
    read_outline,
    with_runs,
)
from desk.models.snapshots import InboxFilter, InboxRow, StoreChange
from desk.services.inbox_rows import InboxRows
from desk.services.interruptible import Interruptible
from desk.services.lanes import Lanes
from desk.services.refresh_pace import CLOCK_GAP_S, REFRESH_GAP_S, RELOAD_GAP_S, RefreshPace
from desk.services.thresholds import Thresholds

T = TypeVar("T")
log = logging.getLogger(__name__)

LONGEST_WAIT_MS = 30_000
"""A timer is never trusted for longer: the portal's clock may be set, the PC may sleep."""

SAVE_AFTER_S = 1.0
"""Open and closed groups are saved once the agent has stopped opening and closing."""


class Shown(msgspec.Struct, frozen=True):
    """What the list shows just now."""

    on_screen: tuple[int, ...] = ()
    selected: int | None = None


class Inbox(QObject):
    """Serves one list. Lives on the window's thread; everything it emits arrives there.

    Guarantees: `outline` and the rows always belong to the present choice and the present store;
    signals come only when something differs; no method waits.
    """

    outline_changed = Signal(object)
    """An `Outline` with other rows, groups or counts than the one before."""

    runs_read = Signal(object)
    """An `Outline` that differs only by knowing more ids: every row stays where it is."""

    rows_changed = Signal(object)
    """A frozenset of the threads whose `InboxRow` has come. (After `outline_changed`, any may.)"""

    cleared = Signal()
    """The store was put away: `outline` is None until the next one is read."""

    failed = Signal()
    """The store could not be read; the reason went to the crash hook."""

    crossed = Signal(object)
    """A `Crossing`, at the instant it happens."""

    def __init__(self, lanes: Lanes, clock: PortalClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._clock = clock
        self._choice = Choice()
        self._outline: Outline | None = None
        self._rows = InboxRows()
        self._state = InboxState()
        self._restored = False
        self._shown: Callable[[], Shown] = Shown
        # What is asked and not yet answered.
        self._busy = False
        self._era = 0  # grows when the answer under way no longer matters
        self._sought: int | None = None
        self._dirty: set[int] | None = None
        self._refresh_due = False
        self._pace = RefreshPace()
        self._query = Interruptible()
        self._thresholds = Thresholds()
        self._refresh_timer = self._timer(self._refresh_now)
        self._clock_timer = self._timer(self.look_at_clock)
        self._save_timer = self._timer(self.save_state)
        lanes.changed.connect(self._on_changed)

    # -- what the list asks ------------------------------------------------------------------------

    @property
    def outline(self) -> Outline | None:
        """The list's shape; None before the first answer and while no store is open."""
        return self._outline

    @property
    def choice(self) -> Choice:
        """What was last asked for; `outline.choice` follows it."""
        return self._choice

    @property
    def collapsed(self) -> frozenset[str]:
        """The keys of the closed groups, as the agent left them, from one session to the next."""
        return self._state.collapsed

    def follow(self, view: QObject, shown: Callable[[], "Shown"]) -> None:
        """`shown` tells whose places must be known after a change; it is called on this thread,
        before each outline is read, as long as `view` lives."""
        self._shown = shown
        view.destroyed.connect(self._unfollow)

    def start(self) -> None:
        """Read the first outline, as soon as a store is open."""
        if self._outline is None and not self._busy:
            self._refresh_now()

    def ask(self, kind: InboxFilter, text: str, by_due: bool) -> None:
        """Show something else. The present list stays until the answer is there."""
        choice = Choice(kind, fold(text), by_due)
        if choice == self._choice:
            return
        self._choice = choice
        self._era += 1
        self._query.interrupt()
        self._rows.want_nothing()
        if by_due != self._state.by_due:
            self._state = replace(self._state, by_due=by_due)
            self._save_timer.start(int(SAVE_AFTER_S * 1000))
        self._ask_refresh(None, 0)

    def set_collapsed(self, keys: Iterable[str]) -> None:
        """Remember the closed groups."""
        self._state = replace(self._state, collapsed=frozenset(keys))
        self._save_timer.start(int(SAVE_AFTER_S * 1000))

    def row(self, thread_id: int) -> InboxRow | None:
        """The row, when it is in memory."""
        return self._rows.get(thread_id)

    def want(self, run: str, offset: int) -> None:
        """Fetch the block that holds this place; `rows_changed` tells when it is there."""
        self._rows.want(run, offset)
        self._next()

    def seek(self, thread_id: int) -> None:
        """Make the place of a message known: an outline follows that tracks it."""
        self._sought = thread_id
        self._ask_refresh(frozenset(), 0)

    # -- what happens ------------------------------------------------------------------------------

    @Slot(object)
    def _on_changed(self, change: StoreChange) -> None:
        if change.origin == "store":
            if self._outline is None and self._busy:
                # The first reading has been waiting for this very store.
                return
            self._forget()
        if change.everything or change.catalogue:
            self._ask_refresh(None, REFRESH_GAP_S if self._outline is None else RELOAD_GAP_S)
        elif change.threads or change.removed:
            self._ask_refresh(change.threads | change.removed, REFRESH_GAP_S)

    @Slot()
    def look_at_clock(self) -> None:
        """Do what is due by now. A timer calls it; so may whoever knows that the clock was set."""
        if self._outline is None:
            return
        for crossing in self._thresholds.crossed(self._clock.now_ms()):
            self.crossed.emit(crossing)
        due = self._outline.tallies.next_change_ms
        if due is not None and due <= self._clock.now_ms():
            # Words were matched under the old instant: only a new search knows who joined.
            again = bool(self._choice.text) and self._choice.kind is not InboxFilter.TODO
            self._ask_refresh(None if again else frozenset(), CLOCK_GAP_S)
        self._wait_for_next_change()

    @Slot()
    def _unfollow(self) -> None:
        self._shown = Shown

    def _forget(self) -> None:
        """Nothing of one agent's store may stay on screen for the next one."""
        self._era += 1
        self._outline = None
        self._restored = False
        self._rows.clear()
        self._thresholds = Thresholds()
        self._clock_timer.stop()
        self._save_timer.stop()
        self.cleared.emit()

    # -- one job at a time -------------------------------------------------------------------------

    def _ask_refresh(self, changed: frozenset[int] | None, gap_s: float) -> None:
        if changed is None:
            self._dirty = None
        elif self._dirty is not None:
            self._dirty |= changed
        wait_s = self._pace.wait_s(gap_s)
        if (
            not self._refresh_timer.isActive()
            or self._refresh_timer.remainingTime() > wait_s * 1000
        ):
            self._refresh_timer.start(int(wait_s * 1000))

    @Slot()
    def _refresh_now(self) -> None:
        self._refresh_due = True
        self._next()

    def _next(self) -> None:
        if self._busy:
            return
        if self._refresh_due:
            self._read_outline()
        elif self._rows.is_anything_wanted and self._outline is not None:
            self._read_blocks(self._outline)

    def _read_outline(self) -> None:
        self._refresh_due = False
        shown, dirty, era = self._shown(), self._dirty, self._era
        self._dirty = set()
        same = self._outline is not None and self._outline.choice == self._choice
        present = self._rows.present
        stale = present if dirty is None else present & dirty
        request = OutlineRequest(
            choice=self._choice,
            runs=self._outline.runs if same and self._outline is not None else {},
            changed=None if dirty is None else frozenset(dirty),
            tracked=shown.on_screen,
            selected=shown.selected if self._sought is None else self._sought,
            # Only what is on screen is read again at once; the rest when it is scrolled to.
            rows=stale & set(shown.on_screen),
            collapsed=self._state.collapsed,
            first_screen=not same,
        )
        restore, clock, began = not self._restored, self._clock, time.monotonic()

        def job(connection: Connection) -> "tuple[Outline, dict[int, InboxRow], InboxState | None]":
            # A job may have waited for a store to be opened: the instant is that of its reading.
            with self._query.running(connection):
                if not restore:
                    return *read_outline(connection, request, clock.now_ms()), None
                state = read_state(connection)
                choice = replace(request.choice, by_due=state.by_due)
                first = replace(request, choice=choice, collapsed=state.collapsed)
                return *read_outline(connection, first, clock.now_ms()), state

        def done(answer: "tuple[Outline, dict[int, InboxRow], InboxState | None]") -> None:
            outline, rows, state = answer
            self._pace.came(began)
            self._rows.drop(stale)
            if era == self._era:
                if state is not None:
                    self._state, self._choice, self._restored = state, outline.choice, True
                self._rows.keep(rows)
                self._sought = None if self._sought in outline.tracked else self._sought
                self._outline = outline
                self._thresholds.watch(outline.tallies.held_by_me, clock.now_ms())
                self._wait_for_next_change()
                self.outline_changed.emit(outline)
            self._answered()

        self._submit(job, done, era)

    def _read_blocks(self, outline: Outline) -> None:
        # Without those asked for before the list became shorter.
        blocks = [
            (run, number)
            for run, number in self._rows.take_wanted()
            if run in outline.runs and number * BLOCK < outline.runs[run].count
        ]
        if not blocks:
            self._next()
            return
        era, now_ms = self._era, self._clock.now_ms()

        def job(connection: Connection) -> tuple[dict[str, Run], dict[int, InboxRow]]:
            with self._query.running(connection):
                return read_blocks(connection, outline, blocks, now_ms)

        def done(answer: tuple[dict[str, Run], dict[int, InboxRow]]) -> None:
            runs, rows = answer
            if era == self._era:
                self._rows.keep(rows)
                if runs:
                    self._learn(with_runs(outline, runs))
                self.rows_changed.emit(frozenset(rows))
            self._answered()

        self._submit(job, done, era)

    def _learn(self, outline: Outline) -> None:
        before = self._outline
        self._outline = outline
        if before is not None and all(
            run.count == before.runs[key].count for key, run in outline.runs.items()
        ):
            self.runs_read.emit(outline)
        else:
            self.outline_changed.emit(outline)

    def _submit(
        self,
        job: Callable[[Connection], T],
        done: Callable[[T], None],
        era: int,
    ) -> None:
        def failed(error: Exception) -> None:
            # What the lost answer would have told is read with the next one.
            self._dirty = None
            self._rows.drop(self._rows.present)
            if era == self._era:
                self._lanes.report(error)
                self.failed.emit()
            self._answered()

        self._busy = True
        self._lanes.query(job, done, failed)

    def _answered(self) -> None:
        self._busy = False
        self._next()

    # -- the clock ---------------------------------------------------------------------------------

    def _wait_for_next_change(self) -> None:
        if self._outline is None:
            return
        now = self._clock.now_ms()
        instants = [self._outline.tallies.next_change_ms, self._thresholds.next_change_ms(now)]
        wait_ms = min(
            (each - now for each in instants if each is not None), default=LONGEST_WAIT_MS
        )
        # Never at once again: a figure that stays due until the next outline must not spin.
        self._clock_timer.start(min(max(wait_ms, 50), LONGEST_WAIT_MS))

    # -- the agent's habits ------------------------------------------------------------------------

    @Slot()
    def save_state(self) -> None:
        """Write down the closed groups and the order. A timer calls it after a change."""
        state = self._state

        def job(connection: Connection) -> tuple[None, None]:
            write_state(connection, state)
            return None, None

        # Lost when the disk is full: the list then opens as it was left the time before.
        self._lanes.write(job, failed=_not_saved)

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer


def _not_saved(error: Exception) -> None:
    log.warning("how the list was left could not be saved: %s", type(error).__name__)
