"""Waits for a condition while Qt works: the one way in which tests wait for a window or a lane."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

LOOK_EVERY_MS = 10


def comes_true(condition: Callable[[], object], patience_s: float) -> bool:
    """Process events until the condition holds; False when it did not within `patience_s`.

    Sleeps while there is nothing to process: the machine's few cores are for what is waited for.
    """
    deadline = time.monotonic() + patience_s
    # Without it, waiting for events would outlast the deadline.
    waking = QTimer()
    waking.start(LOOK_EVERY_MS)
    while not condition():
        if time.monotonic() > deadline:
            return False
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        # One thing leads to the next: look when what was at hand is done.
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, LOOK_EVERY_MS)
    return True
