"""Everything the agent can do, in one table: menus, toolbar, shortcuts and help are made from it.

Shortcuts are safe on AZERTY: no Ctrl+Alt (it is AltGr, which writes characters), no digit and no
punctuation (they move between layouts). A test holds this.
"""

from desk.ui.actions.handlers import Handlers
from desk.ui.actions.help import help_actions
from desk.ui.actions.message import message_actions
from desk.ui.actions.reply import reply_actions
from desk.ui.actions.session import session_actions
from desk.ui.actions.spec import ActionSpec, Menu, menu_title
from desk.ui.actions.view import view_actions

__all__ = ["ActionSpec", "Handlers", "Menu", "action_table", "menu_title"]


def action_table(do: Handlers) -> tuple[ActionSpec, ...]:
    """The table, in the order of the menus, in the language in use."""
    return (
        *session_actions(do),
        *message_actions(do),
        *reply_actions(do),
        *view_actions(do),
        *help_actions(do),
    )
