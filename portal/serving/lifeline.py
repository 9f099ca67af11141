"""A standard input that ends when the parent does: an embedded portal never outlives its demo."""

import sys
from collections.abc import Callable
from threading import Thread


def call_when_stdin_closes(callback: Callable[[], None]) -> None:
    """Call `callback`, on a thread of its own, once standard input is closed.

    What is written to it is ignored.
    """

    def wait() -> None:
        while sys.stdin.buffer.read(4096):
            continue
        callback()

    # A daemon: it must not keep alive a process that ends for another reason.
    Thread(target=wait, name="lifeline", daemon=True).start()
