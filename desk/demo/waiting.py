"""Waits for something to come about while the window goes on living."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

LOOK_EVERY_MS = 25


def wait_until(true: Callable[[], bool], timeout_s: float) -> bool:
    """Run the event loop until `true()`; False when it did not come about in time."""
    if true():
        return True
    loop = QEventLoop()
    look = QTimer()
    look.setInterval(LOOK_EVERY_MS)

    def look_again() -> None:
        if true():
            loop.quit()

    look.timeout.connect(look_again)
    limit = QTimer()
    limit.setSingleShot(True)
    limit.setInterval(int(timeout_s * 1000))
    limit.timeout.connect(loop.quit)
    look.start()
    limit.start()
    loop.exec()
    look.stop()
    return true()
