"""Colours: complete, readable, and the only source of the style sheet's colours."""

import re
from pathlib import Path

import pytest

from desk.ui.theme.stylesheet import UnknownPlaceholder, render_stylesheet
from desk.ui.theme.tokens import Scheme, Token, TokensInvalid, load_tokens

THEME = Path(__file__).parents[2] / "resources" / "theme"

ON_EVERY_SURFACE = [
    (text, surface)
    for text in (Token.TEXT, Token.TEXT_MUTED)
    for surface in (
        Token.SURFACE,
        Token.SURFACE_RAISED,
        Token.SURFACE_SUNKEN,
        Token.HOVER,
        Token.GROUP_HEADER,
        Token.BUBBLE_IN,
        Token.BUBBLE_OUT,
    )
]
PAIRS = [
    *ON_EVERY_SURFACE,
    (Token.ON_ACCENT, Token.ACCENT),
    (Token.ON_ACCENT, Token.ACCENT_HOVER),
    (Token.ON_SELECTION, Token.SELECTION),
    (Token.TEXT_MUTED, Token.SELECTION),
    (Token.ACCENT, Token.SURFACE),
    (Token.ACCENT, Token.SURFACE_RAISED),
    (Token.ACCENT, Token.ACCENT_SURFACE),
    (Token.HOLE, Token.HOLE_SURFACE),
    # Notes among agents, held replies and banners are written in the ordinary ink.
    *[
        (Token.TEXT, surface)
        for surface in (
            Token.STATE_OK_SURFACE,
            Token.STATE_WARN_SURFACE,
            Token.STATE_ERROR_SURFACE,
            Token.STATE_INFO_SURFACE,
        )
    ],
    (Token.TEXT_MUTED, Token.STATE_WARN_SURFACE),
    *[
        (token, Token(f"{token.value}_surface"))
        for token in Token
        if token.value.startswith(("countdown_", "state_")) and not token.value.endswith("_surface")
    ],
    *[
        (token, surface)
        for token in (Token.STATE_OK, Token.STATE_WARN, Token.STATE_ERROR, Token.STATE_INFO)
        for surface in (Token.SURFACE, Token.SURFACE_RAISED)
    ],
]


def _luminance(colour: str) -> float:
    def linear(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize(("text", "surface"), PAIRS)
def test_text_is_readable(scheme: Scheme, text: Token, surface: Token) -> None:
    tokens = load_tokens(THEME / "tokens.toml")[scheme]
    assert contrast(tokens[text], tokens[surface]) >= 4.5


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("mark", [Token.BORDER_STRONG, Token.FOCUS, Token.ACCENT])
@pytest.mark.parametrize("surface", [Token.SURFACE, Token.SURFACE_RAISED])
def test_edges_and_focus_are_visible(scheme: Scheme, mark: Token, surface: Token) -> None:
    tokens = load_tokens(THEME / "tokens.toml")[scheme]
    assert contrast(tokens[mark], tokens[surface]) >= 3


def test_a_missing_unknown_or_malformed_colour_is_refused(tmp_path: Path) -> None:
    good = (THEME / "tokens.toml").read_text(encoding="utf-8")
    file = tmp_path / "tokens.toml"
    for bad in (
        good.replace('accent = "#0B6E5F"\n', "", 1),
        good.replace("[light]", '[light]\npeach = "#FFCC99"', 1),
        good.replace('"#0B6E5F"', '"green"', 1),
    ):
        file.write_text(bad, encoding="utf-8")
        with pytest.raises(TokensInvalid):
            load_tokens(file)


def test_the_style_sheet_writes_no_colour_itself() -> None:
    template = (THEME / "style.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b(?=\s*[;}])", template)
    assert "rgb" not in template


def test_an_unknown_name_in_the_style_sheet_is_refused() -> None:
    with pytest.raises(UnknownPlaceholder):
        render_stylesheet("QWidget { color: @texte; }", {"text": "#000000"})
