"""How much of the processors each part of the load takes: what tells a machine too small from a
portal too slow.
"""

import os
import time
from collections.abc import Callable, Mapping

import psutil


def spent_by(pid: int) -> float:
    """Return the seconds of processor that a process has used, 0 when it is gone."""
    try:
        times = psutil.Process(pid).cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    return float(times.user + times.system)


def spent_by_family(pid: int) -> float:
    """Return what a process and its children have used, those that have ended too."""
    parent = psutil.Process(pid)
    times = parent.cpu_times()
    ended = float(times.children_user + times.children_system)
    return spent_by(pid) + ended + sum(spent_by(child.pid) for child in parent.children())


class Computing:
    """What each of some parts uses from here to `rates`."""

    def __init__(self, parts: Mapping[str, Callable[[], float]]) -> None:
        """Each part says how many seconds it has used so far."""
        self._parts = parts
        self._begun = time.monotonic()
        self._before = {name: spent() for name, spent in parts.items()}
        self._rates: dict[str, float] = {}

    def measure(self) -> None:
        """The part of the run that counts is over."""
        seconds = time.monotonic() - self._begun
        self._rates = {
            name: (spent() - self._before[name]) / seconds for name, spent in self._parts.items()
        }

    def __str__(self) -> str:
        each = ", ".join(f"{name} {rate:.2f}" for name, rate in self._rates.items())
        whole = sum(self._rates.values())
        return f"processors used: {each}; {whole:.2f} in all, of {os.cpu_count()}"
