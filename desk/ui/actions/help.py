"""Finding one’s way."""

from PySide6.QtCore import QCoreApplication

from desk.ui.actions.conditions import always
from desk.ui.actions.handlers import Handlers
from desk.ui.actions.spec import ActionSpec, Menu

translate = QCoreApplication.translate


def help_actions(do: Handlers) -> tuple[ActionSpec, ...]:
    """The menu's actions, in its order, in the language in use."""
    return (
        ActionSpec(
            "palette",
            Menu.HELP,
            translate("Actions", "&Every action…"),
            "search",
            "Ctrl+K",
            always,
            do.palette,
        ),
        ActionSpec(
            "shortcuts",
            Menu.HELP,
            translate("Actions", "&Keyboard shortcuts"),
            "keyboard",
            "F1",
            always,
            do.shortcuts,
        ),
        ActionSpec(
            "guide",
            Menu.HELP,
            translate("Actions", "&First steps…"),
            "circle-help",
            "",
            always,
            do.guide,
        ),
        ActionSpec(
            "about",
            Menu.HELP,
            translate("Actions", "&About"),
            "info",
            "",
            always,
            do.about,
        ),
    )
