"""Watches the window's thread: no single call of desk's, and no turn of its event loop, may hold it
for longer than a glance notices.

Judged by the thread's own processor time, so that a machine shared with others does not make desk
look slow. That time is measured against a fixed piece of work done at the same moment: on a core
whose caches others are using, the same work costs more of it. What waits instead of computing (a
lock, the disk, the network) is judged by the time that passed less what the thread stood in the
scheduler's queue, with a limit of its own, since a wait may be somebody else's doing for a while.
"""

import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

ROOT = Path(__file__).resolve().parents[2]
OURS = tuple(f"{ROOT}/desk/{part}/" for part in ("ui", "services"))
"""Of what runs on the window's thread. A test may use the store on its own thread."""
LOOPS = ("comes_true", "settle", "wait", "exec")
TURNING = (str(ROOT / "tests") + "/", "/pytestqt/")
"""The event loop turns in functions of these names, in these files."""

COMPUTING_LIMIT_MS = 55.0
"""The promise is 50 ms; the watcher looks each 5 ms, and is no more exact than that."""
WAITING_LIMIT_MS = 1_000.0
"""Of a call that waits: longer than any load of the machine explains."""
LOOK_EVERY_S = 0.005
"""Also how exact the figures are."""
BLIND_S = 0.015
"""A watcher kept off the processors for longer cannot tell one slot from the next."""
ROUNDS = 12_000
"""Of the fixed piece of work: about a millisecond."""


@dataclass(frozen=True, slots=True)
class Stall:
    """One call, or one turn of the loop, that took too long."""

    computing_ms: float
    waiting_ms: float
    stack: str
    """Where it was when it was found out."""

    def __str__(self) -> str:
        took = f"{self.computing_ms:.0f} ms computing, {self.waiting_ms:.0f} ms waiting"
        return f"{took} in\n{self.stack}"


def schedule_of(thread: int | None) -> Path:
    """Where Linux says how long a thread has run, and stood in the scheduler's queue (proc(5))."""
    return Path(f"/proc/self/task/{thread}/schedstat")


def queued_s(schedule: Path) -> float:
    """How long the thread has stood in the scheduler's queue, s."""
    return int(schedule.read_text().split()[1]) / 1e9


def fixed_work_s() -> float:
    """Processor time of a piece of work that is always the same, s."""
    before = time.thread_time()
    total = 0
    for each in range(ROUNDS):
        total ^= each * each
    return time.thread_time() - before


@dataclass(slots=True)
class _Span:
    """What the thread has been doing since it was first seen doing it."""

    key: tuple[int, int]
    computing_s: float
    passed_s: float
    told: bool = False


class StallWatch(QObject):
    """Made on the window's thread; watches from `start` to `stop`, which returns what it found."""

    def __init__(self) -> None:
        super().__init__()
        main = threading.main_thread()
        assert main.ident is not None
        self._ident = main.ident
        self._clock = time.pthread_getcpuclockid(main.ident)
        self._schedule = schedule_of(main.native_id)
        self._beats = 0
        self._excused = 0
        self._stalls: list[Stall] = []
        self._ending = threading.Event()
        self._heart = QTimer(self)
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.setInterval(10)
        self._heart.timeout.connect(self._beat)
        self._thread = threading.Thread(target=self._watch, name="stall-watch", daemon=True)
        self._undisturbed_s = min(fixed_work_s() for _ in range(20))

    def start(self) -> None:
        self._heart.start()
        self._thread.start()

    def stop(self) -> list[Stall]:
        """Every stall, but those that were excused."""
        self._ending.set()
        if self._thread.ident is not None:
            self._thread.join()
        self._heart.stop()
        return self._stalls

    @contextmanager
    def excused(self, why: str) -> Iterator[None]:
        """What happens within may take longer; `why` stands in the test that needs it."""
        assert why
        self._excused += 1
        try:
            yield
        finally:
            self._excused -= 1

    def _beat(self) -> None:
        self._beats += 1

    def _watch(self) -> None:
        span: _Span | None = None
        beats, before = self._beats, self._now()
        mine = schedule_of(threading.get_native_id())
        queued = queued_s(mine)
        while not self._ending.wait(LOOK_EVERY_S):
            now = self._now()
            queued, blind = queued_s(mine), queued_s(mine) - queued > BLIND_S
            if self._excused or beats != self._beats or blind:
                beats, before, span = self._beats, now, None
                continue
            doing = self._doing()
            if doing is None:
                span = None
            elif span is None or span.key != doing:
                # It began some time after the last look.
                span = _Span(doing, *before)
            elif not span.told:
                span.told = self._judge(span, now)
            before = now

    def _judge(self, span: _Span, now: tuple[float, float]) -> bool:
        computing_ms = (now[0] - span.computing_s) * 1000
        waiting_ms = (now[1] - span.passed_s) * 1000 - computing_ms
        if computing_ms <= COMPUTING_LIMIT_MS and waiting_ms <= WAITING_LIMIT_MS:
            return False
        computing_ms /= self._disturbance()
        if computing_ms <= COMPUTING_LIMIT_MS and waiting_ms <= WAITING_LIMIT_MS:
            return False
        self._stalls.append(Stall(computing_ms, waiting_ms, self._stack()))
        return True

    def _disturbance(self) -> float:
        """How many times more processor time work costs now than on an undisturbed core; ≥ 1."""
        costs = sorted(fixed_work_s() for _ in range(5))
        return max(1.0, costs[len(costs) // 2] / self._undisturbed_s)

    def _now(self) -> tuple[float, float]:
        """(processor time of the thread, time passed less its time in the scheduler's queue), s."""
        return time.clock_gettime(self._clock), time.monotonic() - queued_s(self._schedule)

    def _doing(self) -> tuple[int, int] | None:
        """Which call of desk's, or which turn of the loop, the thread is in; None in a test's own
        code. No frame is kept: what it holds must end on its own thread.

        A slot is judged by itself: on a starved machine many fall due in one turn of the loop.
        """
        frame, inner = sys._current_frames().get(self._ident), None
        key = None
        while frame is not None:
            code = frame.f_code
            if code.co_filename.startswith(OURS):
                key = (id(frame), id(code))
            elif code.co_name in LOOPS and any(each in code.co_filename for each in TURNING):
                slot = inner or frame
                key = (id(slot), id(slot.f_code))
            frame, inner = frame.f_back, frame
        return key

    def _stack(self) -> str:
        """The innermost calls, as they are now."""
        frame = sys._current_frames().get(self._ident)
        calls = traceback.StackSummary.extract(traceback.walk_stack(frame), limit=14)
        return "\n".join(
            f"  {each.filename.removeprefix(str(ROOT))}:{each.lineno} {each.name}" for each in calls
        )
