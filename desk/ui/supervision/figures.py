"""The board's figures in words, each with an icon: a tone alone says nothing."""

import msgspec
from PySide6.QtCore import QCoreApplication

from desk import wire

translate = QCoreApplication.translate

FIGURES = (
    "open",
    "unassigned",
    "late",
    "at_risk_2h",
    "at_risk_4h",
    "at_risk_8h",
    "at_risk_24h",
    "paused",
    "in_review",
    "failed_notifications",
)
"""In reading order; the names are those of `wire.Figures`."""

_ICONS = {
    "open": "inbox",
    "unassigned": "user-x",
    "late": "octagon-alert",
    "at_risk_2h": "triangle-alert",
    "at_risk_4h": "alarm-clock",
    "at_risk_8h": "hourglass",
    "at_risk_24h": "clock",
    "paused": "pause",
    "in_review": "eye",
    "failed_notifications": "mail-x",
}

_TONES = {
    "late": "error",
    "at_risk_2h": "warn",
    "failed_notifications": "error",
    "unassigned": "info",
}


class FigureSaid(msgspec.Struct, frozen=True):
    """A figure for the screen."""

    name: str
    words: str
    short: str
    """As a table's column says it."""
    icon: str
    tone: str
    """``error``, ``warn``, ``info`` or empty; shown only while the figure is not zero."""


def figure_said(name: str) -> FigureSaid:
    """Its words and icon."""
    words, short = {
        "open": (translate("Figures", "Open"), translate("Figures", "Open")),
        "unassigned": (translate("Figures", "Unassigned"), translate("Figures", "Not\nassigned")),
        "late": (translate("Figures", "Late"), translate("Figures", "Late")),
        "at_risk_2h": (translate("Figures", "Due within 2 h"), translate("Figures", "≤ 2 h")),
        "at_risk_4h": (translate("Figures", "Due within 4 h"), translate("Figures", "≤ 4 h")),
        "at_risk_8h": (translate("Figures", "Due within 8 h"), translate("Figures", "≤ 8 h")),
        "at_risk_24h": (translate("Figures", "Due within 24 h"), translate("Figures", "≤ 24 h")),
        "paused": (translate("Figures", "Paused"), translate("Figures", "Paused")),
        "in_review": (
            translate("Figures", "Waiting for review"),
            translate("Figures", "In\nreview"),
        ),
        "failed_notifications": (
            translate("Figures", "Notices not sent"),
            translate("Figures", "Notices\nfailed"),
        ),
    }[name]
    return FigureSaid(name, words, short, _ICONS[name], _TONES.get(name, ""))


def value_of(figures: wire.Figures, name: str) -> int:
    """The figure of that name."""
    return int(getattr(figures, name))


def grouping_words(by: str) -> str:
    """By what the figures are told apart."""
    return {
        "team": translate("Figures", "By team"),
        "theme": translate("Figures", "By thème"),
        "sujet": translate("Figures", "By sujet"),
        "motif": translate("Figures", "By motif"),
        "site": translate("Figures", "By site"),
        "agent": translate("Figures", "By agent, by name"),
    }[by]


GROUPINGS = ("team", "theme", "sujet", "motif", "site", "agent")
"""The load of each team comes first (law C3: no ranking of persons)."""


def group_label(group: wire.BoardGroup) -> str:
    """Its label; what has none is said."""
    if group.label:
        return group.label
    if group.by == "agent":
        return translate("Figures", "Assigned to nobody")
    if group.by == "site":
        return translate("Figures", "No site")
    return group.key
