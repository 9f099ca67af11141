"""Coming and leaving."""

from PySide6.QtCore import QCoreApplication

from desk.ui.actions.conditions import always, signed_in
from desk.ui.actions.handlers import Handlers
from desk.ui.actions.spec import ActionSpec, Menu

translate = QCoreApplication.translate


def session_actions(do: Handlers) -> tuple[ActionSpec, ...]:
    """The menu's actions, in its order, in the language in use."""
    return (
        ActionSpec(
            "sign_in",
            Menu.SESSION,
            translate("Actions", "Sign &in…"),
            "log-in",
            "",
            lambda s: not s.signed_in and not s.signing_in,
            do.sign_in,
        ),
        ActionSpec(
            "sign_out",
            Menu.SESSION,
            translate("Actions", "Sign &out"),
            "log-out",
            "",
            signed_in,
            do.sign_out,
        ),
        ActionSpec(
            "absence",
            Menu.SESSION,
            translate("Actions", "I am &absent…"),
            "user-x",
            "",
            signed_in,
            do.absence,
        ),
        ActionSpec(
            "notices",
            Menu.SESSION,
            translate("Actions", "&Notifications…"),
            "alarm-clock",
            "",
            signed_in,
            do.notices,
        ),
        ActionSpec(
            "quit",
            Menu.SESSION,
            translate("Actions", "&Quit"),
            "x",
            "Ctrl+Q",
            always,
            do.quit,
            separator_before=True,
        ),
    )
