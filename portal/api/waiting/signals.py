"""Hears the signals that end a server, without taking them from it."""

import signal
import threading
from collections.abc import Callable
from types import FrameType

ENDING = (signal.SIGTERM, signal.SIGINT)


def on_termination(act: Callable[[], None]) -> Callable[[], None]:
    """Call `act` when the process is asked to end, then whoever listened before.

    Returns what stops the listening. Outside of the main thread no signal can be heard, and
    nothing is done: such a server calls `WaitingApplication.close` itself.
    """
    if threading.current_thread() is not threading.main_thread():
        return lambda: None
    before = {number: signal.getsignal(number) for number in ENDING}

    def heard(number: int, frame: FrameType | None) -> None:
        act()
        earlier = before[signal.Signals(number)]
        if callable(earlier):
            earlier(number, frame)
        elif earlier == signal.SIG_DFL:
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)

    for number in ENDING:
        signal.signal(number, heard)

    def restore() -> None:
        for number, earlier in before.items():
            if signal.getsignal(number) is heard:
                signal.signal(number, earlier)

    return restore
