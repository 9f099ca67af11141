"""Qt without a display says of every window that it cannot tell a window system its size.

That is true, of no use, and would stand between the lines of the tour and of the screenshots.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

NOISE = "This plugin does not support propagateSizeHints"


@contextmanager
def without_platform_noise() -> Iterator[None]:
    """Drop this one message; every other goes to standard error as ever."""

    def say(_kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        if message and not message.startswith(NOISE):
            sys.stderr.write(f"{message}\n")

    before = qInstallMessageHandler(say)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
