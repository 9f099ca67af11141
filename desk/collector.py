"""Python's collector of reference cycles, run where and when it does not disturb.

Left to itself it stops the whole interpreter whenever some thread has allocated enough, and walks
every object there is: 30 to 90 ms, in which the window does not answer (benchmarks/inbox.py), on
whichever thread it is, so that a Qt object in a cycle may die on a worker's thread. Most of those
objects are modules and classes that never die.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

TICK_MS = 250
YOUNG_OBJECTS = 20_000
"""More made than freed since the last look: only then a look is worth its while. A page of changes
under way holds some 10,000 for a moment, and no cycle; walking 20,000 takes 2 ms."""
MIDDLE_EVERY = 10
"""Looks at the youngest between two at those that have survived one."""
ALL_EVERY = 50
"""The same for all objects made since the start."""


class Collector(QObject):
    """Replaces the automatic collection while it lives between `start` and `stop`.

    Belongs to the window's thread. Objects without cycles, nearly all, are freed at once as ever.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Take over. What exists by now is taken to stay for good and never walked again."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Give back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    @Slot()
    def look(self) -> None:
        """Collect if enough has been made since the last time."""
        if gc.get_count()[0] < YOUNG_OBJECTS:
            return
        self._looks += 1
        if self._looks % ALL_EVERY == 0:
            gc.collect(2)
        elif self._looks % MIDDLE_EVERY == 0:
            gc.collect(1)
        else:
            gc.collect(0)
