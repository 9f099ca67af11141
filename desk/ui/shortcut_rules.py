"""Which keys an action may have: safe on AZERTY, and nobody else's."""

import re
from collections.abc import Mapping
from enum import StrEnum

SAFE = re.compile(r"(Ctrl\+)?(Shift\+)?F([1-9]|1[0-2])|Ctrl\+(Shift\+)?([A-Z]|Return)")
"""Function keys, and Ctrl with a letter or Enter, in Qt's portable notation."""

OF_THE_EDITOR = frozenset(f"Ctrl+{letter}" for letter in "ACVXYZ") | {"Ctrl+Shift+Z"}
"""Copy, paste and their like belong to the text being written."""


class Refusal(StrEnum):
    """Why keys cannot be an action's."""

    ALT_GR = "alt_gr"
    """Ctrl+Alt is AltGr, which writes characters."""
    MOVES = "moves"
    """A digit or punctuation: elsewhere, or shifted, on another layout."""
    OF_THE_EDITOR = "of_the_editor"
    PLAIN = "plain"
    """Would be typed into the text, or is a key that moves through the window."""


def refusal(keys: str) -> Refusal | None:
    """Judge keys in Qt's portable notation; None: they may be used. Empty takes the keys away."""
    if not keys:
        return None
    if "Alt+" in keys or "Meta+" in keys:
        return Refusal.ALT_GR
    if keys in OF_THE_EDITOR:
        return Refusal.OF_THE_EDITOR
    if SAFE.fullmatch(keys):
        return None
    if keys.startswith("Ctrl+"):
        return Refusal.MOVES
    return Refusal.PLAIN


def holder(keys: str, action_id: str, in_use: Mapping[str, str]) -> str | None:
    """The other action that has these keys; `in_use`: id → keys."""
    if not keys:
        return None
    return next((each for each, had in in_use.items() if had == keys and each != action_id), None)


def usable(chosen: Mapping[str, str], defaults: Mapping[str, str]) -> dict[str, str]:
    """The keys of every action: the default, or those `chosen` for it.

    Choices that this version does not know, refuses, or that clash are left out: a file written by
    hand or by another version never takes an action's keys away.
    """
    keys = dict(defaults)
    for action_id, wanted in sorted(chosen.items()):
        if action_id in defaults and refusal(wanted) is None:
            keys[action_id] = wanted
    for action_id in sorted(keys):
        if holder(keys[action_id], action_id, keys) and keys[action_id] != defaults[action_id]:
            keys[action_id] = defaults[action_id]
    if len(set(filter(None, keys.values()))) != len(list(filter(None, keys.values()))):
        return dict(defaults)
    return keys
