"""Opens the system's browser, from any thread."""

import threading

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

LIMIT_S = 10.0


class Browser(QObject):
    """`open` may be called from a worker; Qt is asked on this object's thread."""

    _wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted.connect(self._open)

    def open(self, url: str) -> bool:
        """Whether a browser was started. Not for this object's own thread: it would wait for
        itself.
        """
        order = _Order(url)
        self._wanted.emit(order)
        order.done.wait(LIMIT_S)
        return order.opened

    @Slot(object)
    def _open(self, order: "_Order") -> None:
        order.opened = QDesktopServices.openUrl(QUrl(order.url))
        order.done.set()


class _Order:
    def __init__(self, url: str) -> None:
        self.url = url
        self.done = threading.Event()
        self.opened = False
