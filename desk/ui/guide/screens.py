"""What the three screens say; keys are those that the agent has given the actions."""

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Step(msgspec.Struct, frozen=True):
    """One line: keys, empty where there are none, and what they do."""

    keys: str
    words: str


class Screen(msgspec.Struct, frozen=True):
    """One of the three."""

    icon: str
    title: str
    words: str
    steps: tuple[Step, ...]


def screens(keys: Mapping[str, str]) -> tuple[Screen, ...]:
    """`keys`: action → its keys as they are written on screen, empty when it has none. An action
    without keys is left out: what has no key is found in the list of all actions.
    """

    def steps(*lines: tuple[str, str]) -> tuple[Step, ...]:
        return tuple(Step(keys[action], words) for action, words in lines if keys[action])

    return (
        Screen(
            "alarm-clock",
            translate("Guide", "What to answer now"),
            translate(
                "Guide",
                "The list is ordered by thème, sujet and motif, the most urgent first. Beside each "
                "message stands what is left of its time, by the portal's clock.",
            ),
            (
                *steps(
                    ("next_message", translate("Guide", "takes the most urgent message in charge")),
                    ("focus_list", translate("Guide", "brings you back to the list")),
                    ("search", translate("Guide", "searches every message, offline too")),
                ),
                Step(
                    translate("Guide", "Shift+arrows"),
                    translate("Guide", "selects several messages: take, give back, transfer…"),
                ),
            ),
        ),
        Screen(
            "pencil",
            translate("Guide", "Answer with few keys"),
            translate(
                "Guide",
                "A template is suggested for each motif, filled in for this adherent. What it does "
                "not know is marked in the text, and nothing leaves with a gap in it.",
            ),
            steps(
                ("suggested_template", translate("Guide", "inserts the suggested template")),
                ("template", translate("Guide", "shows every template")),
                ("next_hole", translate("Guide", "goes to the next missing value")),
                (
                    "publish_and_next",
                    translate("Guide", "publishes after your agreement, and opens the next one"),
                ),
            ),
        ),
        Screen(
            "save",
            translate("Guide", "Nothing is lost"),
            translate(
                "Guide",
                "What you type is saved on this PC within a second. Without a network your replies "
                "wait in the outbox and leave by themselves, once.",
            ),
            steps(
                ("my_drafts", translate("Guide", "lists your drafts")),
                ("outbox", translate("Guide", "shows what waits to leave, and why")),
                ("take_back", translate("Guide", "takes a reply back just after publishing it")),
                ("palette", translate("Guide", "finds every action by a few letters")),
            ),
        ),
    )
