"""The watch over the window's thread sees desk's own slowness, and nobody else's."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.support.stall_watch import COMPUTING_LIMIT_MS, WAITING_LIMIT_MS, StallWatch
from tests.support.waiting import comes_true


@pytest.fixture
def watch(qapp: QApplication, stalls: StallWatch) -> Iterator[StallWatch]:
    """A second watch; that of every test looks away."""
    made = StallWatch()
    made.start()
    with stalls.excused("the stalls of these tests are made on purpose"):
        yield made
    made.stop()


def compute(seconds: float) -> None:
    """Keep this thread's processor busy for that long, however many others want it."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        sum(range(1_000))


def in_the_loop(*slots: object) -> None:
    """Run these as slots, each in a turn of its own, and let the loop turn a little more."""
    done: list[object] = []
    for number, slot in enumerate(slots):
        QTimer.singleShot(40 * number, slot)  # type: ignore[call-overload]
    QTimer.singleShot(40 * len(slots) + 100, lambda: done.append(True))
    assert comes_true(lambda: done, 20)


def test_a_slot_that_computes_too_long_is_found(watch: StallWatch) -> None:
    in_the_loop(lambda: compute(6 * COMPUTING_LIMIT_MS / 1000))
    (stall,) = watch.stop()
    assert stall.computing_ms > COMPUTING_LIMIT_MS
    assert "compute" in str(stall)


def test_a_slot_that_waits_too_long_is_found(watch: StallWatch) -> None:
    never = threading.Event()
    in_the_loop(lambda: never.wait(1.3 * WAITING_LIMIT_MS / 1000) and None)
    (stall,) = watch.stop()
    assert stall.waiting_ms > WAITING_LIMIT_MS
    assert stall.computing_ms < COMPUTING_LIMIT_MS


def test_short_slots_one_after_the_other_are_no_stall(watch: StallWatch) -> None:
    # On a starved machine they fall due in one turn of the loop.
    in_the_loop(*[lambda: compute(0.02), lambda: compute(0.02)] * 5)
    assert watch.stop() == []


def test_what_a_test_computes_itself_is_no_stall(watch: StallWatch) -> None:
    compute(3 * COMPUTING_LIMIT_MS / 1000)
    assert watch.stop() == []


def test_neighbours_on_the_machine_are_no_stall(watch: StallWatch) -> None:
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(6)]
    try:
        in_the_loop(*[lambda: compute(0.008)] * 5)
    finally:
        for each in busy:
            each.kill()
            each.wait()
    assert watch.stop() == []


def test_what_is_excused_is_not_told(watch: StallWatch) -> None:
    with watch.excused("on purpose"):
        in_the_loop(lambda: compute(2 * COMPUTING_LIMIT_MS / 1000))
    assert watch.stop() == []
