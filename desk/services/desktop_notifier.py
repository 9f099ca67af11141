"""Hands notifications to the desktop (freedesktop.org, Desktop Notifications 1.2, over D-Bus)."""

import logging
import os
import sys
from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from desk.services.bus_talk import BusTalk, open_bus
from desk.services.lanes import Lanes

log = logging.getLogger(__name__)

BUS = "org.freedesktop.Notifications"
PLACE = "/org/freedesktop/Notifications"
NORMAL, CRITICAL = 1, 2
DEFAULT = "default"
"""The action of a click on the notification itself."""


class Shown(msgspec.Struct, frozen=True):
    """What the desktop is asked to show."""

    title: str
    words: str
    opens: str
    """What a click does, for desktops that say it."""
    about: int
    """The exchange that a click opens; it never leaves desk."""
    urgent: bool
    failed: Callable[[], None]
    """Called when this desktop has no such service."""


class DesktopNotifier(QObject):
    """One connection for all of them, as long as somebody works here: a desktop takes the
    notifications of a program away when its connection ends, and tells the clicks to it alone.

    Example: the service answers 41 for a message's notification. « ActionInvoked 41 default » from
    that same service opens the message, once; after « NotificationClosed 41 », from another
    program, or after the service was started again (it counts from 1 again), it opens nothing.
    """

    chosen = Signal(object, str)
    """The exchange of a notification that was clicked, and the compositor's leave to come forward
    (xdg-activation; empty where there is none)."""

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._talk: BusTalk | None = None
        self._waiting: list[Shown] = []
        self._era = 0
        self._server: str | None = None
        self._about: dict[int, int] = {}
        self._tokens: dict[int, str] = {}

    def show(self, wanted: Shown) -> None:
        """Show it as soon as the bus is there; nobody waits for it."""
        if not sys.platform.startswith("linux") or "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
            wanted.failed()
        elif self._talk is not None:
            self._notify(self._talk, wanted)
        else:
            self._waiting.append(wanted)
            if len(self._waiting) == 1:
                self._connect()

    def forget(self) -> None:
        """Take away what is still shown: a click would be of somebody who does not work here."""
        self._era += 1
        self._waiting.clear()
        if self._talk is not None:
            talk, self._talk = self._talk, None
            for number in list(self._about):
                talk.call(_message("CloseNotification", "u", (number,)), _nothing, _nothing)
            talk.close()
        self._forget_shown()

    # The bus -------------------------------------------------------------------------------------

    def _connect(self) -> None:
        era = self._era

        def opened(connection: Any) -> None:
            if era != self._era:
                connection.close()
                return
            self._talk = talk = BusTalk(connection, self)
            talk.heard.connect(self._on_heard)
            talk.lost.connect(self._on_lost)
            waiting, self._waiting = self._waiting, []
            for each in waiting:
                self._notify(talk, each)

        def failed(error: Exception) -> None:
            if era == self._era:
                waiting, self._waiting = self._waiting, []
                for each in waiting:
                    _give_up(each, error)

        self._lanes.http(lambda: open_bus(BUS, PLACE), opened, failed)

    @Slot()
    def _on_lost(self) -> None:
        if self._talk is not None:
            self._talk.close()
            self._talk = None
        self._forget_shown()

    def _forget_shown(self) -> None:
        self._server = None
        self._about.clear()
        self._tokens.clear()

    # One notification ----------------------------------------------------------------------------

    def _notify(self, talk: BusTalk, wanted: Shown) -> None:
        hints = {
            "urgency": ("y", CRITICAL if wanted.urgent else NORMAL),
            "desktop-entry": ("s", "msa-desk"),
            "category": ("s", "im.received"),
        }
        actions = [DEFAULT, wanted.opens]
        body = ("desk", 0, "msa-desk", wanted.title, wanted.words, actions, hints, -1)

        def shown(answer: Any) -> None:
            server = _sender(answer)
            if server != self._server:
                # Started again: its numbers are others'.
                self._forget_shown()
                self._server = server
            self._about[answer.body[0]] = wanted.about

        talk.call(
            _message("Notify", "susssasa{sv}i", body),
            shown,
            lambda error: _give_up(wanted, error),
        )

    @Slot(object)
    def _on_heard(self, message: Any) -> None:
        from jeepney import HeaderFields

        fields = message.header.fields
        if _sender(message) != self._server or fields.get(HeaderFields.interface) != BUS:
            return
        match fields.get(HeaderFields.member), message.body:
            case "ActivationToken", (int(number), str(token)) if number in self._about:
                self._tokens[number] = token
            case "ActionInvoked", (int(number), str(action)) if (
                number in self._about and action == DEFAULT
            ):
                token = self._tokens.pop(number, "")
                self.chosen.emit(self._about.pop(number), token)
            case "NotificationClosed", (int(number), _reason) if number in self._about:
                del self._about[number]
                self._tokens.pop(number, None)


def _message(member: str, signature: str, body: tuple[object, ...]) -> Any:
    from jeepney import DBusAddress, new_method_call

    address = DBusAddress(PLACE, bus_name=BUS, interface=BUS)
    return new_method_call(address, member, signature, body)


def _sender(message: Any) -> str | None:
    from jeepney import HeaderFields

    sender: str | None = message.header.fields.get(HeaderFields.sender)
    return sender


def _give_up(wanted: Shown, error: Exception) -> None:
    log.info("the desktop took no notification: %s", type(error).__name__)
    wanted.failed()


def _nothing(_result: object) -> None:
    """It is closed, or was already."""
