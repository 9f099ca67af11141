"""Hands a notification to the desktop (freedesktop.org, Desktop Notifications 1.2, over D-Bus)."""

import logging
import os
import sys
from collections.abc import Callable

from desk.services.lanes import Lanes

log = logging.getLogger(__name__)

PATIENCE_S = 5.0
BUS = "org.freedesktop.Notifications"
PLACE = "/org/freedesktop/Notifications"
NORMAL, CRITICAL = 1, 2


class DesktopNotifier:
    """On a worker: a notification service that hangs holds nobody."""

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes

    def show(self, title: str, words: str, *, urgent: bool, failed: Callable[[], None]) -> None:
        """`failed` is called when this desktop has no such service."""
        if not sys.platform.startswith("linux") or "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
            failed()
            return

        def told(error: Exception) -> None:
            log.info("the desktop took no notification: %s", type(error).__name__)
            failed()

        self._lanes.http(lambda: _notify(title, words, urgent), None, told)


def _notify(title: str, words: str, urgent: bool) -> None:
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    hints = {
        "urgency": ("y", CRITICAL if urgent else NORMAL),
        "desktop-entry": ("s", "msa-desk"),
        "category": ("s", "im.received"),
    }
    body: tuple[object, ...] = ("desk", 0, "msa-desk", title, words, [], hints, -1)
    call = new_method_call(
        DBusAddress(PLACE, bus_name=BUS, interface=BUS), "Notify", "susssasa{sv}i", body
    )
    with open_dbus_connection(bus="SESSION") as connection:
        unwrap_msg(connection.send_and_get_reply(call, timeout=PATIENCE_S))
