"""Going to a place of the window."""

from PySide6.QtCore import QCoreApplication

from desk.ui.actions.conditions import open, signed_in
from desk.ui.actions.handlers import Handlers
from desk.ui.actions.spec import ActionSpec, Menu

translate = QCoreApplication.translate


def view_actions(do: Handlers) -> tuple[ActionSpec, ...]:
    """The menu's actions, in its order, in the language in use."""
    return (
        ActionSpec(
            "search",
            Menu.VIEW,
            translate("Actions", "&Search all messages…"),
            "search",
            "Ctrl+Shift+F",
            signed_in,
            do.search,
            toolbar=True,
        ),
        ActionSpec(
            "supervision",
            Menu.VIEW,
            translate("Actions", "Inbox / s&upervision"),
            "panel-left",
            "Ctrl+Shift+S",
            lambda s: s.supervisor,
            do.supervision,
        ),
        ActionSpec(
            "focus_list",
            Menu.VIEW,
            translate("Actions", "&List of messages"),
            "list",
            "Ctrl+L",
            signed_in,
            do.focus_list,
        ),
        ActionSpec(
            "focus_filter",
            Menu.VIEW,
            translate("Actions", "&Filter the list"),
            "filter",
            "Ctrl+F",
            signed_in,
            do.focus_filter,
        ),
        ActionSpec(
            "focus_messages",
            Menu.VIEW,
            translate("Actions", "&Messages of the exchange"),
            "message-square",
            "Ctrl+R",
            open,
            do.focus_messages,
        ),
        ActionSpec(
            "outbox",
            Menu.VIEW,
            translate("Actions", "&Outbox"),
            "send",
            "Ctrl+B",
            signed_in,
            do.outbox,
            separator_before=True,
        ),
        ActionSpec(
            "my_drafts",
            Menu.VIEW,
            translate("Actions", "My &drafts…"),
            "file-pen",
            "Ctrl+Shift+B",
            signed_in,
            do.my_drafts,
        ),
        ActionSpec(
            "appointments",
            Menu.VIEW,
            translate("Actions", "&Appointments…"),
            "calendar",
            "Ctrl+Shift+V",
            signed_in,
            do.appointments,
        ),
    )
