"""Writing and sending a reply."""

from PySide6.QtCore import QCoreApplication

from desk.ui.actions.conditions import signed_in
from desk.ui.actions.handlers import Handlers
from desk.ui.actions.spec import ActionSpec, Menu

translate = QCoreApplication.translate


def reply_actions(do: Handlers) -> tuple[ActionSpec, ...]:
    """The menu's actions, in its order, in the language in use."""
    return (
        ActionSpec(
            "write",
            Menu.REPLY,
            translate("Actions", "&Write the reply"),
            "pencil",
            "Ctrl+E",
            lambda s: s.can_write,
            do.write,
        ),
        ActionSpec(
            "template",
            Menu.REPLY,
            translate("Actions", "Choose a &template…"),
            "file-text",
            "Ctrl+M",
            lambda s: s.can_write,
            do.template,
            toolbar=True,
            separator_before=True,
        ),
        ActionSpec(
            "suggested_template",
            Menu.REPLY,
            translate("Actions", "&Insert the suggested template"),
            "star",
            "Ctrl+Shift+M",
            lambda s: s.can_write,
            do.suggested_template,
        ),
        ActionSpec(
            "next_hole",
            Menu.REPLY,
            translate("Actions", "&Next missing value"),
            "arrow-right",
            "F9",
            lambda s: s.has_holes,
            do.next_hole,
        ),
        ActionSpec(
            "next_mistake",
            Menu.REPLY,
            translate("Actions", "Next spelling mista&ke"),
            "file-pen",
            "Shift+F7",
            lambda s: s.can_write,
            do.next_mistake,
        ),
        ActionSpec(
            "publish",
            Menu.REPLY,
            translate("Actions", "&Publish…"),
            "send",
            "Ctrl+Return",
            lambda s: s.can_publish,
            do.publish,
            toolbar=True,
        ),
        ActionSpec(
            "publish_and_next",
            Menu.REPLY,
            translate("Actions", "Publish, and open the ne&xt message…"),
            "arrow-right",
            "Ctrl+Shift+Return",
            lambda s: s.can_publish,
            do.publish_and_next,
        ),
        ActionSpec(
            "schedule",
            Menu.REPLY,
            translate("Actions", "Publish &later…"),
            "calendar-clock",
            "Ctrl+Shift+P",
            lambda s: s.can_schedule,
            do.schedule,
        ),
        ActionSpec(
            "unschedule",
            Menu.REPLY,
            translate("Actions", "&Cancel the scheduling"),
            "undo-2",
            "",
            lambda s: s.may_unschedule,
            do.unschedule,
        ),
        ActionSpec(
            "take_back",
            Menu.REPLY,
            translate("Actions", "Take the published reply &back"),
            "undo-2",
            "F4",
            lambda s: s.can_take_back,
            do.take_back,
        ),
        ActionSpec(
            "draft_versions",
            Menu.REPLY,
            translate("Actions", "&Versions of the draft…"),
            "history",
            "Ctrl+H",
            signed_in,
            do.draft_versions,
            separator_before=True,
        ),
        ActionSpec(
            "delete_draft",
            Menu.REPLY,
            translate("Actions", "&Delete the draft"),
            "trash-2",
            "",
            lambda s: s.can_write and s.has_text,
            do.delete_draft,
        ),
    )
