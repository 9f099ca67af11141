"""Everything the agent can do, in one table: menus, toolbar, shortcuts and help are made from it.

Shortcuts are safe on AZERTY: no Ctrl+Alt (it is AltGr, which writes characters), no digit and no
punctuation (they move between layouts). A test holds this.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class ActionSpec:
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


@dataclass(frozen=True, slots=True)
class Handlers:
    """Who does each action."""

    sign_in: Callable[[], None]
    sign_out: Callable[[], None]
    absence: Callable[[], None]
    quit: Callable[[], None]
    next_message: Callable[[], None]
    claim: Callable[[], None]
    release: Callable[[], None]
    show_identifier: Callable[[], None]
    proof: Callable[[], None]
    note: Callable[[], None]
    reclassify: Callable[[], None]
    transfer: Callable[[], None]
    close_thread: Callable[[], None]
    adherent: Callable[[], None]
    deadline: Callable[[], None]
    pause: Callable[[], None]
    resume: Callable[[], None]
    break_claim: Callable[[], None]
    refresh: Callable[[], None]
    write: Callable[[], None]
    template: Callable[[], None]
    next_hole: Callable[[], None]
    next_mistake: Callable[[], None]
    publish: Callable[[], None]
    publish_and_next: Callable[[], None]
    schedule: Callable[[], None]
    unschedule: Callable[[], None]
    take_back: Callable[[], None]
    draft_versions: Callable[[], None]
    delete_draft: Callable[[], None]
    search: Callable[[], None]
    supervision: Callable[[], None]
    focus_list: Callable[[], None]
    focus_filter: Callable[[], None]
    focus_messages: Callable[[], None]
    outbox: Callable[[], None]
    palette: Callable[[], None]
    shortcuts: Callable[[], None]
    about: Callable[[], None]


def _always(_situation: Situation) -> bool:
    return True


def _signed_in(situation: Situation) -> bool:
    return situation.signed_in


def _open(situation: Situation) -> bool:
    return situation.thread is not None


def action_table(do: Handlers) -> tuple[ActionSpec, ...]:
    """The table, in the order of the menus, in the language in use."""
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
            _signed_in,
            do.sign_out,
        ),
        ActionSpec(
            "absence",
            Menu.SESSION,
            translate("Actions", "I am &absent…"),
            "user-x",
            "",
            _signed_in,
            do.absence,
        ),
        ActionSpec(
            "quit",
            Menu.SESSION,
            translate("Actions", "&Quit"),
            "x",
            "Ctrl+Q",
            _always,
            do.quit,
            separator_before=True,
        ),
        ActionSpec(
            "refresh",
            Menu.MESSAGE,
            translate("Actions", "Re&fresh"),
            "refresh-cw",
            "F5",
            _signed_in,
            do.refresh,
            toolbar=True,
        ),
        ActionSpec(
            "next_message",
            Menu.MESSAGE,
            translate("Actions", "Ne&xt message to answer"),
            "arrow-right",
            "F6",
            _signed_in,
            do.next_message,
        ),
        ActionSpec(
            "claim",
            Menu.MESSAGE,
            translate("Actions", "&Take charge"),
            "hand",
            "F2",
            lambda s: s.may_claim,
            do.claim,
            toolbar=True,
            separator_before=True,
        ),
        ActionSpec(
            "release",
            Menu.MESSAGE,
            translate("Actions", "&Give back"),
            "undo-2",
            "Shift+F2",
            lambda s: s.may_release,
            do.release,
            toolbar=True,
        ),
        ActionSpec(
            "show_identifier",
            Menu.MESSAGE,
            translate("Actions", "Show the &identifier"),
            "eye",
            "F8",
            _open,
            do.show_identifier,
        ),
        ActionSpec(
            "proof",
            Menu.MESSAGE,
            translate("Actions", "&Proof of the reply…"),
            "printer",
            "Ctrl+P",
            lambda s: s.has_reply,
            do.proof,
        ),
        ActionSpec(
            "note",
            Menu.MESSAGE,
            translate("Actions", "Internal &note…"),
            "file-pen",
            "F7",
            _open,
            do.note,
            separator_before=True,
        ),
        ActionSpec(
            "reclassify",
            Menu.MESSAGE,
            translate("Actions", "&Correct the motif…"),
            "list-tree",
            "F3",
            lambda s: s.may_move,
            do.reclassify,
        ),
        ActionSpec(
            "transfer",
            Menu.MESSAGE,
            translate("Actions", "Tran&sfer…"),
            "arrow-right",
            "Shift+F3",
            lambda s: s.may_move,
            do.transfer,
        ),
        ActionSpec(
            "adherent",
            Menu.MESSAGE,
            translate("Actions", "Exchanges of the &adherent"),
            "history",
            "Ctrl+J",
            _open,
            do.adherent,
        ),
        ActionSpec(
            "deadline",
            Menu.MESSAGE,
            translate("Actions", "Why this &deadline?"),
            "timer",
            "Ctrl+D",
            _open,
            do.deadline,
        ),
        ActionSpec(
            "pause",
            Menu.MESSAGE,
            translate("Actions", "Pa&use the deadline…"),
            "pause",
            "Ctrl+Shift+D",
            lambda s: s.may_pause,
            do.pause,
        ),
        ActionSpec(
            "resume",
            Menu.MESSAGE,
            translate("Actions", "Let the deadline run a&gain"),
            "rotate-ccw",
            "Ctrl+Shift+R",
            lambda s: s.may_resume,
            do.resume,
        ),
        ActionSpec(
            "close_thread",
            Menu.MESSAGE,
            translate("Actions", "Close without an &answer…"),
            "circle-x",
            "",
            lambda s: s.may_move,
            do.close_thread,
        ),
        ActionSpec(
            "break_claim",
            Menu.MESSAGE,
            translate("Actions", "&End a colleague's hold…"),
            "unlock",
            "",
            lambda s: s.may_break_claim,
            do.break_claim,
        ),
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
            _signed_in,
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
        ActionSpec(
            "search",
            Menu.VIEW,
            translate("Actions", "&Search all messages…"),
            "search",
            "Ctrl+Shift+F",
            _signed_in,
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
            _signed_in,
            do.focus_list,
        ),
        ActionSpec(
            "focus_filter",
            Menu.VIEW,
            translate("Actions", "&Filter the list"),
            "filter",
            "Ctrl+F",
            _signed_in,
            do.focus_filter,
        ),
        ActionSpec(
            "focus_messages",
            Menu.VIEW,
            translate("Actions", "&Messages of the exchange"),
            "message-square",
            "Ctrl+R",
            _open,
            do.focus_messages,
        ),
        ActionSpec(
            "outbox",
            Menu.VIEW,
            translate("Actions", "&Outbox"),
            "send",
            "Ctrl+B",
            _signed_in,
            do.outbox,
            separator_before=True,
        ),
        ActionSpec(
            "palette",
            Menu.HELP,
            translate("Actions", "&Every action…"),
            "search",
            "Ctrl+K",
            _always,
            do.palette,
        ),
        ActionSpec(
            "shortcuts",
            Menu.HELP,
            translate("Actions", "&Keyboard shortcuts"),
            "keyboard",
            "F1",
            _always,
            do.shortcuts,
        ),
        ActionSpec(
            "about",
            Menu.HELP,
            translate("Actions", "&About"),
            "info",
            "",
            _always,
            do.about,
        ),
    )
