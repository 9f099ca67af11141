"""One desk per portal and account: two would write the same drafts."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desk.settings import Settings

CALL_MS = 1_000
"""What a second start waits for the first one to hear it."""


class SingleInstance(QObject):
    """Holds the place while desk runs; a second start calls the first one's window instead."""

    called = Signal()
    """Somebody started desk again: show the window."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        place = f"{settings.data.resolve()}\n{settings.portal_url}".encode()
        name = hashlib.sha256(place).hexdigest()[:24]
        self._name = f"msa-desk-{name}"
        self._lock = QLockFile(str(Path(settings.data) / f"{name}.lock"))
        # Only a holder that is no longer running is stale, however old its lock.
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_call)

    def take(self) -> bool:
        """Whether the place was free and is now ours.

        Raises OSError when the data folder cannot be written.
        """
        Path(self._lock.fileName()).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not self._lock.tryLock(0):
            if self._lock.error() == QLockFile.LockError.LockFailedError:
                return False
            raise OSError("the data folder cannot be written")
        QLocalServer.removeServer(self._name)  # left by a holder that was killed
        self._server.listen(self._name)
        return True

    def call_the_other(self) -> bool:
        """Ask the running desk to show its window; whether it heard."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        heard = socket.waitForConnected(CALL_MS)
        socket.abort()
        return heard

    def leave(self) -> None:
        """Free the place."""
        self._server.close()
        self._lock.unlock()

    @Slot()
    def _on_call(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.deleteLater()
            self.called.emit()
