"""Talks with one program of the desktop over its bus (D-Bus); no thread waits for it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

PATIENCE_S = 5.0


def open_bus(name: str, place: str) -> Any:
    """A connection to the session's bus that hears the signals of the program `name` at `place`;
    for a worker: it waits for the bus.

    Raises:
        OSError: there is no such bus, or it does not answer (TimeoutError).
        RuntimeError: its address is of a kind that is not spoken here.
    """
    from jeepney import MatchRule, message_bus
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    connection = open_dbus_connection(bus="SESSION")
    try:
        rule = MatchRule(type="signal", sender=name, path=place)
        unwrap_msg(connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE_S))
    except BaseException:
        connection.close()
        raise
    return connection


class BusTalk(QObject):
    """Owns an open connection from here on, and reads it when the event loop says that something is
    there: a program that hangs holds nobody.

    Guarantees: every call ends in `done` or `failed`, on the thread that owns this object, unless
    `close` is called first; answers and signals come in the order in which they were sent.
    """

    heard = Signal(object)
    """A signal (a jeepney `Message`). Whoever listens looks at its sender: any program may send."""
    lost = Signal()
    """The bus has ended. No call waits any more."""

    def __init__(self, connection: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection = connection
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[Exception], None]]] = {}
        self._reading = QSocketNotifier(connection.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._reading.activated.connect(self._read)

    def call(
        self, message: Any, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """Send a method call; `done` gets the answer (a `Message`), `failed` an error, also when
        there is none after `PATIENCE_S`.
        """
        serial = next(self._connection.outgoing_serial)
        self._waiting[serial] = done, failed
        try:
            self._connection.send(message, serial=serial)
        except OSError:
            self._lose()
            return
        QTimer.singleShot(
            round(PATIENCE_S * 1000), self, lambda: self._refuse(serial, TimeoutError())
        )

    def close(self) -> None:
        """Nothing is heard, answered or refused any more."""
        self._reading.setEnabled(False)
        self._waiting.clear()
        self._connection.close()
        self.deleteLater()

    @Slot()
    def _read(self) -> None:
        while self._reading.isEnabled():
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return  # all that is there has been read
            except OSError:
                self._lose()
                return
            self._take(message)

    def _take(self, message: Any) -> None:
        from jeepney import DBusErrorResponse, HeaderFields, MessageType

        kind = message.header.message_type
        if kind is MessageType.signal:
            self.heard.emit(message)
            return
        serial = message.header.fields.get(HeaderFields.reply_serial, -1)
        if kind is MessageType.error:
            self._refuse(serial, DBusErrorResponse(message))
        elif serial in self._waiting:
            self._waiting.pop(serial)[0](message)

    def _refuse(self, serial: int, error: Exception) -> None:
        if serial in self._waiting:
            self._waiting.pop(serial)[1](error)

    def _lose(self) -> None:
        self._reading.setEnabled(False)
        for serial in list(self._waiting):
            self._refuse(serial, ConnectionError())
        self.lost.emit()
