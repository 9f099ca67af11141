"""What happens around desk that makes trying at once worthwhile: the network, sleep and wake."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QNetworkInformation

LOOK_MS = 2_000
"""How often sleep is looked for: waking is noticed within that."""

ASLEEP_S = 5.0
"""A shorter stop is none that a connection would not survive."""


class SleepSense:
    """Tells, from two clocks, whether the PC slept between two looks. No Qt."""

    def __init__(self, awake: Callable[[], float], always: Callable[[], float]) -> None:
        """`awake` stands still during sleep, `always` does not; both in seconds."""
        self._awake = awake
        self._always = always
        self._gap = always() - awake()

    def slept(self) -> float:
        """Seconds of sleep since the last look."""
        gap = self._always() - self._awake()
        before, self._gap = self._gap, gap
        return gap - before


def system_sense() -> SleepSense:
    """Linux counts sleep in ``CLOCK_BOOTTIME`` only. Elsewhere the wall clock is compared: one that
    is set by hand looks like sleep, which costs a request; on Windows, whose monotonic clock counts
    sleep as well, the network's return tells instead.
    """
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    if boottime is not None:
        return SleepSense(time.monotonic, lambda: time.clock_gettime(boottime))
    return SleepSense(time.monotonic, time.time)


class Surroundings(QObject):
    """Watches from construction on. `changed` says: what failed may succeed now."""

    changed = Signal()
    """The network came, went or became another one, or the PC woke up."""

    def __init__(self, sense: SleepSense | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sense = sense or system_sense()
        # None where the system offers no such service: failures alone tell then.
        self._network = (
            QNetworkInformation.instance() if QNetworkInformation.loadDefaultBackend() else None
        )
        if self._network is not None:
            self._network.reachabilityChanged.connect(self._on_network)
            self._network.transportMediumChanged.connect(self._on_network)
            self._network.isBehindCaptivePortalChanged.connect(self._on_network)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)

    @property
    def network_absent(self) -> bool:
        """The system says that this PC is connected to nothing."""
        return (
            self._network is not None
            and self._network.reachability() == QNetworkInformation.Reachability.Disconnected
        )

    @Slot()
    def look(self) -> None:
        """Did the PC sleep?"""
        if self._sense.slept() >= ASLEEP_S:
            self.changed.emit()

    @Slot()
    def _on_network(self) -> None:
        self.changed.emit()
