"""A desktop's notification service (``org.freedesktop.Notifications``) on a bus of its own."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageFlag,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.Notifications"
OBJECT = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)
FIRST_NUMBER = 41
"""Numbers are the desktop's, of all programs together."""
EXPIRED, DISMISSED, BY_PROGRAM = 1, 2, 3


@dataclass
class Shown:
    """One notification, as the desktop was asked to show it."""

    number: int
    title: str
    words: str
    actions: dict[str, str]
    hints: dict[str, object]
    asked_by: str


@dataclass
class NotificationService:
    """`address` is the bus's; `shown` grows as programs notify, and keeps what was closed."""

    address: str
    shown: list[Shown] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)
    """What its program has taken away."""
    _connection: Any = None
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Take the name on the bus and serve."""
        self._connection = open_dbus_connection(self.address)
        self._connection.send_and_get_reply(message_bus.RequestName(NAME))
        self._thread = threading.Thread(target=self._serve, args=(self._connection,))
        self._thread.start()

    def stop(self) -> None:
        """As if the desktop's shell had ended; the bus goes on."""
        assert self._thread is not None
        # Its own receiving ends, whichever thread waits in it.
        self._connection.send(message_bus.ReleaseName(NAME))
        self._connection.sock.shutdown(2)
        self._thread.join(10)
        self._connection.close()

    def choose(self, number: int, action: str = "default", token: str = "") -> None:
        """Somebody clicks; `token`: the compositor's leave to come forward."""
        if token:
            self.emit("ActivationToken", "us", (number, token))
        self.emit("ActionInvoked", "us", (number, action))

    def close(self, number: int, reason: int = EXPIRED) -> None:
        """It goes, without a click."""
        self.emit("NotificationClosed", "uu", (number, reason))

    def emit(self, member: str, signature: str, body: tuple[object, ...]) -> None:
        self._connection.send(new_signal(OBJECT, member, signature, body))

    def emit_from_a_stranger(self, to: str, number: int) -> None:
        """Another program of the session sends `to` what the service would."""
        with open_dbus_connection(self.address) as stranger:
            signal = new_signal(OBJECT, "ActionInvoked", "us", (number, "default"))
            signal.header.fields[HeaderFields.destination] = to
            stranger.send(signal)
            # Answered after what was sent before it.
            stranger.send_and_get_reply(message_bus.GetId())

    def _serve(self, connection: Any) -> None:
        while True:
            try:
                self._serve_one(connection)
            except (ConnectionError, OSError):
                return  # the bus, or this service, has ended; an answer under way goes nowhere

    def _serve_one(self, connection: Any) -> None:
        asked = connection.receive()
        if asked.header.message_type is MessageType.method_call:
            answer = self._answer(asked)
            if not asked.header.flags & MessageFlag.no_reply_expected:
                connection.send(answer)

    def _answer(self, asked: Any) -> Any:
        fields = asked.header.fields
        called = fields[HeaderFields.member], fields.get(HeaderFields.signature, "")
        if called == ("Notify", "susssasa{sv}i"):
            _program, _replaces, _icon, title, words, actions, hints, _lasts = asked.body
            number = FIRST_NUMBER + len(self.shown)
            self.shown.append(
                Shown(
                    number,
                    title,
                    words,
                    dict(zip(actions[::2], actions[1::2], strict=True)),
                    {name: each[1] for name, each in hints.items()},
                    fields[HeaderFields.sender],
                )
            )
            return new_method_return(asked, "u", (number,))
        if called == ("CloseNotification", "u"):
            self.closed.append(asked.body[0])
            self.close(asked.body[0], BY_PROGRAM)
            return new_method_return(asked)
        return new_error(asked, "org.freedesktop.DBus.Error.UnknownMethod")


@contextmanager
def notification_service() -> Iterator[NotificationService]:
    """A bus daemon and the service on it, until the end of the block."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert daemon.stdout is not None
    try:
        service = NotificationService(daemon.stdout.readline().decode().strip())
        service.start()
        try:
            yield service
        finally:
            service.stop()
    finally:
        daemon.terminate()
        daemon.wait(10)
        daemon.stdout.close()
