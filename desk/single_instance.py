"""One desk per portal and account: two would write the same drafts."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desk.address import address_of, message_of
from desk.settings import Settings

CALL_MS = 1_000
"""What a second start waits for the first one to hear it."""

LONGEST = 64
"""Bytes of a call; more is nobody's we know."""


class SingleInstance(QObject):
    """Holds the place while desk runs; a second start calls the first one's window instead."""

    called = Signal()
    """Somebody started desk again: show the window."""

    message_wanted = Signal(object)
    """They asked for a message: its thread's id. `called` comes before."""

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

    def call_the_other(self, message: int | None = None) -> bool:
        """Ask the running desk to show its window, and this thread; whether it heard."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        heard = socket.waitForConnected(CALL_MS)
        if heard and message is not None:
            socket.write(f"{address_of(message)}\n".encode())
            heard = socket.waitForBytesWritten(CALL_MS)
        socket.disconnectFromServer()
        if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
            socket.waitForDisconnected(CALL_MS)
        return heard

    def leave(self) -> None:
        """Free the place."""
        self._server.close()
        self._lock.unlock()

    @Slot()
    def _on_call(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self.called.emit()
            socket.readyRead.connect(self._on_words)
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)
            if socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
                socket.deleteLater()

    @Slot()
    def _on_words(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        """What another program says is judged as if a stranger had said it."""
        if socket.canReadLine():
            line = bytes(socket.readLine(LONGEST).data()).decode("ascii", "replace")
            message = message_of(line.rstrip("\n"))
            if message is not None:
                self.message_wanted.emit(message)
        elif socket.bytesAvailable() <= LONGEST:
            return
        socket.disconnectFromServer()
