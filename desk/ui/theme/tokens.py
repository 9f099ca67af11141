"""Colours named by meaning, with a value for each look (house rule 23)."""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path


class Token(StrEnum):
    """What a colour is for. Names ending in `_SURFACE` are what the namesake is written on."""

    SURFACE = "surface"
    SURFACE_RAISED = "surface_raised"
    SURFACE_SUNKEN = "surface_sunken"
    HOVER = "hover"
    PRESSED = "pressed"
    TEXT = "text"
    TEXT_MUTED = "text_muted"
    TEXT_DISABLED = "text_disabled"
    BORDER = "border"
    """Separates; carries no meaning of its own. 3:1 in high contrast."""
    BORDER_STRONG = "border_strong"
    """The edge of a field or button: 3:1 on what surrounds it (EN 301 549, 1.4.11)."""
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ACCENT_PRESSED = "accent_pressed"
    ACCENT_SURFACE = "accent_surface"
    ON_ACCENT = "on_accent"
    SELECTION = "selection"
    ON_SELECTION = "on_selection"
    FOCUS = "focus"
    GROUP_HEADER = "group_header"
    BUBBLE_IN = "bubble_in"
    BUBBLE_OUT = "bubble_out"
    HOLE = "hole"
    """A value that a reply still lacks."""
    HOLE_SURFACE = "hole_surface"

    COUNTDOWN_COMFORTABLE = "countdown_comfortable"
    COUNTDOWN_COMFORTABLE_SURFACE = "countdown_comfortable_surface"
    COUNTDOWN_HALFWAY = "countdown_halfway"
    COUNTDOWN_HALFWAY_SURFACE = "countdown_halfway_surface"
    COUNTDOWN_SOON = "countdown_soon"
    COUNTDOWN_SOON_SURFACE = "countdown_soon_surface"
    COUNTDOWN_URGENT = "countdown_urgent"
    COUNTDOWN_URGENT_SURFACE = "countdown_urgent_surface"
    COUNTDOWN_LATE = "countdown_late"
    COUNTDOWN_LATE_SURFACE = "countdown_late_surface"

    STATE_OK = "state_ok"
    STATE_OK_SURFACE = "state_ok_surface"
    STATE_WARN = "state_warn"
    STATE_WARN_SURFACE = "state_warn_surface"
    STATE_ERROR = "state_error"
    STATE_ERROR_SURFACE = "state_error_surface"
    STATE_INFO = "state_info"
    STATE_INFO_SURFACE = "state_info_surface"


class Scheme(StrEnum):
    """The sets of values."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    """For eyes that need more: text 7:1 (WCAG 2.2, 1.4.6), every separator visible."""


class TokensInvalid(ValueError):
    """The file of colours lacks one, names an unknown one, or holds something else."""


_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def load_tokens(path: Path) -> Mapping[Scheme, Mapping[Token, str]]:
    """Read ``#RRGGBB`` values for every token in every scheme.

    Raises:
        TokensInvalid: the file does not give exactly one colour to each token in each scheme.
    """
    with path.open("rb") as file:
        document = tomllib.load(file)
    result: dict[Scheme, Mapping[Token, str]] = {}
    for scheme in Scheme:
        table = document.get(scheme.value, {})
        unknown = set(table) - {token.value for token in Token}
        if unknown:
            raise TokensInvalid(f"{scheme}: unknown {sorted(unknown)}")
        values: dict[Token, str] = {}
        for token in Token:
            value = table.get(token.value)
            if not isinstance(value, str) or not _COLOUR.fullmatch(value):
                raise TokensInvalid(f"{scheme}: {token.value} is {value!r}, not #RRGGBB")
            values[token] = value
        result[scheme] = values
    return result
