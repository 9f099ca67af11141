"""desk.collector: cycles are freed, on the window's thread, and never all objects at once."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desk.collector import YOUNG_OBJECTS, Collector


class _Knot:
    """Holds itself."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    made = Collector()
    made.start()
    yield made
    made.stop()


def test_cycles_are_freed_when_enough_was_made(collector: Collector) -> None:
    knots = [weakref.ref(_Knot()) for _ in range(YOUNG_OBJECTS)]
    # Automatic collection is off: nothing but the collector frees them.
    assert all(knot() is not None for knot in knots)
    threads: set[str] = set()

    def note(phase: str, _: dict[str, int]) -> None:
        threads.add(threading.current_thread().name)

    gc.callbacks.append(note)
    try:
        collector.look()
    finally:
        gc.callbacks.remove(note)
    assert all(knot() is None for knot in knots)
    assert threads == {threading.main_thread().name}


def test_nothing_is_walked_while_little_is_made(collector: Collector) -> None:
    collector.look()
    gc.collect(0)
    knot = weakref.ref(_Knot())
    collector.look()
    assert knot() is not None
    gc.collect(0)
    assert knot() is None


def test_python_gets_its_collector_back(qapp: QApplication) -> None:
    made = Collector()
    made.start()
    assert not gc.isenabled()
    assert gc.get_freeze_count() > 0
    made.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
