"""A desktop's notification service (``org.freedesktop.Notifications``) on a bus of its own."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from jeepney import MessageFlag, MessageType, message_bus, new_method_return
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.Notifications"


@dataclass
class Shown:
    """One notification, as the desktop was asked to show it."""

    title: str
    words: str
    hints: dict[str, object]


@dataclass
class NotificationService:
    """`address` is the bus's; `shown` grows as programs notify."""

    address: str
    shown: list[Shown] = field(default_factory=list)


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
        connection = open_dbus_connection(service.address)
        connection.send_and_get_reply(message_bus.RequestName(NAME))
        thread = threading.Thread(target=_serve, args=(connection, service))
        thread.start()
        try:
            yield service
        finally:
            daemon.terminate()
            thread.join(10)
            connection.close()
    finally:
        daemon.terminate()
        daemon.wait(10)
        daemon.stdout.close()


def _serve(connection: object, service: NotificationService) -> None:
    while True:
        try:
            asked = connection.receive()  # type: ignore[attr-defined]
        except (ConnectionError, OSError):
            return  # the bus has ended
        if asked.header.message_type is not MessageType.method_call:
            continue
        _program, _replaces, _icon, title, words, _actions, hints, _lasts = asked.body
        service.shown.append(Shown(title, words, {name: each[1] for name, each in hints.items()}))
        if not asked.header.flags & MessageFlag.no_reply_expected:
            connection.send(new_method_return(asked, "u", (len(service.shown),)))  # type: ignore[attr-defined]
