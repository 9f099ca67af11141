"""A program as assistive technology meets it: read and worked over the AT-SPI bus, nothing else.

The interfaces are those of at-spi2-core (``org.a11y.atspi.*``); states and roles carry its names.
"""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
PATIENCE_S = 30.0
LOOK_EVERY_S = 0.1
MOST_CHILDREN = 60
"""Of one table or list: its first rows speak for all."""

STATES = {
    4: "checked", 7: "editable", 8: "enabled", 11: "focusable", 12: "focused", 16: "modal",
    22: "selectable", 23: "selected", 24: "sensitive", 25: "showing", 30: "visible",
}  # fmt: skip
INTERACTIVE = frozenset(
    {
        "push button", "toggle button", "check box", "radio button", "combo box", "menu item",
        "check menu item", "radio menu item", "entry", "text", "password text", "spin button",
        "slider", "link", "button menu",
        "table", "list", "tree", "tree table", "page tab", "date editor",
    }
)  # fmt: skip


class BusError(Exception):
    """The other side refused a call, or the object is gone."""


class NotFound(AssertionError):
    """Nothing of that name and role came in time."""


@dataclass(frozen=True)
class Node:
    """One object of the tree; its facts are asked for anew each time."""

    bus: "Bus"
    owner: str
    path: str

    @property
    def name(self) -> str:
        return str(self._property("Accessible", "Name"))

    @property
    def description(self) -> str:
        return str(self._property("Accessible", "Description"))

    @property
    def role(self) -> str:
        return str(self._call("Accessible", "GetRoleName")[0])

    @property
    def states(self) -> frozenset[str]:
        low, high = self._call("Accessible", "GetState")[0]
        bits = low | high << 32
        return frozenset(name for bit, name in STATES.items() if bits >> bit & 1)

    @property
    def showing(self) -> bool:
        return "showing" in self.states

    @property
    def interfaces(self) -> frozenset[str]:
        found = self._call("Accessible", "GetInterfaces")[0]
        return frozenset(name.rpartition(".")[2] for name in found)

    @property
    def parent(self) -> "Node":
        return self._node(self._property("Accessible", "Parent"))

    @property
    def children(self) -> list["Node"]:
        count = int(self._property("Accessible", "ChildCount"))
        if count > MOST_CHILDREN:
            return [
                self._node(self._call("Accessible", "GetChildAtIndex", "i", i)[0])
                for i in range(MOST_CHILDREN)
            ]
        return [self._node(each) for each in self._call("Accessible", "GetChildren")[0]]

    @property
    def text(self) -> str:
        return str(self._call("Text", "GetText", "ii", 0, -1)[0])

    @property
    def selected(self) -> str:
        """The selected part of its text."""
        if not self._call("Text", "GetNSelections")[0]:
            return ""
        start, end = self._call("Text", "GetSelection", "i", 0)
        return str(self._call("Text", "GetText", "ii", start, end)[0])

    @property
    def actions(self) -> dict[str, str]:
        """Name → keys. The names are translated as everything else."""
        if "Action" not in self.interfaces:
            return {}
        return {each[0]: each[2] for each in self._call("Action", "GetActions")[0]}

    def do(self, index: int = 0) -> None:
        """Do its action: a button's is to be pressed."""
        if not self._call("Action", "DoAction", "i", index)[0]:
            raise BusError(f"« {self.name} » did nothing")

    def write(self, text: str) -> None:
        """Put a text in its place, as dictation software does."""
        if not self._call("EditableText", "SetTextContents", "s", text)[0]:
            raise BusError(f"« {self.name} » took no text")

    def focus(self) -> None:
        if not self._call("Component", "GrabFocus")[0]:
            raise BusError(f"« {self.name} » took no focus")

    def select(self, child: int) -> None:
        """Select one of its children."""
        if not self._call("Selection", "SelectChild", "i", child)[0]:
            raise BusError(f"« {self.name} » selected nothing")

    def walk(self, *, hidden: bool = False) -> Iterator["Node"]:
        """It and everything below it, in order; `hidden`: also what is not on screen."""
        for child in self.children:
            try:
                if hidden or child.showing:
                    yield child
                    yield from child.walk(hidden=hidden)
            except BusError:
                continue  # gone while the tree was read

    def find(self, role: str, name: str, *, hidden: bool = False, enabled: bool = True) -> "Node":
        """The first below it of this role whose name matches the pattern `name` as a whole; waits.

        Raises:
            NotFound: none within `PATIENCE_S`.
        """
        wanted = re.compile(name)

        def look() -> Node | None:
            for node in self.walk(hidden=hidden):
                if node.role != role or not wanted.fullmatch(node.name):
                    continue
                if not enabled or "enabled" in node.states:
                    return node
            return None

        return self.bus.wait(look, f"{role} « {name} »")

    def _node(self, reference: tuple[str, str]) -> "Node":
        return Node(self.bus, *reference)

    def _call(self, interface: str, method: str, signature: str = "", *args: object) -> Any:
        return self.bus.call(
            self.owner, self.path, f"org.a11y.atspi.{interface}", method, signature, args
        )

    def _property(self, interface: str, name: str) -> Any:
        return self.bus.call(
            self.owner,
            self.path,
            "org.freedesktop.DBus.Properties",
            "Get",
            "ss",
            (f"org.a11y.atspi.{interface}", name),
        )[0][1]


class Bus:
    """The accessibility bus of a session. `alive` is asked while waiting."""

    def __init__(self, session_bus: str, alive: Callable[[], bool] = lambda: True) -> None:
        session = open_dbus_connection(session_bus)
        try:
            address = _ask(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        finally:
            session.close()
        self._connection = open_dbus_connection(address[0])
        self._alive = alive

    def close(self) -> None:
        self._connection.close()

    def application(self, name: str) -> Node:
        """The program of this name, once it is on the bus."""
        root = Node(self, REGISTRY, ROOT)

        def look() -> Node | None:
            return next((each for each in root.children if each.name == name), None)

        return self.wait(look, f"program « {name} »")

    def wait(
        self, look: Callable[[], Node | None], what: str, patience_s: float = PATIENCE_S
    ) -> Node:
        """Look again and again until something is found."""
        deadline = time.monotonic() + patience_s
        while time.monotonic() < deadline and self._alive():
            try:
                if (found := look()) is not None:
                    return found
            except BusError:
                pass  # an object went away while it was read: the next look sees what is there
            self._connection.sock.settimeout(None)
            _rest()
        raise NotFound(f"{what} did not appear")

    def until(self, true: Callable[[], bool], what: str, patience_s: float = PATIENCE_S) -> None:
        """Wait until `true()`."""
        root = Node(self, REGISTRY, ROOT)
        self.wait(lambda: root if true() else None, what, patience_s)

    def call(
        self, owner: str, path: str, interface: str, method: str, signature: str, args: Any
    ) -> Any:
        return _ask(self._connection, owner, path, interface, method, signature, args)


def _rest() -> None:
    """Nobody tells when something appears to who only reads the tree: look ten times a second."""
    import threading

    threading.Event().wait(LOOK_EVERY_S)


def _ask(
    connection: DBusConnection,
    owner: str,
    path: str,
    interface: str,
    method: str,
    signature: str = "",
    args: Any = (),
) -> Any:
    message = new_method_call(
        DBusAddress(path, bus_name=owner, interface=interface), method, signature or None, args
    )
    answer = connection.send_and_get_reply(message, timeout=PATIENCE_S)
    if answer.header.message_type == MessageType.error:
        raise BusError(f"{method}: {answer.header.fields.get(HeaderFields.error_name)}")
    return answer.body
