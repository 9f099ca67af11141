"""What an action is, and the menus it may stand in."""

from collections.abc import Callable
from enum import StrEnum

import msgspec
from PySide6.QtCore import QCoreApplication

from desk.ui.situation import Situation

translate = QCoreApplication.translate


class Menu(StrEnum):
    """The menus, in the order of the bar."""

    SESSION = "session"
    MESSAGE = "message"
    REPLY = "reply"
    VIEW = "view"
    HELP = "help"


def menu_title(menu: Menu) -> str:
    """The menu's title, with its mnemonic."""
    return {
        Menu.SESSION: translate("Actions", "&Session"),
        Menu.MESSAGE: translate("Actions", "&Message"),
        Menu.REPLY: translate("Actions", "&Reply"),
        Menu.VIEW: translate("Actions", "&View"),
        Menu.HELP: translate("Actions", "&Help"),
    }[menu]


class ActionSpec(msgspec.Struct, frozen=True):
    """One action."""

    id: str
    menu: Menu
    text: str
    icon: str
    shortcut: str
    """In Qt's portable notation; empty when it has none."""
    enabled: Callable[[Situation], bool]
    handler: Callable[[], None]
    toolbar: bool = False
    separator_before: bool = False
